/** @file What is said of each hazard, by its code: a verdict where it is what matters of the loss, a note where it stands beside one. */
import { isFlat } from "../../engine/inspect/cuts.ts";
import type { HazardCode, HazardOf } from "../../engine/inspect/hazards.ts";
import type { PlainKind, Report } from "../../engine/inspect/report.ts";
import type { Fix, Range } from "../../engine/language/program.ts";
import type { ExceptionType } from "../../engine/tensor/errors.ts";
import type { VectorHandling } from "../../engine/vector/handling.ts";
import type { LaneLanguage } from "../document/document.ts";
import { backwardEdit, backwardFixes, ownBackwardWords } from "./backward-words.ts";
import { broadcastFixes } from "./broadcast-fixes.ts";
import { cancelledFixes, cancelledWords } from "./cancelled-words.ts";
import { cutFixes } from "./cut-fixes.ts";
import { alsoWords, cutWords, lostGradient } from "./cut-words.ts";
import { formatNumber, formatShape } from "./format.ts";
import { handledReason } from "./handling-words.ts";
import {
  lostFixes,
  oneRow,
  otherBatch,
  secondStep,
  secondStepFixes,
  trainingLost,
  unboundedWords,
} from "./later-words.ts";
import { batchSoftmaxFixes, batchSoftmaxWords, linkFixes, linkWords } from "./link-words.ts";
import { constructed } from "./module-words.ts";
import { notFinite, notFiniteFixes, slopeFixes, slopeNotFinite } from "./non-finite-words.ts";
import { oneWeightFixes, oneWeightWords } from "./one-weight-words.ts";
import { softSelection } from "./soft-selection.ts";
import { lineOf, type SourceText } from "./source-text.ts";
import { accompanied, isAlone, totalFixes, totalWords } from "./total-words.ts";
import { extremes } from "./truth-words.ts";
import { flatFixes, zeroFixes, zeroWords } from "./zero-words.ts";

/** What a hazard was found in. */
export interface About {
  readonly text: SourceText;
  readonly report: Report;
  /** What the lane makes of a vector. */
  readonly handling: VectorHandling;
}

export type HazardLabel = "Scalar" | "Vector" | "Not a scalar" | "No gradient" | "Broken";

export interface Judgement {
  readonly label: HazardLabel;
  readonly reason: string;
  readonly pytorch?: { readonly exception: ExceptionType; readonly line: string };
  /** Where it is about, if not where the result is. */
  readonly place?: Range | null;
  readonly fixes?: readonly Fix[];
}

export interface Remark {
  readonly text: string;
  readonly fixes: readonly Fix[];
}

/** Every hazard has a title, and the one or the other. */
type Words<H> = { readonly title: string } & (
  | { readonly verdict: (about: About, hazard: H) => Judgement; readonly note?: never }
  | { readonly note: (about: About, hazard: H) => Remark; readonly verdict?: never }
);

const NOT_SCALAR = "grad can be implicitly created only for scalar outputs";
const NO_GRAPH = "element 0 of tensors does not require grad and does not have a grad_fn";

