/** @file All words about a loss: from the facts of a compilation and a report to a verdict. Pure; the editor's share is in annotations-of.ts. */
import { bounds } from "../../engine/inspect/bounds.ts";
import { type Severity, severityOf } from "../../engine/inspect/hazards.ts";
import { plainLine } from "../../engine/inspect/plain-text.ts";
import type { Failure, Report } from "../../engine/inspect/report.ts";
import type { Compilation, Diagnostic, Fix, Range } from "../../engine/language/program.ts";
import { defaultHandling, type VectorHandling } from "../../engine/vector/handling.ts";
import type { LaneResult } from "../store/store.ts";
import { broadcastFixes } from "./broadcast-fixes.ts";
import { deepestIn } from "./deepest.ts";
import { formatNumber, formatShape } from "./format.ts";
import { type HazardLabel, judgementOf, reaching } from "./hazard-words.ts";
import { type MoreNotes, moreNotesOf, type Note, notesOf } from "./notes.ts";
import { remedyOf } from "./remedies.ts";
import { lineOf, SourceText } from "./source-text.ts";
import { stopWords } from "./stop-words.ts";

export type Label = HazardLabel | "Waiting" | "Stopped";

export interface Verdict {
  readonly label: Label | null;
  readonly tone: "ok" | "warn" | "bad" | "muted";
  readonly shape: string | null;
  readonly value: string | null;
  /** Why, in a sentence or two. */
  readonly reason: string;
  /** PyTorch's own line, where PyTorch would raise. */
  readonly pytorch: string | null;
  /** The class of that exception. */
  readonly exception: string | null;
  readonly fixes: readonly Fix[];
  /** Where it is about, for a marker. */
  readonly place: Range | null;
  /** What else deserves a look although the loss can be trained. */
  readonly notes: readonly Note[];
  readonly moreNotes: readonly MoreNotes[];
  /** It could not even begin to run: the text is at fault. */
  readonly isBlocked: boolean;
}

/** There is room for so many beside the words; the others stand in Checks. */
const OFFERED = 2;

/** What mends the verdict, or, where it needs no mending, the first note. */
export function offeredFixes({ fixes, notes }: Verdict): readonly Fix[] {
  const offered = fixes.length > 0 ? fixes : (notes.find((note) => note.fixes.length > 0)?.fixes ?? []);
  return offered.slice(0, OFFERED);
}

/** What fits beside the verdict, and how many more there are. */
export function shownNotes({ notes, moreNotes }: Verdict): { readonly shown: readonly Note[]; readonly more: number } {
  let room: number = bounds.text;
  const shown = notes.filter(({ text }) => {
    room -= text.length;
    return room >= 0;
  });
  return { shown, more: moreNotes.reduce((sum, { count }) => sum + count, notes.length - shown.length) };
}

const nothing = {
  shape: null,
  value: null,
  pytorch: null,
  exception: null,
  fixes: [],
  place: null,
  notes: [],
  moreNotes: [],
  isBlocked: false,
};

/** `handling`: what the lane makes of a vector. */
export function verdictOf(result: LaneResult, handling: VectorHandling = defaultHandling): Verdict {
  const { compilation, report, source, stopped, phase } = result;
  if (stopped !== null) return { ...nothing, label: "Stopped", tone: "bad", reason: stopWords(stopped, "evaluating") };
  if (phase === "paused") {
    return {
      ...nothing,
      label: "Stopped",
      tone: "muted",
      reason: "This loss did not finish at your last visit, so it waits. Edit it, or press Run.",
    };
  }
  if (compilation === null) return { ...nothing, label: null, tone: "muted", reason: "Loading the compiler…" };
  const blocking = blockingDiagnostic(compilation, report);
  if (blocking !== null) return broken(source, blocking);
  if (phase === "waiting") {
    return {
      ...nothing,
      label: "Waiting",
      tone: "muted",
      reason: "This loss is somebody else's. It runs when you press Run.",
    };
  }
  if (report === null) return { ...nothing, label: null, tone: "muted", reason: "Computing…" };
  const text = new SourceText(source, compilation, result.language);
  if (report.failure !== null) return failed(text, report.failure, report);
  return judged(text, report, compilation.diagnostics, handling);
}

