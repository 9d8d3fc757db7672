/** @file The matrix product against its plain reference, bit for bit. */
import { expect, test } from "vitest";
import { Twins } from "./plain/twins.ts";
import { A_TRANSPOSED, ACCUMULATE, activationCodes, B_TRANSPOSED } from "./signatures.ts";

const twins = new Twins(16);
const at = (i: number) => twins.at(i);

/** Beyond whatever else a test uses, and never compared. */
const SCRATCH = 60_000;
const flagSets = [0, 1, 2, 3, 4, 5, 6, 7];

function difference(sizes: Iterable<readonly [m: number, k: number, n: number]>, activation = 0): string | null {
  const cases = [...sizes].flatMap((size) =>
    flagSets.flatMap((flags) => [0, 1].map((bias) => [...size, flags, bias] as const)),
  );
  for (const specialShare of [0, 0.01]) {
    for (const [m, k, n, flags, bias] of cases) {
      const b = m * k + 6;
      const c = b + k * n + 7;
      const row = c + m * n + 4;
      const end = row + n + 4;
      twins.randomize(end, specialShare);
      const found = twins.difference(end, (kernels) =>
        kernels.gemm(at(1), at(b), at(c), m, k, n, flags, bias && at(row), activation, at(SCRATCH)),
      );
      if (found !== null) return `[${m}, ${k}, ${n}] flags ${flags} bias ${bias} ${found}`;
    }
  }
  return null;
}

test("every small shape is its reference, transposed, accumulating and with a bias", () => {
  const sizes = [1, 2, 3, 4, 5, 8].flatMap((m) =>
    [0, 1, 2, 3, 4, 7, 9].flatMap((k) => [1, 2, 3, 4, 5, 7, 8, 12, 16, 19, 27, 33].map((n) => [m, k, n] as const)),
  );
  expect(difference(sizes)).toBeNull();
});

test("shapes beyond one block of k, and wide enough to be packed, are their reference", () => {
  const sizes = [
    [3, 257, 5],
    [1, 600, 9],
    [9, 513, 1],
    [5, 256, 20],
    [7, 300, 70],
    [2, 300, 70],
    [64, 32, 32],
  ] as const;
  expect(difference(sizes)).toBeNull();
});

test.each(["tanh", "relu", "sigmoid", "silu"] as const)("%s in the product is %s after it, bit for bit", (name) => {
  const code = activationCodes[name];
  expect(difference([[5, 9, 19] as const, [8, 3, 1] as const], code)).toBeNull();
  const [B, C, BIAS] = [100, 300, 1300];
  const { simd } = twins;
  twins.randomize(BIAS + 20, 0);
  simd.gemm(at(0), at(B), at(C), 6, 11, 13, 0, at(BIAS), activationCodes.none, at(SCRATCH));
  simd[name](at(C), at(C + 500), 6 * 13);
  simd.gemm(at(0), at(B), at(C), 6, 11, 13, 0, at(BIAS), code, at(SCRATCH));
  for (let i = 0; i < 6 * 13; i++) expect(twins.read(C + i)).toBe(twins.read(C + 500 + i));
});

test("scratch is written no further than gemmScratch says", () => {
  for (const [m, k, n] of [
    [8, 300, 70],
    [8, 31, 3],
    [4, 256, 16],
    [2, 5, 7],
  ] as const) {
    for (const flags of [0, A_TRANSPOSED, B_TRANSPOSED, ACCUMULATE]) {
      const end = SCRATCH + twins.simd.gemmScratch(m, k, n) / 4;
      twins.fill(at(end), 42, 5000);
      twins.simd.gemm(at(0), at(22_000), at(44_000), m, k, n, flags, 0, 0, at(SCRATCH));
      expect([twins.simd.maximumOf(at(end), 5000), twins.simd.minimumOf(at(end), 5000)]).toEqual([42, 42]);
    }
  }
});
