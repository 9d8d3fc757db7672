/** @file What an nn.Module answers to. */

import { buffersIn, isParameter, Module } from "../../../nn/module.ts";
import { isFloatAttribute } from "../../../nn/number-attributes.ts";
import { detach } from "../../../ops/convert.ts";
import { overwrite } from "../../../ops/in-place.ts";
import { Scheduler } from "../../../optim/scheduler.ts";
import { requireProcessor } from "../../../tensor/device-names.ts";
import { withGradMode } from "../../../tensor/grad-mode.ts";
import { sameShape } from "../../../tensor/shape.ts";
import { toContiguousData } from "../../../tensor/storage.ts";
import { dataOf, Tensor } from "../../../tensor/tensor.ts";
import { call, callModule, none } from "./call.ts";
import { PyClass, PyModule } from "./classes.ts";
import { DTypeObject } from "./constants.ts";
import { Device } from "./device.ts";
import { Dict, OrderedDict } from "./dicts.ts";
import { exception } from "./exceptions.ts";
import { float } from "./floats.ts";
import { isForeign } from "./foreign-names.ts";
import type { Keywords } from "./functions.ts";
import { Native } from "./functions.ts";
import { PyIterator } from "./iterators.ts";
import { inPlaceActivations, inPlaceModules } from "./module-text.ts";
import { loadOptimizerState, optimizerState, optimizerStateDict, schedulerStateDict } from "./optimizer-state.ts";
import { addGroup, groupsOf, nameOfOptimizer, optionOf, recordOf } from "./param-groups.ts";
import { NamedTuple, Tuple } from "./sequences.ts";
import { callEngine } from "./tensors.ts";

/** Public members of the runtime's own objects, such as optimizers. */
export function jsAttribute(owner: object, name: string): unknown {
  if (name === "__name__" && typeof owner === "function") return owner.name;
  if (isForeign(name) || name.startsWith("__")) return undefined;
  const groups = groupsOf(owner);
  if (groups !== undefined && name === "param_groups") return groups;
  if (groups !== undefined && nameOfOptimizer(owner) !== undefined) {
    if (name === "state") return optimizerState(owner);
    if (name === "state_dict") return new Native(name, () => optimizerStateDict(owner));
    if (name === "load_state_dict") return new Native(name, ([state]) => loadOptimizerState(owner, state));
  }
  if (owner instanceof Scheduler && name === "state_dict") return new Native(name, () => schedulerStateDict(owner));
  if (owner instanceof Scheduler && name === "load_state_dict")
    return new Native(name, ([state]) => {
      if (state instanceof Dict) owner.last_epoch = Number(state.get("last_epoch") ?? owner.last_epoch);
      return null;
    });
  const option = optionOf(owner, name);
  if (option !== undefined) return option;
  // Of a function only what somebody put there: call, apply and bind are JavaScript's.
  if (typeof owner === "function" && !Object.prototype.propertyIsEnumerable.call(owner, name)) return undefined;
  const value: unknown = Reflect.get(owner, name);
  if (name === "zero_grad" && "param_groups" in owner && Array.isArray(owner.param_groups)) {
    const { param_groups: groups } = owner;
    return new Native(name, (args, keywords) =>
      zeroGrad(
        groups.flatMap((group: { readonly params: readonly Tensor[] }) => group.params),
        args,
        keywords,
      ),
    );
  }
  // A group of parameters comes as a dict.
  if (name === "add_param_group" && groups !== undefined && typeof value === "function")
    return new Native(name, ([group]) => {
      Reflect.apply(value, owner, [recordOf(group)]);
      addGroup(owner, group);
      return null;
    });
  if (typeof value === "function")
    return new Native(name, (args, keywords) =>
      listed(name, callEngine(value as (...args: never[]) => unknown, owner, args, keywords)),
    );
  return value === undefined ? undefined : value;
}

