/** @file Ops at their edges, as PyTorch has them: values and gradients that testdata/functions/record.py wrote down. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { backward } from "../autograd/backward.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { add, mul } from "./pointwise/arithmetic.ts";
import { sum } from "./reduction/reduction.ts";
import { registry } from "./registry.ts";

type Stored = number | "nan" | "inf" | "-inf";

interface StoredTensor {
  readonly shape: readonly number[];
  readonly data: readonly Stored[];
}

interface Case {
  readonly op: string;
  readonly inputs: readonly StoredTensor[];
  readonly args: readonly unknown[];
  readonly results: readonly StoredTensor[];
  readonly grads: readonly (readonly Stored[] | null)[] | null;
}

const { cases }: { readonly cases: readonly Case[] } = JSON.parse(
  readFileSync("engine/testdata/functions/values.json", "utf8"),
);

const numberOf = (value: Stored): number =>
  value === "nan"
    ? Number.NaN
    : value === "inf"
      ? Number.POSITIVE_INFINITY
      : value === "-inf"
        ? Number.NEGATIVE_INFINITY
        : value;

function leaf({ shape, data }: StoredTensor): Tensor {
  const tensor = Tensor.of(Float64Array.from(data, numberOf), shape, "float64");
  tensor.requires_grad = true;
  return tensor;
}

const shares = (values: readonly number[]): Tensor => Tensor.of(Float64Array.from(values), [values.length], "float64");

const places = (shape: readonly number[]): Tensor =>
  Tensor.of(
    Float64Array.from({ length: numelOf(shape) }, (_, i) => i + 1),
    shape,
    "float64",
  );

function expectClose(actual: ArrayLike<number>, expected: readonly Stored[]): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((stored, i) => {
    const value = numberOf(stored);
    if (Number.isFinite(value)) expect(Math.abs(actual[i] - value)).toBeLessThan(1e-12 * Math.max(1, Math.abs(value)));
    else expect(actual[i]).toBe(value);
  });
}

const titled = cases.map((each) => {
  const inputs = each.inputs.map(({ data }) => `[${data.slice(0, 6).join(", ")}]`).join(", ");
  return [`${each.op}(${[inputs, ...each.args.map((arg) => JSON.stringify(arg))].join(", ")})`, each] as const;
});

describe("as in PyTorch", () => {
  test.each(titled)("%s", (_title, { op, inputs, args, results, grads }) => {
    const found = registry.get(op);
    if (found === undefined) throw new Error(`no op ${op}`);
    const leaves = inputs.map(leaf);
    const variadic = found.op.params[0].kind === "tensors";
    const rest = args.map((arg) => (Array.isArray(arg) && op.endsWith("quantile") ? shares(arg) : arg));
    const returned: unknown = Reflect.apply(found.call, undefined, [...(variadic ? [leaves] : leaves), ...rest]);
    const made = (Array.isArray(returned) ? returned : [returned]).filter(Tensor.isTensor);
    expect(made.map(({ shape }) => [...shape])).toEqual(results.map(({ shape }) => [...shape]));
    made.forEach((tensor, i) => {
      expectClose(toContiguousData(tensor), results[i].data);
    });
    expect(made[0].requires_grad).toBe(grads !== null);
    if (grads === null) return;
    backward(made.map((tensor) => sum(mul(tensor, places(tensor.shape)))).reduce((a, b) => add(a, b)));
    leaves.forEach(({ grad }, i) => {
      const expected = grads[i];
      if (expected === null) expect(grad).toBeNull();
      else expectClose(grad === null ? [] : toContiguousData(grad), expected);
    });
  });
});
