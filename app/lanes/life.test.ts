import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toyDataset } from "../../engine/data/catalogue.ts";
import type { Compilation, Program } from "../../engine/language/program.ts";
import { emptyReport } from "../../engine/testing/empty-report.ts";
import { defaultDocument } from "../document/defaults.ts";
import type { Evaluated } from "../sandbox/job.ts";
import { born, type Effect, type Event, type LaneText, type Life, paused, step } from "./life.ts";

function setupOf() {
  const dataset = toyDataset("line");
  if (dataset === null) throw new Error("a toy data set is missing");
  return { experiment: defaultDocument.experiment, dataset };
}
const setup = setupOf();

const text = (source: string): LaneText => ({ source, language: "typescript" });

/** Source that is a number is a loss with that number as its knob `k`; "broken" does not compile. */
function compilationOf(source: string): Compilation {
  const program: Program = {
    js: source,
    entry: { kind: "function", name: "forward", parameters: ["predictions", "targets"] },
    probes: [],
    loops: [],
    knobs: /^\d+$/.test(source)
      ? [{ name: "k", value: Number(source), isInteger: true, start: 0, end: source.length }]
      : [],
  };
  return { program: source === "broken" ? null : program, diagnostics: [] };
}

const report: Evaluated = {
  kind: "report",
  report: emptyReport,
};

const typed = (source: string): Event => ({ type: "text", text: text(source), isEdit: true });
const loaded = (source: string): Event => ({ type: "text", text: text(source), isEdit: false });
const compiled = (source: string): Event => ({ type: "compiled", compilation: compilationOf(source) });
const evaluated: Event = { type: "evaluated", evaluated: report };
const superseded: Event = { type: "evaluated", evaluated: { kind: "superseded" } };
const overran: Event = { type: "evaluated", evaluated: { kind: "stopped", reason: "overrun" } };

/** What a life comes to, and what is to be done at the last of the events. */
function lived(start: Life, ...events: readonly Event[]): [Life, readonly Effect[]] {
  let life = start;
  let effects: readonly Effect[] = [];
  for (const event of events) [life, effects] = step(life, event);
  return [life, effects];
}

const after = (...events: readonly Event[]) => lived(born(false), ...events);
const done = (...events: readonly Event[]): string[] => after(...events)[1].map(named);

/** "show ready 1", "phase computing", "edit 7". */
function named(effect: Effect): string {
  switch (effect.type) {
    case "show":
      return `show ${effect.shown.phase} ${effect.shown.source}`;
    case "phase":
      return `phase ${effect.phase}`;
    case "edit":
      return `edit ${effect.text}`;
    case "swap":
      return `swap ${effect.from} ${effect.to}`;
    default:
      return effect.type;
  }
}

const known: Event = { type: "setup", setup };
const evaluating = [known, loaded("1"), compiled("1")] as const;
const judged = [...evaluating, evaluated] as const;

describe("a lane at rest", () => {
  test.each<[string, readonly Event[], string[]]>([
    ["compiles nothing before its editor has loaded", [known], []],
    ["compiles nothing before it is known what to evaluate on", [loaded("1")], []],
    ["compiles when both are there, the data last", [loaded("1"), known], ["compile"]],
    ["compiles when both are there, the text last", [known, loaded("1")], ["compile"]],
    ["compiles what is typed", [...judged, typed("2")], ["compile"]],
    ["is judged anew when data or settings change", [...judged, known], ["compile"]],
    ["is judged anew when the handling changes", [...judged, { type: "handling" }], ["compile"]],
    ["runs at Run, and says that it computes", [...judged, { type: "run" }], ["phase computing", "compile"]],
    ["has nothing to stop", [...judged, { type: "stop" }], []],
    ["hears nothing of what it did not ask for", [...judged, compiled("9")], []],
    ["hears no report that it did not ask for", [...judged, evaluated], []],
    ["is not slow", [...judged, { type: "slow" }], []],
  ])("%s", (_title, events, expected) => {
    expect(done(...events)).toEqual(expected);
  });
});

describe("a lane that is compiled", () => {
  const compiling = [known, loaded("1")] as const;
  test.each<[string, readonly Event[], string[]]>([
    ["is evaluated", [...compiling, compiled("1")], ["evaluate"]],
    [
      "shows at once what does not compile",
      [known, loaded("broken"), compiled("broken")],
      ["show ready broken", "annotate"],
    ],
    ["lets what is typed meanwhile wait", [...compiling, typed("2")], []],
    ["is compiled again if something was typed meanwhile", [...compiling, typed("2"), compiled("1")], ["compile"]],
    ["is compiled again if settings changed meanwhile", [...compiling, known, compiled("1")], ["compile"]],
    ["cannot be stopped", [...compiling, { type: "stop" }], []],
    ["is not slow", [...compiling, { type: "slow" }], []],
    ["hears no report", [...compiling, evaluated], []],
  ])("%s", (_title, events, expected) => {
    expect(done(...events)).toEqual(expected);
  });
});

