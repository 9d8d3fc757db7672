/** @file Why a value, or a gradient, is not finite: what was given to the op that made it so. */
import { toContiguousData } from "../tensor/storage.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { isAllFinite } from "./facts.ts";
import type { Origin } from "./origins.ts";
import type { reasons, slopeReasons } from "./reasons.ts";

export type Reason = (typeof reasons)[number];

export interface Why {
  readonly reason: Reason | null;
  readonly count: number;
  readonly of: number;
  /** The number that did it, where one can be named. */
  readonly value: number | null;
  /** Where what was given was made. */
  readonly from: number | null;
  /** The first row of what came out that is not finite; null where there are no rows. */
  readonly row: number | null;
}

const deviations: ReadonlySet<string> = new Set(["std", "var", "std_mean", "var_mean", "variance"]);
const divisions: ReadonlySet<string> = new Set(["div", "reciprocal", "fmod", "remainder"]);
const growing: ReadonlySet<string> = new Set(["exp", "exp2", "expm1", "sinh", "cosh", "pow", "square", "mul"]);
const logarithms: ReadonlySet<string> = new Set(["log", "log2", "log10", "log1p", "xlogy", "logit"]);
const roots: ReadonlySet<string> = new Set(["sqrt", "rsqrt", "pow", "acosh", "asin", "acos", "atanh"]);

/** Defined between -1 and 1. */
const bounded: ReadonlySet<string> = new Set(["asin", "acos", "atanh"]);

/** Of an op that made NaN or infinity of finite numbers. */
export function whyValue(op: string, inputs: readonly Origin[], output: Tensor): Why {
  const tensors = inputs.flatMap(({ tensor }) => (tensor === null ? [] : [tensor]));
  const [first] = tensors;
  const given = inputs.find(({ tensor }) => tensor === first) ?? null;
  const bad = tally(output, (value) => !Number.isFinite(value));
  const base: Why = {
    reason: null,
    count: bad,
    of: toContiguousData(output).length,
    value: null,
    from: given?.probe ?? null,
    row: rowOf(output, toContiguousData(output)),
  };
  if (first === undefined) return { ...base, reason: "written" };
  const data = toContiguousData(first);
  if (data.length === 0) return { ...base, reason: "empty", count: 0, from: selectionOf(given) };
  if (deviations.has(op) && data.length / Math.max(1, toContiguousData(output).length) === 1)
    return { ...base, reason: "single", count: 1, of: data.length };
  if (divisions.has(op)) {
    const divisor = inputs.at(-1);
    if (divisor?.tensor != null) {
      const zeros = tally(divisor.tensor, (value) => value === 0);
      if (zeros > 0) {
        const counted = countedIn(divisor);
        if (counted !== null) return { ...base, reason: "none", count: 0, of: counted.of, from: counted.probe };
        const reason = isMask(divisor) ? "mask" : "divisor";
        return {
          ...base,
          reason,
          count: zeros,
          of: toContiguousData(divisor.tensor).length,
          value: 0,
          from: divisor.probe,
        };
      }
    }
  }
  if (logarithms.has(op) || roots.has(op)) {
    if (bounded.has(op)) {
      const beyond = tally(first, (value) => Math.abs(value) > 1);
      const furthest = Math.max(Math.abs(extreme(first, 1) ?? 0), Math.abs(extreme(first, -1) ?? 0));
      return { ...base, reason: "domain", count: beyond, of: data.length, value: furthest };
    }
    const edge = op === "log1p" ? -1 : 0;
    const below = tally(first, (value) => value < edge);
    const least = extreme(first, -1);
    if (below > 0 && op !== "acosh") return { ...base, reason: "domain", count: below, of: data.length, value: least };
    const at = tally(first, (value) => value === edge);
    if (logarithms.has(op) && at > 0) return { ...base, reason: "log-zero", count: at, of: data.length, value: edge };
  }
  if (growing.has(op)) return { ...base, reason: "overflow", value: extreme(first, 1) };
  return base;
}

/** Where NaN or infinity came into a result that no op made so: it is written there. */
export function writtenIn(root: Origin): Origin | null {
  let at = root;
  for (let steps = 0; steps < 1000; steps++) {
    const before = at.inputs.find(({ tensor, op }) => op !== null && tensor !== null && !isAllFinite(tensor));
    if (before === undefined || before.tensor === at.tensor) break;
    at = before;
  }
  return at === root ? null : at;
}

export type SlopeReason = (typeof slopeReasons)[number];

