/** @file An optimiser's groups of options as Python knows them, as dicts: what is written there, the rule reads; and the options of schedulers. */
import type { OptimizerName } from "../../../optim/optimizers/index.ts";
import { Float } from "../../../tensor/dtype.ts";
import { dataOf, Tensor } from "../../../tensor/tensor.ts";
import { Dict } from "./dicts.ts";
import { exception } from "./exceptions.ts";
import { float } from "./floats.ts";
import { Tuple } from "./sequences.ts";

/** A group's keys in PyTorch's order, which is not everywhere that of the constructor. */
const keysOf: Readonly<Record<OptimizerName, string>> = {
  SGD: "params lr momentum dampening weight_decay nesterov maximize foreach differentiable fused",
  Adam: "params lr betas eps weight_decay amsgrad maximize foreach capturable differentiable fused decoupled_weight_decay",
  AdamW:
    "params lr betas eps weight_decay amsgrad maximize foreach capturable differentiable fused decoupled_weight_decay",
  NAdam:
    "params lr betas eps weight_decay momentum_decay decoupled_weight_decay maximize foreach capturable differentiable",
  RMSprop: "params lr momentum alpha eps centered weight_decay capturable foreach maximize differentiable",
  Adagrad: "params lr lr_decay eps weight_decay initial_accumulator_value foreach maximize differentiable fused",
};

/** What PyTorch's groups hold and no rule here reads. */
const fixed: Readonly<Record<string, unknown>> = {
  foreach: null,
  fused: null,
  capturable: false,
  differentiable: false,
};

/** What a rule reads of a value: of numbers, those without a type. */
function plain(value: unknown): unknown {
  if (value instanceof Float) return value.value;
  if (Tensor.isTensor(value)) return dataOf(value)[value.offset];
  return Array.isArray(value) ? value.map(plain) : value;
}

const isSame = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((each, i) => each === b[i]) : a === b;

/** What a scheduler wrote is a float. */
const written = (value: unknown): unknown =>
  typeof value === "number" ? float(value) : Array.isArray(value) ? Tuple.make(value.map(written)) : value;

export class ParamGroup extends Dict {
  readonly #options: object;

  constructor(options: object, entries: Iterable<readonly [string, unknown]>) {
    super();
    this.#options = options;
    for (const [key, value] of entries) super.set(key, value);
  }

