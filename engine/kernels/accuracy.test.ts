/** @file How far the kernels are from the true value, in units of the last place of a float32 there. */
import { describe, expect, test } from "vitest";
import { randomSource, Twins } from "./plain/twins.ts";
import { erfOf } from "./special.ts";

/** The largest errors there are: found once by trying (nearly) every float32 where the function is not trivial. */
const functions = {
  exp: { exact: Math.exp, error: 1 },
  expm1: { exact: Math.expm1, error: 0.51 },
  log: { exact: Math.log, error: 0.87 },
  log1p: { exact: Math.log1p, error: 0.51 },
  tanh: { exact: Math.tanh, error: 1.5 },
  sigmoid: { exact: exactSigmoid, error: 1 },
  erf: { exact: erfOf, error: 1.36 },
  log2: { exact: Math.log2, error: 0.51 },
  log10: { exact: Math.log10, error: 0.51 },
  softplus: { exact: exactSoftplus, error: 1.04 },
  sin: { exact: upToAMillion(Math.sin), error: 0.51 },
  cos: { exact: upToAMillion(Math.cos), error: 0.51 },
};

function exactSigmoid(x: number): number {
  return x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x));
}

function exactSoftplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** What is beyond is left to others, and NaN. */
function upToAMillion(f: (x: number) => number): (x: number) => number {
  return (x) => (Math.abs(x) > 1e6 ? Number.NaN : f(x));
}

/** The distance between the float32 around a number. */
function unitOfLastPlace(value: number): number {
  const exponent = Math.floor(Math.log2(Math.abs(value)));
  return 2 ** (Math.min(Math.max(exponent, -126), 127) - 23);
}

const COUNT = 200_000;
const twins = new Twins(32);
const random = randomSource(7);

const samples: Record<string, (i: number) => number> = {
  "every exponent": (i) => (random() < 0.5 ? -1 : 1) * (1 + random()) * 2 ** ((i % 277) - 149),
  "numbers between -2 and 2": () => 4 * random() - 2,
  "numbers between -20 and 20": () => 40 * random() - 20,
  "numbers between -105 and 105": () => 210 * random() - 105,
};

describe.each(Object.keys(functions) as (keyof typeof functions)[])("%s", (name) => {
  const { exact, error } = functions[name];

  test.each(Object.keys(samples))(`errs by at most ${error} units of the last place for %s`, (sample) => {
    twins.write(samples[sample], COUNT);
    twins.simd[name](twins.at(0), twins.at(COUNT), COUNT);
    let worst = 0;
    for (let i = 0; i < COUNT; i++) {
      const truth = exact(twins.read(i));
      const found = twins.read(COUNT + i);
      // What rounds to an infinity or NaN has to be exactly that.
      const isExact = Object.is(Math.fround(truth), found);
      if (!isExact) worst = Math.max(worst, Math.abs(found - truth) / unitOfLastPlace(truth));
    }
    expect(worst).toBeLessThanOrEqual(error);
  });
});

test("sigmoid and tanh reach their limits and never pass them", () => {
  twins.write((i) => (i - 50_000) / 500, 100_000);
  for (const [name, low] of [
    ["sigmoid", 0],
    ["tanh", -1],
  ] as const) {
    twins.simd[name](twins.at(0), twins.at(COUNT), 100_000);
    expect(twins.simd.maximumOf(twins.at(COUNT), 100_000)).toBe(1);
    expect(twins.simd.minimumOf(twins.at(COUNT), 100_000)).toBeGreaterThanOrEqual(low);
  }
});