/** What keeps a loss from running: no program, a syntax error, an operator on tensors. */
function blockingDiagnostic({ program, diagnostics }: Compilation, report: Report | null): Diagnostic | null {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const [first] = errors;
  if (first === undefined) return null;
  if (program === null || errors.some(({ code }) => code === "syntax"))
    return errors.find(({ code }) => code === "syntax") ?? first;
  // An operator that is never reached does no harm.
  return report?.failure?.code === "operator" || report === null ? first : null;
}

function broken(source: string, diagnostic: Diagnostic): Verdict {
  const place = { start: diagnostic.start, end: diagnostic.end };
  const reason = `${diagnostic.message}${/[.!?)}…]$/.test(diagnostic.message) ? "" : "."}${lineText(source, place)}`;
  return {
    ...nothing,
    label: "Broken",
    tone: "bad",
    reason,
    place,
    isBlocked: true,
    fixes: diagnostic.fix === undefined ? [] : [diagnostic.fix],
  };
}

/** Nothing, where it is about all of the text. */
const lineText = (source: string, { start, end }: Range): string =>
  start === 0 && end >= source.length ? "" : ` (line ${lineOf(source, start)})`;

function failed(text: SourceText, failure: Failure, { expressions }: Report): Verdict {
  const place =
    failure.code === "too-deep"
      ? deepestIn(text.source)
      : failure.loop === null
        ? text.place(failure.probe)
        : (text.compilation.program?.loops[failure.loop] ?? null);
  const line = place === null ? "" : ` (line ${lineOf(text.source, place.start)})`;
  const { pytorch } = failure;
  const base = { ...nothing, place, pytorch, exception: pytorch === null ? null : failure.name };
  if (failure.code === "timeout") {
    return {
      ...base,
      label: "Stopped",
      tone: "bad",
      reason: `This loop was still running after a second, so it was stopped${line}. Check the condition that ends it.`,
    };
  }
  const remedy = remedyOf(text, failure, place, expressions);
  const hint = remedy?.hint ?? (failure.hint === null ? "" : ` ${failure.hint}`);
  const [left, right] = failure.shapes;
  const fixes =
    failure.code === "broadcast" && left !== undefined && right !== undefined
      ? broadcastFixes(text, expressions, failure.probe, [left, right])
      : (remedy?.fixes ?? text.renames(place, failure.message));
  return {
    ...base,
    label: "Broken",
    tone: "bad",
    reason: `${said(failure)}${line}.${hint}`,
    fixes,
  };
}

/** What a lane has a handling for is neither good nor bad. */
const isNeutral = (label: Label): boolean => label === "Vector";

/** What only the loss's own code says is quoted as such: it may pretend to be the page's. */
function said({ code, name, message }: Failure): string {
  if (code !== "exception" && code !== "recursion") return message;
  const who = /^[A-Za-z_][\w.]*$/.test(name) && name !== "Error" ? name : "The code of the loss threw";
  return `${who}: “${plainLine(message)}”`;
}

const tones: Readonly<Record<Severity, Verdict["tone"]>> = { error: "bad", warning: "warn", info: "ok" };

/** Of an evaluation that ran: the first hazard that has a verdict, and what stands beside it. */
function judged(
  text: SourceText,
  report: Report,
  diagnostics: readonly Diagnostic[],
  handling: VectorHandling,
): Verdict {
  const { outcome } = report;
  const about = { text, report, handling };
  const base = {
    ...nothing,
    shape: outcome?.kind === "tensor" ? formatShape(outcome.shape) : null,
    value: outcome?.value === null || outcome?.value === undefined ? null : formatNumber(outcome.value),
    notes: notesOf(about, diagnostics),
    moreNotes: moreNotesOf(about),
    place: text.place(outcome?.probe ?? null),
  };
  for (const hazard of report.hazards) {
    const judgement = judgementOf(about, hazard);
    if (judgement === null) continue;
    const { label, reason, pytorch, place = base.place, fixes = [] } = judgement;
    const said = pytorch === undefined ? {} : { pytorch: pytorch.line, exception: pytorch.exception };
    const tone = isNeutral(label) ? "muted" : tones[severityOf(hazard.code)];
    return { ...base, label, tone, reason, place, fixes, ...said };
  }
  return { ...base, label: "Scalar", tone: "ok", reason: reaching(report) };
}
