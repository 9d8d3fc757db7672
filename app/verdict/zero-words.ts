/** @file Why a gradient is zero, in words, and what takes the cause away. */
import { isFlat } from "../../engine/inspect/cuts.ts";
import type { HazardOf } from "../../engine/inspect/hazards.ts";
import type { Fix } from "../../engine/language/program.ts";
import { formatCount, formatNumber } from "./format.ts";
import { calledOn, inPlaceOf } from "./called.ts";
import type { SourceText } from "./source-text.ts";

type Zero = HazardOf<"zero-gradient">;

const SILENT = "PyTorch says nothing and learns nothing.";

export function zeroWords(text: SourceText, { cause, probe, count, of, low, high, isSingle }: Zero): string {
  if (cause === null)
    return "The gradient is zero for every prediction of this batch: nothing would be learned from it.";
  const where = text.line(probe);
  if (isSingle)
    return `There is one class only${where}: the softmax over a dim of size 1 is 1 whatever the prediction, so the loss and its gradient are 0. For one output, take binary_cross_entropy_with_logits; for classes, one column of logits each. ${SILENT}`;
  if (isFlat(cause)) return `The gradient is zero everywhere: ${cause}() has derivative 0${where}. ${SILENT}`;
  const many = `${formatCount(count)} of ${formatCount(of)}`;
  const range =
    low === null || high === null ? "" : ` What comes in lies between ${formatNumber(low)} and ${formatNumber(high)}`;
  if (cause.startsWith("clamp"))
    return `${text.quote(probe)}${where}: ${many} are outside the bounds, each becomes a constant and its slope is 0.${range}.${of > 1 ? " Bounds in the units of a table fit nothing here: its data are standardised." : ""} ${SILENT}`;
  return `The gradient is zero: ${cause}() has slope 0 in ${many} elements of ${text.quote(probe)}${where}.${range === "" ? "" : `${range}.`} ${SILENT}`;
}

export function zeroFixes(text: SourceText, { cause, probe, isSingle }: Zero): Fix[] {
  if (cause === null) return [];
  if (isSingle) return binary(text, probe);
  if (cause.startsWith("clamp")) return text.unwrapCall(probe, cause);
  if (cause === "relu") return dampened(text, probe);
  return flatFixes(text, { cause, probe });
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

/** F.cross_entropy of one column as the loss that one logit has. */
function binary(text: SourceText, probe: number | null): Fix[] {
  const place = text.place(probe);
  const match = /^(?:F|torch\.nn\.functional|nn\.functional)\.cross_entropy\(\s*(\w+)\s*,\s*(\w+)\s*\)$/.exec(
    text.code(place),
  );
  if (place === null || match === null) return one(text, probe);
  const [, logits, labels] = match;
  const call = text.code(place).slice(0, text.code(place).indexOf("cross_entropy"));
  return [
    {
      title: "Use binary_cross_entropy_with_logits",
      edits: [{ ...place, text: `${call}binary_cross_entropy_with_logits(${logits}.squeeze(1), ${labels}.float())` }],
    },
  ];
}

/** softmax over one column as the sigmoid that one logit has. */
function one(text: SourceText, probe: number | null): Fix[] {
  const call = calledOn(text, probe, "softmax");
  return call === null
    ? []
    : [{ title: "Use a sigmoid", edits: [inPlaceOf(text, call, `torch.sigmoid(${call.inner})`)] }];
}
