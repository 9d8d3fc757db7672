import fc from "fast-check";
import { expect, test } from "vitest";
import { refuseBeyondBudget } from "./budget.ts";
import { chainOf } from "./chain.ts";
import { factorize, solveFactorized } from "./cholesky.ts";
import { DualCone, EVERY } from "./dual-cone.ts";
import { eigenOf } from "./eigen.ts";
import { gramianOf } from "./gramian.ts";
import { LowRank } from "./low-rank.ts";
import { NearestPoint } from "./nearest-point.ts";

const entry = fc.double({ min: -3, max: 3, noNaN: true });
const matrixOf = (m: number, n: number) =>
  fc.array(entry, { minLength: m * n, maxLength: m * n }).map((values) => Float64Array.from(values));
/** A Gramian of m gradients of n parameters. */
const gramians = (largest: number, columns: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: largest }), fc.integer({ min: 1, max: columns }))
    .chain(([m, n]) => matrixOf(m, n).map((jacobian) => ({ m, gramian: gramianOf(jacobian, m, n) })));

const largestOf = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => Math.max(a, Math.abs(b)), 0);

test("Cholesky solves positive definite systems, of an odd and an even number of unknowns", () => {
  fc.assert(
    fc.property(gramians(9, 9), ({ m, gramian }) => {
      const matrix = gramian.map((value, at) => value + (at % (m + 1) === 0 ? 1 : 0));
      const x = Float64Array.from({ length: m }, (_, i) => i - 1);
      const b = Float64Array.from({ length: m }, (_, i) =>
        x.reduce((sum, value, j) => sum + matrix[i * m + j] * value, 0),
      );
      const factor = new Float64Array(m * m);
      factorize(matrix, m, factor);
      solveFactorized(factor, m, b);
      expect(largestOf(b.map((value, i) => value - x[i]))).toBeLessThan(1e-9);
    }),
  );
});

/** Any symmetric matrix: of every size of numbers, with values that are alike, with rows of nothing. */
const symmetric = fc
  .tuple(
    fc.integer({ min: 1, max: 10 }),
    fc.integer({ min: -1074, max: 1015 }),
    fc.constantFrom("any", "clustered", "graded", "sparse", "Gramian"),
    fc.infiniteStream(entry),
  )
  .map(([m, exponent, kind, numbers]) => {
    const next = () => Number(numbers.next().value);
    const rows = Float64Array.from({ length: m * m }, next);
    const matrix = kind === "Gramian" ? gramianOf(rows, m, m) : new Float64Array(m * m);
    if (kind !== "Gramian")
      for (let i = 0; i < m; i++)
        for (let j = 0; j <= i; j++) {
          const value = rows[i * m + j];
          const grade = kind === "graded" ? 2 ** (-20 * (i + j)) : 1;
          const clustered = i === j ? 1 + value * 1e-12 : value * 1e-13;
          const here = kind === "clustered" ? clustered : kind === "sparse" && value < 1.5 ? 0 : value * grade;
          matrix[i * m + j] = here;
          matrix[j * m + i] = here;
        }
    const half = Math.trunc(exponent / 2);
    return { m, matrix: matrix.map((value) => value * 2 ** half * 2 ** (exponent - half)) };
  });

function expectEigen(matrix: Float64Array, m: number): void {
  const { values, vectors } = eigenOf(matrix, m);
  const largest = largestOf(matrix);
  for (let a = 0; a < m; a++) {
    for (let b = 0; b < m; b++) {
      let [inner, stretched] = [0, 0];
      for (let i = 0; i < m; i++) inner += vectors[i * m + a] * vectors[i * m + b];
      for (let i = 0; i < m; i++) stretched += matrix[b * m + i] * vectors[i * m + a];
      expect(inner).toBeCloseTo(a === b ? 1 : 0, 9);
      // Where numbers have no more than their last digits, so has the result.
      expect(Math.abs(stretched - values[a] * vectors[b * m + a])).toBeLessThanOrEqual(
        1e-12 * largest + m * 2 ** -1073,
      );
    }
  }
}

test("eigenvectors are orthonormal, and the matrix only stretches them", () => {
  fc.assert(fc.property(symmetric, ({ m, matrix }) => expectEigen(matrix, m)));
});

test("eigenvectors of numbers with hardly a digit are orthonormal too", () => {
  const [tiny, small] = [5e-324, 1e-160];
  expectEigen(Float64Array.of(0, tiny, tiny, tiny, 0, tiny, tiny, tiny, 0), 3);
  expectEigen(Float64Array.of(2 * tiny, tiny, 0, tiny, tiny, tiny, 0, tiny, 3 * tiny), 3);
  expectEigen(gramianOf(Float64Array.of(small, 2 * small, 3 * small, small, -small, 1e-162), 3, 2), 3);
  expectEigen(Float64Array.of(1e307, 1e307, 1e307, 1e307, -1e307, 1e307, 1e307, 1e307, 1e307), 3);
});

