/** @file Every SIMD kernel against its plain reference, bit for bit. */
import { describe, expect, test } from "vitest";
import { plainKernels } from "./plain/index.ts";
import { Twins } from "./plain/twins.ts";
import {
  A_TRANSPOSED,
  ACCUMULATE,
  activationCodes,
  B_TRANSPOSED,
  binaryNames,
  gradientNames,
  type Kernels,
  RESERVED_BYTES,
  reversedNames,
  unaryNames,
} from "./wasm.ts";
import { createMemory } from "./webassembly.ts";

/** Three operands of up to 70 numbers, each beginning at any of four places, with room between them. */
const SPAN = 96;
const AREA = 4 * SPAN;

function* lengthsAndOffsets(): Generator<[n: number, a: number, b: number, y: number]> {
  for (let n = 0; n <= 70; n++) {
    const shift = n % 4;
    yield [n, shift, SPAN + ((shift + 1) % 4), 2 * SPAN + ((shift + 2) % 4)];
    yield [n, (shift + 3) % 4, SPAN + shift, 2 * SPAN + shift];
  }
}

function* shapes(): Generator<[rows: number, cols: number]> {
  for (let cols = 0; cols <= 20; cols++) {
    for (const rows of [0, 1, 2, 3, 4, 9, 17]) yield [rows, cols];
  }
}

const rowArea = 20 * 17 + 8;

const twins = new Twins(16);
const at = (i: number) => twins.at(i);

/** The first case in which the kernel differs from its reference; null if there is none. */
function firstDifference<Case extends readonly number[]>(
  cases: Iterable<Case>,
  area: number,
  call: (kernels: Kernels, of: Case) => unknown,
): string | null {
  for (const specialShare of [0, 0.4]) {
    for (const each of cases) {
      twins.randomize(area, specialShare);
      const difference = twins.difference(area, (kernels) => call(kernels, each));
      if (difference !== null) return `[${each.join(", ")}] ${difference}`;
    }
  }
  return null;
}

test("the module exports what its interface says, and nothing else", () => {
  const declared = Object.keys(plainKernels(createMemory(1)));
  expect(Object.keys(twins.simd).sort()).toEqual(declared.sort());
});

test("the constants stay within the reserved bytes", () => {
  expect(twins.simd.reservedBytes()).toBeLessThanOrEqual(RESERVED_BYTES);
});

describe("element by element", () => {
  const cases = [...lengthsAndOffsets()];

  test.each(unaryNames)("%s is its reference for every length and place", (name) => {
    expect(firstDifference(cases, AREA, (k, [n, a, , y]) => k[name](at(a), at(y), n))).toBeNull();
  });

  test.each(unaryNames)("%s may be written over its operand", (name) => {
    expect(firstDifference(cases, AREA, (k, [n, a]) => k[name](at(a), at(a), n))).toBeNull();
  });

  test.each(unaryNames)("%s is its reference at every exponent", (name) => {
    const one = new Twins(2);
    const floats = 256 * 16;
    one.write((i) => (i % 2 === 0 ? 1 : -1) * (1 + (i % 16) / 16.3) * 2 ** (Math.floor(i / 16) - 140), floats);
    expect(one.difference(floats, (k) => k[name](one.at(0), one.at(0), floats))).toBeNull();
  });

  test.each([...gradientNames, ...binaryNames])("%s is its reference for every length and place", (name) => {
    expect(firstDifference(cases, AREA, (k, [n, a, b, y]) => k[name](at(a), at(b), at(y), n))).toBeNull();
  });

  test.each([...gradientNames, ...binaryNames])("%s may be written over either operand", (name) => {
    expect(firstDifference(cases, AREA, (k, [n, a, b]) => k[name](at(a), at(b), at(a), n))).toBeNull();
    expect(firstDifference(cases, AREA, (k, [n, a, b]) => k[name](at(a), at(b), at(b), n))).toBeNull();
  });

  const scalars = [0, -0, 1.1, -3, 1e30, Number.POSITIVE_INFINITY, Number.NaN];
  const scalarCases = scalars.flatMap((s) => cases.map(([n, a, , y]) => [n, a, y, s] as const));

  test.each(binaryNames)("%s with a number is its reference", (name) => {
    expect(firstDifference(scalarCases, AREA, (k, [n, a, y, s]) => k[`${name}Scalar`](at(a), s, at(y), n))).toBeNull();
  });

  test.each(reversedNames)("%s with a number is its reference", (name) => {
    expect(firstDifference(scalarCases, AREA, (k, [n, a, y, s]) => k[`${name}Scalar`](s, at(a), at(y), n))).toBeNull();
  });

  test.each([...binaryNames, ...reversedNames])("%s with a row and with a column is its reference", (name) => {
    const [y, other, area] = [rowArea, 2 * rowArea, 2 * rowArea + 32];
    const row = firstDifference(shapes(), area, (k, [r, c]) => k[`${name}Row`](at(1), at(other + 2), at(y), r, c));
    expect(row).toBeNull();
    const column = firstDifference(shapes(), area, (k, [r, c]) =>
      k[`${name}Column`](at(1), at(other + 2), at(y), r, c),
    );
    expect(column).toBeNull();
  });

  test("outerRows and copyRows are their references, and write nothing between rows", () => {
    const cases: [samples: number, rows: number, cols: number, stride: number][] = [
      [3, 4, 5, 27],
      [1, 1, 1, 1],
      [7, 1, 9, 10],
      [2, 6, 1, 6],
      [0, 3, 3, 9],
    ];
    expect(
      firstDifference(cases, 3 * SPAN + 200, (k, [samples, rows, cols, stride]) =>
        k.outerRows(at(1), at(SPAN), at(3 * SPAN), samples, rows, cols, stride),
      ),
    ).toBeNull();
    expect(
      firstDifference(cases, 3 * SPAN + 200, (k, [samples, , cols, stride]) =>
        k.copyRows(at(1), at(3 * SPAN), samples, cols, stride),
      ),
    ).toBeNull();
  });

  test("addScaled, fill and copy are their references", () => {
    expect(
      firstDifference(scalarCases, AREA, (k, [n, a, y, s]) => k.addScaled(at(a), at(SPAN), s, at(y), n)),
    ).toBeNull();
    expect(firstDifference(scalarCases, AREA, (k, [n, , y, s]) => k.fill(at(y), s, n))).toBeNull();
    expect(firstDifference(cases, AREA, (k, [n, a, , y]) => k.copy(at(a), at(y), n))).toBeNull();
    expect(firstDifference(cases, AREA, (k, [n, a]) => k.copy(at(a), at(a + 3), n))).toBeNull();
  });
});