export function moduleAttribute(module: Module, name: string): unknown {
  if (name === "__class__") return module.constructor;
  if (name === "forward" || name === "__call__")
    return new Native(name, (args, keywords) => callModule(module, args, keywords));
  if (name === "parameters") return new Native(name, () => new PyIterator(module.parameters()));
  if (name === "named_parameters")
    return new Native(name, () => new PyIterator(module.named_parameters().map((pair) => Tuple.make(pair))));
  if (name === "children")
    return new Native(name, () => new PyIterator(Object.values(module).filter((child) => child instanceof Module)));
  if (name === "named_modules")
    return new Native(name, () => new PyIterator(namedModules(module).map((pair) => Tuple.make(pair))));
  if (name === "modules") return new Native(name, () => new PyIterator(modulesOf(module)));
  if (name === "zero_grad") return new Native(name, (args, keywords) => zeroGrad(module.parameters(), args, keywords));
  if (name === "cuda")
    return new Native(name, () => {
      throw exception("AssertionError", "Torch not compiled with CUDA enabled");
    });
  if (name === "to" || name === "float" || name === "double" || name === "cpu" || name === "requires_grad_")
    return new Native(name, (args) => moved(module, name, args));
  if (name === "apply") return new Native(name, ([f]) => applied(module, f));
  if (name === "state_dict")
    return new Native(name, () => new OrderedDict(stateOf(module).map(([key, value]) => [key, shown(value)] as const)));
  if (name === "load_state_dict")
    return new Native(name, ([state, strict = true], keywords) =>
      loadState(module, state, (keywords?.strict ?? strict) === true),
    );
  if (name === "get_parameter" || name === "get_submodule")
    return new Native(name, ([path]) => at(module, String(path)));
  if (name === "_get_name") return new Native(name, () => nameOf(module));
  if (name === "buffers") return new Native(name, () => new PyIterator(buffersOf(module).map(([, value]) => value)));
  if (name === "named_buffers")
    return new Native(name, () => new PyIterator(buffersOf(module).map((pair) => Tuple.make(pair))));
  if (name === "named_children")
    return new Native(
      name,
      () =>
        new PyIterator(
          Object.entries(module).flatMap(([key, child]) => (child instanceof Module ? [Tuple.make([key, child])] : [])),
        ),
    );
  const value = jsAttribute(module, name);
  if (value === undefined) return renamedAttribute(module, name);
  return typeof value === "number" && isFloatAttribute(module, name) ? float(value) : value;
}

/** What PyTorch's modules keep under another name than their constructor's, or besides. */
function renamedAttribute(module: Module, name: string): unknown {
  switch (`${nameOf(module)}.${name}`) {
    case "PairwiseDistance.norm":
      return moduleAttribute(module, "p");
    case "ReLU6.min_val":
      return float(0);
    case "ReLU6.max_val":
      return float(6);
    default:
      return name === "inplace" && inPlaceActivations.has(nameOf(module)) ? inPlaceModules.has(module) : undefined;
  }
}

function modulesOf(module: Module): Module[] {
  return [module, ...Object.values(module).flatMap((child) => (child instanceof Module ? modulesOf(child) : []))];
}

function namedModules(module: Module, path = ""): [string, Module][] {
  return [
    [path, module],
    ...Object.entries(module).flatMap(([name, child]) =>
      child instanceof Module ? namedModules(child, path === "" ? name : `${path}.${name}`) : [],
    ),
  ];
}

/** Gradients become None, or zeros where that is asked for. */
function zeroGrad(parameters: Iterable<Tensor>, args: readonly unknown[], keywords: Keywords): null {
  const isNone = (keywords?.set_to_none ?? args[0] ?? true) === true;
  for (const parameter of parameters) {
    const { grad } = parameter;
    if (grad === null) continue;
    if (isNone) parameter.grad = null;
    else withGradMode(false, () => overwrite("zero_", grad, (before) => Tensor.zeros(before.shape, before.dtype)));
  }
  return null;
}

function moved(module: Module, name: string, args: readonly unknown[]): Module {
  for (const arg of args) if (typeof arg === "string" || arg instanceof Device) requireProcessor("to", String(arg));
  if (name === "requires_grad_")
    for (const parameter of module.parameters()) parameter.requires_grad = args[0] !== false;
  const wanted = name === "double" ? "float64" : args.find((arg) => arg instanceof DTypeObject)?.name;
  if (wanted === "float64") throw exception("RuntimeError", "modules are float32 here: convert their inputs instead");
  return module;
}

/** Children first, each with its own before it. */
function applied(module: Module, f: unknown): Module {
  for (const child of new Set(Object.values(module))) if (child instanceof Module) applied(child, f);
  call(f, [module], none);
  return module;
}

