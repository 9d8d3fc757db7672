/** @file Lines of equal value between a chart's axes, the stronger the lower; the least place; and where there is no finite value. */
import { contours } from "d3-contour";
import { type ReactNode, useMemo } from "react";
import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import { laneStyle } from "../lane-style.ts";
import { type Grid, leastOf, type Place } from "./grid.ts";

/** From places to pixels. */
export interface Drawing {
  readonly place: (at: Place) => string;
  /** Of the plot. */
  readonly top: number;
  readonly height: number;
}

interface ContourLinesProps {
  readonly lane: string;
  readonly grid: Grid;
  readonly levels: readonly number[];
  /** What else is drawn in the plane. */
  readonly draw: (drawing: Drawing) => ReactNode;
}

export function ContourLines({ lane, grid, levels, draw }: ContourLinesProps) {
  const [xOf, yOf, area] = [useXAxisScale(), useYAxisScale(), usePlotArea()];
  const lines = useMemo(() => linesOf(grid, levels), [grid, levels]);
  if (xOf === undefined || yOf === undefined || area === undefined) return null;
  const { x, y, width, height } = area;
  const { stroke } = laneStyle(lane);
  const place = ({ x: left, y: top }: Place): string => `${(xOf(left) ?? 0).toFixed(1)} ${(yOf(top) ?? 0).toFixed(1)}`;
  const least = leastOf(grid);
  const odd = oddCells(grid);
  return (
    <svg x={x} y={y} width={width} height={height} viewBox={`${x} ${y} ${width} ${height}`} aria-hidden="true">
      {odd.length > 0 && (
        <path
          d={odd.map((cell) => `M${cell.map(place).join("L")}Z`).join("")}
          fill="var(--bad)"
          fillOpacity={0.16}
          stroke="var(--bad)"
          strokeOpacity={0.35}
          strokeWidth={0.5}
        />
      )}
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
      {draw({ place, top: y, height })}
      {Number.isFinite(least.value) && (
        <path d={`M${place(least)}m-5 0h10m-5 -5v10`} fill="none" stroke="var(--text)" strokeWidth={1.5} />
      )}
    </svg>
  );
}

type Ring = readonly Place[];

/** In the units of the axes. What runs along the edge of what was measured is no line. */
function linesOf({ values, side, across, up }: Grid, levels: readonly number[]): Ring[][] {
  const most = values.reduce(
    (greatest, value) => (Number.isFinite(value) && value > greatest ? value : greatest),
    -Infinity,
  );
  const layers = contours()
    .size([side, side])
    .thresholds([...levels])(values.map((value) => (Number.isFinite(value) ? value : most)));
  const unit = ({ from, to }: Grid["up"], k: number): number => from + ((to - from) * (k - 0.5)) / (side - 1);
  const isEdge = (k: number): boolean => k <= 0.5 || k >= side - 0.5;
  return layers.map(({ coordinates }) =>
    coordinates.flat().flatMap((ring) => {
      const pieces: Place[][] = [[]];
      for (const [i = 0, j = 0] of ring) {
        if (isEdge(i) || isEdge(j)) pieces.push([]);
        else pieces.at(-1)?.push({ x: unit(across, i), y: unit(up, j) });
      }
      return pieces.filter((piece) => piece.length > 1);
    }),
  );
}

/** Squares round places that have no finite value. */
function oddCells({ values, side, across, up }: Grid): Ring[] {
  const [half, tall] = [(across.to - across.from) / (side - 1) / 2, (up.to - up.from) / (side - 1) / 2];
  return values.flatMap((value, i) => {
    if (Number.isFinite(value)) return [];
    const x = across.from + 2 * half * (i % side);
    const y = up.from + 2 * tall * Math.floor(i / side);
    return [
      [
        { x: x - half, y: y - tall },
        { x: x + half, y: y - tall },
        { x: x + half, y: y + tall },
        { x: x - half, y: y + tall },
      ],
    ];
  });
}
