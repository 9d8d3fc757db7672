/** @file Reductions, softmax and what moves rows, against their plain references, bit for bit. */
import { describe, expect, test } from "vitest";
import { AREA, firstDifference, lengthsAndPlaces, MATRIX, shapes, Twins } from "./plain/twins.ts";

const twins = new Twins(16);
const at = (i: number) => twins.at(i);

test.each(["sum", "maximumOf", "minimumOf"] as const)("%s is its reference", (name) => {
  expect(firstDifference(twins, lengthsAndPlaces, AREA, (k, [n, a]) => k[name](at(a), n))).toBeNull();
});

test("dot is its reference", () => {
  expect(firstDifference(twins, lengthsAndPlaces, AREA, (k, [n, a, b]) => k.dot(at(a), at(b), n))).toBeNull();
});

test.each(["sumRows", "sumColumns", "maxRows", "minRows"] as const)("%s is its reference", (name) => {
  expect(firstDifference(twins, shapes, MATRIX + 32, (k, [r, c]) => k[name](at(1), at(MATRIX + 2), r, c))).toBeNull();
});

test("a million numbers are added with an error of float64", () => {
  const one = new Twins(64);
  one.write(() => 0.1, 1e6);
  expect(one.simd.sum(one.at(0), 1e6)).toBeCloseTo(1e6 * Math.fround(0.1), 6);
});

test("an extreme that is a zero is +0, in whatever order zeros come", () => {
  const zeros = [0, -0];
  for (const name of ["maximumOf", "minimumOf"] as const) {
    for (let mask = 0; mask < 64; mask++) {
      twins.write((i) => zeros[(mask >> i) & 1], 6);
      expect(twins.simd[name](at(0), 6)).toBe(0);
      expect(twins.simd[name](at(0), 1)).toBe(0);
    }
  }
});

describe("softmax", () => {
  const [Y, OUT] = [MATRIX + 2, 2 * MATRIX + 1];
  const area = 3 * MATRIX + 32;

  test.each(["softmaxRows", "logSoftmaxRows"] as const)("%s is its reference", (name) => {
    expect(firstDifference(twins, shapes, area, (k, [r, c]) => k[name](at(1), at(Y), r, c))).toBeNull();
  });

  test("softmaxRows may be written over its operand", () => {
    expect(firstDifference(twins, shapes, area, (k, [r, c]) => k.softmaxRows(at(1), at(1), r, c))).toBeNull();
  });

  test.each(["softmaxGradRows", "logSoftmaxGradRows"] as const)("%s is its reference, also over g", (name) => {
    expect(firstDifference(twins, shapes, area, (k, [r, c]) => k[name](at(1), at(Y), at(OUT), r, c))).toBeNull();
    expect(firstDifference(twins, shapes, area, (k, [r, c]) => k[name](at(1), at(Y), at(1), r, c))).toBeNull();
  });

  test("rows of infinities become what PyTorch makes of them", () => {
    const infinity = Number.POSITIVE_INFINITY;
    const rows = [-infinity, -infinity, 1, infinity, 0, -infinity];
    twins.write((i) => rows[i], 6);
    twins.simd.softmaxRows(at(0), at(10), 3, 2);
    expect([0, 1, 2, 3, 4, 5].map((i) => twins.read(10 + i))).toEqual([NaN, NaN, NaN, NaN, 1, 0]);
  });
});

describe("rows", () => {
  const OUT = MATRIX + 3;

  test("copyRows is its reference", () => {
    expect(firstDifference(twins, shapes, 2000, (k, [r, c]) => k.copyRows(at(1), at(OUT), r, c, c + 5))).toBeNull();
  });

  test("outerRows is its reference", () => {
    const cases = [1, 2, 3, 4, 5, 9, 16].flatMap((d) =>
      [1, 2, 3, 4, 7, 12].flatMap((a) => [0, 1, 5].map((s) => [s, d, a])),
    );
    expect(
      firstDifference(twins, cases, 1500, (k, [s, d, a]) => k.outerRows(at(1), at(101), at(203), s, d, a, d * a + 3)),
    ).toBeNull();
  });
});
