/** @file Why a value or a gradient is not finite, in words with the numbers, and the repaired expression. */
import type { HazardOf } from "../../engine/inspect/hazards.ts";
import type { Fix, Operand } from "../../engine/language/program.ts";
import { calledOn } from "./called.ts";
import { formatCount, formatNumber } from "./format.ts";
import { postfix, type SourceText } from "./source-text.ts";
import { stableExp, stableLog } from "./stable-forms.ts";
import { overBatch } from "./zero-words.ts";

type Value = HazardOf<"non-finite">;
type Slope = HazardOf<"non-finite-gradient">;

export function notFinite(text: SourceText, { nan, probe, reason, count, of, value, from }: Value): string {
  const began = `${nan ? "NaN" : "Infinity"} began in ${text.quote(probe)}${text.line(probe)}`;
  const many = `${formatCount(count)} of ${formatCount(of)}`;
  switch (reason) {
    case "empty":
      return `${began}: the mean of an empty selection is 0/0. ${text.quote(from)}${text.line(from)} selects none of this batch. Divide a sum by the count, clamped to at least 1.`;
    case "single":
      if (of > 1)
        return `${began}: it goes over a dim of size 1, and the deviation of one element divides by n - 1 = 0. The batch is dim 0.`;
      return `${began}: the deviation of one element divides by n - 1 = 0. ${biased(text)}`;
    case "mask":
      return `${began}: dividing by a mask divides by 0 wherever it is False, here in ${many} places. A mask is multiplied with, or selected by.`;
    case "none":
      return `${began}: it is 0/0, for the divisor counts what ${text.quote(from)}${text.line(from)} selects, which is none of ${formatCount(of)} here. Clamp the count to at least 1.`;
    case "divisor":
      return `${began}: the divisor is 0 in ${many} places. Add a small number to it, or clamp it.`;
    case "overflow":
      return `${began}: ${formatNumber(value)} is too large, the result is beyond the largest number of its dtype in ${many} places (float32's exp ends at 88.7).${exponent(text, probe).length > 0 ? " exp is increasing: what stands in it has its minimum in the same place, and does not overflow." : ""}`;
    case "domain":
      return `${began}: ${many} of its inputs are outside of its domain, the furthest is ${outside(value)}.${standardised(text, probe)}`;
    case "log-zero":
      return `${began}: the logarithm of ${formatNumber(value)} in ${many} places. ${stableLog(text, probe).length > 0 ? "What comes in has rounded to 0; log_softmax, or logsigmoid, computes the logarithm at once and does not." : "Clamp its input, or add a small number."}`;
    case "written":
      return `${began}: it is written there.`;
    case null:
      return `${began}. Check the domain of its inputs.`;
  }
}

/** A number that rounding alone put over an edge is told from the edge. */
const outside = (value: number | null): string =>
  value !== null && Math.abs(value) > 1 && Math.abs(value) < 1.001
    ? `${value.toFixed(8)} (rounding)`
    : formatNumber(value);

const standardised = (text: SourceText, probe: number | null): string =>
  /\b(targets?|predictions?)\b/.test(text.quote(probe))
    ? " The page's data are standardised: about half of them lie below 0."
    : "";

const biased = ({ language }: SourceText): string =>
  language === "python"
    ? "Write std(unbiased=False), or correction=0."
    : "Write std({ unbiased: false }), or correction: 0.";

