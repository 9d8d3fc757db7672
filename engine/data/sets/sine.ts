import { curves, grid, isOutlier, normal, toySet } from "./toy.ts";

export const sine = toySet({
  id: "sine",
  title: "Sine",
  about: "A curve that a linear model cannot follow.",
  kind: "numbers",
  knobs: { noise: 0.1, outliers: 0, size: 200 },
  make({ noise, outliers, size }) {
    const e = normal(12, size);
    return curves(grid(-1, 1, size), (x, i) => Math.sin(Math.PI * x) + noise * e[i] + (isOutlier(i, outliers) ? 4 : 0));
  },
});

export const sineWithOutliers = toySet({
  id: "sine-outliers",
  title: "Sine with outliers",
  about: "One point in ten is far off: squared errors chase them, absolute errors do not.",
  kind: "numbers",
  knobs: { noise: 0.1, outliers: 0.1, size: 200 },
  make({ noise, outliers, size }) {
    const e = normal(13, size);
    return curves(grid(-1, 1, size), (x, i) => Math.sin(Math.PI * x) + noise * e[i] + (isOutlier(i, outliers) ? 4 : 0));
  },
});
