/** @file Places along a sample's axis, in words. */
import type { CheckedOf } from "../../../engine/checks/kinds.ts";
import { formatCount, formatNumber } from "../format.ts";

type Pull = CheckedOf<"pull">;
type Range = CheckedOf<"range">;
interface Interval {
  readonly from: number;
  readonly to: number;
}

/** What is measured along it. */
export const sideName: Readonly<Record<Pull["axis"], string>> = { difference: "d", margin: "the margin" };
const explained: Readonly<Record<Pull["axis"], string>> = {
  difference: "d = prediction − target",
  margin: "the margin is the right class's logit",
};

/** Level ground to one side is no push; samples of a batch may tell of places that the typical sample does not. */
export const isPushing = ({ pushes, pushed }: Pull): boolean => pushes.length > 0 || pushed > 0;

export function pullText({ axis, pushes, rests, pushed, resting, samples, reach }: Pull): string {
  const named = explained[axis];
  const of = (count: number): string => `${formatCount(count)} of ${formatCount(samples)} samples of this batch`;
  const rest =
    rests.length > 0 ? `; no pull for ${placesText(rests, axis, reach)}${resting > 0 ? `: ${of(resting)}` : ""}` : "";
  if (pushes.length === 0 && pushed === 0)
    return `wherever ${sideName[axis]} was tried, from ${formatNumber(-reach)} to ${formatNumber(reach)} (${named})${rest}`;
  const where = pushes.length === 0 ? "" : `for ${placesText(pushes, axis, reach)}: `;
  return `${where}${of(pushed)}. There a step makes the error larger${pushes.length > 1 ? ", and outliers are given up" : ""} (${named})${rest}`;
}

/** "|d| > 2", "d < -1 and 0 < d < 3": open where it reaches the ends of what was looked at. */
export function placesText(places: readonly Interval[], axis: Pull["axis"], reach: number): string {
  const name = sideName[axis];
  const isLow = (x: number): boolean => x <= -reach * (1 - 1e-9);
  const isHigh = (x: number): boolean => x >= reach * (1 - 1e-9);
  const [first, second] = places;
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-3 * Math.max(Math.abs(a), Math.abs(b));
  if (places.length === 2 && isLow(first.from) && isHigh(second.to) && near(-first.to, second.from))
    return `|${name}| > ${short(second.from)}`;
  if (places.length === 1 && isLow(first.from) && isHigh(first.to)) return `all ${name}`;
  if (places.length === 1 && near(-first.from, first.to)) return `|${name}| < ${short(first.to)}`;
  return places
    .map(({ from, to }) => {
      if (isLow(from)) return `${name} < ${short(to)}`;
      return isHigh(to) ? `${name} > ${short(from)}` : `${short(from)} < ${name} < ${short(to)}`;
    })
    .join(" and ");
}

/** As exact as an edge is known. */
const short = (value: number): string => formatNumber(Number(value.toPrecision(4)));

export function rangeText({ axis, below, above, lost }: Range): string {
  const name = sideName[axis];
  const near = below !== null && above !== null && Math.abs(below + above) <= 1e-2 * above;
  const finite =
    below === null && above === null
      ? `finite in float32 for every ${axis === "margin" ? "logit" : "d"} tried, up to 1e38`
      : near
        ? `finite in float32 for |${name}| < ${rough(above)}`
        : `finite in float32 for ${below === null ? "" : `${rough(below)} < `}${name}${above === null ? "" : ` < ${rough(above)}`}`;
  return lost === null
    ? finite
    : `${finite}; ${lost < 0 ? "below" : "above"} ${rough(lost)} its gradient is lost to rounding, and a sample there learns nothing`;
}

const rough = (value: number): string => formatNumber(Number(value.toPrecision(2)));
