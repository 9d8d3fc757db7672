/** @file All words about a loss: from the facts of a compilation and a report to a verdict. Pure; the editor's share is in annotations-of.ts. */
import type { Failure, Hazard, Report } from "../../engine/inspect/report.ts";
import type { Compilation, Diagnostic, Fix, Range } from "../../engine/language/program.ts";
import { defaultHandling, type VectorHandling } from "../../engine/vector/handling.ts";
import type { LaneLanguage } from "../document/document.ts";
import type { StopReason } from "../sandbox/Sandbox.ts";
import type { LaneResult } from "../store/store.ts";
import { broadcastFixes } from "./broadcast-fixes.ts";
import { formatNumber, formatShape } from "./format.ts";
import { handledReason } from "./handling-words.ts";
import { type Note, notesOf } from "./notes.ts";
import { lineOf, SourceText } from "./source-text.ts";

export type Label = "Waiting" | "Scalar" | "Not a scalar" | "No gradient" | "Broken" | "Stopped";

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
  /** Fixes that are not edits of the text. */
  readonly offersTwoTargets: boolean;
}

export const NOT_SCALAR = "grad can be implicitly created only for scalar outputs";
const NO_GRAPH = "element 0 of tensors does not require grad and does not have a grad_fn";

const nothing = {
  shape: null,
  value: null,
  pytorch: null,
  exception: null,
  fixes: [],
  place: null,
  notes: [],
  offersTwoTargets: false,
};

/** `handling`: what the lane makes of a vector. */
export function verdictOf(result: LaneResult, handling: VectorHandling = defaultHandling): Verdict {
  const { compilation, report, source, stopped, phase } = result;
  if (stopped !== null) return { ...nothing, label: "Stopped", tone: "bad", reason: stopReasons[stopped] };
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

const stopReasons: Record<StopReason, string> = {
  overrun:
    "The loss did not finish within 2 s and was stopped. Look for a loop, a recursion or a regular expression that never ends.",
  user: "Stopped by you. It runs again with the next edit.",
  flood: "The loss sent more than can be shown and was stopped.",
  crashed: "The sandbox ended unexpectedly, most likely for want of memory. It runs again with the next edit.",
  unresponsive: "The sandbox did not start. Reload the page.",
  unsafe: "This browser cannot isolate the code of a loss, so none is run.",
};

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
  const reason = `${diagnostic.message}${/[.!?)}…]$/.test(diagnostic.message) ? "" : "."} (line ${lineOf(source, diagnostic.start)})`;
  return {
    ...nothing,
    label: "Broken",
    tone: "bad",
    reason,
    place,
    fixes: diagnostic.fix === undefined ? [] : [diagnostic.fix],
  };
}

function failed(text: SourceText, failure: Failure, { expressions }: Report): Verdict {
  const place =
    failure.loop === null ? text.place(failure.probe) : (text.compilation.program?.loops[failure.loop] ?? null);
  const line = place === null ? "" : ` (line ${lineOf(text.source, place.start)})`;
  const name = failure.code === "exception" && failure.name !== "Error" ? `${failure.name}: ` : "";
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
  const hint = failure.hint === null ? "" : ` ${failure.hint}`;
  const [left, right] = failure.shapes;
  const fixes =
    failure.code === "broadcast" && left !== undefined && right !== undefined
      ? broadcastFixes(text, expressions, failure.probe, [left, right])
      : text.renames(place, failure.message);
  return {
    ...base,
    label: "Broken",
    tone: "bad",
    reason: `${name}${failure.message}${line}.${hint}`,
    fixes,
    offersTwoTargets: failure.code === "too-few-targets",
  };
}

