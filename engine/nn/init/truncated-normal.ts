/** @file Normal numbers within bounds, as torch.nn.init.trunc_normal_ draws them: those outside are drawn again. */
import { erfOf } from "../../kernels/special.ts";
import type { Generator } from "../../random/generator.ts";
import { log } from "../../random/logarithms.ts";

type Floats = Float32Array | Float64Array;

export interface Truncation {
  readonly mean: number;
  readonly std: number;
  readonly low: number;
  readonly high: number;
}

const below = (z: number) => (1 + erfOf(z / Math.SQRT2)) / 2;

/** Whether so much of the curve lies within the bounds that drawing from it soon hits. */
const ENOUGH = 0.3;

/** `areRows`: the numbers lie one after the other, and are drawn in blocks. */
export function truncatedNormal(out: Floats, source: Generator, areRows: boolean, bounds: Truncation): void {
  const { mean, std, low, high } = bounds;
  const share = below((high - mean) / std) - below((low - mean) / std);
  if (share > ENOUGH) fromNormal(out, source, areRows, bounds);
  else fromUniform(out, source, bounds);
}

const sameType = (out: Floats): Floats =>
  out instanceof Float32Array ? new Float32Array(out.length) : new Float64Array(out.length);

const rounding = (out: Floats) => (out instanceof Float32Array ? Math.fround : (x: number) => x);

function fromNormal(out: Floats, source: Generator, areRows: boolean, { mean, std, low, high }: Truncation): void {
  const round = rounding(out);
  const [least, most] = [round(low), round(high)];
  const isOutside = (x: number) => x < least || x > most;
  source.normal(out, mean, std, !areRows);
  const again = sameType(out);
  while (out.some(isOutside)) {
    source.normal(again, mean, std, !areRows);
    for (let i = 0; i < out.length; i++) if (isOutside(out[i])) out[i] = again[i];
  }
}

/** Uniform numbers, each kept with a probability in proportion to the curve's height there. */
function fromUniform(out: Floats, source: Generator, { mean, std, low, high }: Truncation): void {
  const round = rounding(out);
  const peak = round(-0.5 * ((Math.max(low, Math.min(mean, high)) - mean) / std) ** 2);
  const [centre, spread] = [round(mean), round(std)];
  const height = (x: number) => {
    const z = round(round(x - centre) / spread);
    return round(round(round(z * z) * -0.5) - peak);
  };
  const candidates = sameType(out);
  const accepted = sameType(out);
  const isPending = new Uint8Array(out.length).fill(1);
  do {
    source.uniform(candidates, low, high);
    source.uniform(accepted);
    for (let i = 0; i < out.length; i++) {
      if (isPending[i] === 0) continue;
      out[i] = candidates[i];
      const chance = accepted[i] === 0 ? Number.NEGATIVE_INFINITY : round(log(accepted[i]));
      if (!(chance > height(candidates[i]))) isPending[i] = 0;
    }
  } while (isPending.includes(1));
}
