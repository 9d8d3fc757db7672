/** @file torch.optim as losses and scripts use it: optimisers by class, schedulers that change their lr, clipping of gradients. */
import { EngineError } from "../tensor/errors.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { Optimizer } from "./optimizer.ts";
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
      code: "reduction",
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
      code: "reduction",
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

/** Parameters that share their options. */
interface Group {
  readonly options: Options & { params: readonly Tensor[] };
  readonly optimizer: Optimizer;
}

const nonLeaf = (name: string) =>
  new EngineError({
    code: "reduction",
    op: name,
    message: `${name}: takes leaves, got a tensor that was computed`,
    hint: "Give it what you made with requires_grad=True or nn.Parameter.",
    pytorch: "can't optimize a non-leaf Tensor",
  });

function groupOf(name: OptimizerName, parameters: Iterable<unknown>, args: readonly unknown[]): Group {
  const list = [...parameters].map((each) => {
    if (Tensor.isTensor(each)) return each;
    throw new EngineError({
      code: "argument",
      op: name,
      message: `${name}: takes tensors`,
      pytorch: `optimizer can only optimize Tensors, but one of the params is ${typeof each}`,
    });
  });
  if (list.some((each) => !each.is_leaf)) throw nonLeaf(name);
  const options = Object.assign(optionsOf(name, args), { params: list });
  return { options, optimizer: Optimizer.of(list, rules[name].rule(options)) };
}

/** One of several groups of parameters, which may have options of its own. */
export interface ParameterGroup {
  readonly params: Tensor | Iterable<Tensor>;
  readonly [option: string]: unknown;
}

const isGroup = (value: unknown): value is ParameterGroup =>
  typeof value === "object" && value !== null && !Tensor.isTensor(value) && "params" in value;

function optimizerClass(name: OptimizerName) {
  const made = class {
    readonly param_groups: Group["options"][] = [];
    readonly #groups: Group[] = [];
    readonly #args: readonly unknown[];

    constructor(parameters: Iterable<Tensor | ParameterGroup>, ...args: readonly unknown[]) {
      if (Tensor.isTensor(parameters))
        throw new EngineError({
          code: "argument",
          op: name,
          message: `${name}: takes a list of tensors, got one tensor`,
          hint: "Put it into a list.",
          pytorch:
            "params argument given to the optimizer should be an iterable of Tensors or dicts, but got torch.FloatTensor",
        });
      this.#args = args;
      const list = [...parameters];
      if (list.length === 0)
        throw new EngineError({
          code: "reduction",
          op: name,
          message: `${name}: got no parameters`,
          pytorch: "optimizer got an empty parameter list",
        });
      if (list.some(isGroup)) for (const group of list.filter(isGroup)) this.add_param_group(group);
      else this.add_param_group({ params: list.filter((each) => Tensor.isTensor(each)) });
    }

    add_param_group(group: ParameterGroup): void {
      const { params, ...own } = group;
      const parameters = Tensor.isTensor(params) ? [params] : [...params];
      const { known, others } = partedOptions(name, own);
      const made = groupOf(name, parameters, [...this.#args, known]);
      Object.assign(made.options, others);
      this.#groups.push(made);
      this.param_groups.push(made.options);
    }

    step(): void {
      for (const { optimizer } of this.#groups) optimizer.step();
    }

    zero_grad(): void {
      for (const { optimizer } of this.#groups) optimizer.zeroGrad();
    }
  };
  Object.defineProperty(made, "name", { value: name });
  return made;
}

/** What a group says of the rule, and what else it holds, such as its name. */
function partedOptions(name: OptimizerName, own: Readonly<Record<string, unknown>>) {
  const isKnown = ([key]: readonly [string, unknown]) => rules[name].order.some((each) => each === key);
  const entries = Object.entries(own);
  return {
    known: Object.fromEntries(entries.filter(isKnown)),
    others: Object.fromEntries(entries.filter((entry) => !isKnown(entry))),
  };
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

/** What the user's own function makes of the epoch. */
function lambdaClass(name: string, next: (lr: number, base: number, factor: number, epoch: number) => number) {
  const made = class {
    readonly #optimizer: Scheduled;
    readonly #bases: readonly number[];
    readonly #factors: readonly ((epoch: number) => unknown)[];
    last_epoch = 0;

    constructor(
      optimizer: Scheduled,
      factor: ((epoch: number) => unknown) | readonly ((epoch: number) => unknown)[] | LambdaOptions,
    ) {
      this.#optimizer = optimizer;
      const given = typeof factor === "object" && "lr_lambda" in factor ? factor.lr_lambda : factor;
      this.#factors =
        typeof given === "function" ? optimizer.param_groups.map(() => given) : Array.isArray(given) ? given : [];
      this.#bases = optimizer.param_groups.map(({ lr }) => lr);
      this.#apply(0);
    }

    #apply(epoch: number): void {
      this.#optimizer.param_groups.forEach((group, i) => {
        group.lr = next(
          group.lr,
          this.#bases[i],
          epoch === 0 && name === "MultiplicativeLR" ? 1 : Number(this.#factors[i](epoch)),
          epoch,
        );
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

interface LambdaOptions {
  readonly lr_lambda: ((epoch: number) => unknown) | readonly ((epoch: number) => unknown)[];
}

export const LambdaLR = lambdaClass("LambdaLR", (_lr, base, factor) => base * factor);
export const MultiplicativeLR = lambdaClass("MultiplicativeLR", (lr, _base, factor) => lr * factor);

export const optim: object = Object.freeze({
  SGD: optimizerClass("SGD"),
  Adam: optimizerClass("Adam"),
  AdamW: optimizerClass("AdamW"),
  RMSprop: optimizerClass("RMSprop"),
  Adagrad: optimizerClass("Adagrad"),
  lr_scheduler: Object.freeze({ StepLR, ExponentialLR, CosineAnnealingLR, LinearLR, LambdaLR, MultiplicativeLR }),
});
