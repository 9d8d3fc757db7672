import { curves, grid, isOutlier, normal, toySet } from "./toy.ts";

export const line = toySet({
  id: "line",
  title: "Line",
  about: "3x + 1 with a little noise: every sensible loss should find it.",
  kind: "numbers",
  knobs: { noise: 0.2, outliers: 0, size: 200 },
  make({ noise, outliers, size }) {
    const e = normal(11, size);
    return curves(grid(-1, 1, size), (x, i) => 3 * x + 1 + noise * e[i] + (isOutlier(i, outliers) ? 4 : 0));
  },
});
