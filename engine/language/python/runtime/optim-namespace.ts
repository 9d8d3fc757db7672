/** @file torch.optim: what the engine's optimisers and schedulers are given in Python's values. */
import { call, none } from "./call.ts";
import { PyClass } from "./classes.ts";
import { Namespace } from "./constants.ts";
import { Dict } from "./dicts.ts";
import { BoundMethod, PyFunction } from "./functions.ts";
import { PyIterator } from "./iterators.ts";
import { namespace } from "./native.ts";
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

function constructible(name: string, made: new (...args: never[]) => object): PyClass {
  const cls = new PyClass(name, [], "torch.optim");
  cls.construct = (args, keywords) => {
    const named = keywords === null ? null : { ...keywords };
    const first =
      named !== null && "params" in named
        ? [named.params]
        : named !== null && "optimizer" in named
          ? [named.optimizer]
          : [];
    if (named !== null) {
      delete named.params;
      delete named.optimizer;
      for (const [key, value] of Object.entries(named)) named[key] = plain(value);
    }
    const rest = named === null || Object.keys(named).length === 0 ? [] : [lowerKeywords(named)];
    return Reflect.construct(made, [...first, ...args, ...rest].map(plain));
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
  return namespace(name, made);
}
