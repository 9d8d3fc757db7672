import { describe, expect, test } from "vitest";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { torch } from "../torch.ts";
import { catalogue, type Distribution, distributions, type Transform } from "./index.ts";

type Maker = new (...args: unknown[]) => Distribution;
const make = (name: string, ...args: unknown[]): Distribution => new (distributions[name] as Maker)(...args);
const transform = (name: string, ...args: unknown[]): Transform =>
  new (distributions[name] as new (...args: unknown[]) => Transform)(...args);
const t = (...values: number[]): Tensor => Tensor.of(Float64Array.from(values), [values.length], "float64");
const numbers = (x: Tensor): number[] => Array.from(toContiguousData(x));

describe("in TypeScript a distribution", () => {
  test("takes its parameters by position or by name", () => {
    const byPosition = make("Normal", t(1, 2), 0.5).log_prob(t(1, 1));
    const byName = make("Normal", { loc: t(1, 2), scale: 0.5 }).log_prob(t(1, 1));
    expect(numbers(byPosition)).toEqual(numbers(byName));
    expect(numbers(byName)[0]).toBeCloseTo(-Math.log(0.5) - 0.5 * Math.log(2 * Math.PI), 14);
  });

  test("is under torch.distributions", () => {
    expect(Reflect.get(torch, "distributions")).toBe(distributions);
  });

  test("refuses a parameter outside of its constraint in PyTorch's words", () => {
    expect(() => make("Normal", t(0), t(-1))).toThrow(
      expect.objectContaining({
        type: "ValueError",
        pytorch: expect.stringContaining("to satisfy the constraint GreaterThan(lower_bound=0.0)"),
      }),
    );
  });
});

/** Points inside of the support, and parameters to go with them. */
const continuous: readonly (readonly [string, readonly unknown[], readonly [number, number]])[] = [
  ["Normal", [0.3, 1.2], [-3, 4]],
  ["Laplace", [0.3, 1.2], [-3, 4]],
  ["Cauchy", [0.3, 1.2], [-3, 4]],
  ["Uniform", [-1, 2], [-0.9, 1.9]],
  ["Exponential", [1.5], [0.1, 3]],
  ["LogNormal", [0.2, 0.7], [0.2, 4]],
  ["HalfNormal", [1.4], [0.2, 3]],
  ["HalfCauchy", [1.4], [0.2, 3]],
  ["Gumbel", [0.2, 1.4], [-1, 3]],
  ["Weibull", [1.3, 2], [0.2, 3]],
  ["Kumaraswamy", [1.3, 2], [0.1, 0.9]],
  ["Pareto", [1, 2.5], [1.1, 4]],
];

describe("of a continuous distribution", () => {
  const xs = (from: number, to: number) => Array.from({ length: 9 }, (_, i) => from + ((to - from) * i) / 8);

  test.each(continuous)("%s the density is the slope of the cdf", (name, args, [from, to]) => {
    const d = make(name, ...args.map((arg) => t(Number(arg))));
    for (const x of xs(from, to)) {
      const [below, above] = [x - 1e-5, x + 1e-5].map((each) => numbers(d.cdf(t(each)))[0]);
      expect(Math.log((above - below) / 2e-5)).toBeCloseTo(numbers(d.log_prob(t(x)))[0], 5);
    }
  });

  test.each(continuous)("%s icdf undoes cdf", (name, args, [from, to]) => {
    const d = make(name, ...args.map((arg) => t(Number(arg))));
    for (const x of xs(from, to)) expect(numbers(d.icdf(d.cdf(t(x))))[0]).toBeCloseTo(x, 7);
  });
});

describe("a transform", () => {
  test.each(["ExpTransform", "SigmoidTransform", "SoftplusTransform", "TanhTransform", "StickBreakingTransform"])(
    "%s is undone by its inverse",
    (name) => {
      const each = transform(name);
      const x = t(0.3, -1.2, 0.7);
      numbers(each.inverse(each.forward(x))).forEach((value, i) => {
        expect(value).toBeCloseTo(numbers(x)[i], 12);
      });
      expect(each.inv.inv).toBe(each);
    },
  );
});

test("every distribution says in a sentence what it is, and its density", () => {
  for (const { name, summary, formula } of catalogue)
    expect([name, summary.endsWith("."), formula !== ""]).toEqual([name, true, true]);
});
