/** @file Curves over steps or seconds, with their axes. */
import { memo, type ReactNode } from "react";
import { CartesianGrid, LineChart, ReferenceArea, ResponsiveContainer, XAxis, YAxis } from "recharts";
import type { ChartScale } from "../store/store.ts";
import { formatCount, formatNumber } from "../verdict/format.ts";
import { type Curve, Curves, CurvesContext } from "./Curves.tsx";
import type { Gap } from "./series.ts";
import { type Domain, domainOf, ticksOf } from "./ticks.ts";

/** Where curves lie within a plot, in pixels: what is drawn over them has to know. */
export const inset = { left: 62, right: 20 };
const margin = { top: 6, right: inset.right, bottom: 0, left: 0 };
export const title = { fill: "var(--muted)", fontSize: 10.5, fontFamily: "var(--sans)" };
const tick = { fill: "var(--muted)", fontSize: 10, fontFamily: "var(--mono)" };

export interface GapArea extends Gap {
  readonly lane: string;
}

/** A stretch of the axis that is shaded, with what is said of it. */
export interface ShadedArea {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface AxesProps {
  readonly scale: ChartScale;
  /** Where the horizontal axis begins and ends. */
  readonly start: number;
  readonly end: number;
  /** What the axes are of, with units. Without a title the horizontal one is not drawn: a plot below has it. */
  readonly across: string | null;
  readonly up: string;
  readonly rows: number;
  /** Where the horizontal axis is of no steps: what stands on it, and how it is spaced. */
  readonly spaced?: { readonly at: readonly number[]; readonly scale: ChartScale };
  /** Of the horizontal axis; counts where nothing is said. */
  readonly tickText?: (value: number) => string;
  readonly areas?: readonly ShadedArea[];
  /** What else is drawn between the axes: the same element as long as it is the same. */
  readonly marks?: ReactNode;
}

interface PlotProps extends AxesProps {
  readonly curves: readonly Curve[];
  readonly gaps?: readonly GapArea[];
  /** What the vertical axis spans, where the curves do not decide it. */
  readonly domain?: Domain;
}

const noGaps: readonly GapArea[] = [];
const noAreas: readonly ShadedArea[] = [];

/** Stays as it is while only the crosshair over it moves. */
export const Plot = memo(function Plot({ curves, gaps = noGaps, domain, ...axes }: PlotProps) {
  const { start, end } = axes;
  const [low, high] =
    domain ??
    domainOf(
      curves.flatMap(({ points, floor = [] }) =>
        [...points, ...floor].flatMap(({ x, y }) => (x < start || x > end ? [] : (y ?? []))),
      ),
      axes.scale,
    );
  return (
    <CurvesContext value={curves}>
      <Axes {...axes} low={low} high={high} gaps={gaps.length === 0 ? noGaps : gaps} />
    </CurvesContext>
  );
});

const noLines = (): number[] => [];

interface Frame extends AxesProps {
  readonly low: number;
  readonly high: number;
  readonly gaps: readonly GapArea[];
}

const Axes = memo(function Axes({
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
}: Frame) {
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
          label={{ ...title, value: across ?? "", position: "insideBottom", offset: 4 }}
          tick={tick}
          stroke="var(--line)"
          tickLine={false}
          height={across === null ? 0 : 34}
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
