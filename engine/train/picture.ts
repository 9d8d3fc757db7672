/** @file What a run has come to, to be drawn: plain data, bounded. */
import { unreachable } from "../exactly.ts";

/** Predictions over one input's range, in the data's own units, the other inputs at their medians. A line for each number that is predicted. */
export interface FitCurve {
  readonly x: readonly number[];
  readonly lines: readonly (readonly number[])[];
  /** Where distributions are predicted: what lies between two of their quantiles, the widest first. */
  readonly bands: readonly Band[];
}

export interface Band {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** Lines on axes of their own. */
export interface Plot {
  readonly title: string;
  readonly lines: readonly PlotLine[];
}

export const lineRoles = ["history", "target", "prediction"] as const;

export interface PlotLine {
  readonly role: (typeof lineRoles)[number];
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export type Picture =
  /** One for each input, in their order. */
  | { readonly kind: "curves"; readonly curves: readonly FitCurve[] }
  /** Over two inputs, cell by cell from the lower left, row by row: the likeliest class and how likely it is. And what validation rows were taken for. */
  | {
      readonly kind: "map";
      readonly size: number;
      readonly x: readonly [number, number];
      readonly y: readonly [number, number];
      readonly winners: readonly number[];
      readonly shares: readonly number[];
      /** Validation rows of each class (first dim) taken for each class (second dim). */
      readonly confusion: readonly number[];
    }
  /** Where a model puts rows, in a plane; of more than two dims, the two directions in which they spread most. */
  | {
      readonly kind: "scatter";
      readonly dims: number;
      readonly x: readonly number[];
      readonly y: readonly number[];
      readonly labels: readonly number[];
      /** So many of the points, the first ones, are training rows. */
      readonly training: number;
    }
  /** Of some validation rows, what every pixel is, and how likely it is in: image by image, row by row. */
  | {
      readonly kind: "images";
      readonly side: number;
      readonly targets: readonly number[];
      readonly predictions: readonly number[];
    }
  /** Of some validation rows, four corners each. */
  | { readonly kind: "boxes"; readonly targets: readonly number[]; readonly predictions: readonly number[] }
  | { readonly kind: "plots"; readonly plots: readonly Plot[] }
  /** What a descended tensor has become, and what it was: its first numbers. */
  | {
      readonly kind: "tensor";
      readonly shape: readonly number[];
      readonly values: readonly number[];
      readonly before: readonly number[];
    };

export const nothingDrawn: Picture = { kind: "curves", curves: [] };

/** All the numbers that a picture is made of. */
export function numbersIn(picture: Picture): readonly (readonly number[])[] {
  switch (picture.kind) {
    case "curves":
      return picture.curves.flatMap(({ x, lines, bands }) => [
        x,
        ...lines,
        ...bands.flatMap(({ low, high }) => [low, high]),
      ]);
    case "map":
      return [picture.winners, picture.shares, picture.confusion];
    case "scatter":
      return [picture.x, picture.y, picture.labels];
    case "images":
    case "boxes":
      return [picture.targets, picture.predictions];
    case "plots":
      return picture.plots.flatMap(({ lines }) => lines.flatMap(({ x, y }) => [x, y]));
    case "tensor":
      return [picture.values, picture.before];
    default:
      return unreachable(picture);
  }
}

export const pictureLimits = {
  /** Points of a fit. */
  points: 120,
  /** Inputs that are drawn over, and numbers that are predicted. */
  inputs: 8,
  lines: 8,
  bands: 8,
  /** Of a scatter. */
  rows: 600,
  /** Of a scatter, of images and of boxes; and plots, with lines and points in each. */
  images: 6,
  boxes: 12,
  plots: 6,
  plotLines: 6,
  plotPoints: 160,
  /** Cells of a map, each way. */
  map: 40,
  /** Numbers of a tensor. */
  values: 2048,
} as const;
