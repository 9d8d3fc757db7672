/** @file Why a gradient is zero, in words, and what takes the cause away. */
import { isFlat } from "../../engine/inspect/cuts.ts";
import type { HazardOf } from "../../engine/inspect/hazards.ts";
import type { ExpressionFact } from "../../engine/inspect/report.ts";
import type { Fix } from "../../engine/language/program.ts";
import { calledOn, inPlaceOf } from "./called.ts";
import { formatCount, formatNumber } from "./format.ts";
import type { SourceText } from "./source-text.ts";

type Zero = HazardOf<"zero-gradient">;

const SILENT = "PyTorch says nothing and learns nothing.";

/** On the tape, with a slope that float32 rounds to 0 far out. */
const saturating: Readonly<Record<string, string>> = {
  sigmoid: "Beyond ±104 its slope is 0 in float32, and beyond ±17 that of 1 - sigmoid.",
  tanh: "Beyond ±9 its slope is 0 in float32.",
  erf: "Beyond ±4 its slope is 0 in float32.",
  exp: "Below -104 it is 0 in float32, and so is its slope.",
};

export function zeroWords(text: SourceText, { cause, probe, count, of, low, high, isSingle, from }: Zero): string {
  if (cause === null)
    return "The gradient is zero for every prediction of this batch: nothing would be learned from it.";
  const where = text.line(probe);
  if (cause === "sub")
    return `${text.quote(probe)} is 0 throughout${where}, whatever the predictions: ${isSingle ? "the mean over a dim of size 1 is the number itself, and subtracted it leaves nothing. The batch is dim 0" : "something is subtracted from itself"}. ${SILENT}`;
  if (isSingle)
    return `There is one class only${where}: the softmax over a dim of size 1 is 1 whatever the prediction, so nothing of the prediction is left and its gradient is 0. For one output, take binary_cross_entropy_with_logits; for classes, one column of logits each. ${SILENT}`;
  if (low === null && cause === "sum")
    return `Nothing is selected in this batch${where}: the sum of none is 0, and so is its gradient. Fine, if other batches have some. ${SILENT}`;
  if (cause === "index_put")
    return `Every element that counts is overwritten${where}: what is written there is a constant, so its gradient is 0. A threshold has no gradient; torch.sigmoid(k * (x - threshold)) is a smooth stand-in. ${SILENT}`;
  if (isFlat(cause)) return `The gradient is zero everywhere: ${cause}() has derivative 0${where}. ${SILENT}`;
  const many = `${formatCount(count)} of ${formatCount(of)}`;
  const range =
    low === null || high === null ? "" : ` What comes in lies between ${formatNumber(low)} and ${formatNumber(high)}`;
  if (cause === "mul") {
    const factor = from === null ? "the other factor" : `${text.quote(from)}${text.line(from)}`;
    const rounds = /[^/]\/\/[^/]/.test(`${text.quote(probe)} ${text.quote(from)}`)
      ? " // divides and rounds down, so that a smaller number by a larger is 0: / divides."
      : "";
    return `${text.quote(probe)}${where} multiplies by 0: ${factor} is 0 throughout.${rounds} ${SILENT}`;
  }
  const saturated = saturating[cause];
  if (saturated !== undefined)
    return `The gradient is zero: ${cause}() is saturated in ${many} elements of ${text.quote(probe)}${where}.${range === "" ? "" : `${range}.`} ${saturated} Scale what comes in, or take a form of the loss that computes its logarithm at once. ${SILENT}`;
  if (cause.startsWith("clamp"))
    return `${text.quote(probe)}${where}: ${many} are outside the bounds, each becomes a constant and its slope is 0.${range}.${of > 1 ? " Bounds in the units of a table fit nothing here: its data are standardised." : ""} ${SILENT}`;
  return `The gradient is zero: ${cause}() has slope 0 in ${many} elements of ${text.quote(probe)}${where}.${range === "" ? "" : `${range}.`} ${SILENT}`;
}

export function zeroFixes(
  text: SourceText,
  expressions: readonly ExpressionFact[],
  { cause, probe, isSingle, from }: Zero,
): Fix[] {
  if (cause === null) return [];
  if (cause === "sub") return isSingle ? overBatch(text, probe) : [];
  if (cause === "mul") return divided(text, [probe, from]);
  if (isSingle) return binary(text, expressions, probe);
  if (cause.startsWith("clamp")) return text.unwrapCall(probe, cause);
  if (cause === "relu") return dampened(text, probe);
  return isFlat(cause) ? flatFixes(text, { cause, probe }) : [];
}