const words: { readonly [Code in HazardCode]: Words<HazardOf<Code>> } = {
  "not-a-tensor": {
    title: "Returns no tensor",
    verdict({ text, report }, { kind, module, leads, probe }) {
      if (kind === "array" && leads && !isAlone(text, probe)) return accompanied(text, probe);
      if (module !== null) return constructed(text, probe, module);
      const cut = report.hazards.find((hazard) => hazard.code === "no-gradient");
      const entry = entryFixes(text, probe, kind);
      if (entry.length > 0)
        return {
          label: "Broken",
          reason: "forward returns a dict, and backward starts from a tensor: return its entry.",
          fixes: entry,
        };
      const called = methodFixes(text, probe, kind);
      const base = {
        label: "Broken",
        reason:
          called.length > 0
            ? `forward returns a method that was not called${text.line(probe)}: write its parentheses.`
            : returned(kind, text.language),
        fixes: called,
      } as const;
      if (cut === undefined) return base;
      if (cut.cause === "item" || cut.cause === "tolist") {
        const [fix] = text.removeCall(cut.probe, cut.cause);
        const backward = backwardEdit(text);
        return {
          ...base,
          reason: `forward returns a number: ${cut.cause}() left the graph, so there is no gradient. Return the tensor itself.`,
          fixes: fix === undefined ? [] : [backward === null ? fix : { ...fix, edits: [...fix.edits, backward] }],
        };
      }
      const at = text.place(probe);
      const chosen = at === null ? null : extremes(text, at);
      if (chosen !== null) return { ...base, reason: `${base.reason}${chosen.hint ?? ""}`, fixes: chosen.fixes };
      return {
        ...base,
        reason: `forward returns a number, which has no gradient. ${lostGradient(text, cut, true)}`,
        place: text.place(cut.probe),
      };
    },
  },
  "not-scalar": {
    title: "Several numbers where one is needed",
    verdict({ text, report: { outcome }, handling }, { probe, shape, total, isMade }) {
      const numbers = outcome?.kind === "tensor" ? outcome.numel : 0;
      if (handling.kind !== "refuse") return { label: "Vector", reason: handledReason(handling, numbers), place: null };
      const [container, numel] = outcome?.kind === "tensor" ? [outcome.container, outcome.numel] : [null, 0];
      const what =
        container !== null
          ? `${numel} losses in a ${container}`
          : text.isPerSample(shape)
            ? "One loss per element"
            : "Several numbers";
      return {
        label: "Not a scalar",
        reason:
          container !== null && total !== null && outcome?.kind === "tensor"
            ? totalWords(what, outcome, total, isMade)
            : `${what}: reduce ${container === null ? "it" : "them"}, or choose the handling.`,
        pytorch:
          container === null
            ? { exception: "RuntimeError", line: NOT_SCALAR }
            : { exception: "AttributeError", line: `'${container}' object has no attribute 'backward'` },
        fixes:
          container === null || outcome?.kind !== "tensor"
            ? reductions(text, probe)
            : total === null
              ? text.addUp(probe, container)
              : totalFixes(text, probe, outcome, total),
      };
    },
  },
  "non-finite": {
    title: "Not finite",
    verdict: ({ text }, hazard) => ({
      label: "Broken",
      reason: notFinite(text, hazard),
      place: text.place(hazard.probe),
      fixes: notFiniteFixes(text, hazard),
    }),
  },
  "no-gradient": {
    title: "No gradient reaches the predictions",
    verdict: ({ text, report }, hazard) => ({
      label: "No gradient",
      reason: lostGradient(text, hazard, report.outcome?.kind !== "tensor"),
      ...(hazard.raises ? { pytorch: { exception: "RuntimeError", line: NO_GRAPH } as const } : {}),
      place: text.place(hazard.probe),
      fixes: hazard.isAsked ? [] : cutFixes(text, hazard),
    }),
  },
  "zero-gradient": {
    title: "The gradient is zero",
    verdict: ({ text, report }, hazard) => ({
      label: "No gradient",
      reason: zeroWords(text, hazard),
      place: text.place(hazard.probe),
      fixes: zeroFixes(text, report.expressions, hazard),
    }),
  },
  "non-finite-gradient": {
    title: "The gradient is not finite",
    verdict: ({ text }, hazard) => ({
      label: "Broken",
      reason: slopeNotFinite(text, hazard),
      place: text.place(hazard.probe),
      fixes: slopeFixes(text, hazard),
    }),
  },
  "dead-term": {
    title: "No gradient in a term",
    note: ({ text }, hazard) => {
      const { cause, probe, from, value, share } = hazard;
      const part = share > 0 && share < 0.005 ? "under 1 %" : `${Math.round(100 * share)} %`;
      return {
        text: `${text.quote(probe)} adds ${formatNumber(value)} to the value (${part}) and nothing to the gradient${text.line(probe)}. ${cause === null ? "" : cutWords(text, cause, from)}${alsoWords(text, hazard)} PyTorch says nothing.`,
        fixes: isFlat(cause ?? "")
          ? flatFixes(text, { cause, probe: from })
          : cutFixes(text, { ...hazard, probe: from }),
      };
    },
  },
  "second-step": {
    title: "The second step fails",
    verdict: ({ text }, hazard) => ({
      label: "Broken",
      reason: secondStep(text, hazard),
      place: text.place(hazard.from ?? hazard.used ?? hazard.probe),
      fixes: hazard.from === null ? secondStepFixes(text, hazard.used) : [],
    }),
  },
  "other-batch": {
    title: "Another batch fails",
    verdict: ({ text }, hazard) => ({
      label: "Broken",
      reason: otherBatch(text, hazard),
      place: text.place(hazard.probe),
      fixes: lostFixes(text, hazard.lost),
    }),
  },
  "training-lost": {
    title: "Training is lost",
    verdict: ({ text }, hazard) => ({
      label: "Scalar",
      reason: trainingLost(text, hazard),
      place: text.place(hazard.probe),
      fixes: lostFixes(text, hazard.lost),
    }),
  },
  unbounded: {
    title: "Nothing bounds it from below",
    note: ({ text }, hazard) => ({ text: unboundedWords(text, hazard), fixes: [] }),
  },
  "one-row": {
    title: "One row is not enough",
    note: ({ text }, hazard) => ({ text: oneRow(text, hazard), fixes: lostFixes(text, hazard.lost) }),
  },
  "wrong-link": {
    title: "Given something else than it takes",
    note: ({ text }, hazard) => ({ text: linkWords(text, hazard), fixes: linkFixes(text, hazard) }),
  },
  "batch-softmax": {
    title: "Softmax over the batch",
    note: ({ text }, hazard) => ({ text: batchSoftmaxWords(text, hazard), fixes: batchSoftmaxFixes(text, hazard) }),
  },
  "own-backward": {
    title: "backward() within the loss",
    note: ({ text }) => ({ text: ownBackwardWords(text), fixes: backwardFixes(text) }),
  },
  "cancelled-errors": {
    title: "Errors cancel",
    note: ({ text }, hazard) => ({ text: cancelledWords(text, hazard), fixes: cancelledFixes(text, hazard) }),
  },
  "one-weight": {
    title: "Weights multiply one number",
    note: ({ text }, hazard) => ({ text: oneWeightWords(text, hazard), fixes: oneWeightFixes(text, hazard) }),
  },
  "swapped-arguments": {
    title: "Targets come second",
    note: ({ text }, { first, second, probe, other }) => ({
      text: `forward(${first}, ${second}) is Keras's order${text.line(probe)}: here, as in PyTorch, the predictions come first, so with these names the two are swapped, silently.`,
      fixes: text.swap(probe, other),
    }),
  },
  unregistered: {
    title: "No optimiser moves it",
    note: ({ text }, { probe }) => ({
      text: `${text.quote(probe)}${text.line(probe)} uses a tensor that requires a gradient and is no parameter of the loss: it gets a gradient, and no optimiser moves it. Make it an nn.Parameter in __init__, as an attribute of its own (in a list: nn.ParameterList); what forward makes is new at every step. PyTorch says nothing.`,
      fixes: [],
    }),
  },
  "still-parameter": {
    title: "A parameter never moves",
    note: ({ text }, { name, cause, probe }) => ({
      text: `${name}${cause === null ? madeAt(text, name) : ""} never moves: no gradient reaches it. ${cause === null ? "Nothing that forward returns is made of it." : cutWords(text, cause, probe, name)} PyTorch says nothing.`,
      fixes:
        cause === null
          ? []
          : [
              ...softSelection(text, { cause, probe }),
              ...cutFixes(text, { cause, probe, also: null, alsoAt: null }),
            ].slice(0, 1),
    }),
  },
  "one-element": {
    title: "One element, but no scalar",
    verdict: ({ text, report }, { probe, shape }) => ({
      label: "Scalar",
      reason: `One element in ${shape.length === 1 ? "one dim" : `${shape.length} dims`}: PyTorch starts a gradient from it, JAX refuses. ${reaching(report)}`,
      fixes: text.append(probe, ".squeeze()"),
    }),
  },
  "silent-broadcast": {
    title: "Silent broadcast",
    note({ text, report: { hazards, expressions } }, { op, left, right, result, probe }) {
      const warned = hazards.some((hazard) => hazard.code === "warning" && hazard.probe === probe);
      const place = text.place(probe);
      return {
        text: `Silent broadcast in ${op}: ${formatShape(left)} with ${formatShape(right)} gives ${formatShape(result)}, every element with every other${text.line(probe)}. ${warned ? "PyTorch only warns." : "PyTorch says nothing."} If it is meant, write ${comment(text)} on the line.`,
        fixes: [
          ...broadcastFixes(text, expressions, probe, [left, right]),
          ...(place === null ? [] : [acceptBroadcast(text, place)]),
        ],
      };
    },
  },
  warning: {
    title: "PyTorch warns",
    note: (_about, { message }) => ({ text: `PyTorch warns: ${message}`, fixes: [] }),
  },
};

