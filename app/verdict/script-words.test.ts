import { expect, test } from "vitest";
import { switchWords, takenOff } from "./paste-words.ts";
import { choiceWords, passedOverLines, passedOverWords } from "./script-words.ts";

const source = "import a\nimport b\n\nfor x in y:\n    z.step()\nclass L:\n    pass\nL()\n";

test("what is passed over is said by reason, with its lines and names", () => {
  const passedOver = [
    { start: 0, end: 8, reason: "missing", name: "a" },
    { start: 9, end: 17, reason: "missing", name: "b" },
    { start: 19, end: 43, reason: "training", name: "" },
  ] as const;
  expect(passedOverWords(source, passedOver)).toEqual([
    { reason: "missing", where: "lines 1–2", why: "a and b are not here" },
    { reason: "training", where: "lines 4–5", why: "trains; here the Train button does" },
  ]);
  expect(passedOverLines(source, passedOver)).toBe(4);
});

test("a loss that may be meant says where it stands and why", () => {
  const start = source.indexOf("class");
  const choice = { name: "L", kind: "class", start, end: start + 7 } as const;
  expect(choiceWords(source, { ...choice, reason: { kind: "used", offset: source.lastIndexOf("L") } })).toBe(
    "class, line 6: used on line 8",
  );
  expect(choiceWords(source, { ...choice, reason: { kind: "takes", parameters: ["p", "t"] } })).toBe(
    "class, line 6: takes p, t",
  );
});

test("a paste says the language it is in, and by kind what was taken off it", () => {
  const paste = {
    switchedTo: "python",
    replacesRest: true,
    pasted: ">>> a\n1\n>>> b\n",
    removals: [
      { kind: "prompt", start: 0, end: 4, became: "" },
      { kind: "output", start: 6, end: 8, became: "" },
      { kind: "prompt", start: 8, end: 12, became: "" },
    ],
  } as const;
  expect(switchWords(paste)).toBe(
    "What you pasted is Python, so this lane now reads PyTorch. It took the place of what stood here.",
  );
  expect(takenOff(paste)).toEqual([
    { what: "prompts", where: "lines 1, 3" },
    { what: "printed output", where: "line 2" },
  ]);
});
