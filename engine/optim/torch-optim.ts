/** @file torch.optim as losses and scripts use it: optimisers by class, schedulers that change their lr, clipping of gradients. */
import { EngineError } from "../tensor/errors.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { Optimizer, type Rule } from "./optimizer.ts";
import { adagrad, adam, adamW, rmsProp, sgd } from "./rules.ts";

type Options = Record<string, unknown> & { lr: number };

/** What schedulers know of an optimiser. */
export interface Scheduled {
  readonly param_groups: readonly { lr: number }[];
}

const rules = {
  SGD: { rule: (o: Options) => sgd(o), order: ["lr", "momentum", "dampening", "weight_decay", "nesterov"], lr: null },
  Adam: { rule: (o: Options) => adam(o), order: ["lr", "betas", "eps", "weight_decay", "amsgrad"], lr: 1e-3 },
  AdamW: { rule: (o: Options) => adamW(o), order: ["lr", "betas", "eps", "weight_decay", "amsgrad"], lr: 1e-3 },
  RMSprop: {
    rule: (o: Options) => rmsProp(o),
    order: ["lr", "alpha", "eps", "weight_decay", "momentum", "centered"],
    lr: 1e-2,
  },
  Adagrad: {
    rule: (o: Options) => adagrad(o),
    order: ["lr", "lr_decay", "weight_decay", "initial_accumulator_value", "eps"],
    lr: 1e-2,
  },
} as const;

export type OptimizerName = keyof typeof rules;

/** Arguments after the parameters, by position and by keyword. */
function optionsOf(name: OptimizerName, args: readonly unknown[]): Options {
  const { order, lr } = rules[name];
  const options: Record<string, unknown> = {};
  args.forEach((value, i) => {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) Object.assign(options, value);
    else if (i < order.length) options[order[i]] = value;
  });
  const plain = Object.fromEntries(Object.entries(options).map(([key, value]) => [key, numberOf(value)]));
  const rate = plain.lr ?? lr;
  if (rate === null)
    throw new EngineError({
      code: "argument",
      op: name,
      message: `${name}: needs lr, the step size`,
      pytorch: "parameter group didn't specify a value of required optimization parameter lr",
    });
  const unknown = Object.keys(plain).find(
    (key) =>
      !order.some((known) => known === key) &&
      !["maximize", "foreach", "capturable", "differentiable", "fused"].includes(key),
  );
  if (unknown !== undefined)
    throw new EngineError({
      code: "argument",
      op: name,
      message: `${name}: has no option ${unknown}`,
      hint: `It takes ${order.join(", ")}.`,
      pytorch: `__init__() got an unexpected keyword argument '${unknown}'`,
    });
  if (!(typeof rate === "number" && rate >= 0))
    throw new EngineError({
      code: "domain",
      op: name,
      message: `${name}: lr must not be negative, got ${String(rate)}`,
      pytorch: `Invalid learning rate: ${String(rate)}`,
    });
  return { ...plain, lr: rate };
}

const numberOf = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(numberOf)
    : typeof value === "object" && value !== null && !Tensor.isTensor(value)
      ? Number(value)
      : value;

function optimizerClass(name: OptimizerName) {
  const made = class {
    readonly param_groups: readonly Options[];
    readonly #optimizer: Optimizer;

    constructor(parameters: Iterable<Tensor>, ...args: readonly unknown[]) {
      const list = [...parameters];
      if (list.length === 0)
        throw new EngineError({
          code: "argument",
          op: name,
          message: `${name}: got no parameters`,
          pytorch: "optimizer got an empty parameter list",
        });
      const options = optionsOf(name, args);
      this.param_groups = [options];
      const rule: Rule = rules[name].rule(options);
      this.#optimizer = Optimizer.of(list, rule);
    }

    step(): void {
      this.#optimizer.step();
    }

    zero_grad(): void {
      this.#optimizer.zeroGrad();
    }
  };
  Object.defineProperty(made, "name", { value: name });
  return made;
}

