/** @file Element-wise kernels against their plain references, bit for bit. */
import { expect, test } from "vitest";
import { AREA, firstDifference, lengthsAndPlaces, MATRIX, SPAN, shapes, Twins } from "./plain/twins.ts";
import { binaryNames, comparisonNames, gradientNames, reversedNames, unaryNames } from "./signatures.ts";

const twins = new Twins(16);
const at = (i: number) => twins.at(i);

test.each(unaryNames)("%s is its reference for every length and place", (name) => {
  expect(firstDifference(twins, lengthsAndPlaces, AREA, (k, [n, a, , y]) => k[name](at(a), at(y), n))).toBeNull();
});

test.each(unaryNames)("%s may be written over its operand", (name) => {
  expect(firstDifference(twins, lengthsAndPlaces, AREA, (k, [n, a]) => k[name](at(a), at(a), n))).toBeNull();
});

test.each(unaryNames)("%s is its reference at every exponent", (name) => {
  const one = new Twins(2);
  const floats = 256 * 16;
  one.write((i) => (i % 2 === 0 ? 1 : -1) * (1 + (i % 16) / 16.3) * 2 ** (Math.floor(i / 16) - 140), floats);
  expect(one.difference(floats, (k) => k[name](one.at(0), one.at(0), floats))).toBeNull();
});

test.each([...gradientNames, ...binaryNames])("%s is its reference for every length and place", (name) => {
  expect(
    firstDifference(twins, lengthsAndPlaces, AREA, (k, [n, a, b, y]) => k[name](at(a), at(b), at(y), n)),
  ).toBeNull();
});

test.each([...gradientNames, ...binaryNames])("%s may be written over either operand", (name) => {
  expect(firstDifference(twins, lengthsAndPlaces, AREA, (k, [n, a, b]) => k[name](at(a), at(b), at(a), n))).toBeNull();
  expect(firstDifference(twins, lengthsAndPlaces, AREA, (k, [n, a, b]) => k[name](at(a), at(b), at(b), n))).toBeNull();
});

const scalars = [0, -0, 1.1, -3, 1e30, Number.POSITIVE_INFINITY, Number.NaN];
const scalarCases = scalars.flatMap((s) => lengthsAndPlaces.map(([n, a, , y]) => [n, a, y, s] as const));

test.each(binaryNames)("%s with a number is its reference", (name) => {
  expect(
    firstDifference(twins, scalarCases, AREA, (k, [n, a, y, s]) => k[`${name}Scalar`](at(a), s, at(y), n)),
  ).toBeNull();
});

test.each(reversedNames)("%s with a number is its reference", (name) => {
  expect(
    firstDifference(twins, scalarCases, AREA, (k, [n, a, y, s]) => k[`${name}Scalar`](s, at(a), at(y), n)),
  ).toBeNull();
});

test.each([...binaryNames, ...reversedNames])("%s with a row and with a column is its reference", (name) => {
  const [y, other, area] = [MATRIX, 2 * MATRIX, 2 * MATRIX + 32];
  const row = firstDifference(twins, shapes, area, (k, [r, c]) => k[`${name}Row`](at(1), at(other + 2), at(y), r, c));
  expect(row).toBeNull();
  const column = firstDifference(twins, shapes, area, (k, [r, c]) =>
    k[`${name}Column`](at(1), at(other + 2), at(y), r, c),
  );
  expect(column).toBeNull();
});

test.each(["sin", "cos"] as const)("%s is its reference, and says when a number was too large", (name) => {
  expect(firstDifference(twins, lengthsAndPlaces, AREA, (k, [n, a, , y]) => k[name](at(a), at(y), n))).toBeNull();
  for (const [value, isBeyond] of [
    [1e6, 0],
    [-1.1e6, 1],
    [1e30, 1],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 0],
  ] as const) {
    twins.fill(at(0), 1, 9);
    twins.fill(at(7), value, 1);
    expect(twins.simd[name](at(0), at(SPAN), 9)).toBe(isBeyond);
  }
});

test.each(comparisonNames)("%s is its reference, with a tensor and with a number", (name) => {
  const pair = firstDifference(twins, lengthsAndPlaces, AREA, (k, [n, a, b, y]) => {
    // Half of the pairs are made equal.
    k.gtScalar(at(a), 0, at(3 * SPAN), n);
    k.fillWhere(at(3 * SPAN), at(a), 2, at(a), n);
    k.fillWhere(at(3 * SPAN), at(b), 2, at(b), n);
    k[name](at(a), at(b), at(y) + (n % 4), n);
  });
  expect(pair).toBeNull();
  expect(
    firstDifference(twins, scalarCases, AREA, (k, [n, a, y, s]) => k[`${name}Scalar`](at(a), s, at(y) + (n % 4), n)),
  ).toBeNull();
});

test("where, keepWhere and fillWhere are their references", () => {
  const CONDITION = 3 * SPAN;
  for (const place of [0, 1, 2, 3]) {
    const condition = at(CONDITION) + place;
    const between = firstDifference(twins, lengthsAndPlaces, AREA, (k, [n, a, b, y]) => {
      k.gtScalar(at(a), 0, condition, n);
      k.where(condition, at(a), at(b), at(y), n);
    });
    expect(between).toBeNull();
    const kept = firstDifference(twins, scalarCases, AREA, (k, [n, a, y, s]) => {
      k.gtScalar(at(a), 0, condition, n);
      k.keepWhere(condition, at(a), s, at(y), n);
      k.fillWhere(condition, at(a), s, at(a), n);
    });
    expect(kept).toBeNull();
  }
});

test("the gradient of the larger of two is its reference, over equal numbers and NaN too", () => {
  const G = 3 * SPAN;
  for (const isOver of [false, true]) {
    const difference = firstDifference(twins, lengthsAndPlaces, AREA, (k, [n, a, b, y]) => {
      // Some of the two are the same.
      k.maximum(at(a), at(b), at(b), n);
      k.aboveGrad(at(G), at(a), at(b), isOver ? at(G) : at(y), n);
    });
    expect(difference).toBeNull();
  }
});

test("clamp and its gradient are their references", () => {
  const bounds = [
    [-1, 1],
    [0, Number.POSITIVE_INFINITY],
    [Number.NEGATIVE_INFINITY, 0.1],
    [2, 1],
  ];
  const cases = bounds.flatMap(([low, high]) => lengthsAndPlaces.map((places) => [...places, low, high] as const));
  expect(
    firstDifference(twins, cases, AREA, (k, [n, a, , y, low, high]) => k.clamp(at(a), at(y), n, low, high)),
  ).toBeNull();
  expect(
    firstDifference(twins, cases, AREA, (k, [n, a, b, y, low, high]) => k.clampGrad(at(a), at(b), at(y), n, low, high)),
  ).toBeNull();
});
