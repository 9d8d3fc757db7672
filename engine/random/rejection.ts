/** @file Draws that accept some candidates and reject others, in PyTorch's order of draws (ATen/native/Distributions.h and .cpp). */
import { lgammaOf } from "../kernels/special.ts";
import type { Generator } from "./generator.ts";

/** What PyTorch computes in the dtype of the parameters, before it goes on in double. */
export type Rounding = (x: number) => number;

/** Gamma(alpha, 1): Marsaglia and Tsang (2000), below 1 by way of alpha + 1. */
export function gammaDraw(source: Generator, alpha: number, round: Rounding): number {
  if (alpha === 0) return 0;
  const scale = alpha < 1 ? (1 - source.nextUniform()) ** round(1 / alpha) : 1;
  // Constants that PyTorch writes in single precision.
  const third = Math.fround(1 / 3);
  const d = round((alpha < 1 ? round(alpha + 1) : alpha) - third);
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    let x: number;
    let y: number;
    do {
      x = source.nextNormal();
      y = 1 + c * x;
    } while (y <= 0);
    const v = y * y * y;
    const u = 1 - source.nextUniform();
    const square = x * x;
    if (u < 1 - Math.fround(0.0331) * square * square) return scale * d * v;
    if (Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) return scale * d * v;
  }
}

/** Poisson(rate): products of uniform numbers below 10, Hörmann's transformed rejection (1993) from there. */
export function poissonDraw(source: Generator, rate: number): number {
  if (rate === 0) return 0;
  if (rate < 10) {
    const limit = Math.exp(-rate);
    let product = source.nextUniform();
    let count = 0;
    while (product > limit) {
      count++;
      product *= source.nextUniform();
    }
    return count;
  }
  const root = Math.sqrt(rate);
  const logRate = Math.log(rate);
  const b = 0.931 + 2.53 * root;
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const sure = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = source.nextUniform() - 0.5;
    const v = source.nextUniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + rate + 0.43);
    if (us >= 0.07 && v <= sure) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (us * us) + b) <= -rate + k * logRate - lgammaOf(k + 1))
      return k;
  }
}

/** Binomial(count, p): waiting times while few successes are expected, Hörmann's transformed rejection otherwise. */
export function binomialDraw(source: Generator, count: number, p: number, round: Rounding): number {
  if (count <= 0 || p <= 0) return 0;
  if (p >= 1) return count;
  if (Number.isNaN(p)) return Number.NaN;
  if (p > 0.5) return count - fewer(source, count, round(1 - p), round);
  return fewer(source, count, p, round);
}

const fewer = (source: Generator, count: number, p: number, round: Rounding): number =>
  round(count * p) >= 10 ? rejected(source, count, p, round) : waited(source, count, p, round);

function waited(source: Generator, count: number, p: number, round: Rounding): number {
  const logFailure = round(Math.log1p(-p));
  let [sum, successes] = [0, 0];
  for (;;) {
    sum += Math.ceil(Math.log(source.nextUniform()) / logFailure);
    if (sum > count) return successes;
    successes++;
  }
}

const tails = [
  0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
  0.0138761288230707, 0.0118967099458917, 0.010411265261972, 0.00925546218271273, 0.00833056343336287,
];

/** What Stirling's approximation of ln k! lacks. */
function stirlingTail(k: number): number {
  if (k < tails.length) return tails[Math.trunc(k)];
  const square = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}

function rejected(source: Generator, count: number, p: number, round: Rounding): number {
  const deviation = round(Math.sqrt(round(round(count * p) * round(1 - p))));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = round(count * p) + 0.5;
  const sure = 0.92 - 4.2 / b;
  const odds = round(p / round(1 - p));
  const alpha = (2.83 + 5.1 / b) * deviation;
  const m = Math.floor(round(round(count + 1) * p));
  for (;;) {
    const u = source.nextUniform() - 0.5;
    const v = source.nextUniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + c);
    if (k < 0 || k > count) continue;
    if (us >= 0.07 && v <= sure) return k;
    const bound =
      (m + 0.5) * Math.log((m + 1) / (odds * (count - m + 1))) +
      (count + 1) * Math.log((count - m + 1) / (count - k + 1)) +
      (k + 0.5) * Math.log((odds * (count - k + 1)) / (k + 1)) +
      stirlingTail(m) +
      stirlingTail(count - m) -
      stirlingTail(k) -
      stirlingTail(count - k);
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= bound) return k;
  }
}
