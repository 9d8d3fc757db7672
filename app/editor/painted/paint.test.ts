import fc from "fast-check";
import { expect, test } from "vitest";
import { examples } from "../../document/examples.ts";
import { paint } from "./paint.ts";

const hint = (offset: number) => ({ offset, text: `[${offset}]`, tooltip: "" });

test("the pieces of any text, in either language and with any hints, are the text", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.constantFrom(...examples.flatMap(({ source, python }) => [source, python]))),
      fc.constantFrom("typescript" as const, "python" as const),
      fc.array(fc.nat(400)),
      (source, language, offsets) => {
        const pieces = paint(source, language, offsets.map(hint));
        expect(pieces.map(({ text }) => text).join("")).toBe(source);
        for (const { start, text, hint: shown } of pieces) {
          expect(source.slice(start, start + text.length)).toBe(text);
          if (shown !== null) expect(shown.offset).toBe(start + text.length);
        }
        const places = new Set(offsets.filter((offset) => offset > 0 && offset <= source.length));
        expect(pieces.filter((piece) => piece.hint !== null)).toHaveLength(places.size);
      },
    ),
  );
});

test("a text of very many pieces is drawn whole, in some thousand", () => {
  const source = "1+".repeat(9_900);
  const pieces = paint(source, "typescript", [hint(1), hint(19_000)]);
  expect(pieces.length).toBeLessThan(5_000);
  expect(pieces.map(({ text }) => text).join("")).toBe(source);
  expect(pieces.filter((piece) => piece.hint !== null)).toHaveLength(2);
});

test("keywords, types, numbers, strings and comments are told apart, in either language", () => {
  const kinds = (source: string, language: "typescript" | "python") =>
    paint(source, language, []).flatMap(({ text, kind }) => (text.trim() === "" ? [] : [`${kind} ${text.trim()}`]));
  expect(kinds('class Loss extends nn.Module { x = 1e-3; s = "a // b" } // it', "typescript")).toEqual([
    "keyword class",
    "type Loss",
    "keyword extends",
    "plain nn",
    "delimiter .",
    "type Module",
    "delimiter {",
    "plain x",
    "delimiter =",
    "number 1e-3",
    "delimiter ;",
    "plain s",
    "delimiter =",
    'string "a // b"',
    "delimiter }",
    "comment // it",
  ]);
  expect(kinds("def forward(self, p):  # it's\n    return 'a' + p ** 2.", "python").slice(0, 8)).toEqual([
    "keyword def",
    "plain forward",
    "delimiter (",
    "keyword self",
    "delimiter ,",
    "plain p",
    "delimiter ):",
    "comment # it's",
  ]);
});
