/** @file torch.optim: what the engine's optimisers and schedulers are given in Python's values. */
import { isOptimizerName, optimizerOf } from "../../../optim/optimizers/index.ts";
import { isSchedulerName, schedulerOf } from "../../../optim/schedulers/index.ts";
import { call, none } from "./call.ts";
import { PyClass } from "./classes.ts";
import { Namespace } from "./constants.ts";
import { Dict } from "./dicts.ts";
import { float } from "./floats.ts";
import { BoundMethod, type Keywords, PyFunction } from "./functions.ts";
import { PyIterator } from "./iterators.ts";
import { schedulerBases } from "./lr-scheduler-class.ts";
import { namespace } from "./native.ts";
import { lbfgsClass } from "./optim-lbfgs.ts";
import { groupsOf, noteOptimizer, noteScheduler } from "./param-groups.ts";
import { lower, lowerKeywords } from "./tensors.ts";

/** Groups of parameters as records, functions as functions, iterators as lists. */
function plain(value: unknown): unknown {
  if (value instanceof Dict)
    return Object.fromEntries(value.entries().map(([key, item]) => [String(key), plain(item)]));
  if (value instanceof PyIterator) return [...value];
  if (value instanceof PyFunction || value instanceof BoundMethod)
    return (...args: readonly unknown[]) => Number(call(value, args, none));
  return Array.isArray(value) ? value.map(plain) : lower(value);
}

/** Values that a constructor was given, by the names of its parameters. */
function givenTo(order: readonly string[], args: readonly unknown[], keywords: Keywords): Record<string, unknown> {
  return { ...Object.fromEntries(args.slice(0, order.length).map((value, i) => [order[i], value])), ...keywords };
}

/** What a scheduler answers to: its options as they were given, and what it begins with. */
function schedulerAttributes(
  name: string,
  bases: readonly unknown[],
  args: readonly unknown[],
  keywords: Keywords,
): Map<string, unknown> {
  const found = new Map<string, unknown>([["base_lrs", [...bases]]]);
  if (!isSchedulerName(name)) return found;
  const { options, script } = schedulerOf(name);
  const given = givenTo(script.order, args, keywords);
  for (const option of options) {
    if (name === "OneCycleLR" && option.name !== "total_steps") continue;
    const { default: ordinary } = option;
    const isFloat = option.kind === "number" && option.isInteger !== true;
    const value = given[option.name] ?? (typeof ordinary === "number" && isFloat ? float(ordinary) : ordinary);
    if (typeof value !== "function") found.set(option.name, value);
  }
  return found;
}

/** Tells Python's side of an optimiser that was made. */
function note(name: string, made: object, all: readonly unknown[], keywords: Keywords): void {
  const [first, ...rest] = all;
  if (isOptimizerName(name)) {
    const order = ["lr", ...optimizerOf(name).options.map((option) => option.name)];
    noteOptimizer(made, name, givenTo(order, rest, keywords), first);
  }
}

function constructible(name: string, made: new (...args: never[]) => object): PyClass {
  const cls = new PyClass(name, [], "torch.optim");
  cls.construct = (args, keywords) => {
    const { params, optimizer, ...named } = keywords ?? {};
    const [first] = [params, optimizer].filter((value) => value !== undefined);
    // An iterator is gone through once.
    const all = [...(first === undefined ? [] : [first]), ...args].map((value) =>
      value instanceof PyIterator ? [...value] : value,
    );
    const lowered = Object.fromEntries(Object.entries(named).map(([key, value]) => [key, plain(value)]));
    const rest = Object.keys(named).length === 0 ? [] : [lowerKeywords(lowered)];
    const groups = typeof all[0] === "object" && all[0] !== null ? (groupsOf(all[0]) ?? []) : [];
    for (const group of groups) if (!group.has("initial_lr")) group.set("initial_lr", group.get("lr"));
    const bases = groups.map((group) => group.get("initial_lr"));
    const result: object = Reflect.construct(made, [...all, ...rest].map(plain));
    note(name, result, all, Object.keys(named).length === 0 ? null : named);
    if (groups.length > 0) noteScheduler(result, schedulerAttributes(name, bases, all.slice(1), named));
    return result;
  };
  cls.holds = (value) => value instanceof made;
  return cls;
}

const isConstructor = (value: unknown): value is new (...args: never[]) => object =>
  typeof value === "function" && value.toString().startsWith("class");

export function optimNamespace(members: ReadonlyMap<string, unknown>, name = "torch.optim"): Namespace {
  const base = new PyClass("Optimizer", [], "torch.optim");
  base.holds = (value) => typeof value === "object" && value !== null && "param_groups" in value;
  const made = new Map<string, unknown>(name === "torch.optim" ? [["Optimizer", base]] : []);
  for (const [key, value] of members)
    made.set(
      key,
      value instanceof Namespace
        ? optimNamespace(value.members, `${name}.${key}`)
        : isConstructor(value)
          ? constructible(key, value)
          : value,
    );
  if (name === "torch.optim") made.set("LBFGS", lbfgsClass);
  if (name.endsWith("lr_scheduler")) for (const [key, cls] of schedulerBases) made.set(key, cls);
  return namespace(name, made);
}