describe("a lane that is evaluated", () => {
  const slow: Event = { type: "slow" };
  test.each<[string, readonly Event[], string[]]>([
    ["shows what came", [...evaluating, evaluated], ["show ready 1", "annotate"]],
    ["says that it computes once that takes long", [...evaluating, slow], ["phase computing"]],
    ["says so once", [...evaluating, slow, slow], []],
    ["lets what is typed wait while that may be short", [...evaluating, typed("2")], []],
    [
      "shows what came although something was typed, and takes that up",
      [...evaluating, typed("2"), evaluated],
      ["show ready 1", "compile"],
    ],
    ["gives way to what is typed if it takes long", [...evaluating, slow, typed("2")], ["giveUp"]],
    [
      "gives way to what was typed once it takes long",
      [...evaluating, typed("2"), slow],
      ["phase computing", "giveUp"],
    ],
    ["gives way once", [...evaluating, slow, typed("2"), typed("3")], []],
    [
      "does not give way twice before something is judged",
      [...evaluating, slow, typed("2"), superseded, compiled("2"), slow, typed("3")],
      [],
    ],
    [
      "gives way again when something was judged",
      [
        ...evaluating,
        slow,
        typed("2"),
        superseded,
        compiled("2"),
        evaluated,
        typed("3"),
        compiled("3"),
        slow,
        typed("4"),
      ],
      ["giveUp"],
    ],
    ["compiles what is newer when it has given way", [...evaluating, slow, typed("2"), superseded], ["compile"]],
    ["shows that it hung", [...evaluating, overran], ["show stopped 1", "annotate"]],
    [
      "shows that it hung, and takes up what was typed",
      [...evaluating, typed("2"), overran],
      ["show stopped 1", "compile"],
    ],
    ["is stopped at Stop, if it takes long", [...evaluating, slow, { type: "stop" }], ["stop"]],
    ["is not stopped otherwise", [...evaluating, { type: "stop" }], []],
    ["hears of no compilation", [...evaluating, compiled("9")], []],
  ])("%s", (_title, events, expected) => {
    expect(done(...events)).toEqual(expected);
  });

  test("knows the program and what to evaluate it on", () => {
    expect(after(...evaluating)[1]).toEqual([{ type: "evaluate", setup, program: compilationOf("1").program }]);
  });
});

describe("a lane that did not finish at the last visit", () => {
  const waits = paused(born(false));
  test.each<[string, readonly Event[], string[]]>([
    ["waits", [known, loaded("1")], []],
    ["goes on waiting when settings change", [known, loaded("1"), known], []],
    ["runs at an edit", [known, loaded("1"), typed("2")], ["phase loading", "compile"]],
    ["runs at Run", [known, loaded("1"), { type: "run" }], ["phase computing", "compile"]],
  ])("%s", (_title, events, expected) => {
    expect(lived(waits, ...events)[1].map(named)).toEqual(expected);
  });
});

describe("a stranger's lane", () => {
  const waits = born(true);
  test.each<[string, readonly Event[], string[]]>([
    ["is compiled, annotated and not run", [known, loaded("1"), compiled("1")], ["show waiting 1", "annotate"]],
    ["shows what does not compile", [known, loaded("broken"), compiled("broken")], ["show ready broken", "annotate"]],
    [
      "is not run when it is typed into",
      [known, loaded("1"), compiled("1"), typed("2"), compiled("2")],
      ["show waiting 2", "annotate"],
    ],
    ["is compiled anew when that is allowed", [known, loaded("1"), compiled("1"), { type: "allowed" }], ["compile"]],
    [
      "runs when that was allowed",
      [known, loaded("1"), compiled("1"), { type: "allowed" }, compiled("1")],
      ["evaluate"],
    ],
    [
      "runs when it was allowed while it was compiled",
      [known, loaded("1"), { type: "run" }, compiled("1"), compiled("1")],
      ["evaluate"],
    ],
  ])("%s", (_title, events, expected) => {
    expect(lived(waits, ...events)[1].map(named)).toEqual(expected);
  });

  test("is allowed once", () => {
    expect(lived(born(false), known, loaded("1"), { type: "allowed" })[1]).toEqual([]);
  });
});

