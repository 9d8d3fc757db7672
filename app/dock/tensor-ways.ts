/** @file How a tensor is drawn, by what its shape and its numbers make of it. Pure. */
import type { Picture } from "../../engine/train/picture.ts";
import type { CanvasPath } from "../charts/canvas-paths.ts";
import { disc, extentOf, Grouped, line, placing, rectangle } from "./marks.ts";

export type TensorPicture = Extract<Picture, { kind: "tensor" }>;

/** Draws into a plane of this size; `before` is what the tensor was. */
export interface Ground {
  readonly width: number;
  readonly height: number;
  readonly colour: string;
  readonly muted: string;
}

export interface Way {
  readonly about: string;
  draw(picture: TensorPicture, ground: Ground): readonly CanvasPath[];
}

export function wayOf({ shape, before }: TensorPicture): Way {
  const last = shape.at(-1);
  if (shape.length === 2 && last === 2) return asPoints;
  const areBoxes = last === 4 && before.every((value, i) => i % 4 > 1 || value < (before[i + 2] ?? value + 1));
  return areBoxes ? asBoxes : asCells;
}

const asPoints: Way = {
  about: "as points: hollow where they were",
  draw({ values, before }, { width, height, colour, muted }) {
    const both = [...values, ...before];
    const [xs, ys] = [extentOf(both.filter((_, i) => i % 2 === 0)), extentOf(both.filter((_, i) => i % 2 === 1))];
    const place = placing(xs, ys, width, height);
    const at = (list: readonly number[], i: number) => place(list[i] ?? 0, list[i + 1] ?? 0);
    const firsts = Array.from({ length: values.length >> 1 }, (_, i) => 2 * i);
    return [
      { d: firsts.map((i) => line([at(before, i), at(values, i)])).join(""), fill: "none", stroke: muted },
      { d: firsts.map((i) => disc(at(before, i), 2.5)).join(""), fill: "none", stroke: muted },
      { d: firsts.map((i) => disc(at(values, i), 3)).join(""), fill: colour, stroke: "none" },
    ];
  },
};

const asBoxes: Way = {
  about: "as boxes: dashed where they were",
  draw({ values, before }, { width, height, colour, muted }) {
    const all = extentOf([...values, ...before]);
    const boxes = (list: readonly number[]): string =>
      Array.from({ length: list.length >> 2 }, (_, i) =>
        rectangle(list.slice(4 * i, 4 * i + 4), all, width, height),
      ).join("");
    return [
      { d: boxes(before), fill: "none", stroke: muted, dashes: [3, 3] },
      { d: boxes(values), fill: "none", stroke: colour },
    ];
  },
};

/** So many strengths of a colour can be told apart. */
const STRENGTHS = 16;

/** The last two dims as rows and columns; of images, one below the other as far as there is room. */
const asCells: Way = {
  about: "as numbers: above 0 in colour, below 0 in grey",
  draw({ shape, values }, { width, height, colour, muted }) {
    const columns = shape.length < 2 ? Math.max(1, Math.ceil(Math.sqrt(values.length))) : (shape.at(-1) ?? 1);
    const rows = Math.max(1, Math.ceil(values.length / columns));
    // Many short rows stand beside one another.
    const bands = Math.max(1, Math.round(Math.sqrt((rows * width) / (columns * height))));
    const perBand = Math.ceil(rows / bands);
    const size = Math.min(width / (columns * bands), height / perBand);
    const most = values.reduce((a, b) => (Number.isFinite(b) ? Math.max(a, Math.abs(b)) : a), 0) || 1;
    const strengthOf = (value: number): number =>
      Number.isFinite(value) ? Math.round((STRENGTHS * Math.abs(value)) / most) : STRENGTHS;
    const side = Math.max(1, size - 0.5).toFixed(1);
    const grouped = new Grouped();
    values.forEach((value, i) => {
      const row = Math.floor(i / columns);
      const left = (Math.floor(row / perBand) * columns + (i % columns)) * size;
      const [fill, strength] = [value > 0 ? colour : muted, strengthOf(value)];
      grouped.add(
        `${fill} ${strength}`,
        () => ({ fill, stroke: "none", opacity: 0.05 + (0.95 * strength) / STRENGTHS }),
        `M${left.toFixed(1)} ${((row % perBand) * size).toFixed(1)}h${side}v${side}h-${side}z`,
      );
    });
    return grouped.paths();
  },
};