const ownBuffers = (module: Module, prefix: string): [string, unknown][] =>
  module instanceof PyModule
    ? [...module.bufferNames].map((name): [string, unknown] => [prefix + name, module.attributes.get(name)])
    : buffersIn(module).map((name): [string, unknown] => [prefix + name, Reflect.get(module, name)]);

/** Buffers by their full names, own ones first. */
function buffersOf(module: Module, prefix = ""): [string, unknown][] {
  const own = ownBuffers(module, prefix);
  const inner = Object.entries(module).flatMap(([name, child]) =>
    child instanceof Module ? buffersOf(child, `${prefix}${name}.`) : [],
  );
  return [...own.filter(([, value]) => Tensor.isTensor(value)), ...inner];
}

/** Parameters, then buffers, module by module. */
function stateOf(module: Module, prefix = ""): [string, unknown][] {
  const entries = Object.entries(module);
  const parameters = entries.flatMap(([name, value]): [string, unknown][] =>
    isParameter(value) ? [[prefix + name, value]] : [],
  );
  const buffers = ownBuffers(module, prefix);
  const inner = entries.flatMap(([name, child]) =>
    child instanceof Module ? stateOf(child, `${prefix}${name}.`) : [],
  );
  return [...parameters, ...buffers.filter(([, value]) => Tensor.isTensor(value)), ...inner];
}

const nameOf = (module: Module): string => (module instanceof PyModule ? module.cls.name : module.constructor.name);

/** A part of a module by its full name: steps go from module to module, and nowhere else. */
function at(module: Module, path: string): unknown {
  let found: unknown = module;
  if (path === "") return found;
  for (const step of path.split(".")) {
    if (!(found instanceof Module)) throw exception("AttributeError", `\`${step}\` is not an nn.Module`);
    const next: unknown =
      found instanceof PyModule
        ? found.attributes.get(step)
        : Object.hasOwn(found, step)
          ? Reflect.get(found, step)
          : undefined;
    if (!(next instanceof Module) && !isParameter(next))
      throw exception("AttributeError", `${nameOf(found)} has no attribute \`${step}\``);
    found = next;
  }
  return found;
}

/** Without its history, and following the parameter. */
const shown = (value: unknown): unknown => (Tensor.isTensor(value) ? detach(value) : value);

/** Copies values into parameters and buffers of the same names. */
function loadState(module: Module, state: unknown, isStrict: boolean): unknown {
  const given = new Map(
    state instanceof Dict ? state.entries().map(([key, value]) => [String(key), value] as const) : [],
  );
  const own = stateOf(module);
  const names = new Set(own.map(([key]) => key));
  const missing = own.map(([key]) => key).filter((key) => !given.has(key));
  const unexpected = [...given.keys()].filter((key) => !names.has(key));
  const quoted = (keys: readonly string[]) => keys.map((key) => `"${key}"`).join(", ");
  const problems: string[] = [];
  if (isStrict && unexpected.length > 0) problems.push(`Unexpected key(s) in state_dict: ${quoted(unexpected)}. `);
  if (isStrict && missing.length > 0) problems.push(`Missing key(s) in state_dict: ${quoted(missing)}. `);
  for (const [key, value] of own) {
    const wanted = given.get(key);
    if (!Tensor.isTensor(value) || !Tensor.isTensor(wanted)) continue;
    if (sameShape(value.shape, wanted.shape)) dataOf(value).set(toContiguousData(wanted));
    else
      problems.push(
        `size mismatch for ${key}: copying a param with shape torch.Size([${wanted.shape.join(", ")}]) from checkpoint, the shape in current model is torch.Size([${value.shape.join(", ")}]).`,
      );
  }
  if (problems.length > 0)
    throw exception(
      "RuntimeError",
      `Error(s) in loading state_dict for ${nameOf(module)}:\n\t${problems.join("\n\t")}`,
    );
  return matchedKeys();
}

/** What load_state_dict gives where all keys were found. */
const incompatibleKeys = new PyClass("_IncompatibleKeys", [], "torch.nn.modules.module");

const matchedKeys = () =>
  NamedTuple.named(
    "_IncompatibleKeys",
    [
      ["missing_keys", []],
      ["unexpected_keys", []],
    ],
    incompatibleKeys,
  );

/** What PyTorch gives as a list, and other results as they are. */
const listed = (name: string, result: unknown): unknown =>
  name === "get_last_lr" && Array.isArray(result) ? Array.from(result, (rate) => float(Number(rate))) : result;
