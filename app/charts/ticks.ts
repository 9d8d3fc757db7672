/** @file Ticks at numbers that people would choose. */
import type { ChartScale } from "../store/store.ts";

export type Domain = readonly [low: number, high: number];

/** What the axis spans: on a linear one zero is in sight, and nothing lies on the edge. */
export function domainOf(values: readonly number[], scale: ChartScale): Domain {
  const drawn = values.filter((value) => Number.isFinite(value) && (scale === "linear" || value > 0));
  if (drawn.length === 0) return scale === "log" ? [0.1, 1] : [0, 1];
  const [low, high] = [drawn.reduce((a, b) => Math.min(a, b)), drawn.reduce((a, b) => Math.max(a, b))];
  if (scale === "log")
    return low === high ? [low / 2, high * 2] : [low / (high / low) ** 0.04, high * (high / low) ** 0.04];
  const bottom = Math.min(0, low);
  const pad = (high - bottom) * 0.04;
  return [bottom < 0 ? bottom - pad : 0, high > bottom ? high + pad : bottom + 1];
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
  const rough = span / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Twelve digits are what is left of 3 * 0.1 when the noise is gone.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
