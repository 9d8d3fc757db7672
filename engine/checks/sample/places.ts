/** @file Where a curve is measured: evenly, and more closely where its slope changes fast, so that a jump is drawn as one. */
export interface Measured {
  readonly x: number;
  readonly value: number;
  readonly slope: number;
}

const EVEN = 96;
const MOST = 260;
const ROUNDS = 10;
const PEAK_ROUNDS = 6;
/** Of what slopes there are: a greater change between neighbours is looked at. */
const CHANGE = 0.06;

/** Ascending. `middle` is a place, and so are both sides of it: a kink there is told from what backward takes at it. */
export function measuredOver(
  { from, to, middle }: { readonly from: number; readonly to: number; readonly middle: number },
  measure: (x: number) => Measured,
): Measured[] {
  const tiny = (to - from) * 1e-6;
  const even = Array.from({ length: EVEN + 1 }, (_, k) => from + ((to - from) * k) / EVEN);
  const isWithin = from < middle && to > middle;
  const around = [-tiny, 0, tiny].map((by) => middle + by);
  const apart = even.filter((x) => Math.abs(x - middle) > 2 * tiny);
  const first = isWithin ? [...apart, ...around].sort((a, b) => a - b) : even;
  let known = first.map(measure);
  for (let round = 0; round < ROUNDS && known.length < MOST; round++) {
    const slopes = known.map(({ slope }) => slope).filter(Number.isFinite);
    const limit = CHANGE * (Math.max(...slopes) - Math.min(...slopes));
    let room = MOST - known.length;
    const next = known.flatMap((here, k): Measured[] => {
      const after = known[k + 1];
      if (after === undefined) return [here];
      const isFar = after.x - here.x > 2 * tiny;
      // The edge of what has no value is looked for as well.
      const isEdge = Number.isFinite(here.value + here.slope) !== Number.isFinite(after.value + after.slope);
      const isSteep = isEdge || Math.abs(after.slope - here.slope) > limit;
      return isFar && isSteep && room-- > 0 ? [here, measure((here.x + after.x) / 2)] : [here];
    });
    if (next.length === known.length) break;
    known = next;
  }
  for (let round = 0; round < PEAK_ROUNDS; round++) known = withPeak(known, measure);
  return known;
}

/** Half as far to both sides of the greatest slope, where that is within: from there on a loss redescends. */
function withPeak(known: readonly Measured[], measure: (x: number) => Measured): Measured[] {
  const size = ({ slope }: Measured): number => (Number.isFinite(slope) ? Math.abs(slope) : 0);
  const peak = known.reduce((best, here, k) => (size(here) > size(known[best]) * (1 + 1e-9) ? k : best), 0);
  return known.flatMap((here, k): Measured[] => {
    const after = known[k + 1];
    const isBeside = (k === peak - 1 && peak < known.length - 1) || (k === peak && peak > 0);
    return isBeside && after !== undefined ? [here, measure((here.x + after.x) / 2)] : [here];
  });
}