export const hazardTitle = (code: HazardCode): string => words[code].title;

export const judgementOf = <Code extends HazardCode>(about: About, hazard: HazardOf<Code>): Judgement | null =>
  words[hazard.code].verdict?.(about, hazard) ?? null;

export const remarkOf = <Code extends HazardCode>(about: About, hazard: HazardOf<Code>): Remark | null =>
  words[hazard.code].note?.(about, hazard) ?? null;

/** Of a loss that a gradient goes through. */
export const reaching = ({ gradient }: Report): string =>
  gradient === null ? "" : `Gradient reaches the predictions, norm ${formatNumber(gradient.norm)}.`;

/** What accepts a broadcast, as the lane's language writes comments. */
const comment = ({ language }: SourceText): string => `${language === "python" ? "#" : "//"} broadcast ok`;

function acceptBroadcast(text: SourceText, place: Range): Fix {
  const end = text.source.indexOf("\n", place.end);
  const at = end < 0 ? text.source.length : end;
  return { title: `Accept: add ${comment(text)}`, edits: [{ start: at, end: at, text: ` ${comment(text)}` }] };
}

const notTensorsInPython: Readonly<Partial<Record<PlainKind, string>>> = {
  null: "forward returns None. Is a return missing? Return a tensor.",
  array: "forward returns a list or tuple. Return one tensor; torch.stack makes one of several.",
  boolean: "forward returns True or False. Return a tensor.",
};

