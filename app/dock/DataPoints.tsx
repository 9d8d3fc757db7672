/** @file The data themselves, training and validation told apart: axes, and the points on a canvas under them. */
import { memo, Suspense } from "react";
import { StillAxes } from "../charts/StillAxes.tsx";
import { ticksOf } from "../charts/ticks.ts";
import { useIsLive } from "../charts/use-is-live.ts";
import { later } from "../ui/later.tsx";
import { formatNumber } from "../verdict/format.ts";
import { type DrawnPoints, sampledWords } from "./drawn-points.ts";
import { inset } from "./fit-frame.ts";
import type { DataAxesProps } from "./LiveDataAxes.tsx";
import { PointsCanvas } from "./PointsCanvas.tsx";

interface DataPointsProps extends DataAxesProps {
  readonly points: DrawnPoints;
}

export const DataPoints = memo(function DataPoints({ points, extent, across, up }: DataPointsProps) {
  return (
    <>
      <PointsCanvas groups={points.groups} extent={extent} />
      <DataAxes extent={extent} across={across} up={up} />
      {points.drawn < points.count && <span className="points-note muted">{sampledWords(points)}</span>}
    </>
  );
});

const live = later(async () => (await import("./LiveDataAxes.tsx")).LiveDataAxes);

function DataAxes({ extent, across, up }: DataAxesProps) {
  const isLive = useIsLive(live.load);
  const axisOf = ([from, to]: readonly [number, number], title: string) =>
    ({ from, to, scale: "linear", ticks: ticksOf([from, to], "linear", 6), title, tickText: formatNumber }) as const;
  const still = <StillAxes x={axisOf(extent.x, across)} y={axisOf(extent.y, up)} frame={inset} />;
  if (!isLive) return still;
  return (
    <Suspense fallback={still}>
      <live.Part extent={extent} across={across} up={up} />
    </Suspense>
  );
}
