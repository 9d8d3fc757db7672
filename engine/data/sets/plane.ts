/** @file Two or three classes of points in the plane. Those of two classes that are binary have float targets, 0 or 1. */
import { column, isOutlier, type Made, normal, points, toySet, uniform } from "./toy.ts";

const twoClasses = ["0", "1"] as const;

/** Angles, and noise for both coordinates. */
const drawn = (seed: number, size: number) => ({
  at: uniform(seed, size),
  e1: normal(seed + 1, size),
  e2: normal(seed + 2, size),
});

/** Which of two classes row i is of: the first `share` of every stretch of rows. */
const second = (i: number, share: number): 0 | 1 => (Math.floor((i + 1) * share) !== Math.floor(i * share) ? 0 : 1);

/** A label is turned into the other one of two. */
const flipped = (label: number, i: number, outliers: number): number => (isOutlier(i, outliers) ? 1 - label : label);

interface Turned {
  readonly noise: number;
  readonly outliers: number;
  readonly imbalance: number;
  readonly size: number;
}

const knobs = (noise: number): Turned => ({ noise, outliers: 0, imbalance: 0.5, size: 400 });

function twoMoons({ noise, outliers, imbalance, size }: Turned): Made {
  const { at, e1, e2 } = drawn(40, size);
  return points(size, (i) => {
    const label = second(i, imbalance);
    const angle = Math.PI * at[i];
    const [x, y] = label === 0 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
    return [x - 0.5 + noise * e1[i], y - 0.25 + noise * e2[i], flipped(label, i, outliers)];
  });
}

export const moons = toySet({
  id: "moons",
  title: "Two moons",
  about: "Two classes that no line parts: class labels 0 and 1, two logits.",
  kind: "classes",
  classes: twoClasses,
  knobs: knobs(0.15),
  make: twoMoons,
});

export const binaryMoons = toySet({
  id: "moons-binary",
  title: "Two moons, one logit",
  about: "The same points with targets 0.0 and 1.0: for binary losses, which take one logit.",
  kind: "binary",
  classes: twoClasses,
  knobs: knobs(0.15),
  make: twoMoons,
});

export const circles = toySet({
  id: "circles",
  title: "Circles",
  about: "One class round the other, targets 0.0 and 1.0.",
  kind: "binary",
  classes: twoClasses,
  knobs: knobs(0.1),
  make({ noise, outliers, imbalance, size }) {
    const { at, e1, e2 } = drawn(43, size);
    return points(size, (i) => {
      const label = second(i, imbalance);
      const [angle, radius] = [2 * Math.PI * at[i], label === 0 ? 1 : 0.5];
      return [
        radius * Math.cos(angle) + noise * e1[i],
        radius * Math.sin(angle) + noise * e2[i],
        flipped(label, i, outliers),
      ];
    });
  },
});

export const rings = toySet({
  id: "labels",
  title: "Labels that overlap",
  about:
    "A disc and a band that cross: a point is in one, both or neither. Two targets of 0.0 and 1.0, [B, 2], and a logit for each.",
  kind: "binary",
  classes: ["neither", "disc", "band", "both"],
  knobs: { noise: 0.05, outliers: 0, size: 500 },
  make({ noise, outliers, size }) {
    const [a, b] = [uniform(56, size), uniform(57, size)];
    const [e1, e2] = [normal(58, size), normal(59, size)];
    const [x1, x2] = [new Float64Array(size), new Float64Array(size)];
    const [disc, band] = [new Float64Array(size), new Float64Array(size)];
    for (let i = 0; i < size; i++) {
      const [x, y] = [2 * a[i] - 1, 2 * b[i] - 1];
      [x1[i], x2[i]] = [x + noise * e1[i], y + noise * e2[i]];
      disc[i] = flipped(Math.hypot(x - 0.2, y - 0.2) < 0.6 ? 1 : 0, i, outliers);
      band[i] = flipped(Math.abs(x + y) < 0.45 ? 1 : 0, i, outliers);
    }
    return {
      inputs: [column("x1", x1), column("x2", x2)],
      targets: [column("disc", disc), column("band", band)],
    };
  },
});

export const spirals = toySet({
  id: "spirals",
  title: "Spirals",
  about: "Three arms wound round each other: takes a wide model and patience.",
  kind: "classes",
  classes: ["0", "1", "2"],
  knobs: { noise: 0.05, size: 450 },
  make({ noise, size }) {
    const { at, e1, e2 } = drawn(46, size);
    return points(size, (i) => {
      const label = i % 3;
      const radius = 0.1 + 0.9 * at[i];
      const angle = 2 * Math.PI * (0.75 * at[i] + label / 3);
      return [radius * Math.cos(angle) + noise * e1[i], radius * Math.sin(angle) + noise * e2[i], label];
    });
  },
});

export const xor = toySet({
  id: "xor",
  title: "XOR",
  about: "The class is whether both inputs have one sign, targets 0.0 and 1.0.",
  kind: "binary",
  classes: twoClasses,
  knobs: { noise: 0.05, outliers: 0, size: 400 },
  make({ noise, outliers, size }) {
    const [a, b] = [uniform(49, size), uniform(50, size)];
    const [e1, e2] = [normal(51, size), normal(52, size)];
    return points(size, (i) => {
      const [x, y] = [2 * a[i] - 1, 2 * b[i] - 1];
      return [x + noise * e1[i], y + noise * e2[i], flipped(x * y > 0 ? 0 : 1, i, outliers)];
    });
  },
});

export const blobs = toySet({
  id: "blobs",
  title: "Blobs, imbalanced",
  about: "Three clouds that overlap, eight of ten rows in the first: what focal and balanced losses are for.",
  kind: "classes",
  classes: ["common", "rare", "rarer"],
  knobs: { noise: 0.5, imbalance: 0.8, size: 500 },
  make({ noise, imbalance, size }) {
    const [at, e1, e2] = [uniform(53, size), normal(54, size), normal(55, size)];
    const centres = [
      [0, 0],
      [1.2, 0.6],
      [-0.4, 1.3],
    ];
    return points(size, (i) => {
      const label = at[i] < imbalance ? 0 : at[i] < imbalance + 0.65 * (1 - imbalance) ? 1 : 2;
      const [x, y] = centres[label];
      return [x + noise * e1[i], y + noise * e2[i], label];
    });
  },
});
