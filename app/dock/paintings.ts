/** @file How pictures that are no curves and no map are painted, each in words too: one record for each kind. Pure. */
import type { Picture } from "../../engine/train/picture.ts";
import type { CanvasPath } from "../charts/canvas-paths.ts";
import type { Paint, Plane } from "../charts/Painting.tsx";
import { formatNumber, formatShape } from "../verdict/format.ts";
import { pointMarks } from "./DecisionMap.tsx";
import { laneColour } from "./lane-colour.ts";
import { extentOf, placing } from "./marks.ts";
import { paintBoxes, paintImages, paintPlots, plotWords } from "./validation-paintings.ts";
import { wayOf } from "./tensor-ways.ts";

export type PaintedKind = Exclude<Picture["kind"], "curves" | "map">;
type Pictures = { readonly [Kind in PaintedKind]: Extract<Picture, { kind: Kind }> };
export type Painted = Pictures[PaintedKind];

interface PaintedAs<Kind extends PaintedKind> {
  /** What is seen: stands beside the heading. */
  about(picture: Pictures[Kind]): string;
  /** For who does not see it. */
  words(picture: Pictures[Kind]): string;
  paint(picture: Pictures[Kind], plane: Plane, lane: string): readonly CanvasPath[];
}

const paintings: { readonly [Kind in PaintedKind]: PaintedAs<Kind> } = {
  tensor: {
    about: (picture) => wayOf(picture).about,
    words: ({ shape, values }) => {
      const [low, high] = extentOf(values, 0);
      return `tensor ${formatShape(shape)}, from ${formatNumber(low)} to ${formatNumber(high)}`;
    },
    paint: (picture, { width, height, colour }, lane) =>
      wayOf(picture).draw(picture, { width, height, colour: colour(laneColour(lane)), muted: colour("--muted") }),
  },
  images: {
    about: () => "validation rows: what is so, what is predicted, the difference",
    words: ({ targets, side }) => `${targets.length / side ** 2} masks of ${side} by ${side} pixels`,
    paint: paintImages,
  },
  boxes: {
    about: () => "validation rows: dashed what is so, in colour what is predicted",
    words: ({ targets }) => `${targets.length / 4} boxes`,
    paint: paintBoxes,
  },
  plots: {
    about: ({ plots }) =>
      `validation rows, ${plots.map(({ title }) => title).join(", ")}: dashed what is so, in colour what is predicted`,
    words: ({ plots }) => plots.map(plotWords).join("; "),
    paint: paintPlots,
  },
  scatter: {
    about: ({ dims }) =>
      dims > 2 ? `${dims} dims, along the two in which they spread most` : "where the model puts each row",
    words: ({ x, labels }) => `${x.length} rows of ${new Set(labels).size} classes`,
    paint({ x, y, labels, training }, plane) {
      const place = placing(extentOf(x), extentOf(y), plane.width, plane.height);
      const points = x.map((at, i) => ({
        x: at,
        y: y[i] ?? 0,
        label: labels[i] ?? 0,
        isValidation: i >= training,
      }));
      return pointMarks(points, place, plane);
    },
  },
};

export const isPainted = (picture: Picture, kind: PaintedKind): picture is Painted => picture.kind === kind;

export const aboutOf = <Kind extends PaintedKind>(kind: Kind, picture: Pictures[Kind]): string =>
  paintings[kind].about(picture);

export const wordsOf = <Kind extends PaintedKind>(kind: Kind, picture: Pictures[Kind]): string =>
  paintings[kind].words(picture);

export const paintOf =
  <Kind extends PaintedKind>(kind: Kind, picture: Pictures[Kind], lane: string): Paint =>
  (plane) =>
    paintings[kind].paint(picture, plane, lane);
