import { curves, grid, isOutlier, normal, toySet } from "./toy.ts";

export const step = toySet({
  id: "step",
  title: "Step",
  about: "A jump that smooth models round off.",
  kind: "numbers",
  knobs: { noise: 0.1, outliers: 0, size: 200 },
  make({ noise, outliers, size }) {
    const e = normal(15, size);
    return curves(grid(-1, 1, size), (x, i) => (x < 0 ? -1 : 1) + noise * e[i] + (isOutlier(i, outliers) ? 4 : 0));
  },
});
