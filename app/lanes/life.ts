/**
 * @file A lane's life: its text is compiled, what came out is evaluated, and what was typed meanwhile is taken up. Pure: what happens goes in, what
 * is to be done comes out. One compilation or evaluation at a time; the newest text is always judged in the end; nothing is done once it is gone.
 */
import { unreachable } from "../../engine/exactly.ts";
import type { Report } from "../../engine/inspect/report.ts";
import type { Compilation, Program, Range } from "../../engine/language/program.ts";
import type { Setup } from "../../engine/worker/protocol.ts";
import type { LaneLanguage } from "../document/document.ts";
import type { Evaluated, StopReason } from "../sandbox/job.ts";
import type { Phase } from "../store/store.ts";
import { type Turn, turned } from "./turn.ts";

export interface LaneText {
  readonly source: string;
  readonly language: LaneLanguage;
}

/** What the lane is at. `isStale`: something else is to be judged by now. */
export type Work =
  | { readonly kind: "rest" }
  | { readonly kind: "compiling"; readonly text: LaneText; readonly isStale: boolean }
  | {
      readonly kind: "evaluating";
      readonly text: LaneText;
      readonly compilation: Compilation;
      readonly program: Program;
      readonly isStale: boolean;
      /** It takes long enough to be noticed, and to give way to something newer. */
      readonly isSlow: boolean;
    };

export interface Life {
  readonly isGone: boolean;
  /** Null until it begins. */
  readonly text: LaneText | null;
  /** What to evaluate on; null until that is known. */
  readonly setup: Setup | null;
  /** It did not finish at the last visit, and waits for an edit or for Run. */
  readonly isPaused: boolean;
  /** It is a stranger's: compiled, and not run. */
  readonly isWaiting: boolean;
  readonly work: Work;
  /** What was judged last. */
  readonly judged: { readonly text: LaneText; readonly program: Program | null } | null;
  /** The evaluation before this one gave way: this one does not, or who types without a pause on a busy machine would never see a verdict. */
  readonly hasGivenWay: boolean;
  /** A number that was turned and is not in the text yet. */
  readonly turn: Turn | null;
  /** The text that a number was turned in, and what it became: its evaluation goes into the run that is under way. */
  readonly swap: { readonly from: string; readonly to: string } | null;
}

export type Event =
  /** The lane begins, its editor has loaded, or its text has changed. */
  | { readonly type: "text"; readonly text: LaneText; readonly isEdit: boolean }
  | { readonly type: "setup"; readonly setup: Setup }
  /** The handling of vectors was changed. */
  | { readonly type: "handling" }
  | { readonly type: "turn"; readonly turn: Turn }
  /** The reader allows a stranger's document to run. */
  | { readonly type: "allowed" }
  /** Run was pressed. */
  | { readonly type: "run" }
  /** Stop was pressed. */
  | { readonly type: "stop" }
  | { readonly type: "compiled"; readonly compilation: Compilation }
  | { readonly type: "slow" }
  | { readonly type: "evaluated"; readonly evaluated: Evaluated }
  | { readonly type: "removed" };

export interface Shown {
  readonly phase: Phase;
  readonly source: string;
  readonly language: LaneLanguage;
  readonly compilation: Compilation;
  readonly report: Report | null;
  readonly stopped: StopReason | null;
}

export type Effect =
  /** Answered by `compiled`. */
  | { readonly type: "compile" }
  /** Answered by `evaluated`; by `slow` as well, where that takes long. */
  | { readonly type: "evaluate"; readonly setup: Setup; readonly program: Program }
  /** End the evaluation under way: something newer waits. It is still answered. */
  | { readonly type: "giveUp" }
  /** End it since the user says so. It is still answered. */
  | { readonly type: "stop" }
  | { readonly type: "phase"; readonly phase: Phase }
  | { readonly type: "show"; readonly shown: Shown }
  /** What is shown stands in the editor too: the text is still the one it is of. */
  | { readonly type: "annotate" }
  | { readonly type: "edit"; readonly range: Range; readonly text: string }
  | { readonly type: "swap"; readonly from: string; readonly to: string; readonly program: Program }
  | { readonly type: "dispose" };

export type Step = readonly [Life, readonly Effect[]];

export function born(isWaiting: boolean): Life {
  return {
    isGone: false,
    text: null,
    setup: null,
    isPaused: false,
    isWaiting,
    work: { kind: "rest" },
    judged: null,
    hasGivenWay: false,
    turn: null,
    swap: null,
  };
}

/** It did not finish at the last visit. */
export function paused(life: Life): Life {
  return { ...life, isPaused: true };
}

