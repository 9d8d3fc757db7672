/** @file Ticks at numbers that people would choose. */
import type { ChartScale } from "../store/store.ts";

export type Domain = readonly [low: number, high: number];

/**
 * What the axis spans: on a linear one zero is in sight, and nothing lies on the edge. It moves in leaps of a twentieth or so, not with
 * every value.
 */
export function domainOf(values: readonly number[], scale: ChartScale): Domain {
  const drawn = values.filter((value) => Number.isFinite(value) && (scale === "linear" || value > 0));
  if (drawn.length === 0) return scale === "log" ? [0.1, 1] : [0, 1];
  const [low, high] = [drawn.reduce((a, b) => Math.min(a, b)), drawn.reduce((a, b) => Math.max(a, b))];
  if (scale === "log") {
    if (low === high) return [low / 2, high * 2];
    const [bottom, top] = outward(Math.log10(low), Math.log10(high));
    return [10 ** bottom, 10 ** top];
  }
  const bottom = Math.min(0, low);
  if (bottom === high) return [0, 1];
  const [floor, top] = outward(bottom, high);
  return [bottom === 0 ? 0 : floor, top];
}

/** To the next line but a little of a grid of about twenty lines. */
function outward(low: number, high: number): Domain {
  const step = stepOf((high - low) / 20);
  return [Math.floor(low / step - 0.2) * step, Math.ceil(high / step + 0.2) * step];
}

/** The next longer of the lengths that an axis has while it grows. */
export function roundedUp(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length));
  return power * ([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find((factor) => factor * power >= length) ?? 10);
}

/** At most about `most` ticks within the domain, at 1, 2 or 5 times a power of ten. */
export function ticksOf([low, high]: Domain, scale: ChartScale, most: number): number[] {
  if (scale === "linear" || high / low < 10) return linearTicks(low, high, most);
  const decades = Math.log10(high / low);
  const mantissas = decades * 3 <= most ? [1, 2, 5] : decades * 2 <= most ? [1, 3] : [1];
  const every = Math.max(1, Math.ceil((decades * mantissas.length) / most));
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    if (mantissas.length === 1 && power % every !== 0) continue;
    ticks.push(...mantissas.map((mantissa) => Number(`${mantissa}e${power}`)));
  }
  return ticks.filter((tick) => tick >= low && tick <= high);
}

function linearTicks(low: number, high: number, most: number): number[] {
  const span = high - low;
  if (!(span > 0)) return [low];
  const step = stepOf(span / most);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Twelve digits are what is left of 3 * 0.1 when the noise is gone.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** The next greater of 1, 2 or 5 times a power of ten. */
function stepOf(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
}
