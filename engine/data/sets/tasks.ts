/** @file Several targets for one input. */
import { curves, grid, normal, toySet } from "./toy.ts";

export const twoTargets = toySet({
  id: "two-targets",
  title: "Two targets per input",
  about: "Two curves that one prediction cannot both follow: for losses that take targets1 and targets2.",
  kind: "numbers",
  knobs: { noise: 0.1, size: 200 },
  make({ noise, size }) {
    const [e1, e2] = [normal(16, size), normal(17, size)];
    return curves(
      grid(-1, 1, size),
      (x, i) => Math.sin(Math.PI * x) + noise * e1[i],
      (x, i) => 0.5 * x + 0.8 + noise * e2[i],
    );
  },
});

export const fiveTasks = toySet({
  id: "five-tasks",
  title: "Five tasks per input",
  about:
    "Five curves of different scales that share one model: what weighs tasks, or projects their gradients, is put to work.",
  kind: "numbers",
  knobs: { noise: 0.1, size: 200 },
  make({ noise, size }) {
    const e = Array.from({ length: 5 }, (_, task) => normal(30 + task, size));
    return curves(
      grid(-1, 1, size),
      (x, i) => Math.sin(Math.PI * x) + noise * e[0][i],
      (x, i) => -Math.sin(Math.PI * x) + noise * e[1][i],
      (x, i) => 5 * x * x + noise * e[2][i],
      (x, i) => 0.2 * Math.cos(2 * Math.PI * x) + noise * e[3][i],
      (x, i) => 10 * x + noise * e[4][i],
    );
  },
});
