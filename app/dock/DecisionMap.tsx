/** @file A plane in the colours of its classes, stronger where the model is surer, with the points of the data. */
import { useCallback } from "react";
import type { CanvasPath } from "../charts/canvas-paths.ts";
import { Painting, type Plane } from "../charts/Painting.tsx";
import type { MapPicture } from "./ClassMap.tsx";
import { classColour, classMark, extentOf, placing } from "./marks.ts";

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

/** Marks by what they share. */
function collected(): { readonly add: (path: CanvasPath, mark: string) => void; readonly paths: () => CanvasPath[] } {
  const groups = new Map<string, { readonly path: CanvasPath; readonly marks: string[] }>();
  return {
    add(path, mark) {
      const key = JSON.stringify(path);
      const group = groups.get(key) ?? { path, marks: [] };
      groups.set(key, group);
      group.marks.push(mark);
    },
    paths: () => [...groups.values()].map(({ path, marks }) => ({ ...path, d: marks.join("") })),
  };
}

function cells({ size, winners, shares, confusion }: MapPicture, { width, height, colour }: Plane): CanvasPath[] {
  // To whole pixels, or the cells' edges would show.
  const place = (i: number, length: number): number => Math.round((i / size) * length);
  const classes = Math.sqrt(confusion.length);
  const groups = new Map<number, string[]>();
  winners.forEach((winner, i) => {
    // From a mere guess to certainty.
    const sure = Math.max(0, ((shares[i] ?? 0) - 1 / classes) / (1 - 1 / classes));
    const [column, row] = [i % size, size - 1 - Math.floor(i / size)];
    const [left, top] = [place(column, width), place(row, height)];
    const key = winner * (STRENGTHS + 1) + Math.round(sure * STRENGTHS);
    const marks = groups.get(key) ?? [];
    groups.set(key, marks);
    const [across, down] = [place(column + 1, width) - left, place(row + 1, height) - top];
    marks.push(`M${left} ${top}h${across}v${down}h${-across}z`);
  });
  return [...groups].map(([key, marks]) => ({
    d: marks.join(""),
    fill: colour(classColour(Math.floor(key / (STRENGTHS + 1)))),
    stroke: "none",
    opacity: 0.08 + (0.42 * (key % (STRENGTHS + 1))) / STRENGTHS,
  }));
}

/** Training rows are filled, validation rows hollow. */
export function pointMarks(
  points: readonly ClassPoint[],
  place: ReturnType<typeof placing>,
  { colour }: Plane,
): CanvasPath[] {
  const { add, paths } = collected();
  const colours = new Map<number, string>();
  const edge = colour("--panel");
  for (const { x, y, label, isValidation } of points) {
    const own = colours.get(label) ?? colour(classColour(label));
    colours.set(label, own);
    const path: CanvasPath = isValidation
      ? { d: "", fill: "none", stroke: own, width: 1.5 }
      : { d: "", fill: own, stroke: edge, width: 0.5 };
    add(path, classMark(place(x, y), label));
  }
  return paths();
}
