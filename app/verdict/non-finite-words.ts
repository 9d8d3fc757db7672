/** @file Why a value or a gradient is not finite, in words with the numbers, and the repaired expression. */
import type { HazardOf } from "../../engine/inspect/hazards.ts";
import type { Fix, Operand } from "../../engine/language/program.ts";
import { calledOn } from "./called.ts";
import { formatCount, formatNumber } from "./format.ts";
import { postfix, type SourceText } from "./source-text.ts";

type Value = HazardOf<"non-finite">;
type Slope = HazardOf<"non-finite-gradient">;

export function notFinite(text: SourceText, { nan, probe, reason, count, of, value, from }: Value): string {
  const began = `${nan ? "NaN" : "Infinity"} began in ${text.quote(probe)}${text.line(probe)}`;
  const many = `${formatCount(count)} of ${formatCount(of)}`;
  switch (reason) {
    case "empty":
      return `${began}: the mean of an empty selection is 0/0. ${text.quote(from)}${text.line(from)} selects none of this batch. Divide a sum by the count, clamped to at least 1.`;
    case "single":
      return `${began}: the deviation of one element divides by n - 1 = 0. ${biased(text)}`;
    case "mask":
      return `${began}: dividing by a mask divides by 0 wherever it is False, here in ${many} places. A mask is multiplied with, or selected by.`;
    case "divisor":
      return `${began}: the divisor is 0 in ${many} places. Add a small number to it, or clamp it.`;
    case "overflow":
      return `${began}: ${formatNumber(value)} is too large, the result is beyond the largest number of its dtype in ${many} places (float32's exp ends at 88.7).${exponent(text, probe).length > 0 ? " exp is increasing: what stands in it has its minimum in the same place, and does not overflow." : ""}`;
    case "domain":
      return `${began}: ${many} of its inputs are outside of its domain, the furthest is ${formatNumber(value)}.`;
    case "log-zero":
      return `${began}: the logarithm of ${formatNumber(value)} in ${many} places. Clamp its input, or add a small number.`;
    case "written":
      return `${began}: it is written there.`;
    case null:
      return `${began}. Check the domain of its inputs.`;
  }
}

const biased = ({ language }: SourceText): string =>
  language === "python"
    ? "Write std(unbiased=False), or correction=0."
    : "Write std({ unbiased: false }), or correction: 0.";

