/** @file torch.optim as losses and scripts use it: the registry's optimisers as classes, and its schedulers. */
import { neg } from "../ops/pointwise/unary.ts";
import { EngineError } from "../tensor/errors.ts";
import { Tensor } from "../tensor/tensor.ts";
import { namedArguments } from "./arguments.ts";
import { lrScheduler } from "./lr-scheduler.ts";
import { type Memory, Optimizer, type Rule } from "./optimizer.ts";
import { type OptimizerName, optimizerNames, optimizerOf } from "./optimizers/index.ts";
import { invalidText, type Option, type Values } from "./option.ts";

/** What decides how PyTorch computes, and not what. */
const ways = ["foreach", "fused"];
/** What there is no counterpart for here. */
const unavailable = ["capturable", "differentiable"];

type Options = Record<string, unknown> & { lr: number };

const lrOption: Option = {
  kind: "number",
  name: "lr",
  about: "the step size",
  default: 0,
  min: 0,
  max: Number.POSITIVE_INFINITY,
  invalid: "learning rate",
};

/** Every option of a group, in PyTorch's order. */
function optionsOf(name: OptimizerName, args: readonly unknown[]): Options {
  const { options, lr: ordinary } = optimizerOf(name);
  const order = ["lr", ...options.map((option) => option.name)];
  const given = namedArguments(name, order, args, ["maximize", ...ways, ...unavailable]);
  const refusedFlag = unavailable.find((flag) => given[flag] === true);
  if (refusedFlag !== undefined)
    throw new EngineError({
      type: "TypeError",
      code: "argument",
      op: name,
      message: `${name}: takes no ${refusedFlag} steps here, got True`,
      hint: `Leave ${refusedFlag} out.`,
    });
  const lr = given.lr ?? ordinary;
  const values: Values = {
    ...Object.fromEntries(options.map((option) => [option.name, given[option.name] ?? option.default])),
    lr,
    maximize: given.maximize === true,
  };
  for (const option of [lrOption, ...options]) {
    const text = invalidText(option, values[option.name]);
    if (text !== null)
      throw new EngineError({
        type: "ValueError",
        code: "domain",
        op: name,
        message: `${name}: ${option.name} must not be ${option.kind === "betas" ? "outside of 0 to below 1" : "negative"}, got ${String(values[option.name])}`,
        pytorch: text,
      });
  }
  return { ...values, lr: Number(lr) };
}

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
  const options = Object.assign({ params: list }, optionsOf(name, args));
  return { options, optimizer: Optimizer.of(list, uphill(options, optimizerOf(name).ruleFor(name, options))) };
}

/** With `maximize` gradients count the other way. */
function uphill(options: Options, rule: Rule): Rule {
  return {
    ...rule,
    apply: (memory, value, gradient) => rule.apply(memory, value, options.maximize === true ? neg(gradient) : gradient),
  };
}

/** One of several groups of parameters, which may have options of its own. */
export interface ParameterGroup {
  readonly params: Tensor | Iterable<Tensor>;
  readonly [option: string]: unknown;
}

const isGroup = (value: unknown): value is ParameterGroup =>
  typeof value === "object" && value !== null && !Tensor.isTensor(value) && "params" in value;

const groupsOf = new WeakMap<object, readonly Group[]>();

/** What an optimiser remembers, group by group and parameter by parameter. */
export const memoriesOf = (made: object): readonly (readonly Memory[])[] =>
  (groupsOf.get(made) ?? []).map(({ optimizer }) => optimizer.memories);

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
      groupsOf.set(this, this.#groups);
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
function partedOptions(name: OptimizerName, own: Values) {
  const known = ["lr", "maximize", ...optimizerOf(name).options.map((option) => option.name)];
  const isKnown = ([key]: readonly [string, unknown]) => known.includes(key);
  const entries = Object.entries(own);
  return {
    known: Object.fromEntries(entries.filter(isKnown)),
    others: Object.fromEntries(entries.filter((entry) => !isKnown(entry))),
  };
}

export const optim: object = Object.freeze({
  ...Object.fromEntries(optimizerNames.map((name) => [name, optimizerClass(name)])),
  lr_scheduler: lrScheduler,
});