/** Each scheduler works out the next lr from the last one, as PyTorch's chainable forms do. */
function schedulerClass(
  name: string,
  order: readonly string[],
  next: (lr: number, base: number, epoch: number, o: Record<string, number>) => number,
  defaults: Readonly<Record<string, number>> = {},
) {
  const made = class {
    readonly #optimizer: Scheduled;
    readonly #bases: readonly number[];
    readonly #options: Record<string, number>;
    last_epoch = 0;

    constructor(optimizer: Scheduled, ...args: readonly unknown[]) {
      this.#optimizer = optimizer;
      this.#bases = optimizer.param_groups.map(({ lr }) => lr);
      this.#options = { ...defaults };
      args.forEach((value, i) => {
        if (
          typeof value === "object" &&
          value !== null &&
          Object.getPrototypeOf(value) !== Object.getPrototypeOf(Number)
        )
          Object.assign(this.#options, value);
        else if (i < order.length) this.#options[order[i]] = Number(value);
      });
      this.#apply(0);
    }

    #apply(epoch: number): void {
      this.#optimizer.param_groups.forEach((group, i) => {
        group.lr = next(group.lr, this.#bases[i], epoch, this.#options);
      });
    }

    step(): void {
      this.last_epoch++;
      this.#apply(this.last_epoch);
    }

    get_last_lr(): number[] {
      return this.#optimizer.param_groups.map(({ lr }) => lr);
    }
  };
  Object.defineProperty(made, "name", { value: name });
  return made;
}

export const StepLR = schedulerClass(
  "StepLR",
  ["step_size", "gamma"],
  (lr, _base, epoch, o) => (epoch > 0 && epoch % o.step_size === 0 ? lr * o.gamma : lr),
  { gamma: 0.1 },
);

export const ExponentialLR = schedulerClass("ExponentialLR", ["gamma"], (lr, _base, epoch, o) =>
  epoch === 0 ? lr : lr * o.gamma,
);

export const CosineAnnealingLR = schedulerClass(
  "CosineAnnealingLR",
  ["T_max", "eta_min"],
  (lr, base, epoch, { T_max, eta_min }) => {
    if (epoch === 0) return lr;
    if ((epoch - 1 - T_max) % (2 * T_max) === 0) return lr + ((base - eta_min) * (1 - Math.cos(Math.PI / T_max))) / 2;
    return (
      ((1 + Math.cos((Math.PI * epoch) / T_max)) / (1 + Math.cos((Math.PI * (epoch - 1)) / T_max))) * (lr - eta_min) +
      eta_min
    );
  },
  { eta_min: 0 },
);

export const LinearLR = schedulerClass(
  "LinearLR",
  ["start_factor", "end_factor", "total_iters"],
  (lr, _base, epoch, { start_factor: from, end_factor: to, total_iters: total }) => {
    if (epoch === 0) return lr * from;
    return epoch > total ? lr : lr * (1 + (to - from) / (total * from + (epoch - 1) * (to - from)));
  },
  { start_factor: 1 / 3, end_factor: 1, total_iters: 5 },
);

/** Scales the gradients so that their common norm is at most `maxNorm`; the norm before is returned. */
export function clip_grad_norm_(parameters: Tensor | Iterable<Tensor>, maxNorm: number, normType = 2): Tensor {
  const grads = (Tensor.isTensor(parameters) ? [parameters] : [...parameters]).flatMap(({ grad }) =>
    grad === null ? [] : [grad],
  );
  const norms = grads.map((grad) => normOf(toContiguousData(grad), normType));
  const total = normOf(norms, normType);
  const factor = Math.min(1, maxNorm / (total + 1e-6));
  for (const grad of grads) for (let i = 0; i < grad.data.length; i++) grad.data[i] *= factor;
  return Tensor.scalar(total, grads[0]?.dtype ?? "float32");
}

export function clip_grad_value_(parameters: Tensor | Iterable<Tensor>, limit: number): void {
  for (const { grad } of Tensor.isTensor(parameters) ? [parameters] : parameters) {
    if (grad !== null)
      for (let i = 0; i < grad.data.length; i++) grad.data[i] = Math.min(Math.max(grad.data[i], -limit), limit);
  }
}

function normOf(values: ArrayLike<number>, p: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]);
    sum = p === Number.POSITIVE_INFINITY ? Math.max(sum, size) : sum + size ** p;
  }
  return p === Number.POSITIVE_INFINITY ? sum : sum ** (1 / p);
}

export const optim: object = Object.freeze({
  SGD: optimizerClass("SGD"),
  Adam: optimizerClass("Adam"),
  AdamW: optimizerClass("AdamW"),
  RMSprop: optimizerClass("RMSprop"),
  Adagrad: optimizerClass("Adagrad"),
  lr_scheduler: Object.freeze({ StepLR, ExponentialLR, CosineAnnealingLR, LinearLR }),
});