export function notFiniteFixes(text: SourceText, { probe, reason, from }: Value): Fix[] {
  switch (reason) {
    case "mask":
      return divided(text, probe);
    case "empty":
      return emptyMean(text, probe, from);
    case "single":
      return text.language === "python"
        ? emptyCall(text, probe, "unbiased=False")
        : emptyCall(text, probe, "{ unbiased: false }");
    case "overflow":
      if (/\b(cosh|sinh)\(/.test(text.code(text.place(probe))) && text.language === "python")
        return clamped(text, probe, "-20, 20");
      return [...exponent(text, probe), ...clamped(text, probe, text.language === "python" ? "max=20" : "{ max: 20 }")];
    case "log-zero":
    case "domain":
      if (/\b(acos|asin|atanh)\(/.test(text.code(text.place(probe))) && text.language === "python")
        return clamped(text, probe, "-1 + 1e-6, 1 - 1e-6");
      return clamped(text, probe, text.language === "python" ? "min=1e-6" : "{ min: 1e-6 }");
    case "divisor":
      return divisor(text, probe);
    default:
      return [];
  }
}

/** exp(x) as x, where it is the whole loss: exp is increasing, so both have their minimum in the same place. */
function exponent(text: SourceText, probe: number | null): Fix[] {
  const place = text.place(probe);
  const call = calledOn(text, probe, "exp");
  if (place === null || call === null || call.args !== "") return [];
  const before = text.source.slice(text.source.lastIndexOf("\n", place.start) + 1, place.start);
  if (!/\breturn\s+$/.test(before) || !/^[ \t]*(#.*|\/\/.*)?(;|\n|$)/.test(text.source.slice(place.end))) return [];
  return [{ title: "Minimise the exponent", edits: [{ ...place, text: call.inner }] }];
}

/** x.std() with an argument. */
function emptyCall(text: SourceText, probe: number | null, argument: string): Fix[] {
  const place = text.place(probe);
  if (place === null || !/\.(std|var)\(\)$/.test(text.code(place))) return [];
  return [{ title: `Write ${argument}`, edits: [{ start: place.end - 1, end: place.end - 1, text: argument }] }];
}

/** a / mask as a * mask. */
function divided(text: SourceText, probe: number | null): Fix[] {
  const at = slash(text, probe);
  return at === null ? [] : [{ title: "Multiply with the mask", edits: [{ start: at, end: at + 1, text: "*" }] }];
}

/** a / b as a / (b + 1e-6). */
function divisor(text: SourceText, probe: number | null): Fix[] {
  const at = slash(text, probe);
  const right = text.operandsOf(probe).at(-1);
  if (at === null || right === undefined || right.start < at) return [];
  // Parentheses round the operand stay outside of it.
  return [
    {
      title: "Add 1e-6 to the divisor",
      edits: [
        { start: right.start, end: right.start, text: "(" },
        { start: right.end, end: right.end, text: " + 1e-6)" },
      ],
    },
  ];
}

/** The one division sign between the operands of an expression. */
function slash(text: SourceText, probe: number | null): number | null {
  const operands = text.operandsOf(probe);
  const [left] = operands;
  const right = operands.at(-1);
  if (left === undefined || right === undefined || left === right) return null;
  const between = text.source.slice(left.end, right.start);
  const at = between.indexOf("/");
  return at < 0 || at !== between.lastIndexOf("/") ? null : left.end + at;
}

/** x[mask].mean() as a sum over a count that is at least 1. */
function emptyMean(text: SourceText, probe: number | null, from: number | null): Fix[] {
  const place = text.place(probe);
  if (place === null || text.language !== "python" || !text.code(place).endsWith(".mean()")) return [];
  const mask = /\[(\w+)\]$/.exec(text.code(text.place(from)))?.[1];
  if (mask === undefined) return [];
  const at = place.end - ".mean()".length;
  return [
    {
      title: `Divide by ${mask}.sum().clamp(min=1)`,
      edits: [{ start: at, end: place.end, text: `.sum() / ${mask}.sum().clamp(min=1)` }],
    },
  ];
}

/** What an expression computes with, clamped first. */
function clamped(text: SourceText, probe: number | null, bound: string): Fix[] {
  const inner = argumentOf(text, probe);
  return inner === null ? [] : [{ title: `Clamp its input: ${bound}`, edits: postfix(inner, `.clamp(${bound})`) }];
}

/** What a function of one tensor, or a method, is called on. */
function argumentOf(text: SourceText, probe: number | null): Operand | null {
  const place = text.place(probe);
  if (place === null) return null;
  const operands = text.operandsOf(probe);
  const code = text.code(place);
  const isFunction = /^(torch|F|math)\.\w+\(/.test(code);
  const found = isFunction ? operands.find(({ start }) => start >= place.start + code.indexOf("(")) : operands[0];
  return found ?? null;
}

export function slopeNotFinite(text: SourceText, { cause, probe, reason, count, of, value, from }: Slope): string {
  const where = `${text.quote(probe)}${text.line(probe)}`;
  const many = `${formatCount(count)} of ${formatCount(of)}`;
  const op = cause ?? "backward";
  switch (reason) {
    case "given":
      return `The value is finite, but the gradient is not: ${many} are NaN in ${text.quote(from)}${text.line(from)}. To select after ${where} does not protect the gradient: it is 0 there, and 0 times NaN is NaN (nanmean and nansum do not help either). Select before.`;
    case "shielded":
      return `The value is finite, but the gradient is not: ${op} overflows to infinity in ${many} rows of ${where}, which take the other branch. where chooses values and does not shield: both branches are differentiated, and 0 times infinity is NaN. Bound the input of the branch that is not taken.`;
    case "undefined":
      return `The value is finite, but the gradient is not: ${op} is NaN in ${many} rows of ${where}, which take the other branch. where chooses values and does not shield: both branches are differentiated, and 0 times NaN is NaN. Bound the input of the branch that is not taken.`;
    case "slope":
      return `The value is finite, but the gradient is not: the slope of ${op} at ${formatNumber(value)} is infinite, in ${many} elements of ${where}. Clamp its input, or add a small number.`;
    case null:
      return `The value is finite, but the gradient is not: it went wrong in ${op} of ${where}.`;
  }
}

export function slopeFixes(text: SourceText, { probe, reason }: Slope): Fix[] {
  const isPython = text.language === "python";
  switch (reason) {
    case "shielded":
      return clamped(text, probe, isPython ? "max=20" : "{ max: 20 }");
    case "undefined":
    case "slope":
      return clamped(text, probe, isPython ? "min=1e-12" : "{ min: 1e-12 }");
    case "given":
      return selectedBefore(text, probe);
    default:
      return [];
  }
}

/** each = f(a, b, reduction="none"); each[known] as f(a[known], b[known], …); each. */
function selectedBefore(text: SourceText, probe: number | null): Fix[] {
  const place = text.place(probe);
  if (place === null) return [];
  const lineStart = text.source.lastIndexOf("\n", place.start) + 1;
  const name = /^\s*(\w+)\s*=\s*$/.exec(text.source.slice(lineStart, place.start))?.[1];
  const operands = text.operandsOf(probe).filter(({ start }) => /^\w+$/.test(text.source.slice(start, start + 1)));
  const pair = operands.slice(-2);
  if (name === undefined || pair.length < 2) return [];
  const selection = new RegExp(`\\b${name}\\[(\\w+)\\]`).exec(text.source.slice(place.end));
  const mask = selection?.[1];
  if (
    selection === null ||
    mask === undefined ||
    !new RegExp(`\\b${mask}\\s*=`).test(text.source.slice(0, place.start))
  )
    return [];
  const at = place.end + selection.index + name.length;
  return [
    {
      title: `Select by ${mask} before`,
      edits: [
        ...pair.flatMap((operand) => postfix(operand, `[${mask}]`)),
        { start: at, end: at + mask.length + 2, text: "" },
      ],
    },
  ];
}