test("a matrix that is diagonal already, or zero, has its diagonal for eigenvalues", () => {
  expect([...eigenOf(Float64Array.of(3, 0, 0, 0, -2, 0, 0, 0, 0), 3).values].sort()).toEqual([-2, 0, 3]);
  expect([...eigenOf(new Float64Array(16), 4).values]).toEqual([0, 0, 0, 0]);
});

test("a Gramian is rebuilt from as many columns as it has dimensions", () => {
  fc.assert(
    fc.property(gramians(12, 4), ({ m, gramian }) => {
      const low = new LowRank();
      low.factorize("test", gramian, m, new Float64Array(m).fill(1), 1e-14);
      expect(low.rank).toBeLessThanOrEqual(4);
      for (let i = 0; i < m; i++) {
        for (let j = 0; j < m; j++) {
          let sum = 0;
          for (let k = 0; k < low.rank; k++) sum += low.rows[i * low.rank + k] * low.rows[j * low.rank + k];
          expect(Math.abs(sum - gramian[i * m + j])).toBeLessThan(1e-6 * (1 + largestOf(gramian)));
        }
      }
    }),
  );
});

test("a chain goes through every row once, and from each to the one most like it of those left", () => {
  // Directions at 0, 90, 10 and 80 degrees.
  const angles = [0, 90, 10, 80].map((angle) => (angle * Math.PI) / 180);
  const gramian = Float64Array.from(angles.flatMap((a) => angles.map((b) => Math.cos(a - b))));
  expect([...chainOf(gramian, 4)]).toEqual([0, 2, 3, 1]);
  fc.assert(
    fc.property(gramians(12, 5), ({ m, gramian: any }) => {
      expect([...chainOf(any, m)].sort((a, b) => a - b)).toEqual(Array.from({ length: m }, (_, i) => i));
    }),
  );
});

const RIDGE = 1e-4;

/** With many rows of few dimensions the system is solved over L's columns; with few rows, over those. */
test.each([
  ["few rows", gramians(8, 8)],
  ["many rows of few dimensions", gramians(60, 3)],
  ["many rows of many dimensions", gramians(40, 40)],
] as const)("a projection meets the conditions of the least, with %s", (_, any) => {
  const cone = new DualCone("test");
  fc.assert(
    fc.property(any, fc.nat(), fc.boolean(), ({ m, gramian }, seed, isEvery) => {
      let trace = 0;
      for (let i = 0; i < m; i++) trace += gramian[i * m + i];
      fc.pre(trace > 1e-3);
      const from = isEvery ? EVERY : seed % m;
      cone.load(gramian, m, 1 / trace, RIDGE);
      // Begins where another one ended, as in UPGrad.
      cone.project(m - 1);
      cone.project(from);
      const x = new Float64Array(m);
      cone.addMultipliers(x);
      const y = x.map((value, j) => value + (isEvery || j === from ? 1 : 0));
      const scale = largestOf(y);
      for (let i = 0; i < m; i++) {
        // (H y)_i is the multiplier of y_i >= u_i: not negative, and 0 where y_i is larger.
        let multiplier = RIDGE * y[i];
        for (let j = 0; j < m; j++) multiplier += (gramian[i * m + j] / trace) * y[j];
        expect(x[i]).toBeGreaterThanOrEqual(0);
        expect(multiplier).toBeGreaterThan(-2e-8 * scale);
        if (x[i] > 1e-6 * scale) expect(Math.abs(multiplier)).toBeLessThan(2e-8 * scale);
      }
    }),
    { numRuns: 300 },
  );
});

test("the nearest point of a hull has no point of it on the origin's side", () => {
  fc.assert(
    fc.property(gramians(12, 5), fc.double({ min: 0, max: 2, noNaN: true }), ({ m, gramian }, rho) => {
      const toMean = Float64Array.from(
        { length: m },
        (_, i) => gramian.subarray(i * m, i * m + m).reduce((a, b) => a + b) / m,
      );
      const square = toMean.reduce((a, b) => a + b) / m;
      const point = new NearestPoint(gramian, m, toMean, square);
      point.find(0);
      point.find(rho);
      const inner = (i: number, j: number) => gramian[i * m + j] + rho * (toMean[i] + toMean[j] + rho * square);
      const along = Array.from({ length: m }, (_, j) =>
        point.corral.reduce((sum, i, place) => sum + point.weights[place] * inner(i, j), 0),
      );
      const norm = point.corral.reduce((sum, i, place) => sum + point.weights[place] * along[i], 0);
      expect(point.weights.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
      expect(Math.min(...point.weights)).toBeGreaterThan(0);
      expect(Math.min(...along)).toBeGreaterThan(norm - 1e-7 * (1 + largestOf(gramian)));
    }),
  );
});

test("what would take much longer than some seconds is refused, with what to try", () => {
  expect(() => refuseBeyondBudget("UPGrad", 4096, 1e9)).not.toThrow();
  expect(() => refuseBeyondBudget("UPGrad", 4096, 1e11)).toThrow(
    "UPGrad: 4096 components whose gradients have this little in common take too long",
  );
});
