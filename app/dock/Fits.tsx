/** @file Each lane's prediction over the data, and the points that are marked. */
import { memo } from "react";
import { LineChart, ReferenceDot, ResponsiveContainer, XAxis, YAxis } from "recharts";
import type { FitCurve } from "../../engine/train/picture.ts";
import { type Curve, Curves, CurvesContext } from "../charts/Curves.tsx";
import { laneStyle } from "../charts/lane-style.ts";
import { pointsOf } from "../charts/series.ts";
import { type Extent, inset, margin } from "./fit-frame.ts";

interface FitsProps {
  readonly fits: readonly {
    readonly lane: string;
    readonly fit: FitCurve;
  }[];
  readonly marked: readonly MarkedPoint[];
  readonly extent: Extent;
}

export function Fits({ fits, marked, extent }: FitsProps) {
  // Of several predictions the first is drawn as one alone would be, and the others beside it.
  const curves = fits.flatMap(({ lane, fit: { x, lines, bands } }) => [
    ...bands.map(
      ({ low, high }, i): Curve => ({
        key: `${lane} band ${i}`,
        lane,
        weight: "band",
        points: pointsOf({ steps: x, values: high }, "linear"),
        floor: pointsOf({ steps: x, values: low }, "linear"),
      }),
    ),
    ...lines.map(
      (line, i): Curve => ({
        key: `${lane} ${i}`,
        lane,
        weight: i === 0 ? "bold" : "thin",
        points: pointsOf({ steps: x, values: line }, "linear"),
      }),
    ),
  ]);
  return (
    <CurvesContext value={curves}>
      <FitsFrame extent={extent} marked={marked} />
    </CurvesContext>
  );
}

const FitsFrame = memo(function FitsFrame({ extent, marked }: Pick<FitsProps, "extent" | "marked">) {
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

export interface MarkedPoint {
  readonly lane: string;
  readonly x: number;
  readonly y: number;
}