export function step(life: Life, event: Event): Step {
  if (life.isGone) return [life, []];
  switch (event.type) {
    case "text":
      return onText(life, event.text, event.isEdit);
    case "setup":
      return refresh({ ...life, setup: event.setup });
    case "handling":
      return refresh(life);
    case "allowed":
      return life.isWaiting ? refresh({ ...life, isWaiting: false }) : [life, []];
    case "run":
      return then(refresh({ ...life, isPaused: false, isWaiting: false }), { type: "phase", phase: "computing" });
    case "turn":
      return life.work.kind === "rest" ? turnNow({ ...life, turn: event.turn }) : [{ ...life, turn: event.turn }, []];
    case "stop":
      return life.work.kind === "evaluating" && life.work.isSlow ? [life, [{ type: "stop" }]] : [life, []];
    case "compiled":
      return onCompiled(life, event.compilation);
    case "slow":
      return onSlow(life);
    case "evaluated":
      return onEvaluated(life, event.evaluated);
    case "removed":
      return [{ ...life, isGone: true }, [{ type: "dispose" }]];
    default:
      return unreachable(event);
  }
}

const then = ([life, effects]: Step, ...more: readonly Effect[]): Step => [life, [...more, ...effects]];

function onText(life: Life, text: LaneText, isEdit: boolean): Step {
  const wakes = life.isPaused && isEdit;
  const next = refresh({ ...life, text, isPaused: life.isPaused && !isEdit });
  return wakes ? then(next, { type: "phase", phase: "loading" }) : next;
}

/** Something is to be judged anew: at once, or after what is under way. */
function refresh(life: Life): Step {
  const { work, text } = life;
  if (work.kind !== "rest") return giveWay({ ...life, work: { ...work, isStale: true } });
  if (text === null || life.setup === null || life.isPaused) return [life, []];
  return [{ ...life, work: { kind: "compiling", text, isStale: false } }, [{ type: "compile" }]];
}

/** An evaluation that takes long does not keep what is newer waiting. */
function giveWay(life: Life): Step {
  const { work } = life;
  if (work.kind !== "evaluating" || !work.isStale || !work.isSlow || life.hasGivenWay) return [life, []];
  return [{ ...life, hasGivenWay: true }, [{ type: "giveUp" }]];
}

function onSlow(life: Life): Step {
  const { work } = life;
  if (work.kind !== "evaluating" || work.isSlow) return [life, []];
  // The old report stays in sight until now.
  return then(giveWay({ ...life, work: { ...work, isSlow: true } }), { type: "phase", phase: "computing" });
}

function onCompiled(life: Life, compilation: Compilation): Step {
  const { work, setup } = life;
  if (work.kind !== "compiling") return [life, []];
  if (work.isStale) return refresh({ ...life, work: { kind: "rest" } });
  const { text } = work;
  const { program } = compilation;
  if (program === null || life.isWaiting || setup === null)
    return show(life, text, {
      compilation,
      phase: program === null ? "ready" : "waiting",
      report: null,
      stopped: null,
    });
  const evaluating = { kind: "evaluating", text, compilation, program } as const;
  return [{ ...life, work: { ...evaluating, isStale: false, isSlow: false } }, [{ type: "evaluate", setup, program }]];
}

function onEvaluated(life: Life, evaluated: Evaluated): Step {
  const { work, swap } = life;
  if (work.kind !== "evaluating") return [life, []];
  const { text, compilation, program } = work;
  if (evaluated.kind === "superseded") return refresh({ ...life, work: { kind: "rest" } });
  if (evaluated.kind === "stopped")
    return show(life, text, { compilation, phase: "stopped", report: null, stopped: evaluated.reason });
  const isSwap = swap?.to === text.source;
  const next = show(isSwap ? { ...life, swap: null } : life, text, {
    compilation,
    phase: "ready",
    report: evaluated.report,
    stopped: null,
  });
  return isSwap ? [next[0], [...next[1].slice(0, 1), { type: "swap", ...swap, program }, ...next[1].slice(1)]] : next;
}

/** The judgement stands; then a number is turned that waited for it, and what was typed meanwhile is taken up. */
function show(life: Life, text: LaneText, found: Pick<Shown, "compilation" | "phase" | "report" | "stopped">): Step {
  const isStale = life.work.kind !== "rest" && life.work.isStale;
  const shown: Effect = { type: "show", shown: { ...text, ...found } };
  const swap = found.stopped !== null && life.swap?.to === text.source ? null : life.swap;
  const settled = {
    ...life,
    hasGivenWay: false,
    swap,
    work: { kind: "rest" },
    judged: { text, program: found.compilation.program },
  } as const;
  if (isStale) return then(refresh(settled), shown);
  return then(turnNow(settled), shown, { type: "annotate" });
}

/** Takes up a number that was turned, if what was judged last is the text as it stands. */
function turnNow(life: Life): Step {
  const { turn, text, judged } = life;
  if (turn === null || text === null || judged === null) return [life, []];
  if (judged.text.source !== text.source || judged.text.language !== text.language) return [life, []];
  const edit = judged.program === null ? null : turned(text.source, text.language, judged.program, turn);
  if (edit === null || edit.source === text.source) return [{ ...life, turn: null }, []];
  return [
    { ...life, turn: null, swap: { from: text.source, to: edit.source } },
    [{ type: "edit", range: edit.range, text: edit.text }],
  ];
}
