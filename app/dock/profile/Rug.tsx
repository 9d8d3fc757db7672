/** @file Where the batch's samples are: a mark for each at the foot of a chart. */
import { usePlotArea, useXAxisScale } from "recharts";

export function Rug({ at }: { readonly at: readonly number[] }) {
  const [xOf, area] = [useXAxisScale(), usePlotArea()];
  if (xOf === undefined || area === undefined) return null;
  const foot = area.y + area.height;
  const path = at.flatMap((x) => {
    const left = xOf(x);
    const isIn = left !== undefined && left >= area.x && left <= area.x + area.width;
    return isIn ? [`M${left.toFixed(1)} ${foot.toFixed(1)}v-6`] : [];
  });
  return <path className="rug" d={path.join("")} stroke="var(--muted)" strokeOpacity={0.7} fill="none" />;
}
