/** @file Training runs: loss curves over 200 steps, gradients at the start, vector losses, rows of Jacobians. */
import { backward, gradientsOf } from "../autograd/backward.ts";
import { linear } from "../ops/blas/linear-algebra.ts";
import { relu } from "../ops/functional/activations.ts";
import { tanh } from "../ops/pointwise/trigonometry.ts";
import { mean } from "../ops/reduction/reduction.ts";
import { clip_grad_norm_ } from "../optim/clipping.ts";
import { Optimizer } from "../optim/optimizer.ts";
import { groupOf, isOptimizerSpec } from "../optim/optimizers/index.ts";
import { Scheduler } from "../optim/scheduler.ts";
import { isSchedulerSpec, scheduleOf } from "../optim/schedulers/index.ts";
import { allocate } from "../tensor/dtype.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { dataOf, Tensor } from "../tensor/tensor.ts";
import { conflictSummary, cosinesOf } from "../vector/conflict.ts";
import { gramianOf } from "../vector/gramian.ts";
import { invoke, load } from "./python.ts";
import { difference, type Numbers, numbersOf, type Precision, type StoredTensor, tensorOf } from "./stored.ts";
import { withDefault } from "./value-cases.ts";

interface Stored {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

export interface TrainingFile {
  readonly models: Readonly<Record<string, { readonly params: Readonly<Record<string, Stored>> }>>;
  readonly datasets: Readonly<
    Record<
      string,
      { readonly x: readonly number[][]; readonly y: readonly number[][]; readonly batches: readonly number[][] }
    >
  >;
}

export interface TrainingCase {
  readonly id: string;
  readonly section: "curves" | "step0" | "vector" | "jacobian";
  readonly model: string;
  readonly dataset: string;
  readonly program: string;
  readonly optimizer?: {
    readonly name: string;
    readonly kwargs: Record<string, unknown> & { readonly lr: number };
  };
  readonly batching?: "full" | "mini";
  readonly losses32?: readonly number[];
  readonly losses64?: readonly number[];
  /** The lr of each step, where a scheduler sets it. */
  readonly lrs?: readonly number[];
  readonly drift32?: { readonly "stable_steps_1e-3": number };
  readonly drift64?: { readonly "stable_steps_1e-8": number };
  readonly clip_grad_norm?: number;
  readonly scheduler?: { readonly name: string; readonly kwargs: object };
  readonly reduce?: "sum" | "mean" | "weights";
  readonly upstream?: StoredTensor | readonly number[] | null;
  readonly jacobian64?: StoredTensor;
  readonly grad_norms64?: StoredTensor;
  readonly cosine64?: StoredTensor;
  readonly summary64?: {
    readonly mean_off_diagonal_cosine: number;
    readonly min_cosine: number;
    readonly conflicting_pairs: number;
  };
  readonly param_order?: readonly string[];
  readonly [key: string]: unknown;
}

function parametersOf(file: TrainingFile, model: string, precision: Precision): Record<string, Tensor> {
  const found = Object.entries(file.models[model].params).map(([name, { shape, data }]) => {
    const tensor = column(data, shape, precision);
    tensor.requires_grad = true;
    return [name, tensor] as const;
  });
  return Object.fromEntries(found);
}

function column(values: readonly number[], shape: readonly number[], precision: Precision): Tensor {
  const data = allocate(precision, values.length);
  data.set(values);
  return Tensor.of(data, shape, precision);
}

function predict(model: string, p: Readonly<Record<string, Tensor>>, x: Tensor): Tensor {
  if (model === "linear") return linear(x, p["fc.weight"], p["fc.bias"]);
  const activation = model === "mlp_tanh" ? tanh : relu;
  const first = activation(linear(x, p["fc1.weight"], p["fc1.bias"]));
  return linear(activation(linear(first, p["fc2.weight"], p["fc2.bias"])), p["fc3.weight"], p["fc3.bias"]);
}

interface Bench {
  readonly parameters: Readonly<Record<string, Tensor>>;
  /** The loss of a step's batch, as the program returns it. */
  readonly loss: (step: number) => Tensor;
  readonly predictions: (step: number) => Tensor;
}

function bench(file: TrainingFile, given: TrainingCase, precision: Precision): Bench {
  const parameters = parametersOf(file, given.model, precision);
  const data = file.datasets[given.dataset];
  const { entry } = load(given.program, { entry: "forward" });
  const rowsOf = (step: number) => (given.batching === "mini" ? data.batches[step] : data.x.map((_, i) => i));
  const batch = (values: readonly number[][], step: number) => {
    const rows = rowsOf(step);
    return column(
      rows.map((row) => values[row][0]),
      [rows.length, 1],
      precision,
    );
  };
  const predictions = (step: number) => predict(given.model, parameters, batch(data.x, step));
  return {
    parameters,
    predictions,
    loss: (step) => {
      const value = invoke(entry, [predictions(step), batch(data.y, step)]);
      if (!Tensor.isTensor(value)) throw new Error("the loss is no tensor");
      return value;
    },
  };
}

function upstreamOf({ upstream }: TrainingCase, like: Tensor, precision: Precision): Tensor {
  if (upstream === null || upstream === undefined)
    return column(new Array<number>(dataOf(like).length).fill(1), like.shape, precision);
  if ("shape" in upstream) return tensorOf(upstream, precision);
  return column(upstream, like.shape, precision);
}

interface Trained {
  readonly losses: readonly number[];
  readonly lrs: readonly number[];
}

function train(file: TrainingFile, given: TrainingCase, precision: Precision): Trained {
  const { parameters, loss: lossOf } = bench(file, given, precision);
  const { name, kwargs } = given.optimizer ?? { name: "SGD", kwargs: { lr: 0 } };
  const { lr, ...options } = kwargs;
  const spec = { name, ...options };
  if (!isOptimizerSpec(spec)) throw new Error(`there is no optimiser ${JSON.stringify(spec)}`);
  const { group, rule } = groupOf(spec, lr);
  const scheduler = schedulerOf(given, group);
  const optimizer = Optimizer.of(Object.values(parameters), rule);
  const lrs: number[] = [];
  const losses = (given.losses64 ?? []).map((_, step) => {
    optimizer.zeroGrad();
    const loss = lossOf(step);
    if (given.section === "vector" && given.reduce !== "mean") backward(loss, upstreamOf(given, loss, precision));
    else backward(given.section === "vector" ? mean(loss) : loss);
    if (given.clip_grad_norm !== undefined) clip_grad_norm_(Object.values(parameters), given.clip_grad_norm);
    lrs.push(group.lr);
    optimizer.step();
    scheduler?.step();
    return Number(toContiguousData(given.section === "vector" ? mean(loss) : loss)[0]);
  });
  return { losses, lrs };
}

function schedulerOf({ scheduler, losses64 }: TrainingCase, group: { lr: number }): Scheduler | null {
  if (scheduler === undefined) return null;
  const spec = { name: scheduler.name, ...scheduler.kwargs };
  if (!isSchedulerSpec(spec)) throw new Error(`there is no scheduler ${JSON.stringify(spec)}`);
  const schedule = scheduleOf(spec, { lr: group.lr, steps: losses64?.length ?? 0 });
  return new Scheduler({ param_groups: [group] }, () => schedule);
}

/** Relative to the curve's own scale, as PyTorch's drift was measured. */
function worst(actual: readonly number[], expected: readonly number[], steps: number): number {
  const floor = 1e-3 * Math.abs(expected[0]);
  return Math.max(
    ...expected.slice(0, steps).map((value, i) => Math.abs(actual[i] - value) / Math.max(Math.abs(value), floor)),
  );
}

function curveProblem(file: TrainingFile, given: TrainingCase, precision: Precision): string | null {
  const is64 = precision === "float64";
  const expected = (is64 ? given.losses64 : given.losses32) ?? [];
  const steps = (is64 ? given.drift64?.["stable_steps_1e-8"] : given.drift32?.["stable_steps_1e-3"]) ?? expected.length;
  const { losses, lrs } = train(file, given, precision);
  const rates = difference(lrs, given.lrs ?? lrs, { rtol: 1e-9, atol: 1e-13 });
  if (rates !== null) return `lr ${rates}`;
  const error = worst(losses, expected, steps);
  const limit = is64 ? 1e-7 : 5e-3;
  return error <= limit ? null : `curve differs by ${error.toExponential(2)} within ${steps} steps`;
}

type Leaf = { readonly data: Numbers };

/** Loss, predictions and gradients at the initial parameters. */
function startProblem(file: TrainingFile, given: TrainingCase, precision: Precision): string | null {
  const { parameters, loss: lossOf, predictions } = bench(file, given, precision);
  const suffix = precision === "float64" ? "64" : "32";
  const tol = precision === "float64" ? { rtol: 1e-9, atol: 1e-12 } : { rtol: 1e-4, atol: 1e-5 };
  const flat = (value: unknown): Numbers => {
    if (typeof value === "number" || typeof value === "string") return [value];
    if (Array.isArray(value)) return value.flat(Number.POSITIVE_INFINITY) as Numbers;
    return typeof value === "object" && value !== null && "data" in value ? flat(value.data) : [];
  };
  const loss = lossOf(0);
  const checks: [string, ArrayLike<number>, unknown][] = [
    ["loss", numbersOf(loss), given[`loss${suffix}`]],
    ["predictions", numbersOf(predictions(0)), given[`predictions${suffix}`]],
  ];
  const names = Object.keys(parameters);
  const grads = gradientsOf([loss], Object.values(parameters), [null]);
  const stored = given[`grads${suffix}`] as Readonly<Record<string, Leaf>> | undefined;
  names.forEach((name, i) => {
    const gradient = grads[i];
    if (stored !== undefined && gradient !== null)
      checks.push([`gradient of ${name}`, numbersOf(gradient), stored[name]]);
  });
  if (stored === undefined) return "has no stored gradients";
  for (const [what, actual, expected] of checks) {
    if (expected === undefined) continue;
    const problem = difference(actual, flat(expected), tol);
    if (problem !== null) return `${what} ${problem}`;
  }
  return null;
}

/** One row for each component of the loss, and the angles between the rows. */
function jacobianProblem(file: TrainingFile, given: TrainingCase): string | null {
  const { parameters, loss: lossOf } = bench(file, given, "float64");
  const order = given.param_order ?? Object.keys(parameters);
  const loss = lossOf(0);
  const rows: number[] = [];
  for (let i = 0; i < dataOf(loss).length; i++) {
    const unit = Tensor.zeros(loss.shape, "float64");
    dataOf(unit)[i] = 1;
    const grads = gradientsOf(
      [loss],
      order.map((name) => parameters[name]),
      [unit],
      { retainGraph: true },
    );
    for (const gradient of grads) if (gradient !== null) rows.push(...Array.from(numbersOf(gradient)));
  }
  const m = dataOf(loss).length;
  const gramian = gramianOf(Float64Array.from(rows), m, rows.length / m);
  const { meanCosine, leastCosine, conflicting } = conflictSummary(gramian, m);
  const lengths = Array.from({ length: m }, (_, i) => Math.sqrt(gramian[i * m + i]));
  const { jacobian64, grad_norms64, cosine64, summary64: summary } = given;
  const checks: [string, ArrayLike<number>, Numbers | undefined][] = [
    ["jacobian", rows, jacobian64?.data],
    ["gradient norms", lengths, grad_norms64?.data],
    ["cosines", cosinesOf(gramian, m), cosine64?.data],
    [
      "summary",
      [meanCosine, leastCosine, conflicting],
      summary && [summary.mean_off_diagonal_cosine, summary.min_cosine, summary.conflicting_pairs],
    ],
  ];
  for (const [what, actual, expected] of checks) {
    const problem = difference(actual, expected ?? [], { rtol: 1e-9, atol: 1e-11 });
    if (problem !== null) return `${what} ${problem}`;
  }
  return null;
}

export function trainingProblem(file: TrainingFile, given: TrainingCase, precision: Precision): string | null {
  return withDefault(precision, () => {
    if (given.section === "curves" || given.section === "vector") return curveProblem(file, given, precision);
    if (given.section === "step0") return startProblem(file, given, precision);
    return jacobianProblem(file, given);
  });
}
