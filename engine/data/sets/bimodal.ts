import { curves, grid, normal, toySet, uniform } from "./toy.ts";

export const bimodal = toySet({
  id: "bimodal",
  title: "Two branches",
  about: "For every x the target is on one of two curves: the mean is where no point lies, and a mixture finds both.",
  kind: "numbers",
  knobs: { noise: 0.08, size: 200 },
  make({ noise, size }) {
    const [e, coin] = [normal(18, size), uniform(19, size)];
    return curves(grid(-1, 1, size), (x, i) => (coin[i] < 0.5 ? 1 : -1) * (0.4 + 0.6 * Math.abs(x)) + noise * e[i]);
  },
});