function judged(
  text: SourceText,
  report: Report,
  diagnostics: readonly Diagnostic[],
  handling: VectorHandling,
): Verdict {
  const { outcome, hazards, gradient } = report;
  const shape = outcome?.kind === "tensor" ? formatShape(outcome.shape) : null;
  const value = outcome?.value === null || outcome?.value === undefined ? null : formatNumber(outcome.value);
  const notes = notesOf(text, report, diagnostics);
  const base = { ...nothing, shape, value, notes, place: text.place(outcome?.probe ?? null) };
  const find = <C extends Hazard["code"]>(code: C) =>
    hazards.find((hazard): hazard is Extract<Hazard, { code: C }> => hazard.code === code);

  const notATensor = find("not-a-tensor");
  if (notATensor !== undefined) {
    const cut = find("no-gradient");
    const viaItem = cut?.cause === "item" || cut?.cause === "tolist";
    return {
      ...base,
      label: "Broken",
      tone: "bad",
      reason: viaItem
        ? `forward returns a number: ${cut.cause}() left the graph, so there is no gradient. Return the tensor itself.`
        : returned(notATensor.kind, text.language),
      fixes: viaItem ? text.removeCall(cut.probe, cut.cause ?? "") : [],
    };
  }
  const notScalar = find("not-scalar");
  if (notScalar !== undefined) {
    const [container, numel] = outcome?.kind === "tensor" ? [outcome.container, outcome.numel] : [null, 0];
    const what =
      container !== null
        ? `${numel} losses in a ${container}`
        : text.isPerSample(notScalar.shape)
          ? "One loss per element"
          : "Several numbers";
    return {
      ...base,
      label: "Not a scalar",
      tone: "warn",
      reason:
        handling.kind === "refuse"
          ? `${what}: reduce ${container === null ? "it" : "them"}, or choose the handling.`
          : handledReason(handling, numel),
      pytorch: container === null ? NOT_SCALAR : `'${container}' object has no attribute 'backward'`,
      exception: container === null ? "RuntimeError" : "AttributeError",
      fixes: container === null ? reductions(text, notScalar.probe) : text.addUp(notScalar.probe, container),
    };
  }
  const nonFinite = find("non-finite");
  if (nonFinite !== undefined) {
    const what = nonFinite.nan ? "NaN" : "infinity";
    return {
      ...base,
      label: "Broken",
      tone: "bad",
      reason: `${what} began in ${text.quote(nonFinite.probe)}${text.line(nonFinite.probe)}. Check the domain of its inputs.`,
      place: text.place(nonFinite.probe),
    };
  }
  const noGradient = find("no-gradient");
  if (noGradient !== undefined) {
    return {
      ...base,
      label: "No gradient",
      tone: "bad",
      reason: lostGradient(text, noGradient),
      pytorch: NO_GRAPH,
      exception: "RuntimeError",
      place: text.place(noGradient.probe),
      fixes: noGradient.cause === "detach" ? text.removeCall(noGradient.probe, "detach") : [],
    };
  }
  const zero = find("zero-gradient");
  if (zero !== undefined) {
    const reason =
      zero.cause === null
        ? "The gradient is zero for every prediction of this batch: nothing would be learned from it."
        : `The gradient is zero everywhere: ${zero.cause}() has derivative 0${text.line(zero.probe)}. PyTorch says nothing and learns nothing.`;
    return {
      ...base,
      label: "No gradient",
      tone: "bad",
      reason,
      place: text.place(zero.probe),
      fixes: zero.cause === null ? [] : text.removeCall(zero.probe, zero.cause),
    };
  }
  const badGradient = find("non-finite-gradient");
  if (badGradient !== undefined) {
    return {
      ...base,
      label: "Broken",
      tone: "bad",
      reason: `The value is finite, but the gradient is not: it went wrong in ${badGradient.cause ?? "backward"} of ${text.quote(badGradient.probe)}${text.line(badGradient.probe)}.`,
      place: text.place(badGradient.probe),
    };
  }
  const oneElement = find("one-element");
  const reaches = gradient === null ? "" : `Gradient reaches the predictions, norm ${formatNumber(gradient.norm)}.`;
  if (oneElement !== undefined) {
    const word = `One element in ${oneElement.shape.length === 1 ? "one dim" : `${oneElement.shape.length} dims`}: PyTorch starts a gradient from it, JAX refuses.`;
    return {
      ...base,
      label: "Scalar",
      tone: "ok",
      reason: `${word} ${reaches}`,
      fixes: text.append(oneElement.probe, ".squeeze()"),
    };
  }
  return { ...base, label: "Scalar", tone: "ok", reason: reaches };
}

const notTensorsInPython: Record<string, string> = {
  null: "forward returns None. Is a return missing? Return a tensor.",
  array: "forward returns a list or tuple. Return one tensor; torch.stack makes one of several.",
  boolean: "forward returns True or False. Return a tensor.",
};

const notTensors: Record<string, string> = {
  undefined: "forward returns nothing. Add a return statement.",
  null: "forward returns null. Return a tensor.",
  number: "forward returns a number. A number has no gradient: return a tensor.",
  array: "forward returns an array. Return one tensor; torch.stack makes one of several.",
  promise: "forward returns a promise. Take away async and await.",
  boolean: "forward returns true or false. Return a tensor.",
  string: "forward returns a string. Return a tensor.",
  function: "forward returns a function. Call it, and return its tensor.",
  object: "forward returns an object. Return a tensor.",
};

function returned(kind: string, language: LaneLanguage): string {
  if (language === "python" && notTensorsInPython[kind] !== undefined) return notTensorsInPython[kind];
  return notTensors[kind] ?? `forward returns ${kind}. Return a tensor.`;
}

const comparisons: ReadonlySet<string> = new Set([
  "gt",
  "ge",
  "lt",
  "le",
  "eq",
  "ne",
  "logical_and",
  "logical_or",
  "logical_not",
  "isnan",
  "isinf",
  "isfinite",
]);

function lostGradient(text: SourceText, { cause, probe }: Extract<Hazard, { code: "no-gradient" }>): string {
  const where = text.line(probe);
  if (cause === null) return "Nothing connects the result to the predictions: it is a constant to them.";
  if (cause === "detach") return `detach() cuts the result off from the predictions${where}.`;
  if (cause === "item" || cause === "tolist")
    return `${cause}() turns a tensor into plain numbers${where}: no gradient goes through them.`;
  if (cause === "no_grad")
    return `torch.no_grad() computes without a graph${where}: no gradient goes through what is made there.`;
  if (cause.startsWith("arg")) return `${cause}() gives an index${where}: an index has no gradient.`;
  if (comparisons.has(cause))
    return `A comparison, ${cause}(), answers true or false${where}: no gradient goes through it. torch.sigmoid is a smooth stand-in.`;
  return `${cause}() passes no gradient on${where}.`;
}

function reductions(text: SourceText, probe: number | null): Fix[] {
  return [...text.append(probe, ".mean()"), ...text.append(probe, ".sum()")];
}
