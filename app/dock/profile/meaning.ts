/** @file What a profile comes to, a row for each thing one asks of a loss: from what checks found, and from the curve where that shows it. Pure. */
import type { CheckCode, CheckedOf } from "../../../engine/checks/kinds.ts";
import type { SampleCurve } from "../../../engine/checks/sample/facts.ts";
import { estimatedName } from "../../verdict/checked/estimate-words.ts";
import { placesText, sideName } from "../../verdict/checked/place-words.ts";
import { formatNumber } from "../../verdict/format.ts";
import { targetPlace, valueAt } from "./lines.ts";

/** null: not found out yet. */
export interface Known {
  readonly checks: readonly CheckedOf[] | null;
  readonly curve: SampleCurve | null;
}

export interface Cell {
  readonly text: string;
  readonly isBad: boolean;
}

interface Row {
  readonly name: string;
  readonly means: string;
  /** null where there is nothing to say of it. */
  readonly cell: (known: Known) => Cell | null;
}

const plain = (text: string): Cell => ({ text, isBad: false });
const bad = (text: string): Cell => ({ text, isBad: true });
const waiting = plain("…");
const rounded = (value: number): string => formatNumber(Number(value.toPrecision(3)));
const rough = (value: number): string => formatNumber(Number(value.toPrecision(2)));

/** What a check says, or that nobody knows yet. */
function from<Code extends CheckCode>(code: Code, say: (facts: CheckedOf<Code>) => Cell | null) {
  return ({ checks }: Known): Cell | null => {
    if (checks === null) return waiting;
    const isOfCode = (facts: CheckedOf): facts is CheckedOf<Code> => facts.code === code;
    const facts = checks.find(isOfCode);
    return facts === undefined ? null : say(facts);
  };
}

const drawn =
  (say: (curve: SampleCurve) => Cell | null) =>
  ({ curve }: Known): Cell | null =>
    curve === null ? null : say(curve);

export const meanings: readonly Row[] = [
  {
    name: "estimates",
    means: "The constant that is best for these targets, and the statistic of them that it is.",
    cell: from("estimates", (facts) => plain(estimatedName(facts))),
  },
  {
    name: "proper",
    means: "Least where the predicted probability is the true one.",
    cell: from("proper", ({ isProper }) => plain(isProper ? "yes" : "no")),
  },
  {
    name: "minimum at d",
    means: "Prediction less target where one sample's loss is least. Away from 0, predictions will be biased.",
    cell: from("minimum", ({ at }) => (at === 0 ? plain("0") : bad(at === null ? "none" : rounded(at)))),
  },
  {
    name: "pulls towards target",
    means: "Where a step against the gradient makes the error smaller.",
    cell: from("pull", ({ pushes, pushed, rests, axis, reach }) => {
      if (pushes.length > 0) return bad(`not ${placesText(pushes, axis, reach)}`);
      if (pushed > 0) return bad("not every sample");
      return plain(rests.length > 0 ? `no pull ${placesText(rests, axis, reach)}` : "everywhere");
    }),
  },
  {
    name: "greatest pull",
    means: "The largest slope within what is drawn, and where it first is.",
    cell: drawn((curve) => {
      const { most, place, isEnd } = greatest(curve);
      if (most === 0) return bad("none");
      if (isSteady(curve, most)) return plain(rounded(most));
      return plain(`${rounded(most)} at ${rounded(place)}${isEnd ? ", and rising" : ""}`);
    }),
  },
  {
    name: "redescends",
    means: "From where on the pull gets weaker with the distance: outliers are given up.",
    cell: drawn((curve) => {
      const { place, isEnd, most, atEnds } = greatest(curve);
      if (curve.axis === "margin" || most === 0) return null;
      return isEnd || atEnds > 0.9 * most
        ? plain("no")
        : plain(`from ${rounded(Math.abs(place - (targetPlace(curve) ?? 0)))}`);
    }),
  },
  {
    name: "kinks",
    means: "Where the slope jumps.",
    cell: drawn((curve) => {
      const places = jumps(curve);
      const shown = places.slice(0, 3).map(rounded).join(", ");
      return plain(places.length === 0 ? "none" : `${shown}${places.length > 3 ? ", …" : ""}`);
    }),
  },
  {
    name: "convex",
    means: "Whether the slope of one sample's loss rises all along.",
    cell: from("convexity", ({ isConvex, from: low, to, axis }) => {
      if (isConvex) return plain("yes");
      return plain(to > low ? placesText([{ from: low, to }], axis, Number.POSITIVE_INFINITY) : "no");
    }),
  },
  {
    name: "symmetric",
    means: "Too high costs as much as too low.",
    cell: from("symmetry", ({ isSymmetric, ratio }) =>
      plain(isSymmetric ? "yes" : ratio === null ? "no" : `no, ${rounded(ratio)} : 1`),
    ),
  },
  {
    name: "bounded below",
    means: "It does not fall without end, however far predictions or its own weights go.",
    cell: from("bounded", ({ isBounded, by }) => (isBounded ? plain("yes") : bad(by === null ? "no" : `no: ${by}`))),
  },
  {
    name: "an outlier weighs",
    means: "What becomes of the pull when a sample is twice as far off, at the ends of what is drawn.",
    cell: drawn(outlier),
  },
  {
    name: "safe range",
    means: "Where value and gradient are finite in float32.",
    cell: from("range", ({ below, above, axis }) => {
      if (below === null && above === null) return plain("all");
      const name = sideName[axis];
      const isEven = below !== null && above !== null && Math.abs(below + above) <= 1e-2 * above;
      if (isEven) return plain(`|${name}| < ${rough(above)}`);
      return plain(`${below === null ? "" : `${rough(below)} < `}${name}${above === null ? "" : ` < ${rough(above)}`}`);
    }),
  },
];