export function notFiniteFixes(text: SourceText, { probe, reason, from, of }: Value): Fix[] {
  switch (reason) {
    case "mask":
      return divided(text, probe);
    case "empty":
      return emptyMean(text, probe, from);
    case "single":
      if (of > 1) return overBatch(text, probe);
      return text.language === "python"
        ? emptyCall(text, probe, "unbiased=False")
        : emptyCall(text, probe, "{ unbiased: false }");
    case "overflow":
      if (/\b(cosh|sinh)\(/.test(text.code(text.place(probe))) && text.language === "python")
        return clamped(text, probe, "-20, 20");
      return [
        ...exponent(text, probe),
        ...stableExp(text, probe),
        ...clamped(text, probe, text.language === "python" ? "max=20" : "{ max: 20 }"),
      ];
    case "log-zero":
    case "domain": {
      const stable = reason === "log-zero" ? stableLog(text, probe) : [];
      if (stable.length > 0) return stable;
      if (reason === "domain" && text.language === "python") {
        const power = rootOfAbs(text, probe);
        if (power.length > 0) return power;
        const logs = clampedLogs(text, probe);
        if (logs.length > 0) return logs;
      }
      if (/\b(acos|asin|atanh)\(/.test(text.code(text.place(probe))) && text.language === "python")
        return clamped(text, probe, "-1 + 1e-6, 1 - 1e-6");
      return clamped(text, probe, text.language === "python" ? "min=1e-6" : "{ min: 1e-6 }");
    }
    case "none":
      return atLeastOne(text, probe);
    case "divisor":
      return divisor(text, probe);
    default:
      return [];
  }
}

/** x ** 1.5 as x.abs() ** 1.5: of a difference, its size. */
function rootOfAbs(text: SourceText, probe: number | null): Fix[] {
  const code = text.code(text.place(probe));
  const [base] = text.operandsOf(probe);
  if (base === undefined || !/(\*\*|\.pow\(|torch\.pow\()/.test(code)) return [];
  const inner = argumentOf(text, probe);
  return inner === null ? [] : [{ title: "Take the size: abs()", edits: postfix(inner, ".abs()") }];
}

/** All logarithms of the line: what lies outside of the one's domain may lie outside of the other's a step later. */
function clampedLogs(text: SourceText, probe: number | null): Fix[] {
  const probes = text.compilation.program?.probes ?? [];
  const place = text.place(probe);
  if (place === null) return [];
  const lineOf = (at: number): number => text.source.lastIndexOf("\n", at);
  const edits = probes.flatMap(({ start }, i) => {
    if (lineOf(start) !== lineOf(place.start)) return [];
    const name = /^torch\.(log|log2|log10|log1p)\(/.exec(text.code(text.place(i)))?.[1];
    const call = name === undefined ? null : calledOn(text, i, name);
    const inner = call === null || call.args !== "" ? null : argumentOf(text, i);
    return inner === null ? [] : postfix(inner, `.clamp(min=${name === "log1p" ? "-1 + 1e-6" : "1e-6"})`);
  });
  return edits.length === 0 ? [] : [{ title: "Clamp what the logarithms take", edits }];
}

/** a / mask.sum() as a / mask.sum().clamp(min=1). */
function atLeastOne(text: SourceText, probe: number | null): Fix[] {
  const right = text.operandsOf(probe).at(-1);
  if (right === undefined || slash(text, probe) === null) return [];
  const call = text.language === "python" ? ".clamp(min=1)" : ".clamp({ min: 1 })";
  return [{ title: "Divide by at least 1", edits: postfix(right, call) }];
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
  if (place === null || text.language !== "python") return [];
  const code = text.code(place);
  const whole = /^torch\.mean\((.+)\)$/s.exec(code)?.[1] ?? /^(.+)\.mean\(\)$/s.exec(code)?.[1];
  const loss = /^((?:F|torch\.nn\.functional|nn\.functional)\.\w+_loss\(.*\[(\w+)\], \w+\[\2\])\)$/s.exec(code);
  if (loss !== null)
    return [
      {
        title: `Divide by ${loss[2]}.sum().clamp(min=1)`,
        edits: [{ ...place, text: `${loss[1]}, reduction="sum") / ${loss[2]}.sum().clamp(min=1)` }],
      },
    ];
  if (whole === undefined) return [];
  const mask = /\[(\w+)\]$/.exec(text.code(text.place(from)))?.[1];
  if (mask === undefined || !code.endsWith(".mean()")) {
    const counted = /^\w+/.exec(whole)?.[0];
    if (counted === undefined || !/^\w+(\.\w+\(\w*\))*( \*\* \d+)?$/.test(whole)) return [];
    const sum = / /.test(whole) ? `(${whole})` : whole;
    return [
      {
        title: `Divide by ${counted}.numel(), at least 1`,
        edits: [{ ...place, text: `${sum}.sum() / max(${counted}.numel(), 1)` }],
      },
    ];
  }
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
    case "divisor":
      return `The value is finite, but the gradient is not: ${where} divides by 0 in ${many} places, which take the other branch. where chooses values and does not shield: both branches are differentiated, and 0 times infinity is NaN. Give the divisor another value there.`;
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

export function slopeFixes(text: SourceText, { probe, reason, value }: Slope): Fix[] {
  const isPython = text.language === "python";
  switch (reason) {
    case "divisor":
      return shieldedDivisor(text, probe, value);
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

/** a / b with a divisor that is nowhere 0, `least` being the smallest. */
function shieldedDivisor(text: SourceText, probe: number | null, least: number | null): Fix[] {
  const right = text.operandsOf(probe).at(-1);
  if (right === undefined || slash(text, probe) === null || text.language !== "python") return [];
  if (least !== null && least >= 0)
    return [{ title: "Clamp the divisor: min=1e-6", edits: postfix(right, ".clamp(min=1e-6)") }];
  const code = text.code(right);
  return [
    {
      title: "Divide by 1 where it is 0",
      edits: [{ ...right, text: `torch.where(${code} == 0, 1.0, ${code})` }],
    },
  ];
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
