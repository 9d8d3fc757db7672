/** @file Where a loss goes far along its own slope: one that nothing bounds from below falls on for ever, and learned weights may make it vanish by themselves. */
import { backward } from "../autograd/backward.ts";
import { type Loss, targetsFor } from "../language/loss.ts";
import type { Entry } from "../language/program.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { dataOf, Tensor } from "../tensor/tensor.ts";
import type { Called } from "./evaluate.ts";
import { euclideanNorm } from "./facts.ts";

export interface Slide {
  /** The loss's own parameter; null for the predictions. */
  readonly name: string | null;
  /** It goes to 0 and not below. */
  readonly vanishes: boolean;
  /** The loss here, and where it was followed to. */
  readonly here: number;
  readonly there: number;
}

/** Lengths of the way, in units of whatever moves. */
const WAYS = [10, 100, 1000, 10_000] as const;
/** A straight fall grows tenfold with the way; a logarithm's or a root's has an end in practice. */
const STRAIGHT = 5;
const NOTHING = 1e-3;
/** More are weights of a layer: those may well bring a loss to 0. */
const MOST_WEIGHTS = 16;
/** Each is followed in a few calls of the loss. */
const MOST_PARAMETERS = 16;

export function slideOf(
  loss: Loss,
  { predictions, targets, surroundings }: Called,
  entry: Entry,
  begin: () => void,
): Slide | null {
  const given = targetsFor(entry, targets, surroundings.model !== null);
  const forward = (): unknown => {
    begin();
    return loss.forward(predictions, given, surroundings);
  };
  const result = forward();
  if (!Tensor.isTensor(result) || numelOf(result.shape) !== 1 || !result.requires_grad) return null;
  backward(result);
  const here = lossIn(result);
  const own = loss
    .namedParameters()
    .slice(0, MOST_PARAMETERS)
    .map(([name, tensor]) => ({ name, tensor }));
  const moved = predictions.is_leaf ? [...own, { name: null, tensor: predictions }] : own;
  for (const { name, tensor } of moved) {
    const { grad } = tensor;
    if (grad === null || !tensor.is_leaf) continue;
    const found = along(tensor, grad, () => lossIn(withGradMode(false, forward)));
    const there = found.at(-1);
    if (there === undefined) continue;
    if (falls(here, found)) return { name, vanishes: false, here, there };
    if (name !== null && numelOf(tensor.shape) <= MOST_WEIGHTS && vanishes(here, found))
      return { name, vanishes: true, here, there };
  }
  return null;
}

/** The loss along the way down; what moved is put back. */
function along(tensor: Tensor, grad: Tensor, value: () => number): number[] {
  const numbers = dataOf(tensor);
  const before = numbers.slice();
  const slope = toContiguousData(grad);
  const size = euclideanNorm(grad);
  if (!(size > 0) || size === Number.POSITIVE_INFINITY || slope.length !== numbers.length) return [];
  try {
    return WAYS.map((way) => {
      for (let i = 0; i < numbers.length; i++) numbers[i] = Number(before[i]) - (way * Number(slope[i])) / size;
      return value();
    });
  } finally {
    numbers.set(before);
  }
}

function falls(here: number, values: readonly number[]): boolean {
  const drops = values.map((value) => here - value);
  const [, , before, last] = drops;
  return drops.every((drop) => drop > 0) && last > STRAIGHT * before && last > Math.abs(here);
}

function vanishes(here: number, values: readonly number[]): boolean {
  const last = values.slice(-2);
  return here > 0 && last.every((value) => value >= 0 && value <= NOTHING * here) && values[0] < here;
}

function lossIn(result: unknown): number {
  return Tensor.isTensor(result) && numelOf(result.shape) === 1 ? Number(toContiguousData(result)[0]) : Number.NaN;
}
