/** @file torch.optim as losses and scripts use it: optimisers by class, and its schedulers. */
import { EngineError } from "../tensor/errors.ts";
import { Tensor } from "../tensor/tensor.ts";
import { Optimizer } from "./optimizer.ts";
import { adagrad, adam, adamW, rmsProp, sgd } from "./rules.ts";
import { CosineAnnealingLR, ExponentialLR, LambdaLR, LinearLR, MultiplicativeLR, StepLR } from "./schedulers.ts";

type Options = Record<string, unknown> & { lr: number };

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
      type: "ValueError",
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
      type: "TypeError",
      code: "argument",
      op: name,
      message: `${name}: has no option ${unknown}`,
      hint: `It takes ${order.join(", ")}.`,
      pytorch: `__init__() got an unexpected keyword argument '${unknown}'`,
    });
  if (!(typeof rate === "number" && rate >= 0))
    throw new EngineError({
      type: "ValueError",
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

/** Parameters that share their options. */
interface Group {
  readonly options: Options & { params: readonly Tensor[] };
  readonly optimizer: Optimizer;
}

const nonLeaf = (name: string) =>
  new EngineError({
    type: "ValueError",
    code: "leaf",
    op: name,
    message: `${name}: takes leaves, got a tensor that was computed`,
    hint: "Give it what you made with requires_grad=True or nn.Parameter.",
    pytorch: "can't optimize a non-leaf Tensor",
  });

function groupOf(name: OptimizerName, parameters: Iterable<unknown>, args: readonly unknown[]): Group {
  const list = [...parameters].map((each) => {
    if (Tensor.isTensor(each)) return each;
    throw new EngineError({
      type: "TypeError",
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
          type: "TypeError",
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
          type: "ValueError",
          code: "empty",
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

export const optim: object = Object.freeze({
  SGD: optimizerClass("SGD"),
  Adam: optimizerClass("Adam"),
  AdamW: optimizerClass("AdamW"),
  RMSprop: optimizerClass("RMSprop"),
  Adagrad: optimizerClass("Adagrad"),
  lr_scheduler: Object.freeze({ StepLR, ExponentialLR, CosineAnnealingLR, LinearLR, LambdaLR, MultiplicativeLR }),
});
