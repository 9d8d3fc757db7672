import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { backward } from "../autograd/backward.ts";
import { relu } from "../ops/activations.ts";
import { div, mul, sub } from "../ops/arithmetic.ts";
import { linear } from "../ops/linear-algebra.ts";
import { huber_loss, mse_loss } from "../ops/losses.ts";
import { mean, sum } from "../ops/reduction.ts";
import { tanh } from "../ops/trigonometry.ts";
import { abs, exp, neg } from "../ops/unary.ts";
import { Optimizer } from "../optim/optimizer.ts";
import { adagrad, adam, adamW, rmsProp, sgd } from "../optim/rules.ts";
import { CosineAnnealingLR, clip_grad_norm_, ExponentialLR, StepLR } from "../optim/torch-optim.ts";
import { allocate, type DType } from "../tensor/dtype.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";

interface Curve {
  readonly id: string;
  readonly section: string;
  readonly model: string;
  readonly dataset: string;
  readonly loss: string;
  readonly optimizer: { readonly name: string; readonly kwargs: Record<string, unknown> & { readonly lr: number } };
  readonly batching: "full" | "mini";
  readonly losses32: readonly number[];
  readonly losses64: readonly number[];
  readonly drift32: { readonly "stable_steps_1e-3": number };
  readonly drift64: { readonly "stable_steps_1e-8": number };
  readonly clip_grad_norm?: number;
  readonly scheduler?: { readonly name: keyof typeof schedulers; readonly kwargs: object };
}

interface Stored {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

interface File {
  readonly models: Record<string, { readonly params: Record<string, Stored> }>;
  readonly datasets: Record<
    string,
    { readonly x: readonly number[][]; readonly y: readonly number[][]; readonly batches: readonly number[][] }
  >;
  readonly cases: readonly Curve[];
}

const file = JSON.parse(readFileSync("engine/testdata/pytorch/training_curves.json", "utf8")) as File;

const losses: Record<string, (p: Tensor, t: Tensor) => Tensor> = {
  a: (p, t) => mean(abs(sub(p, t))),
  c: (p, t) => {
    const diff = sub(p, t);
    return div(sum(mul(mul(diff, diff), exp(neg(abs(diff))))), numelOf(p.shape));
  },
  huber: (p, t) => huber_loss(p, t),
  mse: (p, t) => mse_loss(p, t),
};

const rules: Record<string, typeof sgd | typeof adam | typeof rmsProp | typeof adagrad> = {
  SGD: sgd,
  Adam: adam,
  AdamW: adamW,
  RMSprop: rmsProp,
  Adagrad: adagrad,
};
const schedulers = { StepLR, ExponentialLR, CosineAnnealingLR };

function tensorOf(shape: readonly number[], values: readonly number[], dtype: DType): Tensor {
  const data = allocate(dtype, values.length);
  data.set(values);
  return Tensor.of(data, shape, dtype);
}

function predict(model: string, p: Record<string, Tensor>, x: Tensor): Tensor {
  if (model === "linear") return linear(x, p["fc.weight"], p["fc.bias"]);
  const activation = model === "mlp_tanh" ? tanh : relu;
  const first = activation(linear(x, p["fc1.weight"], p["fc1.bias"]));
  return linear(activation(linear(first, p["fc2.weight"], p["fc2.bias"])), p["fc3.weight"], p["fc3.bias"]);
}

function train(curve: Curve, dtype: DType): number[] {
  const stored = file.models[curve.model].params;
  const parameters = Object.fromEntries(
    Object.entries(stored).map(([name, { shape, data }]) => [name, tensorOf(shape, data, dtype)]),
  );
  for (const tensor of Object.values(parameters)) tensor.requires_grad = true;
  const data = file.datasets[curve.dataset];
  const rule = rules[curve.optimizer.name];
  const group = { ...curve.optimizer.kwargs };
  const optimizer = new Optimizer(Object.values(parameters), rule(group));
  const scheduler =
    curve.scheduler === undefined
      ? null
      : new schedulers[curve.scheduler.name]({ param_groups: [group] }, curve.scheduler.kwargs);
  return curve.losses64.map((_, step) => {
    const rows = curve.batching === "full" ? data.x.map((_row, i) => i) : data.batches[step];
    const column = (values: readonly number[][]) =>
      tensorOf(
        [rows.length, 1],
        rows.map((row) => values[row][0]),
        dtype,
      );
    optimizer.zeroGrad();
    const loss = losses[curve.loss](predict(curve.model, parameters, column(data.x)), column(data.y));
    backward(loss);
    if (curve.clip_grad_norm !== undefined) clip_grad_norm_(Object.values(parameters), curve.clip_grad_norm);
    optimizer.step();
    scheduler?.step();
    return Number(toContiguousData(loss)[0]);
  });
}

/** Relative to the curve's own scale, as PyTorch's drift was measured. */
function worst(actual: readonly number[], expected: readonly number[], steps: number): number {
  const floor = 1e-3 * Math.abs(expected[0]);
  return Math.max(
    ...expected.slice(0, steps).map((value, i) => Math.abs(actual[i] - value) / Math.max(Math.abs(value), floor)),
  );
}

const known = file.cases.filter(({ section }) => section === "curves");

test("there are curves of every model, loss and optimiser", () => {
  expect(known.length).toBe(153);
});

test.each(known.map((curve) => [curve.id, curve] as const))("%s follows PyTorch's curve in float32", (_id, curve) => {
  expect(worst(train(curve, "float32"), curve.losses32, curve.drift32["stable_steps_1e-3"])).toBeLessThan(5e-3);
});

test.each(known.map((curve) => [curve.id, curve] as const))("%s follows PyTorch's curve in float64", (_id, curve) => {
  expect(worst(train(curve, "float64"), curve.losses64, curve.drift64["stable_steps_1e-8"])).toBeLessThan(1e-7);
});