describe("reductions", () => {
  const cases = [...lengthsAndOffsets()];

  test.each(["sum", "sumSquares", "maximumOf", "minimumOf", "anyNonFinite"] as const)("%s is its reference", (name) => {
    expect(firstDifference(cases, AREA, (k, [n, a]) => k[name](at(a), n))).toBeNull();
  });

  test("dot is its reference", () => {
    expect(firstDifference(cases, AREA, (k, [n, a, b]) => k.dot(at(a), at(b), n))).toBeNull();
  });

  test.each(["sumRows", "sumColumns", "maxRows", "minRows"] as const)("%s is its reference", (name) => {
    expect(firstDifference(shapes(), rowArea + 32, (k, [r, c]) => k[name](at(1), at(rowArea + 2), r, c))).toBeNull();
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
});

describe("gemm", () => {
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
        twins.simd.fill(at(end), 42, 5000);
        twins.simd.gemm(at(0), at(22_000), at(44_000), m, k, n, flags, 0, 0, at(SCRATCH));
        expect([twins.simd.maximumOf(at(end), 5000), twins.simd.minimumOf(at(end), 5000)]).toEqual([42, 42]);
      }
    }
  });
});

describe("optimisers", () => {
  const cases = Array.from({ length: 71 }, (_, n) => [n, n % 4] as const);
  const [G, M, V] = [SPAN, 2 * SPAN, 3 * SPAN];

  test.each([
    [0, 1],
    [0.01, 1],
    [0, 0.9999],
  ])("adam is its reference, weight decay %d, decoupled factor %d", (weightDecay, factor) => {
    const call = (k: Kernels, [n, i]: readonly [number, number]) =>
      k.adam(
        at(i),
        at(G + i),
        at(M),
        at(V + 1),
        n,
        0.9,
        0.1,
        0.999,
        1 - 0.999,
        1e-2,
        0.0316,
        1e-8,
        weightDecay,
        factor,
      );
    expect(firstDifference(cases, AREA, call)).toBeNull();
  });

  const flags = [0, 1].flatMap((buffer) =>
    [0, 1].flatMap((nesterov) => [0, 1].map((first) => [buffer, nesterov, first])),
  );

  test.each(flags)("sgd is its reference, buffer %d, nesterov %d, first %d", (buffer, nesterov, first) => {
    for (const decay of [0, 0.1]) {
      const call = (k: Kernels, [n, i]: readonly [number, number]) =>
        k.sgd(at(i), at(G + i), buffer && at(M + 3), n, 1e-2, 0.9, 0.8, decay, nesterov, first);
      expect(firstDifference(cases, AREA, call)).toBeNull();
    }
  });

  test.each(flags.slice(0, 4))("rmsprop is its reference, mean %d, buffer %d, decay %d", (mean, buffer, decay) => {
    const call = (k: Kernels, [n, i]: readonly [number, number]) =>
      k.rmsprop(
        at(i),
        at(G),
        at(M),
        mean && at(V),
        buffer && at(V + SPAN),
        n,
        1e-2,
        0.99,
        1 - 0.99,
        1e-8,
        decay * 0.1,
        0.9,
      );
    expect(firstDifference(cases, AREA + SPAN, call)).toBeNull();
  });

  test.each([0, 0.1])("adagrad is its reference, decay %d", (decay) => {
    const call = (k: Kernels, [n, i]: readonly [number, number]) =>
      k.adagrad(at(i), at(G + i), at(M), n, 1e-2, 1e-10, decay);
    expect(firstDifference(cases, AREA, call)).toBeNull();
  });
});