describe("a number that is turned", () => {
  const turn = (value: number): Event => ({ type: "turn", turn: { name: "k", nth: 0, value } });
  test.each<[string, readonly Event[], string[]]>([
    ["is an edit at once where the text has been judged", [...judged, turn(7)], ["edit 7"]],
    ["waits for the judgement", [...evaluating, turn(7)], []],
    [
      "is an edit when the judgement stands",
      [...evaluating, turn(7), evaluated],
      ["show ready 1", "annotate", "edit 7"],
    ],
    [
      "is the newest of those that came meanwhile",
      [...evaluating, turn(7), turn(8), evaluated],
      ["show ready 1", "annotate", "edit 8"],
    ],
    [
      "waits until what was typed meanwhile is judged",
      [...evaluating, turn(7), typed("2"), evaluated],
      ["show ready 1", "compile"],
    ],
    [
      "is forgotten where there is no such number any more",
      [...judged, typed("none"), compiled("none"), turn(7), evaluated],
      ["show ready none", "annotate"],
    ],
    [
      "goes into the run when it has been judged",
      [...judged, turn(7), typed("7"), compiled("7"), evaluated],
      ["show ready 7", "swap 1 7", "annotate"],
    ],
    [
      "goes into no run when it hung",
      [...judged, turn(7), typed("7"), compiled("7"), overran],
      ["show stopped 7", "annotate"],
    ],
  ])("%s", (_title, events, expected) => {
    expect(done(...events)).toEqual(expected);
  });
});

test("a lane that is removed disposes of what it had, once, and does nothing any more", () => {
  const removed: Event = { type: "removed" };
  expect(done(...evaluating, removed)).toEqual(["dispose"]);
  for (const event of [removed, evaluated, typed("2"), known, compiled("1"), { type: "run" }] as const)
    expect(done(...evaluating, removed, event)).toEqual([]);
});

test("whatever happens in whatever order, one thing is done at a time, the newest text is judged in the end, and nothing after the end", () => {
  const act = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom("1", "22", "333", "broken", "none").map(typed) },
    { weight: 6, arbitrary: fc.constant("answer" as const) },
    fc.constantFrom<Event>(
      known,
      { type: "handling" },
      { type: "slow" },
      { type: "run" },
      { type: "stop" },
      { type: "allowed" },
    ),
    fc.nat(999).map((value): Event => ({ type: "turn", turn: { name: "k", nth: 0, value } })),
    fc.constant("hang" as const),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), fc.boolean(), fc.option(fc.nat(60)), (acts, isWaiting, goneAt) => {
      let life = born(isWaiting);
      let editor = text("1");
      let under: "compile" | "evaluate" | null = null;
      let compiledSource = "";
      let isAsked = false;
      let shown: string | null = null;
      let isGone = false;
      const queue: Event[] = [];
      const happen = (event: Event): void => {
        queue.push(event);
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          const [after, effects] = step(life, next);
          life = after;
          if (isGone) expect(effects).toEqual([]);
          if (next.type === "removed") isGone = true;
          for (const effect of effects) {
            if (effect.type === "compile" || effect.type === "evaluate") {
              expect(under).toBeNull();
              under = effect.type;
              isAsked = false;
            }
            if (effect.type === "compile") compiledSource = editor.source;
            if (effect.type === "evaluate") expect(life.isWaiting).toBe(false);
            if (effect.type === "giveUp" || effect.type === "stop") {
              expect(under).toBe("evaluate");
              isAsked = true;
            }
            if (effect.type === "show") shown = effect.shown.source;
            if (effect.type === "annotate") expect(shown).toBe(editor.source);
            if (effect.type === "edit") {
              const { source, language } = editor;
              editor = {
                source: source.slice(0, effect.range.start) + effect.text + source.slice(effect.range.end),
                language,
              };
              queue.push({ type: "text", text: editor, isEdit: true });
            }
          }
        }
      };
      const answer = (isHung: boolean): void => {
        const [was, asked] = [under, isAsked];
        under = null;
        if (was === "compile") happen(compiled(compiledSource));
        else if (was === "evaluate") happen(asked ? superseded : isHung ? overran : evaluated);
      };
      happen(known);
      happen({ type: "text", text: editor, isEdit: false });
      for (const [i, event] of acts.entries()) {
        if (i === goneAt) happen({ type: "removed" });
        if (event === "answer" || event === "hang") {
          answer(event === "hang");
          continue;
        }
        if (event.type === "text") editor = event.text;
        happen(event);
      }
      for (let i = 0; i < 20 && under !== null; i++) answer(false);
      expect(under).toBeNull();
      if (!isGone) expect(shown).toBe(editor.source);
    }),
    { numRuns: 2000 },
  );
});
