/** @file A loss of PyTorch's that refuses what it is given: dtype, shape or range of its arguments, and how it takes them. */
import type { ExpressionFact, Failure } from "../../engine/inspect/report.ts";
import type { Fix, Range, TextEdit } from "../../engine/language/program.ts";
import type { Remedy } from "./remedies.ts";
import type { SourceText } from "./source-text.ts";

/** A call that was refused, and what was seen until then. */
interface Refused {
  readonly text: SourceText;
  readonly place: Range;
  readonly expressions: readonly ExpressionFact[];
}

/** In the order they are tried. */
const refusals: readonly (readonly [RegExp, (refused: Refused, match: RegExpExecArray) => Remedy])[] = [
  [/^binary_cross_entropy: input must be from 0 to 1/, ({ text, place }) => logits(text, place)],
  [
    /^binary_cross_entropy: target must be from 0 to 1/,
    ({ text, place }) => ({
      hint: " It takes classes, 0 and 1, or probabilities. For targets that are numbers, take mse_loss.",
      fixes: renamed(text, place, "binary_cross_entropy(", "mse_loss(", "nn.BCELoss(", "nn.MSELoss("),
    }),
  ],
  [/: takes floating point tensors, got (?:int64|int32|bool)/, (refused) => steps(refused)],
  [
    /^(?:cross_entropy|nll_loss): takes class numbers of dtype int64/,
    ({ text, place }) => cast(text, place, "long", "float"),
  ],
  [/^cross_entropy: takes probabilities as floats/, ({ text, place }) => cast(text, place, "float", "long")],
  [
    /^binary_cross_entropy\w*: (?:target must be of floats|input and target must have one dtype)/,
    ({ text, place }) => cast(text, place, "float", "long"),
  ],
  [
    /must have one shape, got \[([\d, ]+)\] and \[([\d, ]+)\]/,
    ({ text, place }, [, input, target]) => ({
      hint: null,
      fixes: reshaped(text, place, listed(input), listed(target)),
    }),
  ],
  [
    /takes targets of shape \[([\d, ]+)\] for an input of shape .*, got \[([\d, ]+)\]/,
    ({ text, place }, [, wanted, target]) => ({
      hint: null,
      fixes: reshaped(text, place, listed(wanted), listed(target)),
    }),
  ],
  [
    /class .* is out of range for 1 classes/,
    (refused) => ({
      hint: " One column of outputs is one class, and there is nothing to choose from. For yes or no take binary_cross_entropy_with_logits; for several classes one output each; for targets that are numbers mse_loss.",
      fixes: binary(refused),
    }),
  ],
];

export function refusedArguments(
  text: SourceText,
  { message }: Failure,
  place: Range | null,
  expressions: readonly ExpressionFact[],
): Remedy | null {
  if (place === null) return null;
  for (const [refusal, remedy] of refusals) {
    const match = refusal.exec(message);
    if (match !== null) return remedy({ text, place, expressions }, match);
  }
  return null;
}