const notTensors: Readonly<Record<PlainKind, string>> = {
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

const returned = (kind: PlainKind, language: LaneLanguage): string =>
  (language === "python" ? notTensorsInPython[kind] : undefined) ?? notTensors[kind];

/** Where a parameter is made that nothing uses. */
function madeAt({ source }: SourceText, name: string): string {
  const at = source.search(new RegExp(`\\b(?:self|this)\\.${name.replaceAll(".", "\\.")}\\s*=`));
  return at < 0 ? "" : ` (line ${lineOf(source, at)})`;
}

/** {"loss": loss}: the one that is named so. */
function entryFixes(text: SourceText, probe: number | null, kind: PlainKind): Fix[] {
  const name =
    kind === "object" ? /^\{\s*(["'])(\w*loss|total)\1\s*:/.exec(text.code(text.place(probe)))?.[2] : undefined;
  const place = text.place(probe);
  if (name === undefined || place === null || text.language !== "python") return [];
  return [{ title: `Return ["${name}"]`, edits: [{ start: place.end, end: place.end, text: `["${name}"]` }] }];
}

/** x.mean, which was not called. */
function methodFixes(text: SourceText, probe: number | null, kind: PlainKind): Fix[] {
  const isMethod = (kind === "function" || kind === "object") && /\)\.[a-z_]+$/.test(text.code(text.place(probe)));
  return isMethod ? text.append(probe, "()") : [];
}

function reductions(text: SourceText, probe: number | null): Fix[] {
  return [...text.append(probe, ".mean()"), ...text.append(probe, ".sum()")];
}
