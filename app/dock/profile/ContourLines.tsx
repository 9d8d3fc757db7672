/** @file Lines of equal loss between a chart's axes, the stronger the lower; the batch's outputs, the target, and the least place. */
import { contours } from "d3-contour";
import { useMemo } from "react";
import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import type { SampleContour } from "../../../engine/checks/sample/facts.ts";
import { laneStyle } from "../../charts/lane-style.ts";
import { leastOf } from "./contour-levels.ts";

interface ContourLinesProps {
  readonly lane: string;
  readonly contour: SampleContour;
  readonly levels: readonly number[];
}

export function ContourLines({ lane, contour, levels }: ContourLinesProps) {
  const [xOf, yOf, area] = [useXAxisScale(), useYAxisScale(), usePlotArea()];
  const lines = useMemo(() => linesOf(contour, levels), [contour, levels]);
  if (xOf === undefined || yOf === undefined || area === undefined) return null;
  const { x, y, width, height } = area;
  const { stroke } = laneStyle(lane);
  const place = ([left, top]: readonly [number, number]): string =>
    `${(xOf(left) ?? 0).toFixed(1)} ${(yOf(top) ?? 0).toFixed(1)}`;
  const least = leastOf(contour);
  return (
    <svg x={x} y={y} width={width} height={height} viewBox={`${x} ${y} ${width} ${height}`} aria-hidden="true">
      {lines.map((rings, i) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: levels are in order, and are nothing but their place in it
          key={i}
          d={rings.map((ring) => `M${ring.map(place).join("L")}`).join("")}
          fill="none"
          stroke={stroke}
          strokeWidth={1.25}
          strokeOpacity={1 - (0.8 * i) / lines.length}
        />
      ))}
      {contour.places.map(([left, top]) => (
        <circle key={`${left} ${top}`} cx={xOf(left)} cy={yOf(top)} r={1.6} fill="var(--muted)" fillOpacity={0.7} />
      ))}
      {contour.target !== null && (
        <path
          d={`M${(xOf(contour.target.chosen) ?? 0).toFixed(1)} ${y}v${height}`}
          stroke="var(--text)"
          strokeDasharray="2 3"
          strokeOpacity={0.7}
        />
      )}
      <path d={`M${place([least.x, least.y])}m-5 0h10m-5 -5v10`} stroke="var(--text)" strokeWidth={1.5} />
    </svg>
  );
}

type Ring = readonly (readonly [number, number])[];

/** In the units of the axes. What runs along the edge of what was measured is no line. */
function linesOf({ values, side, across, up }: SampleContour, levels: readonly number[]): Ring[][] {
  const finite = values.filter(Number.isFinite);
  const most = Math.max(...finite);
  const layers = contours()
    .size([side, side])
    .thresholds([...levels])(values.map((value) => (Number.isFinite(value) ? value : most)));
  const unit = ({ from, to }: SampleContour["up"], k: number): number => from + ((to - from) * (k - 0.5)) / (side - 1);
  const isEdge = (k: number): boolean => k <= 0.5 || k >= side - 0.5;
  return layers.map(({ coordinates }) =>
    coordinates.flat().flatMap((ring) => {
      const pieces: (readonly [number, number])[][] = [[]];
      for (const [i = 0, j = 0] of ring) {
        if (isEdge(i) || isEdge(j)) pieces.push([]);
        else pieces.at(-1)?.push([unit(across, i), unit(up, j)]);
      }
      return pieces.filter((piece) => piece.length > 1);
    }),
  );
}
