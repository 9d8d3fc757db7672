/**
 * @file The planes through a run: two random directions as long in each filter as the filter is (Li et al., "Visualizing the loss landscape of neural
 * nets", 2018), the two directions in which its path spreads most, or two of its parameters. Pure: the same path and seed, the same plane.
 */
import { Generator } from "../../random/generator.ts";
import { eigenOf } from "../../vector/eigen.ts";
import type { Plane } from "./facts.ts";
import { projected } from "./plane.ts";

/** A tensor of parameters, as it lies among all of them. */
export interface Placed {
  readonly name: string;
  readonly shape: readonly number[];
}

/** Where a run went: the same parameters at each moment, the last one its end. */
export type Path = readonly Float32Array[];

export type Directions = Pick<Plane, "origin" | "across" | "up">;

/** So much of two directions may be one. */
const PARALLEL = 1 - 1e-6;

const numelOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/** Runs of numbers that belong together: the weights of a neuron; of a tensor of less than two dims, all of it. */
export function filtersOf(
  tensors: readonly Placed[],
): { readonly from: number; readonly to: number; readonly isBias: boolean }[] {
  let at = 0;
  return tensors.flatMap(({ shape }) => {
    const length = numelOf(shape);
    const rows = shape.length >= 2 ? (shape[0] ?? 1) : 1;
    const start = at;
    at += length;
    return Array.from({ length: rows }, (_, row) => ({
      from: start + (row * length) / rows,
      to: start + ((row + 1) * length) / rows,
      isBias: shape.length < 2,
    }));
  });
}

/**
 * Drawn as torch.manual_seed(seed) and two torch.randn of all parameters would, then each filter d ← d / ‖d‖ · ‖θ‖. Biases stay, as in the paper's figures; what
 * consists of nothing else moves as one. Null where both directions are one: there are too few parameters.
 */
export function randomDirections(end: Float32Array, tensors: readonly Placed[], seed: number): Directions | null {
  const filters = filtersOf(tensors);
  const isAllBias = filters.every(({ isBias }) => isBias);
  const generator = new Generator(seed);
  const drawn = (): Float32Array => {
    const direction = new Float32Array(end.length);
    generator.normal(direction);
    for (const { from, to, isBias } of filters) {
      const part = direction.subarray(from, to);
      const factor = isBias && !isAllBias ? 0 : lengthOf(end.subarray(from, to)) / lengthOf(part);
      for (let i = 0; i < part.length; i++) part[i] *= factor;
    }
    return direction;
  };
  return apart(end, drawn(), drawn());
}

/** The first two principal directions of the moments of all paths, through `end`; and the share of their spread along each. */
export function principalDirections(
  end: Float32Array,
  paths: readonly Path[],
): { readonly directions: Directions; readonly shares: readonly [number, number] } | null {
  const points = paths.flat();
  const count = points.length;
  const mean = end.map((_, i) => points.reduce((sum, point) => sum + (point[i] ?? 0), 0) / count);
  const centred = points.map((point) => point.map((value, i) => value - (mean[i] ?? 0)));
  const gramian = new Float64Array(count * count);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b <= a; b++) {
      const product = dot(centred[a], centred[b]);
      gramian[a * count + b] = product;
      gramian[b * count + a] = product;
    }
  }
  const { values, vectors } = eigenOf(gramian, count);
  const order = Array.from(values.keys()).sort((a, b) => values[b] - values[a]);
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const along = (k: number): Float32Array => {
    const direction = new Float64Array(end.length);
    centred.forEach((point, row) => {
      const weight = vectors[row * count + k];
      for (let i = 0; i < direction.length; i++) direction[i] += weight * point[i];
    });
    return pointingUp(unit(direction));
  };
  const [first = 0, second = 0] = order;
  if (!(values[second] > 1e-12 * values[first])) return null;
  const directions = apart(end, along(first), along(second));
  return directions === null
    ? null
    : { directions, shares: [values[first] / total, Math.max(0, values[second]) / total] };
}

/** The plane of two parameters as they are: its coordinates are their values. */
export function parameterDirections(end: Float32Array, first: number, second: number): Directions | null {
  if (first === second || first >= end.length || second >= end.length) return null;
  const along = (at: number): Float32Array => end.map((_, i) => (i === at ? 1 : 0));
  return {
    origin: end.map((value, i) => (i === first || i === second ? 0 : value)),
    across: along(first),
    up: along(second),
  };
}

/** Around all that lies in it, and at least `least` wide: `reach` times as far from its middle. */
export function around(directions: Directions, points: readonly Float32Array[], least: number, reach: number): Plane {
  const places = points.map((point) => projected(directions, point));
  const range = (values: readonly number[]) => {
    const finite = values.filter(Number.isFinite);
    const [low, high] = [Math.min(...finite), Math.max(...finite)];
    const middle = finite.length === 0 ? 0 : (low + high) / 2;
    const half = Math.max(finite.length === 0 ? 0 : 0.65 * (high - low), least) * reach;
    return { from: middle - half, to: middle + half };
  };
  return { ...directions, x: range(places.map(({ x }) => x)), y: range(places.map(({ y }) => y)) };
}

/** What each parameter went through on its way: those that moved most, first. */
export function moved(path: Path): number[] {
  const [first] = path;
  if (first === undefined) return [];
  const spread = Array.from(first, (_, i) => {
    const values = path.map((point) => point[i] ?? 0);
    return Math.max(...values) - Math.min(...values);
  });
  return Array.from(spread.keys()).sort((a, b) => (spread[b] ?? 0) - (spread[a] ?? 0) || a - b);
}

/** `0.weight[3, 2]` */
export function parameterName(tensors: readonly Placed[], at: number): string {
  let index = at;
  for (const { name, shape } of tensors) {
    const length = numelOf(shape);
    if (index < length) {
      const places: number[] = [];
      for (const size of shape.toReversed()) {
        places.unshift(index % size);
        index = Math.floor(index / size);
      }
      return places.length === 0 ? name : `${name}[${places.join(", ")}]`;
    }
    index -= length;
  }
  return String(at);
}

function apart(origin: Float32Array, across: Float32Array, up: Float32Array): Directions | null {
  const cosine = dot(across, up) / (lengthOf(across) * lengthOf(up));
  return Math.abs(cosine) < PARALLEL ? { origin, across, up } : null;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

const lengthOf = (values: ArrayLike<number>): number => Math.sqrt(dot(values, values));

function unit(values: Float64Array): Float32Array {
  const length = lengthOf(values);
  return Float32Array.from(values, (value) => value / length);
}

/** So that a picture does not flip. */
function pointingUp(values: Float32Array): Float32Array {
  const greatest = values.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  return greatest < 0 ? values.map((value) => -value) : values;
}