export interface WhySlope {
  readonly reason: SlopeReason | null;
  readonly count: number;
  readonly of: number;
  readonly value: number | null;
  readonly from: number | null;
  readonly row: number | null;
}

/** Of an op whose backward made NaN or infinity of a finite gradient. */
export function whySlope(origin: Origin, gradients: readonly (Tensor | null)[]): WhySlope {
  const bad = gradients.find((gradient) => gradient !== null && !isAllFinite(gradient)) ?? null;
  const of = bad === null ? 0 : toContiguousData(bad).length;
  const count = bad === null ? 0 : tally(bad, (value) => !Number.isFinite(value));
  const base = { count, of, from: null, value: null, row: bad === null ? null : rowOf(bad, toContiguousData(bad)) };
  const broken = origin.inputs.find(({ tensor }) => tensor !== null && !isAllFinite(tensor));
  if (broken?.tensor != null) {
    const source = sourceOf(broken);
    const lost = source.tensor === null ? 0 : tally(source.tensor, Number.isNaN);
    const all = source.tensor === null ? 0 : toContiguousData(source.tensor).length;
    return lost > 0
      ? { ...base, reason: "given", count: lost, of: all, from: source.probe }
      : { ...base, reason: "shielded", from: source.probe };
  }
  const divisor = origin.op === "div" ? origin.inputs.at(-1) : undefined;
  if (divisor?.tensor != null && origin.inputs.length === 2) {
    const zeros = tally(divisor.tensor, (value) => value === 0);
    if (zeros > 0)
      return { ...base, reason: "divisor", count: zeros, value: extreme(divisor.tensor, -1), from: divisor.probe };
  }
  if (origin.tensor !== null && !isAllFinite(origin.tensor)) {
    const reason = tally(origin.tensor, Number.isNaN) > 0 ? "undefined" : "shielded";
    return { ...base, reason, from: origin.probe };
  }
  const given = origin.inputs.find(({ reaches }) => reaches)?.tensor ?? null;
  if (bad === null || given === null) return { ...base, reason: null };
  const at = toContiguousData(bad).findIndex((value) => !Number.isFinite(value));
  const numbers = toContiguousData(given);
  return { ...base, reason: "slope", value: numbers.length === of ? (numbers[at] ?? null) : null };
}

/** Where something that is not finite began. */
function sourceOf(origin: Origin): Origin {
  let at = origin;
  for (let steps = 0; steps < 1000; steps++) {
    const before = at.inputs.find(
      ({ tensor, op }) => op !== null && tensor !== null && tally(tensor, Number.isNaN) > 0 && tensor !== at.tensor,
    );
    if (before === undefined) return at;
    at = before;
  }
  return at;
}

/** The indexing that selected nothing, before what was computed with its none. */
function selectionOf(origin: Origin | null): number | null {
  let at = origin;
  while (at !== null) {
    const before: Origin | undefined = at.inputs.find(
      ({ tensor, op }) => op !== null && tensor !== null && toContiguousData(tensor).length === 0,
    );
    if (before === undefined) return at.probe;
    at = before;
  }
  return null;
}

/** The mask, of more than one element, whose sum of 0 a divisor is. */
function countedIn({ op, inputs: [mask] }: Origin): { readonly probe: number | null; readonly of: number } | null {
  if ((op !== "sum" && op !== "count_nonzero" && op !== "mean") || mask?.tensor == null || !isMask(mask)) return null;
  const data = toContiguousData(mask.tensor);
  return data.length > 1 && data.every((value) => Number(value) === 0) ? { probe: mask.probe, of: data.length } : null;
}

function rowOf({ shape }: Tensor, data: ArrayLike<number | bigint>): number | null {
  const [rows] = shape;
  if (rows === undefined || rows < 2) return null;
  for (let i = 0; i < data.length; i++)
    if (!Number.isFinite(Number(data[i]))) return Math.floor(i / (data.length / rows));
  return null;
}

const isMask = ({ tensor, op, inputs }: Origin): boolean =>
  tensor?.dtype === "bool" || ((op === "to" || op === "float" || op === "type") && inputs[0]?.tensor?.dtype === "bool");

function tally(tensor: Tensor, holds: (value: number) => boolean): number {
  let found = 0;
  const data = toContiguousData(tensor);
  for (let i = 0; i < data.length; i++) if (holds(Number(data[i]))) found++;
  return found;
}

function extreme(tensor: Tensor, sign: 1 | -1): number | null {
  let found: number | null = null;
  for (const value of toContiguousData(tensor)) {
    if (Number.isFinite(value) && (found === null || sign * value > sign * found)) found = Number(value);
  }
  return found;
}