interface Greatest {
  readonly most: number;
  readonly place: number;
  readonly isEnd: boolean;
  readonly atEnds: number;
}

function greatest({ at, slopes }: SampleCurve): Greatest {
  let [most, k] = [0, 0];
  slopes.forEach((slope, i) => {
    // Of equal ones the nearest to the middle, and not for a last digit.
    if (Number.isFinite(slope) && Math.abs(slope) > most * (1 + 1e-6)) [most, k] = [Math.abs(slope), i];
  });
  const ends = [slopes[0] ?? 0, slopes.at(-1) ?? 0].map((slope) => (Number.isFinite(slope) ? Math.abs(slope) : 0));
  const top = vertex(at, slopes, k);
  const { place } = top;
  // Of two that are alike on both sides, the one to the right is named.
  const isSame = place < 0 && Math.abs(Math.abs(valueAt(at, slopes, -place)) - most) <= 5e-3 * most;
  return {
    most: Math.max(most, top.size),
    place: isSame ? -place : place,
    isEnd: k === 0 || k === at.length - 1,
    atEnds: Math.max(...ends),
  };
}

/** Of the parabola through a place and those beside it: the greatest lies between what was measured. */
function vertex(
  at: readonly number[],
  slopes: readonly number[],
  k: number,
): { readonly place: number; readonly size: number } {
  const [a, b, c] = [at[k - 1], at[k] ?? 0, at[k + 1]];
  const [low, top, high] = [k - 1, k, k + 1].map((i) => Math.abs(slopes[i] ?? Number.NaN));
  const here = { place: b, size: top ?? 0 };
  if (a === undefined || c === undefined || low === undefined || top === undefined || high === undefined) return here;
  const [left, right] = [(top - low) / (b - a), (high - top) / (c - b)];
  const bend = (right - left) / (c - a);
  if (!(bend < 0)) return here;
  const place = (a + b) / 2 - left / (2 * bend);
  // At a jump there is no parabola.
  const size = top + (place - b) * (left + bend * (place - a));
  return place > a && place < c && size >= top && size < 1.02 * top ? { place, size } : here;
}

/** The same size nearly everywhere. */
function isSteady({ slopes }: SampleCurve, most: number): boolean {
  const same = slopes.filter((slope) => Math.abs(Math.abs(slope) - most) <= 1e-4 * most).length;
  return same >= 0.4 * slopes.length;
}

/** Places at which neighbours that all but touch have slopes that do not, and those beside them have: a slope that runs off is no jump. */
export function jumps(curve: SampleCurve): number[] {
  const { at, slopes, from: start, to } = curve;
  const middle = targetPlace(curve) ?? 0;
  const finite = slopes.filter(Number.isFinite);
  const span = Math.max(...finite) - Math.min(...finite);
  const near = (to - start) * 3e-5;
  const change = (i: number): number => Math.abs((slopes[i] ?? Number.NaN) - (slopes[i - 1] ?? Number.NaN)) || 0;
  const found: number[] = [];
  for (let i = 1; i < at.length; i++) {
    const [a, b] = [at[i - 1] ?? 0, at[i] ?? 0];
    const last = found.at(-1);
    // At the target itself backward takes something between both sides: the jump is two.
    const isMiddle = a === middle || b === middle;
    const beside = isMiddle ? 0 : Math.max(change(i - 1), change(i + 1));
    if (b - a > near || !(change(i) > 0.02 * span && change(i) > 5 * beside)) continue;
    const place = Math.abs((a + b) / 2 - middle) < near ? middle : (a + b) / 2;
    if (last === undefined || Math.abs(place - last) > 4 * near) found.push(place);
  }
  return found;
}

function outlier(curve: SampleCurve): Cell | null {
  const target = targetPlace(curve);
  if (target === null) return null;
  const at = (x: number): number => valueAt(curve.at, curve.slopes, x);
  const end = Math.min(target - curve.from, curve.to - target) * 0.999;
  const of = (side: 1 | -1): number | null => {
    const [far, near] = [at(target + side * end) * side, at(target + (side * end) / 2) * side];
    return Number.isFinite(far + near) && near !== 0 ? far / near : null;
  };
  const { most } = greatest(curve);
  const [above, below] = [of(1), of(-1)];
  if (above === null || below === null) return null;
  const ends = [1, -1].map((side) => at(target + side * end) * side);
  if (ends.some((pull) => pull < -1e-6 * most)) return bad("pushed away");
  if (ends.every((pull) => pull <= 1e-3 * most)) return plain("→ 0");
  const ratio = Math.max(above, below);
  if (ratio > 1.03) return plain(`${rounded(ratio)} × as much at 2d`);
  return plain(ratio < 0.97 ? "less, farther off" : "as any other");
}
