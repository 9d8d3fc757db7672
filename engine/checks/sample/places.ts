/** @file Where a curve is measured: evenly, and more closely where its slope changes fast, so that a jump is drawn as one. */
export interface Measured {
  readonly x: number;
  readonly value: number;
  readonly slope: number;
}

const EVEN = 96;
const MOST = 260;
const ROUNDS = 10;
/** Of what slopes there are: a greater change between neighbours is looked at. */
const CHANGE = 0.06;

/** Ascending. Where 0 is within, it is a place, and so are both sides of it: gradients are told of kinks apart. */
export function measuredOver(from: number, to: number, measure: (x: number) => Measured): Measured[] {
  const tiny = (to - from) * 1e-6;
  const even = Array.from({ length: EVEN + 1 }, (_, k) => from + ((to - from) * k) / EVEN);
  const isWithin = from < 0 && to > 0;
  const first = isWithin ? [...even.filter((x) => Math.abs(x) > 2 * tiny), -tiny, 0, tiny].sort((a, b) => a - b) : even;
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
  return known;
}
