/** @file The steps of optimisers against their plain references, bit for bit. */
import { expect, test } from "vitest";
import { AREA, firstDifference, SPAN, Twins } from "./plain/twins.ts";
import type { Kernels } from "./signatures.ts";

const twins = new Twins(16);
const at = (i: number) => twins.at(i);

const cases = Array.from({ length: 71 }, (_, n) => [n, n % 4] as const);
const [G, M, V] = [SPAN, 2 * SPAN, 3 * SPAN];

test.each([
  [0, 1],
  [0.01, 1],
  [0, 0.9999],
])("adam is its reference, weight decay %d, decoupled factor %d", (weightDecay, factor) => {
  const call = (k: Kernels, [n, i]: readonly [number, number]) =>
    k.adam(at(i), at(G + i), at(M), at(V + 1), n, 0.9, 0.1, 0.999, 1 - 0.999, 1e-2, 0.0316, 1e-8, weightDecay, factor);
  expect(firstDifference(twins, cases, AREA, call)).toBeNull();
});

test("amsgrad is its reference", () => {
  const call = (k: Kernels, [n, i]: readonly [number, number]) =>
    k.amsgrad(
      at(i),
      at(G + i),
      at(M),
      at(V + 1),
      at(V + SPAN),
      n,
      0.9,
      0.1,
      0.999,
      1 - 0.999,
      1e-2,
      0.0316,
      1e-8,
      0.01,
      1,
    );
  expect(firstDifference(twins, cases, AREA + SPAN, call)).toBeNull();
});

test.each([
  [0, 1],
  [0.01, 1],
  [0, 0.9999],
])("nadam is its reference, weight decay %d, decoupled factor %d", (decay, factor) => {
  const call = (k: Kernels, [n, i]: readonly [number, number]) =>
    k.nadam(at(i), at(G + i), at(M), at(V + 1), n, 0.9, 0.1, 0.999, 0.001, -0.03, -0.02, 0.01, 1e-8, decay, factor);
  expect(firstDifference(twins, cases, AREA, call)).toBeNull();
});

const flags = [0, 1].flatMap((buffer) =>
  [0, 1].flatMap((nesterov) => [0, 1].map((first) => [buffer, nesterov, first])),
);

test.each(flags)("sgd is its reference, buffer %d, nesterov %d, first %d", (buffer, nesterov, first) => {
  for (const decay of [0, 0.1]) {
    const call = (k: Kernels, [n, i]: readonly [number, number]) =>
      k.sgd(at(i), at(G + i), buffer && at(M + 3), n, 1e-2, 0.9, 0.8, decay, nesterov, first);
    expect(firstDifference(twins, cases, AREA, call)).toBeNull();
  }
});

test.each(flags)("rmsprop is its reference, mean %d, buffer %d, decay %d", (mean, buffer, decay) => {
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
  expect(firstDifference(twins, cases, AREA + SPAN, call)).toBeNull();
});

test.each([0, 0.1])("adagrad is its reference, decay %d", (decay) => {
  const call = (k: Kernels, [n, i]: readonly [number, number]) =>
    k.adagrad(at(i), at(G + i), at(M), n, 1e-2, 1e-10, decay);
  expect(firstDifference(twins, cases, AREA, call)).toBeNull();
});