/** a // b as a / b, where that is what made the 0. */
function divided(text: SourceText, probes: readonly (number | null)[]): Fix[] {
  for (const probe of probes) {
    const place = text.place(probe);
    const at = text.language === "python" ? text.code(place).indexOf(" // ") : -1;
    if (place !== null && at >= 0)
      return [{ title: "Divide with /", edits: [{ start: place.start + at, end: place.start + at + 4, text: " / " }] }];
  }
  return [];
}

/** A mean over dim 1 of one column as that over the batch, and the deviation beside it. */
export function overBatch(text: SourceText, probe: number | null): Fix[] {
  const place = text.place(probe);
  if (place === null || text.language !== "python") return [];
  const line = text.source.lastIndexOf("\n", place.start) + 1;
  const end = text.source.indexOf("\n", place.end);
  const code = text.source.slice(line, end < 0 ? text.source.length : end);
  const edits = [...code.matchAll(/(\.(?:mean|std|var|norm|sum)\((?:dim\s*=\s*|axis\s*=\s*)?)(-?1)(?=\s*[,)])/g)].map(
    (match) => {
      const start = line + match.index + match[1].length;
      return { start, end: start + match[2].length, text: "0" };
    },
  );
  return edits.length === 0 ? [] : [{ title: "Go over the batch: dim 0", edits }];
}

/** An op of derivative 0: the rounded value with the slope of what was rounded, or a smooth step. */
export function flatFixes(text: SourceText, { cause, probe }: Pick<Zero, "cause" | "probe">): Fix[] {
  if (cause === null) return [];
  const call = calledOn(text, probe, cause);
  if (call === null || text.language !== "python") {
    const removed = text.removeCall(probe, cause);
    return removed.length > 0 ? removed : text.unwrapCall(probe, cause);
  }
  const { operand, args } = call;
  if (cause === "sign" || cause === "sgn")
    return [{ title: "Use tanh", edits: [inPlaceOf(text, call, `torch.tanh(10 * ${operand})`)] }];
  if (cause === "heaviside")
    return [{ title: "Use a sigmoid", edits: [inPlaceOf(text, call, `torch.sigmoid(10 * ${operand})`)] }];
  const flat = `${operand}.${cause}(${args})`;
  return [
    {
      title: "Pass the gradient straight through",
      edits: [inPlaceOf(text, call, `${operand} + (${flat} - ${operand}).detach()`)],
    },
  ];
}

/** relu(x) as softplus(x), which has a slope on both sides. */
function dampened(text: SourceText, probe: number | null): Fix[] {
  const call = calledOn(text, probe, "relu");
  if (call === null || call.args !== "") return text.unwrapCall(probe, "relu");
  return [{ title: "Use softplus", edits: [inPlaceOf(text, call, `F.softplus(${call.inner})`)] }];
}

/** F.cross_entropy of one column as the loss that one logit has; of targets that are numbers, as their squared error. */
function binary(text: SourceText, expressions: readonly ExpressionFact[], probe: number | null): Fix[] {
  const place = text.place(probe);
  const match = /^(?:F|torch\.nn\.functional|nn\.functional)\.cross_entropy\(\s*(\w+)\s*,\s*(\w+)\s*\)$/.exec(
    text.code(place),
  );
  if (place === null || match === null) return one(text, probe);
  const [, logits, labels] = match;
  const factOf = (name: string) => expressions.find((each) => text.code(text.place(each.probe)) === name);
  const [given, truth] = [factOf(logits), factOf(labels)];
  const isSame = given !== undefined && truth !== undefined && given.shape.join() === truth.shape.join();
  const areNumbers = truth?.min != null && truth.max !== null && (truth.min < 0 || truth.max > 1);
  const call = text.code(place).slice(0, text.code(place).indexOf("cross_entropy"));
  const input = isSame ? logits : `${logits}.squeeze(1)`;
  const name = areNumbers ? "mse_loss" : "binary_cross_entropy_with_logits";
  return [{ title: `Use ${name}`, edits: [{ ...place, text: `${call}${name}(${input}, ${labels}.float())` }] }];
}

/** softmax over one column as the sigmoid that one logit has. */
function one(text: SourceText, probe: number | null): Fix[] {
  const call = calledOn(text, probe, "softmax");
  return call === null
    ? []
    : [{ title: "Use a sigmoid", edits: [inPlaceOf(text, call, `torch.sigmoid(${call.inner})`)] }];
}
