/** @file What is so beside what is predicted: images, boxes and plots, in as many fields as there are rows. Pure. */
import type { Picture, Plot, PlotLine } from "../../engine/train/picture.ts";
import type { CanvasPath } from "../charts/canvas-paths.ts";
import type { Plane } from "../charts/Painting.tsx";
import { formatNumber } from "../verdict/format.ts";
import { laneColour } from "./lane-colour.ts";
import { extentOf, Grouped, line, placing, rectangle } from "./marks.ts";

type Of<Kind extends Picture["kind"]> = Extract<Picture, { kind: Kind }>;

interface Field {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 6;

/** So many fields of equal size, about as wide as high. */
function fields(count: number, { width, height }: Plane): readonly Field[] {
  const columns = Math.min(count, Math.max(1, Math.round(Math.sqrt((count * width) / Math.max(1, height)))));
  const rows = Math.ceil(count / columns);
  const [wide, high] = [(width - GAP * (columns + 1)) / columns, (height - GAP * (rows + 1)) / rows];
  return Array.from({ length: count }, (_, i) => ({
    left: GAP + (i % columns) * (wide + GAP),
    top: GAP + Math.floor(i / columns) * (high + GAP),
    width: Math.max(1, wide),
    height: Math.max(1, high),
  }));
}

const frameOf = ({ left, top, width, height }: Field): string =>
  `M${left.toFixed(1)} ${top.toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}h-${width.toFixed(1)}z`;

/** So many strengths of a colour can be told apart. */
const STRENGTHS = 16;

/** A column for each row of the data: what is so, what is predicted, and the difference, in which too much and too little have colours of their own. */
export function paintImages(
  { side, targets, predictions }: Of<"images">,
  plane: Plane,
  lane: string,
): readonly CanvasPath[] {
  const pixels = side ** 2;
  const count = targets.length / pixels;
  const size = Math.max(
    1,
    Math.min((plane.width - GAP * (count + 1)) / (count * side), (plane.height - GAP * 4) / (3 * side)),
  );
  const [own, text, low] = [plane.colour(laneColour(lane)), plane.colour("--text"), plane.colour("--bad")];
  const grouped = new Grouped();
  const frames: string[] = [];
  const add = (fill: string, strength: number, mark: string): void => {
    if (strength !== 0)
      grouped.add(`${fill} ${strength}`, () => ({ fill, stroke: "none", opacity: strength / STRENGTHS }), mark);
  };
  const strengthOf = (value: number): number =>
    Number.isFinite(value) ? Math.round(STRENGTHS * Math.min(1, value)) : 0;
  for (let image = 0; image < count; image++) {
    const left = GAP + image * (side * size + GAP);
    [0, 1, 2].forEach((row) => {
      const top = GAP + row * (side * size + GAP);
      frames.push(frameOf({ left, top, width: side * size, height: side * size }));
    });
    for (let pixel = 0; pixel < pixels; pixel++) {
      const [target, prediction] = [targets[image * pixels + pixel] ?? 0, predictions[image * pixels + pixel] ?? 0];
      const mark = (row: number): string => {
        const [x, y] = [
          left + (pixel % side) * size,
          GAP + row * (side * size + GAP) + Math.floor(pixel / side) * size,
        ];
        return `M${x.toFixed(1)} ${y.toFixed(1)}h${size.toFixed(2)}v${size.toFixed(2)}h-${size.toFixed(2)}z`;
      };
      add(text, strengthOf(target), mark(0));
      add(own, strengthOf(prediction), mark(1));
      const difference = prediction - target;
      add(difference > 0 ? own : low, strengthOf(Math.abs(difference)), mark(2));
    }
  }
  return [...grouped.paths(), { d: frames.join(""), fill: "none", stroke: plane.colour("--line") }];
}

export function paintBoxes({ targets, predictions }: Of<"boxes">, plane: Plane, lane: string): readonly CanvasPath[] {
  const count = targets.length / 4;
  const range = extentOf(targets, 0.1);
  const of = (list: readonly number[]): string =>
    fields(count, plane)
      .map((field, i) => rectangle(list.slice(4 * i, 4 * i + 4), range, field.width, field.height, field))
      .join("");
  return [
    { d: fields(count, plane).map(frameOf).join(""), fill: "none", stroke: plane.colour("--line") },
    { d: of(targets), fill: "none", stroke: plane.colour("--text"), dashes: [3, 3] },
    { d: of(predictions), fill: "none", stroke: plane.colour(laneColour(lane)), width: 1.5 },
  ];
}

/** All plots have the same axes, so that they can be compared. */
export function paintPlots({ plots }: Of<"plots">, plane: Plane, lane: string): readonly CanvasPath[] {
  const all = plots.flatMap(({ lines }) => lines);
  const xs = extentOf(
    all.flatMap(({ x }) => x),
    0.02,
  );
  const ys = extentOf(all.flatMap(({ y }) => y));
  const styles: Readonly<Record<PlotLine["role"], Omit<CanvasPath, "d">>> = {
    history: { fill: "none", stroke: plane.colour("--muted") },
    target: { fill: "none", stroke: plane.colour("--text"), dashes: [3, 3], width: 1.5 },
    prediction: { fill: "none", stroke: plane.colour(laneColour(lane)), width: 2 },
  };
  const places = fields(plots.length, plane);
  return [
    { d: places.map(frameOf).join(""), fill: "none", stroke: plane.colour("--line") },
    ...plots.flatMap(({ lines }, i): CanvasPath[] => {
      const { left, top, width, height } = places[i] ?? { left: 0, top: 0, ...plane };
      const place = placing(xs, ys, width, height);
      return lines.map(({ role, x, y }) => ({
        d: line(
          x.map((at, k) => {
            const [across, down] = place(at, y[k] ?? Number.NaN);
            return [left + across, top + down];
          }),
        ),
        ...styles[role],
      }));
    }),
  ];
}

/** "row 130: target ends at 12.3, prediction at 11.9" */
export function plotWords({ title, lines }: Plot): string {
  const ends = lines
    .filter(({ role }) => role !== "history")
    .map(({ role, y }) => `${role} ends at ${formatNumber(y.at(-1))}`);
  return `${title}: ${ends.join(", ")}`;
}
