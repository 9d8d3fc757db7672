/** @file A plane in the colours of its classes, stronger where the model is surer, with the points of the data. */
import { useCallback } from "react";
import type { CanvasPath } from "../charts/canvas-paths.ts";
import { Painting, type Plane } from "../charts/Painting.tsx";
import type { MapPicture } from "./ClassMap.tsx";
import { classColour, classMark, extentOf, Grouped, placing } from "./marks.ts";

export interface ClassPoint {
  readonly x: number;
  readonly y: number;
  readonly label: number;
  readonly isValidation: boolean;
}

interface DecisionMapProps {
  /** null before anything was learned. */
  readonly map: MapPicture | null;
  readonly points: readonly ClassPoint[];
}

const ROOM = 0.06;
/** So many strengths of a colour can be told apart; cells of one strength are one path. */
const STRENGTHS = 16;

export function DecisionMap({ map, points }: DecisionMapProps) {
  return <Painting paint={useCallback((plane: Plane) => painted(map, points, plane), [map, points])} />;
}

function painted(map: MapPicture | null, points: readonly ClassPoint[], plane: Plane): readonly CanvasPath[] {
  const xs =
    map?.x ??
    extentOf(
      points.map(({ x }) => x),
      ROOM,
    );
  const ys =
    map?.y ??
    extentOf(
      points.map(({ y }) => y),
      ROOM,
    );
  return [
    ...(map === null ? [] : cells(map, plane)),
    ...pointMarks(points, placing(xs, ys, plane.width, plane.height), plane),
  ];
}

function cells({ size, winners, shares, confusion }: MapPicture, { width, height, colour }: Plane): CanvasPath[] {
  // To whole pixels, or the cells' edges would show.
  const place = (i: number, length: number): number => Math.round((i / size) * length);
  const classes = Math.sqrt(confusion.length);
  const grouped = new Grouped();
  winners.forEach((winner, i) => {
    // From a mere guess to certainty.
    const sure = Math.max(0, ((shares[i] ?? 0) - 1 / classes) / (1 - 1 / classes));
    const strength = Math.round(sure * STRENGTHS);
    const [column, row] = [i % size, size - 1 - Math.floor(i / size)];
    const [left, top] = [place(column, width), place(row, height)];
    const [across, down] = [place(column + 1, width) - left, place(row + 1, height) - top];
    grouped.add(
      `${winner} ${strength}`,
      () => ({ fill: colour(classColour(winner)), stroke: "none", opacity: 0.08 + (0.42 * strength) / STRENGTHS }),
      `M${left} ${top}h${across}v${down}h${-across}z`,
    );
  });
  return grouped.paths();
}

/** Training rows are filled, validation rows hollow. */
export function pointMarks(
  points: readonly ClassPoint[],
  place: ReturnType<typeof placing>,
  { colour }: Plane,
): CanvasPath[] {
  const grouped = new Grouped();
  for (const { x, y, label, isValidation } of points) {
    const style = () => {
      const own = colour(classColour(label));
      return isValidation
        ? { fill: "none", stroke: own, width: 1.5 }
        : { fill: own, stroke: colour("--panel"), width: 0.5 };
    };
    grouped.add(`${label} ${isValidation}`, style, classMark(place(x, y), label));
  }
  return grouped.paths();
}
