/** @file How a tensor is drawn, by what its shape and its numbers make of it. Pure. */
import type { Picture } from "../../engine/train/picture.ts";

export type TensorPicture = Extract<Picture, { kind: "tensor" }>;

/** Draws into a plane of this size; `before` is what the tensor was. */
export interface Plane {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
  readonly muted: string;
}

export interface Way {
  readonly about: string;
  draw(picture: TensorPicture, plane: Plane): void;
}

export function wayOf({ shape, before }: TensorPicture): Way {
  const last = shape.at(-1);
  if (shape.length === 2 && last === 2) return asPoints;
  const areBoxes = last === 4 && before.every((value, i) => i % 4 > 1 || value < (before[i + 2] ?? value + 1));
  return areBoxes ? asBoxes : asCells;
}

const extent = (values: readonly number[]): readonly [number, number] => {
  const finite = values.filter(Number.isFinite);
  const [low, high] = [
    finite.reduce((a, b) => Math.min(a, b), Infinity),
    finite.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  const pad = (high - low || 1) * 0.08;
  return finite.length === 0 ? [0, 1] : [low - pad, high + pad];
};

const asPoints: Way = {
  about: "as points: hollow where they were",
  draw({ values, before }, { context, width, height, colour, muted }) {
    const both = [...values, ...before];
    const [xs, ys] = [extent(both.filter((_, i) => i % 2 === 0)), extent(both.filter((_, i) => i % 2 === 1))];
    const at = (list: readonly number[], i: number): readonly [number, number] => [
      (((list[i] ?? 0) - xs[0]) / (xs[1] - xs[0])) * width,
      height - (((list[i + 1] ?? 0) - ys[0]) / (ys[1] - ys[0])) * height,
    ];
    for (let i = 0; i < values.length; i += 2) {
      const [from, to] = [at(before, i), at(values, i)];
      context.strokeStyle = muted;
      context.beginPath();
      context.moveTo(...from);
      context.lineTo(...to);
      context.stroke();
      context.beginPath();
      context.arc(...from, 2.5, 0, 2 * Math.PI);
      context.stroke();
      context.fillStyle = colour;
      context.beginPath();
      context.arc(...to, 3, 0, 2 * Math.PI);
      context.fill();
    }
  },
};

const asBoxes: Way = {
  about: "as boxes: dashed where they were",
  draw({ values, before }, { context, width, height, colour, muted }) {
    const [low, high] = extent([...values, ...before]);
    const place = (value: number, size: number): number => ((value - low) / (high - low)) * size;
    const box = (list: readonly number[], i: number): void => {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = list.slice(i, i + 4);
      const [left, top] = [place(x1, width), place(y1, height)];
      context.strokeRect(left, top, place(x2, width) - left, place(y2, height) - top);
    };
    for (let i = 0; i + 3 < values.length; i += 4) {
      context.strokeStyle = muted;
      context.setLineDash([3, 3]);
      box(before, i);
      context.strokeStyle = colour;
      context.setLineDash([]);
      box(values, i);
    }
  },
};

/** The last two dims as rows and columns; of images, one below the other as far as there is room. */
const asCells: Way = {
  about: "as numbers: above 0 in colour, below 0 in grey",
  draw({ shape, values }, { context, width, height, colour, muted }) {
    const columns = shape.length < 2 ? Math.max(1, Math.ceil(Math.sqrt(values.length))) : (shape.at(-1) ?? 1);
    const rows = Math.max(1, Math.ceil(values.length / columns));
    // Many short rows stand beside one another.
    const bands = Math.max(1, Math.round(Math.sqrt((rows * width) / (columns * height))));
    const perBand = Math.ceil(rows / bands);
    const [across, up] = [width / (columns * bands), height / perBand];
    const size = Math.min(across, up);
    const most = values.reduce((a, b) => (Number.isFinite(b) ? Math.max(a, Math.abs(b)) : a), 0) || 1;
    values.forEach((value, i) => {
      const row = Math.floor(i / columns);
      const left = (Math.floor(row / perBand) * columns + (i % columns)) * size;
      context.globalAlpha = Number.isFinite(value) ? 0.05 + 0.95 * (Math.abs(value) / most) : 1;
      context.fillStyle = value > 0 ? colour : muted;
      context.fillRect(left, (row % perBand) * size, Math.max(1, size - 0.5), Math.max(1, size - 0.5));
    });
    context.globalAlpha = 1;
  },
};
