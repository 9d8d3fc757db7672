/** @file Reductions, softmax and what moves rows, against their plain references, bit for bit. */
import { describe, expect, test } from "vitest";
import { AREA, firstDifference, lengthsAndPlaces, MATRIX, shapes, Twins } from "./plain/twins.ts";

const twins = new Twins(16);
const at = (i: number) => twins.at(i);

test.each(["sum", "sumSquares", "maximumOf", "minimumOf", "anyNonFinite"] as const)("%s is its reference", (name) => {
  expect(firstDifference(twins, lengthsAndPlaces, AREA, (k, [n, a]) => k[name](at(a), n))).toBeNull();
});

test("dot is its reference", () => {
  expect(firstDifference(twins, lengthsAndPlaces, AREA, (k, [n, a, b]) => k.dot(at(a), at(b), n))).toBeNull();
});

test.each(["sumRows", "sumColumns", "maxRows", "minRows"] as const)("%s is its reference", (name) => {
  expect(firstDifference(twins, shapes, MATRIX + 32, (k, [r, c]) => k[name](at(1), at(MATRIX + 2), r, c))).toBeNull();
});

test("one infinity or NaN among many numbers is found", () => {
  for (let i = 0; i < 37; i++) {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      twins.simd.fill(at(0), 3e38, 37);
      expect(twins.simd.anyNonFinite(at(0), 37)).toBe(0);
      twins.simd.fill(at(i), value, 1);
      expect(twins.simd.anyNonFinite(at(0), 37)).toBe(1);
    }
  }
});

test("a million numbers are added with an error of float64", () => {
  const one = new Twins(64);
  one.simd.fill(one.at(0), 0.1, 1e6);
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
  /** Not compared. */
  const SCRATCH = area + 100;

  test.each(["softmaxRows", "logSoftmaxRows"] as const)("%s is its reference", (name) => {
    expect(firstDifference(twins, shapes, area, (k, [r, c]) => k[name](at(1), at(Y), r, c))).toBeNull();
  });

  test("softmaxRows may be written over its operand", () => {
    expect(firstDifference(twins, shapes, area, (k, [r, c]) => k.softmaxRows(at(1), at(1), r, c))).toBeNull();
  });

  test("logsumexpRows is its reference", () => {
    expect(
      firstDifference(twins, shapes, area, (k, [r, c]) => k.logsumexpRows(at(1), at(Y), r, c, at(SCRATCH))),
    ).toBeNull();
  });

  test.each(["softmaxGradRows", "logSoftmaxGradRows"] as const)("%s is its reference, also over g", (name) => {
    expect(firstDifference(twins, shapes, area, (k, [r, c]) => k[name](at(1), at(Y), at(OUT), r, c))).toBeNull();
    expect(firstDifference(twins, shapes, area, (k, [r, c]) => k[name](at(1), at(Y), at(1), r, c))).toBeNull();
  });

  test("rows of infinities become what PyTorch makes of them", () => {
    const infinity = Number.POSITIVE_INFINITY;
    const rows = [-infinity, -infinity, 1, infinity, 0, -infinity];
    twins.write((i) => rows[i], 6);
    twins.simd.logsumexpRows(at(0), at(10), 3, 2, at(20));
    expect([0, 1, 2].map((i) => twins.read(10 + i))).toEqual([-infinity, infinity, 0]);
    twins.simd.softmaxRows(at(0), at(10), 3, 2);
    expect([0, 1, 2, 3, 4, 5].map((i) => twins.read(10 + i))).toEqual([NaN, NaN, NaN, NaN, 1, 0]);
  });
});

describe("rows", () => {
  const OUT = MATRIX + 3;
  const area = 12_000;

  test("copyRows is its reference", () => {
    expect(firstDifference(twins, shapes, 2000, (k, [r, c]) => k.copyRows(at(1), at(OUT), r, c, c + 5))).toBeNull();
  });

  test("gatherRows is its reference", () => {
    for (const [rows, cols] of shapes) {
      if (rows === 0) continue;
      // Of 30 indices, beginning at 1000. A small integer has the bits of so many smallest floats.
      twins.write((i) => (i < 1000 ? Math.sin(i) : ((i * 7) % rows) * 2 ** -149), 1030);
      const difference = twins.difference(2200, (k) => k.gatherRows(at(2), at(1000), at(1100), 30, cols));
      expect(difference, `[${rows}, ${cols}]`).toBeNull();
    }
  });

  test("outerRows is its reference", () => {
    const cases = [1, 2, 3, 4, 5, 9, 16].flatMap((d) =>
      [1, 2, 3, 4, 7, 12].flatMap((a) => [0, 1, 5].map((s) => [s, d, a])),
    );
    expect(
      firstDifference(twins, cases, 1500, (k, [s, d, a]) => k.outerRows(at(1), at(101), at(203), s, d, a, d * a + 3)),
    ).toBeNull();
  });

  test("transpose is its reference", () => {
    expect(firstDifference(twins, shapes, 2000, (k, [r, c]) => k.transpose(at(1), at(OUT), r, c))).toBeNull();
    expect(
      firstDifference(twins, [[63, 66] as const], area, (k, [r, c]) => k.transpose(at(1), at(5001), r, c)),
    ).toBeNull();
  });
});
