/** @file What an nn.Module answers to. */
import { isParameter, Module } from "../../../nn/module.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { call, callModule, none } from "./call.ts";
import { PyModule } from "./classes.ts";
import { DTypeObject } from "./constants.ts";
import { Dict } from "./dicts.ts";
import { exception } from "./exceptions.ts";
import { Native } from "./functions.ts";
import { PyIterator } from "./iterators.ts";
import { Tuple } from "./sequences.ts";
import { callEngine } from "./tensors.ts";

/** Public members of the runtime's own objects, such as optimizers. */
export function jsAttribute(owner: object, name: string): unknown {
  if (name === "__name__" && typeof owner === "function") return owner.name;
  if (name === "constructor" || name === "prototype" || name.startsWith("__")) return undefined;
  const value: unknown = Reflect.get(owner, name);
  if (typeof value === "function")
    return new Native(name, (args, keywords) =>
      callEngine(value as (...args: never[]) => unknown, owner, args, keywords),
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
  if (name === "modules") return new Native(name, () => new PyIterator(modulesOf(module)));
  if (name === "zero_grad") return new Native(name, () => zeroGrad(module));
  if (name === "to" || name === "float" || name === "double" || name === "cpu" || name === "requires_grad_")
    return new Native(name, (args) => moved(module, name, args));
  if (name === "apply") return new Native(name, ([f]) => applied(module, f));
  if (name === "state_dict") return new Native(name, () => new Dict(stateOf(module)));
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
  return jsAttribute(module, name);
}

function modulesOf(module: Module): Module[] {
  return [module, ...Object.values(module).flatMap((child) => (child instanceof Module ? modulesOf(child) : []))];
}

function zeroGrad(module: Module): null {
  for (const parameter of module.parameters()) parameter.grad = null;
  return null;
}

function moved(module: Module, name: string, args: readonly unknown[]): Module {
  if (name === "requires_grad_")
    for (const parameter of module.parameters()) parameter.requires_grad = args[0] !== false;
  const wanted = name === "double" ? "float64" : args.find((arg) => arg instanceof DTypeObject)?.name;
  if (wanted === "float64") throw exception("RuntimeError", "modules are float32 here: convert their inputs instead");
  return module;
}

function applied(module: Module, f: unknown): Module {
  for (const part of modulesOf(module).reverse()) call(f, [part], none);
  return module;
}

/** Buffers by their full names, own ones first. */
function buffersOf(module: Module, prefix = ""): [string, unknown][] {
  const own =
    module instanceof PyModule
      ? [...module.bufferNames].map((name): [string, unknown] => [prefix + name, module.attributes.get(name)])
      : [];
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
  const buffers =
    module instanceof PyModule
      ? [...module.bufferNames].map((name): [string, unknown] => [prefix + name, module.attributes.get(name)])
      : [];
  const inner = entries.flatMap(([name, child]) =>
    child instanceof Module ? stateOf(child, `${prefix}${name}.`) : [],
  );
  return [...parameters, ...buffers.filter(([, value]) => Tensor.isTensor(value)), ...inner];
}