  override get(key: unknown): unknown {
    const known = super.get(key);
    if (typeof key !== "string" || key === "params" || !Object.hasOwn(this.#options, key)) return known;
    const now: unknown = Reflect.get(this.#options, key);
    if (isSame(plain(known), now)) return known;
    super.set(key, written(now));
    return super.get(key);
  }

  override set(key: unknown, value: unknown): void {
    if (key === "params")
      throw exception("NotImplementedError", "a group keeps its params here: use add_param_group for others");
    if (typeof key === "string" && Object.hasOwn(fixed, key) && value !== super.get(key))
      throw exception("NotImplementedError", `${key} cannot be changed here: leave it as it is`);
    super.set(key, value);
    if (typeof key === "string" && Object.hasOwn(this.#options, key)) Reflect.set(this.#options, key, plain(value));
  }

  override values(): unknown[] {
    return this.keys().map((key) => this.get(key));
  }

  override entries(): [unknown, unknown][] {
    return this.keys().map((key) => [key, this.get(key)]);
  }
}

interface Known {
  readonly name: OptimizerName;
  /** As the constructor got them, with their types. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly groups: ParamGroup[];
  readonly defaults: Dict;
}

const optimizers = new WeakMap<object, Known>();

const groupsIn = (optimizer: object): readonly object[] => {
  const groups: unknown = Reflect.get(optimizer, "param_groups");
  return Array.isArray(groups) ? groups.filter((group): group is object => typeof group === "object") : [];
};

/** The entries of the engine's group `options`: what was given as it was given, PyTorch's defaults as they are. */
function entriesOf(
  name: OptimizerName,
  options: object,
  given: Readonly<Record<string, unknown>>,
): (readonly [string, unknown])[] {
  const order = keysOf[name].split(" ");
  const own = Object.keys(options).filter((key) => !order.includes(key));
  return [...order, ...own].map((key): readonly [string, unknown] => {
    const value: unknown = Reflect.get(options, key);
    if (key === "params") return [key, Array.isArray(value) ? [...value] : value];
    if (Object.hasOwn(given, key)) return [key, Array.isArray(given[key]) ? Tuple.make(given[key]) : given[key]];
    if (value !== undefined) return [key, Array.isArray(value) ? Tuple.make(value) : value];
    return [key, key === "decoupled_weight_decay" ? name === "AdamW" : fixed[key]];
  });
}

/** Notes an optimiser that was just made. */
export function noteOptimizer(
  optimizer: object,
  name: OptimizerName,
  given: Readonly<Record<string, unknown>>,
  params: unknown,
): void {
  const [first] = groupsIn(optimizer);
  const { lr, ...own } = recordOf(Array.isArray(params) ? params[0] : null);
  const withoutGroups = { ...first, ...(lr === undefined ? {} : { lr: plain(given.lr ?? lr) }) };
  const entries = entriesOf(name, withoutGroups, given).filter(([key]) => key !== "params" && !Object.hasOwn(own, key));
  const known: Known = { name, given, groups: [], defaults: new Dict(entries) };
  optimizers.set(optimizer, known);
  for (const i of groupsIn(optimizer).keys()) addGroup(optimizer, Array.isArray(params) ? params[i] : null);
}

/** Follows the engine's newest group. */
export function addGroup(optimizer: object, own: unknown): void {
  const known = optimizers.get(optimizer);
  if (known === undefined) return;
  const options = groupsIn(optimizer)[known.groups.length];
  const { params: _, ...typed } = typedRecord(own);
  known.groups.push(new ParamGroup(options, entriesOf(known.name, options, { ...known.given, ...typed })));
}

/** A dict's entries with their types; nothing for what is no dict. */
const typedRecord = (value: unknown): Record<string, unknown> =>
  value instanceof Dict ? Object.fromEntries(value.entries().map(([key, item]) => [String(key), item])) : {};

/** A dict as the engine takes it. */
export const recordOf = (value: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(typedRecord(value)).map(([key, item]) => [key, key === "params" ? item : plain(item)]),
  );

export const nameOfOptimizer = (owner: object): OptimizerName | undefined => optimizers.get(owner)?.name;

export const groupsOf = (owner: object): ParamGroup[] | undefined => optimizers.get(owner)?.groups;

const options = new WeakMap<object, ReadonlyMap<string, unknown>>();

/** Notes what a scheduler answers to besides its methods. */
export function noteScheduler(scheduler: object, own: ReadonlyMap<string, unknown>): void {
  options.set(scheduler, own);
}

export const schedulerOptions = (owner: object): ReadonlyMap<string, unknown> | undefined => options.get(owner);

/** An option of an optimiser or a scheduler, with its type. */
export function optionOf(owner: object, name: string): unknown {
  return name === "defaults" ? optimizers.get(owner)?.defaults : options.get(owner)?.get(name);
}

/** As PyTorch prints it; null for what is no optimiser. */
export function optimizerText(owner: object, textOf: (value: unknown) => string): string | null {
  const known = optimizers.get(owner);
  if (known === undefined) return null;
  const parts = known.groups.map((group, i) => {
    const keys = group.keys().filter((key) => key !== "params");
    const lines = keys
      .map(String)
      .sort()
      .map((key) => `    ${key}: ${textOf(group.get(key))}\n`);
    return `Parameter Group ${i}\n${lines.join("")}`;
  });
  return `${known.name} (\n${parts.join("\n")})`;
}
