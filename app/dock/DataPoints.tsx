/** @file The data themselves, training and validation told apart: axes, and the points on a canvas under them. */
import { memo } from "react";
import { LineChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { title } from "../charts/Plot.tsx";
import { ticksOf } from "../charts/ticks.ts";
import { formatNumber } from "../verdict/format.ts";
import { type DrawnPoints, sampledWords } from "./drawn-points.ts";
import { type Extent, inset, margin } from "./fit-frame.ts";
import { PointsCanvas } from "./PointsCanvas.tsx";

const tick = { fill: "var(--muted)", fontSize: 10, fontFamily: "var(--mono)" };

interface DataPointsProps {
  readonly points: DrawnPoints;
  readonly extent: Extent;
  /** What the axes are of, with units. */
  readonly across: string;
  readonly up: string;
}

export const DataPoints = memo(function DataPoints({ points, extent, across, up }: DataPointsProps) {
  return (
    <>
      <PointsCanvas groups={points.groups} extent={extent} />
      <ResponsiveContainer width="100%" height="100%">
        <LineChart margin={margin} accessibilityLayer={false}>
          <XAxis
            dataKey="x"
            type="number"
            domain={extent.x}
            allowDataOverflow
            ticks={ticksOf(extent.x, "linear", 6)}
            tick={tick}
            tickFormatter={formatNumber}
            label={{ ...title, value: across, position: "insideBottom", offset: 4 }}
            stroke="var(--line)"
            tickLine={false}
            height={inset.bottom}
            interval={0}
          />
          <YAxis
            dataKey="y"
            type="number"
            domain={extent.y}
            allowDataOverflow
            ticks={ticksOf(extent.y, "linear", 6)}
            tick={tick}
            tickFormatter={formatNumber}
            label={{
              ...title,
              value: up,
              angle: -90,
              position: "insideLeft",
              offset: 6,
              style: { textAnchor: "middle" },
            }}
            width={inset.left}
            stroke="var(--line)"
            tickLine={false}
            interval={0}
          />
        </LineChart>
      </ResponsiveContainer>
      {points.drawn < points.count && <span className="points-note muted">{sampledWords(points)}</span>}
    </>
  );
});
