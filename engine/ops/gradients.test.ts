import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gradientsOf } from "../autograd/backward.ts";
import { Generator } from "../random/generator.ts";
import { numelOf, type Shape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { allOps } from "../torch.ts";
import { add, mul, sub } from "./arithmetic.ts";
import { sum } from "./reduction.ts";

type Call = (inputs: readonly Tensor[]) => Tensor;

function random(
  shape: Shape,
  [low, high]: readonly [number, number],
  generator: Generator,
  requiresGrad: boolean,
): Tensor {
  const data = new Float64Array(numelOf(shape));
  generator.uniform(data, low, high);
  const tensor = Tensor.of(data, shape, "float64");
  tensor.requires_grad = requiresGrad;
  return tensor;
}

function dot(a: Tensor, b: Tensor): number {
  const [x, y] = [toContiguousData(a), toContiguousData(b)];
  let total = 0;
  for (let i = 0; i < x.length; i++) total += x[i] * y[i];
  return total;
}

/** <v, vjp(u)> against the difference of <f, u> along v: one number says whether a gradient is right. */
function projectionError(call: Call, shapes: readonly Shape[], range: readonly [number, number], seed: number): number {
  const generator = new Generator(seed);
  const inputs = shapes.map((shape) => random(shape, range, generator, true));
  const directions = shapes.map((shape) => random(shape, [-1, 1], generator, false));
  const output = call(inputs);
  const upstream = random(output.shape, [-1, 1], generator, false);
  const gradients = gradientsOf([output], inputs, [upstream]);
  const projected = gradients.reduce(
    (total, gradient, i) => total + (gradient === null ? 0 : dot(gradient, directions[i])),
    0,
  );
  const step = 1e-6;
  const moved = (by: number) => dot(call(inputs.map((x, i) => add(x, mul(directions[i], by)))), upstream);
  const difference = (moved(step) - moved(-step)) / (2 * step);
  return Math.abs(projected - difference) / Math.max(1, Math.abs(difference));
}

const rows = allOps.flatMap(({ op, call }) =>
  op.gradient === "smooth"
    ? op.samples.map((sample, i) => ({
        title: `${op.name}, sample ${i}`,
        call: (inputs: readonly Tensor[]) =>
          Reflect.apply(call, undefined, [...inputs, ...(sample.args ?? [])]) as Tensor,
        shapes: sample.shapes,
        range: sample.range ?? ([-2, 2] as const),
      }))
    : [],
);

describe("the gradient of", () => {
  test.each(rows)("$title is what differences say", ({ call, shapes, range }) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        expect(projectionError(call, shapes, range, seed)).toBeLessThan(1e-6);
      }),
      { numRuns: 8 },
    );
  });

  test.each(rows)("the gradient of $title is itself differentiated right", ({ call, shapes, range }) => {
    const slope: Call = (inputs) => {
      const fresh = inputs.map((x) => x);
      const output = call(fresh);
      const weights = random(output.shape, [0.5, 1], new Generator(5), false);
      const gradients = gradientsOf([sum(mul(output, weights))], fresh, [null], { createGraph: true });
      return gradients.reduce(
        (total: Tensor, gradient) => (gradient === null ? total : add(total, sum(mul(gradient, gradient)))),
        Tensor.scalar(0, "float64"),
      );
    };
    const probe = slope(shapes.map((shape) => random(shape, range, new Generator(3), true)));
    if (!probe.requires_grad) return;
    expect(projectionError(slope, shapes, range, 11)).toBeLessThan(1e-4);
  });
});

test("every op that has a gradient has samples to check it with, unless it is composed of lists or conditions", () => {
  const without = allOps
    .filter(({ op }) => op.gradient === "smooth" && op.samples.length === 0)
    .map(({ op }) => op.name);
  expect(without.sort()).toEqual(["bool", "cat", "double", "float", "long", "stack", "where"]);
});

test("broadcasting agrees with copying, for all shapes that broadcast", () => {
  const sizes = fc.array(fc.constantFrom(1, 2, 3), { maxLength: 3 });
  fc.assert(
    fc.property(
      sizes,
      fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      fc.integer({ min: 0, max: 3 }),
      (shape, ones, dropped) => {
        const other = shape.map((size, i) => (ones[i] ? 1 : size)).slice(Math.min(dropped, shape.length));
        const generator = new Generator(1);
        const [a, b] = [random(shape, [-1, 1], generator, false), random(other, [-1, 1], generator, false)];
        const [x, y, result] = [toContiguousData(a), toContiguousData(b), sub(a, b)];
        expect(result.shape).toEqual(shape);
        toContiguousData(result).forEach((value, index) => {
          let [rest, at, stride] = [index, 0, 1];
          for (let i = 1; i <= shape.length; i++) {
            const position = rest % shape[shape.length - i];
            rest = Math.floor(rest / shape[shape.length - i]);
            const size = other[other.length - i] ?? 1;
            at += (size === 1 ? 0 : position) * stride;
            stride *= size;
          }
          expect(value).toBe(x[index] - y[at]);
        });
      },
    ),
  );
});
