/** @file The axes of the data, drawn by the library. */
import { memo } from "react";
import { LineChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { acrossTitle, tick, upTitle } from "../charts/plot-frame.ts";
import { ticksOf } from "../charts/ticks.ts";
import { formatNumber } from "../verdict/format.ts";
import { type Extent, inset, margin } from "./fit-frame.ts";

export interface DataAxesProps {
  readonly extent: Extent;
  /** What the axes are of, with units. */
  readonly across: string;
  readonly up: string;
}

export const LiveDataAxes = memo(function LiveDataAxes({ extent, across, up }: DataAxesProps) {
  return (
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
          label={acrossTitle(across)}
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
          label={upTitle(up)}
          width={inset.left}
          stroke="var(--line)"
          tickLine={false}
          interval={0}
        />
      </LineChart>
    </ResponsiveContainer>
  );
});
