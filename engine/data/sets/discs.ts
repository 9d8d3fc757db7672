/** @file Masks: a disc on 16 by 16 pixels, told by its place and its radius. */
import { column, isOutlier, normal, toySet, uniform } from "./toy.ts";

const SIDE = 16;

export const discs = toySet({
  id: "discs",
  title: "Discs · place, radius → mask",
  about: "Discs drawn on 16×16 pixels: most of a mask is background, so Dice and cross entropy part ways.",
  kind: "masks",
  knobs: { noise: 0.01, outliers: 0, size: 200 },
  make({ noise, outliers, size }) {
    const [left, top, radius] = [uniform(60, size), uniform(61, size), uniform(62, size)];
    const e = [normal(63, size), normal(64, size), normal(65, size)];
    const [x, y] = [left, top].map((values) => values.map((value) => 0.2 + 0.6 * value));
    const r = radius.map((value) => 0.08 + 0.2 * value);
    const pixels = Array.from({ length: SIDE * SIDE }, (_, pixel) => {
      const [across, down] = [((pixel % SIDE) + 0.5) / SIDE, (Math.floor(pixel / SIDE) + 0.5) / SIDE];
      const name = `row ${Math.floor(pixel / SIDE)}, column ${pixel % SIDE}`;
      // An outlier's mask is turned inside out.
      const isIn = (row: number): boolean =>
        Math.hypot(across - x[row], down - y[row]) < r[row] !== isOutlier(row, outliers);
      return column(
        name,
        x.map((_value, row) => (isIn(row) ? 1 : 0)),
      );
    });
    const measured = (values: Float64Array, i: number) => values.map((value, row) => value + noise * e[i][row]);
    return {
      inputs: [column("x", measured(x, 0)), column("y", measured(y, 1)), column("radius", measured(r, 2))],
      targets: pixels,
    };
  },
});
