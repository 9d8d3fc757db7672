/** @file A plot's axes that can be used: drawn by the library, with its curves in them. */
import { memo } from "react";
import { CartesianGrid, LineChart, ReferenceArea, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { formatCount, formatNumber } from "../verdict/format.ts";
import { Curves } from "./Curves.tsx";
import { ACROSS, acrossTitle, inset, margin, type PlotFrame, type ShadedArea, tick, upTitle } from "./plot-frame.ts";
import { ticksOf } from "./ticks.ts";

const noAreas: readonly ShadedArea[] = [];
const noLines = (): number[] => [];

export const LiveAxes = memo(function LiveAxes({
  low,
  high,
  scale,
  start,
  end,
  across,
  up,
  rows,
  gaps,
  tickText = formatCount,
  areas = noAreas,
  marks = null,
  spaced,
}: PlotFrame) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart margin={margin} accessibilityLayer={false}>
        {/* Without places for vertical lines, and with ticks of its own choice (interval), it would measure the text of every tick. */}
        <CartesianGrid vertical={false} verticalCoordinatesGenerator={noLines} stroke="var(--line)" />
        <XAxis
          dataKey="x"
          type="number"
          domain={[start, end]}
          allowDataOverflow
          scale={spaced?.scale ?? "linear"}
          ticks={spaced?.at ?? ticksOf([start, end], "linear", 6)}
          tickFormatter={(value: number) => tickText(value)}
          hide={across === null}
          label={acrossTitle(across ?? "")}
          tick={tick}
          stroke="var(--line)"
          tickLine={false}
          height={across === null ? 0 : ACROSS}
          interval={0}
        />
        <YAxis
          type="number"
          scale={scale}
          domain={[low, high]}
          allowDataOverflow
          ticks={ticksOf([low, high], scale, rows)}
          tick={tick}
          tickFormatter={formatNumber}
          label={upTitle(up)}
          width={inset.left}
          stroke="var(--line)"
          tickLine={false}
          interval={0}
        />
        {gaps.map(({ lane, from, to, kind }) => (
          <ReferenceArea
            key={`${lane}${kind}${from}`}
            x1={from}
            x2={Math.max(to, from + (end - start) / 200)}
            fill="var(--bad)"
            fillOpacity={0.14}
            stroke="var(--bad)"
            strokeOpacity={0.6}
            label={{ value: `✕ ${lane} ${kind}`, fill: "var(--bad)", fontSize: 11, position: "insideTop" }}
          />
        ))}
        {areas.map(({ key, from, to, text }) => (
          <ReferenceArea
            key={key}
            x1={Math.max(from, start)}
            x2={Math.min(to, end)}
            fill="var(--bad)"
            fillOpacity={0.1}
            stroke="none"
            label={{ value: text, fill: "var(--bad)", fontSize: 11, position: "insideTop" }}
          />
        ))}
        {marks}
        <Curves />
      </LineChart>
    </ResponsiveContainer>
  );
});
