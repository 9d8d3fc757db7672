/** @file Boxes: corners of a rectangle told by its middle, its area and its form. */
import { column, isOutlier, normal, toySet, uniform } from "./toy.ts";

export const frames = toySet({
  id: "frames",
  title: "Boxes · middle, area, form → corners",
  about: "Rectangles x1, y1, x2, y2 between 0 and 1: for losses of overlap beside losses of coordinates.",
  kind: "boxes",
  knobs: { noise: 0.01, outliers: 0, size: 200 },
  make({ noise, outliers, size }) {
    const [u, v, areas, forms] = [uniform(70, size), uniform(71, size), uniform(72, size), uniform(73, size)];
    const e = [normal(74, size), normal(75, size), normal(76, size), normal(77, size)];
    const [middleX, middleY] = [u, v].map((values) => values.map((value) => 0.3 + 0.4 * value));
    const area = areas.map((value) => 0.02 + 0.15 * value);
    /** log of width over height. */
    const form = forms.map((value) => 1.6 * (value - 0.5));
    const half = (row: number, sign: 1 | -1): number => 0.5 * Math.sqrt(area[row] * Math.exp(sign * form[row]));
    // An outlier is annotated elsewhere.
    const off = (row: number): number => (isOutlier(row, outliers) ? 0.25 : 0);
    const corner = (name: string, i: number, middle: Float64Array, side: 1 | -1, sign: 1 | -1) =>
      column(
        name,
        middle.map((value, row) => value + side * half(row, sign) + off(row) + noise * e[i][row]),
      );
    return {
      inputs: [column("middle x", middleX), column("middle y", middleY), column("area", area), column("form", form)],
      targets: [
        corner("x1", 0, middleX, -1, 1),
        corner("y1", 1, middleY, -1, -1),
        corner("x2", 2, middleX, 1, 1),
        corner("y2", 3, middleY, 1, -1),
      ],
    };
  },
});
