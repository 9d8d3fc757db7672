import { curves, grid, normal, toySet } from "./toy.ts";

export const heteroscedastic = toySet({
  id: "heteroscedastic",
  title: "Noise that grows",
  about: "The spread grows with x: mean, median and quantiles part ways.",
  kind: "numbers",
  knobs: { noise: 0.8, size: 200 },
  make({ noise, size }) {
    const e = normal(14, size);
    return curves(grid(0, 1, size), (x, i) => 2 * x + (0.05 + noise * x) * e[i]);
  },
});