/** What was made whole before, in steps, has no gradient whatever it is converted to. */
function steps({ text, place }: Refused): Remedy {
  const inner = /\.(argmax|argmin|long|int|argsort)\(|torch\.(argmax|argmin|argsort)\(|[<>]=?(?![^(]*=)/.exec(
    text.code(place),
  );
  const name = inner?.[1] ?? inner?.[2];
  if (inner === null) return { hint: null, fixes: [] };
  const what = name === undefined ? "A comparison" : `${name}()`;
  const fixes: Fix[] =
    name === "long" || name === "int" ? [{ title: `Remove .${name}()`, edits: casts(text, place) }] : [];
  return {
    hint: ` ${what} moves in steps and has no gradient: converted to floats, the loss would run and learn nothing.${name === "argmax" || name === "argmin" ? " Train with F.cross_entropy(logits, labels), and print this as a metric." : ""}`,
    fixes,
  };
}

function casts(text: SourceText, place: Range): TextEdit[] {
  return [...text.code(place).matchAll(/\.(?:long|int)\(\)/g)].map(({ index, 0: call }) => {
    const start = place.start + index;
    return { start, end: start + call.length, text: "" };
  });
}

const listed = (shape: string): readonly string[] => shape.split(",").map((size) => size.trim());

function logits(text: SourceText, place: Range): Remedy {
  const fixes = renamed(
    text,
    place,
    "binary_cross_entropy(",
    "binary_cross_entropy_with_logits(",
    "nn.BCELoss(",
    "nn.BCEWithLogitsLoss(",
  );
  return {
    hint: fixes.length === 0 ? null : " It takes probabilities. Of logits, binary_cross_entropy_with_logits.",
    fixes,
  };
}

/** A function where it is called, or the module where it is made, if that is one place. */
function renamed(text: SourceText, place: Range, name: string, better: string, module: string, other: string): Fix[] {
  const own = text.code(place).search(new RegExp(`(?<!\\w)${name.replace("(", "\\(")}`));
  const made = text.source.indexOf(module);
  const [from, length, to] = own >= 0 ? [place.start + own, name.length, better] : [made, module.length, other];
  if (from < 0 || (own < 0 && text.source.lastIndexOf(module) !== made)) return [];
  return [{ title: `Use ${to.slice(0, -1)}`, edits: [{ start: from, end: from + length, text: to }] }];
}

/** The second of a call's arguments, as it stands. */
function targetIn(text: SourceText, place: Range): Range | null {
  const code = text.code(place);
  if (!code.endsWith(")")) return null;
  let depth = 0;
  let comma = -1;
  let end = -1;
  for (let i = code.length - 2; i >= 0; i--) {
    if (")]}".includes(code[i])) depth++;
    else if ("([{".includes(code[i]) && depth-- === 0) break;
    else if (code[i] === "," && depth === 0) [end, comma] = [comma < 0 ? code.length - 1 : comma, i];
  }
  if (comma < 0) return null;
  const start = comma + 1 + (/^\s*/.exec(code.slice(comma + 1))?.[0].length ?? 0);
  return /^\w+\s*=[^=]/.test(code.slice(start, end)) ? null : { start: place.start + start, end: place.start + end };
}

function cast(text: SourceText, place: Range, dtype: "long" | "float", other: "long" | "float"): Remedy {
  const target = targetIn(text, place);
  if (target === null) return { hint: null, fixes: [] };
  const code = text.code(target);
  const undone = new RegExp(`\\.${other}\\(\\)$`).exec(code);
  const edit: TextEdit =
    undone === null
      ? called(target, code, `.${dtype}()`)
      : { start: target.start + undone.index, end: target.end, text: `.${dtype}()` };
  return { hint: null, fixes: [{ title: `Write .${dtype}()`, edits: [edit] }] };
}

function reshaped(text: SourceText, place: Range, wanted: readonly string[], given: readonly string[]): Fix[] {
  const target = targetIn(text, place);
  if (target === null) return [];
  const code = text.code(target);
  const taken = /\.(?:squeeze|unsqueeze|flatten|ravel)\(-?\d*\)$/.exec(code);
  const call =
    [...given, "1"].join() === wanted.join()
      ? ".unsqueeze(-1)"
      : given.join() === [...wanted, "1"].join()
        ? ".squeeze(-1)"
        : null;
  if (call === null) return [];
  const isUndone = taken !== null && taken[0].startsWith(".unsqueeze") === (call === ".squeeze(-1)");
  return isUndone
    ? [{ title: `Remove ${taken[0]}`, edits: [{ start: target.start + taken.index, end: target.end, text: "" }] }]
    : [{ title: `Write ${call}`, edits: [called(target, code, call)] }];
}

const called = (place: Range, code: string, call: string): TextEdit =>
  /^[\w.]+(\([^()]*\)|\[[^\][]*\])*$/.test(code)
    ? { start: place.end, end: place.end, text: call }
    : { ...place, text: `(${code})${call}` };

/** Labels for one column: truths, where they are 0 and 1, and numbers otherwise. */
function binary({ text, place, expressions }: Refused): Fix[] {
  const match =
    /^((?:F|torch\.nn\.functional|nn\.functional)\.)cross_entropy\((\w+), (\w+)((?:\.\w+\(-?\d*\))*)\)$/.exec(
      text.code(place),
    );
  if (match === null) return [];
  const [, namespace, input, target] = match;
  const fact = expressions.find(({ probe }) => text.code(text.place(probe)) === target);
  const areTruths = fact?.min === 0 && fact.max === 1;
  const name = areTruths ? "binary_cross_entropy_with_logits" : "mse_loss";
  return [{ title: `Use ${name}`, edits: [{ ...place, text: `${namespace}${name}(${input}, ${target}.float())` }] }];
}
