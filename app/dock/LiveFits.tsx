/** @file Predictions and marked points on the library's axes, which nothing is seen of: those of the data lie below. */
import { memo } from "react";
import { LineChart, ReferenceDot, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { Curves } from "../charts/Curves.tsx";
import { laneStyle } from "../charts/lane-style.ts";
import { type Extent, inset, type MarkedPoint, margin } from "./fit-frame.ts";

export interface FitsFrameProps {
  readonly extent: Extent;
  readonly marked: readonly MarkedPoint[];
}

export const LiveFits = memo(function LiveFits({ extent, marked }: FitsFrameProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart margin={margin} accessibilityLayer={false}>
        <XAxis
          dataKey="x"
          type="number"
          domain={extent.x}
          allowDataOverflow
          tick={false}
          axisLine={false}
          tickLine={false}
          height={inset.bottom}
        />
        <YAxis
          type="number"
          domain={extent.y}
          allowDataOverflow
          tick={false}
          axisLine={false}
          tickLine={false}
          width={inset.left}
        />
        <Curves />
        {marked.map(({ x, y, lane }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two samples may be equal; they have no identity but their place
          <ReferenceDot key={i} x={x} y={y} r={4.5} fill="none" stroke={laneStyle(lane).stroke} strokeWidth={1.75} />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
});
