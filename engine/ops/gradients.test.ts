import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gradientsOf } from "../autograd/backward.ts";
import { Generator } from "../random/generator.ts";
import { numelOf, type Shape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { dataOf, Tensor } from "../tensor/tensor.ts";
import { allOps } from "../torch.ts";
import { clone } from "./convert.ts";
import { gradientCases } from "./gradient-cases.ts";
import { setitem } from "./in-place.ts";
import { getitem, index_put } from "./indexing/indexing.ts";
import { reshape, transpose } from "./indexing/movement.ts";
import { add, mul, sub } from "./pointwise/arithmetic.ts";
import { mean, sum } from "./reduction/reduction.ts";
import { registry } from "./registry.ts";

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

/** Ops of which PyTorch has no second derivative. */
const refusesTwice: ReadonlySet<string> = new Set(["hardsigmoid", "ctc_loss"]);

const sampled = allOps.flatMap(({ op, call }) =>
  op.gradient === "smooth"
    ? op.samples.map((sample, i) => ({
        title: `${op.name}, sample ${i}`,
        op: op.name,
        call: (inputs: readonly Tensor[]) =>
          Reflect.apply(call, undefined, [...inputs, ...(sample.args ?? [])]) as Tensor,
        shapes: sample.shapes,
        range: sample.range ?? ([-2, 2] as const),
      }))
    : [],
);

const rows = [
  ...sampled,
  ...gradientCases.map(({ op, shapes, range, call }, i) => ({
    title: `${op}, case ${i}`,
    op,
    call: (inputs: readonly Tensor[]) => call(inputs) as Tensor,
    shapes,
    range: range ?? ([-2, 2] as const),
  })),
];

describe("the gradient of", () => {
  test.each(rows)("$title is what differences say", ({ call, shapes, range }) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        expect(projectionError(call, shapes, range, seed)).toBeLessThan(1e-6);
      }),
      { numRuns: 8 },
    );
  });

  test.each(rows)("the gradient of $title is itself differentiated right", ({ op, call, shapes, range }) => {
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
    if (refusesTwice.has(op)) expect(() => projectionError(slope, shapes, range, 11)).toThrow("has no derivative");
    else expect(projectionError(slope, shapes, range, 11)).toBeLessThan(1e-4);
  });
});

test("every op that has a gradient is checked, unless it only changes the dtype", () => {
  const checked = new Set(gradientCases.map(({ op }) => op));
  const without = [...registry.values()]
    .filter(({ op }) => op.gradient === "smooth" && op.samples.length === 0 && !checked.has(op.name))
    .filter(({ call }) => ![...registry.values()].some((other) => other.call === call && checked.has(other.op.name)))
    .map(({ op }) => op.name);
  expect(without.sort()).toEqual(["bool", "cpu", "double", "float", "int", "long", "type", "type_as"]);
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

describe("views", () => {
  const shape = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 });
  const bound = fc.option(fc.integer({ min: -5, max: 5 }), { nil: null });
  const slice = fc.record({
    start: bound,
    stop: bound,
    step: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  });

  test("hold what copies hold, whatever is sliced, transposed and sliced again", () => {
    fc.assert(
      fc.property(shape, fc.array(slice, { minLength: 1, maxLength: 3 }), slice, (sizes, slices, again) => {
        const x = random(sizes, [-1, 1], new Generator(2), false);
        const index = slices.slice(0, sizes.length);
        const view = getitem(x, index);
        const copy = getitem(clone(x), index);
        const turned = (y: Tensor) => getitem(transpose(y, 0, -1), [again]);
        expect([...toContiguousData(turned(view))]).toEqual([...toContiguousData(turned(clone(copy)))]);
        expect([...toContiguousData(reshape(turned(view), [-1]))]).toEqual([...toContiguousData(turned(copy))]);
      }),
    );
  });

  test("share their elements: what is written to a view is in its base, and in no other place", () => {
    fc.assert(
      fc.property(shape, fc.array(slice, { minLength: 1, maxLength: 3 }), (sizes, slices) => {
        const x = random(sizes, [-1, 1], new Generator(3), false);
        const index = slices.slice(0, sizes.length);
        const expected = index_put(x, index, 7);
        setitem(x, index, 7);
        expect([...toContiguousData(x)]).toEqual([...toContiguousData(expected)]);
      }),
    );
  });
});

describe("sums and means", () => {
  const numbers = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 40 });
  const vector = (values: readonly number[]) => Tensor.of(Float64Array.from(values), [values.length], "float64");

  test("do not depend on the order, but for rounding", () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const [a, b] = [sum(vector(values)), sum(vector([...values].reverse()))].map((x) => Number(dataOf(x)[0]));
        expect(Math.abs(a - b)).toBeLessThan(1e-9);
      }),
    );
  });

  test("are linear", () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: -10, max: 10, noNaN: true }), (values, factor) => {
        const x = vector(values);
        for (const reduce of [sum, mean]) {
          const [whole, parts] = [reduce(mul(x, factor)), mul(reduce(x), factor)].map((y) => Number(dataOf(y)[0]));
          expect(Math.abs(whole - parts)).toBeLessThan(1e-8);
        }
      }),
    );
  });

  test("of extremes of float32 are exact where the result is representable", () => {
    const of = (...values: number[]) =>
      Number(dataOf(sum(Tensor.of(Float32Array.from(values), [values.length], "float32")))[0]);
    expect(of(1e30, 1, -1e30)).toBe(0);
    expect(of(1e-30, 1e-30)).toBe(Math.fround(Math.fround(1e-30) * 2));
    expect(of(Number.POSITIVE_INFINITY, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(of(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)).toBeNaN();
    expect(of()).toBe(0);
  });
});
