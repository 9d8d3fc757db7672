/** @file Between Python's values and the engine's: arguments on the way in, results on the way out, and what a tensor answers to. */
import { backward, gradientsOf, retainGrad } from "../../../autograd/backward.ts";

import { div, mul } from "../../../ops/arithmetic.ts";
import { item, tolist } from "../../../ops/convert.ts";
import { overwrite } from "../../../ops/in-place.ts";
import type { Index } from "../../../ops/indexing.ts";
import { nodeName } from "../../../ops/node-name.ts";
import { round } from "../../../ops/rounding.ts";
import { properties } from "../../../ops/tensor-methods.ts";
import { defaultGenerator } from "../../../random/generator.ts";
import { isFloating } from "../../../tensor/dtype.ts";
import { EngineError } from "../../../tensor/errors.ts";
import { sameShape } from "../../../tensor/shape.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { warn } from "../../../tensor/warnings.ts";
import { PyClass } from "./classes.ts";
import { DTypeObject, Ellipsis } from "./constants.ts";
import { exception, typeError } from "./exceptions.ts";
import { float } from "./floats.ts";
import { type Keywords, Native } from "./functions.ts";
import { PyIterator } from "./iterators.ts";
import { type Composite, moreFunctions, morePlaces } from "./more-functions.ts";
import { NamedTuple, Range, Size, Slice, Tuple } from "./sequences.ts";
import { typeName } from "./type-name.ts";

export const dtypeObjects: ReadonlyMap<string, DTypeObject> = new Map(
  ["float32", "float64", "int32", "int64", "bool"].map((name) => [name, new DTypeObject(name)]),
);

/** A Python value as the engine takes it. */
export function lower(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Tensor.isTensor(value)) return value;
  if (value instanceof DTypeObject) return value.name;
  // dtype=bool
  if (value instanceof PyClass && value.module === "builtins") return builtinTypes[value.name] ?? value;
  if (value instanceof Range || value instanceof PyIterator) return [...value];
  if (Array.isArray(value) && value.some((item) => typeof item === "object")) {
    const lowered: unknown[] = value.map(lower);
    return value instanceof Tuple ? Tuple.make(lowered) : lowered;
  }
  return value;
}

const builtinTypes: Readonly<Record<string, string>> = { bool: "bool", int: "int64", float: "float64" };

export function lowerKeywords(keywords: Keywords): Record<string, unknown> | null {
  if (keywords === null) return null;
  const lowered: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(keywords)) lowered[name] = lower(value);
  return lowered;
}

/** A result of the engine's as Python sees it. */
export function raise(value: unknown, name = "max"): unknown {
  if (value === undefined) return null;
  if (Tensor.isTensor(value) || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value instanceof Tuple ? value : Tuple.make(value.map((each) => raise(each)));
  if ("values" in value && "indices" in value && Tensor.isTensor(value.values)) {
    return NamedTuple.named(name === "" ? "max" : name, [
      ["values", value.values],
      ["indices", value.indices],
    ]);
  }
  return value;
}

/** Calls a function of the engine's with Python's arguments. */
export function callEngine(
  f: (...args: never[]) => unknown,
  self: unknown,
  args: readonly unknown[],
  keywords: Keywords,
): unknown {
  if (keywords !== null && typeof keywords.dtype === "string")
    throw typeError(`${f.name}(): argument 'dtype' must be torch.dtype, not str`);
  const lowered: unknown[] = [];
  for (let i = 0; i < args.length; i++) lowered.push(lower(args[i]));
  if (keywords !== null) lowered.push(lowerKeywords(keywords));
  const result: unknown = Reflect.apply(f, self, lowered);
  return Tensor.isTensor(result) ? result : raise(result, f.name);
}

export function indexOf(key: unknown): Index[] {
  const items = key instanceof Tuple ? [...key] : [key];
  return items.map(one);
}

function one(key: unknown): Index {
  if (key === null || Tensor.isTensor(key) || typeof key === "boolean") return key;
  if (key instanceof Ellipsis) return "...";
  if (key instanceof Slice) return { start: bound(key.start), stop: bound(key.stop), step: bound(key.step) };
  if (typeof key === "number" && Number.isInteger(key)) return key;
  if (key instanceof Range) return [...key];
  if (Array.isArray(key)) return key.map((item) => (Tensor.isTensor(item) ? item_(item) : item)) as Index & unknown[];
  if (typeof key === "string") throw typeError("new(): invalid data type 'str'");
  throw exception(
    "IndexError",
    "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got " +
      typeName(key) +
      ")",
  );
}

const item_ = (x: Tensor) => item(x);

function bound(value: unknown): number | null {
  if (value === null) return null;
  if (Tensor.isTensor(value)) return item(value);
  if (typeof value === "number" && Number.isInteger(value)) return value;
  throw typeError("slice indices must be integers or None or have an __index__ method");
}

/** A number out of a tensor, with Python's type. */
export function scalarOf(x: Tensor): unknown {
  const value = item(x);
  if (x.dtype === "bool") return value !== 0;
  return isFloating(x.dtype) ? float(value) : value;
}

function nestedList(value: unknown, x: Tensor): unknown {
  if (Array.isArray(value)) return value.map((part) => nestedList(part, x));
  return typeof value === "number" && isFloating(x.dtype) ? float(value) : value;
}

type Method = (x: Tensor, args: readonly unknown[], keywords: Keywords) => unknown;

const argument = (
  args: readonly unknown[],
  keywords: Keywords,
  at: number,
  name: string,
  otherwise: unknown = null,
): unknown => (args[at] !== undefined ? args[at] : keywords !== null && name in keywords ? keywords[name] : otherwise);

/** Fills a tensor with random numbers, in place. */
function filled(
  name: string,
  draw: (data: Float32Array | Float64Array, args: readonly unknown[], keywords: Keywords) => void,
): Method {
  return (x, args, keywords) =>
    overwrite(name, x, (before) => {
      const fresh = Tensor.zeros(before.shape, before.dtype);
      if (fresh.data instanceof Float32Array || fresh.data instanceof Float64Array) draw(fresh.data, args, keywords);
      return fresh;
    });
}

const tensorTypes: Readonly<Record<string, string>> = {
  Float: "float32",
  Double: "float64",
  Int: "int32",
  Long: "int64",
  Bool: "bool",
};

/** Methods that Python's tensors have and that are no ops, or differ from them. */
export const tensorMethods: Readonly<Record<string, Method>> = {
  item: (x) => scalarOf(x),
  tolist: (x) => nestedList(tolist(x), x),
  size: (x, args, keywords) => {
    const dim = argument(args, keywords, 0, "dim");
    if (dim === null) return Size.make(x.shape);
    return callEngine(Reflect.get(x, "size") as (...args: never[]) => unknown, x, [dim], null);
  },
  numpy: (x) => {
    if (x.requires_grad)
      throw new EngineError({
        code: "numpy",
        op: "numpy",
        message: "numpy: leaves the graph, and the tensor requires a gradient",
        hint: "Use torch functions on tensors: they are differentiated.",
        pytorch: "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.",
      });
    return x.alias();
  },
  backward: (x, args, keywords) => {
    const gradient = argument(args, keywords, 0, "gradient");
    const retain = argument(args, keywords, 1, "retain_graph");
    const create = argument(args, keywords, 2, "create_graph", false);
    backward(x, Tensor.isTensor(gradient) ? gradient : null, {
      ...(typeof retain === "boolean" ? { retainGraph: retain } : {}),
      createGraph: create === true,
    });
    return null;
  },
  round: (x, args, keywords) => {
    const decimals = Number(argument(args, keywords, 0, "decimals", 0));
    if (decimals === 0) return round(x);
    const scale = 10 ** Math.abs(decimals);
    return decimals > 0 ? div(round(mul(x, scale)), scale) : mul(round(div(x, scale)), scale);
  },
  bernoulli_: (x, args, keywords) =>
    overwrite("bernoulli_", x, (before) => {
      const fresh = Tensor.zeros(before.shape, before.dtype);
      const p = Number(argument(args, keywords, 0, "p", 0.5));
      if (fresh.data instanceof Float32Array || fresh.data instanceof Float64Array)
        defaultGenerator.bernoulli(fresh.data, () => p, true);
      return fresh;
    }),
  exponential_: (x, args, keywords) =>
    overwrite("exponential_", x, (before) => {
      const fresh = Tensor.zeros(before.shape, before.dtype);
      const rate = Number(argument(args, keywords, 0, "lambd", 1));
      const draws = new Float64Array(fresh.data.length);
      defaultGenerator.uniform(draws);
      for (let i = 0; i < draws.length; i++) fresh.data[i] = (-1 / rate) * Math.log1p(-draws[i]);
      return fresh;
    }),
  retain_grad: (x) => {
    retainGrad(x);
    return null;
  },
  requires_grad_: (x, args, keywords) => {
    if (!isFloating(x.dtype) && argument(args, keywords, 0, "requires_grad", true) === true)
      throw exception("RuntimeError", "only Tensors of floating point dtype can require gradients");
    x.requires_grad = argument(args, keywords, 0, "requires_grad", true) === true;
    return x;
  },
  detach_: (x) => {
    x.rewrite(null);
    x.requires_grad = false;
    return x;
  },
  cuda: () => {
    throw exception("AssertionError", "Torch not compiled with CUDA enabled");
  },
  get_device: () => -1,
  is_tensor: () => true,
  __len__: (x) => lengthOf(x),
  uniform_: filled("uniform_", (data, args, keywords) =>
    defaultGenerator.uniform(
      data,
      Number(argument(args, keywords, 0, "from", 0)),
      Number(argument(args, keywords, 1, "to", 1)),
    ),
  ),
  normal_: filled("normal_", (data, args, keywords) =>
    defaultGenerator.normal(
      data,
      Number(argument(args, keywords, 0, "mean", 0)),
      Number(argument(args, keywords, 1, "std", 1)),
    ),
  ),
  type: (x, args, keywords) => {
    const wanted = argument(args, keywords, 0, "dtype");
    if (wanted === null)
      return `torch.${{ float32: "Float", float64: "Double", int32: "Int", int64: "Long", bool: "Bool" }[x.dtype]}Tensor`;
    // x.type(torch.FloatTensor), and its name.
    const tensorType = /(Float|Double|Int|Long|Bool)Tensor$/.exec(
      wanted instanceof Native ? wanted.name : String(wanted),
    );
    const dtype = tensorType === null ? wanted : tensorTypes[tensorType[1]];
    return callEngine(Reflect.get(x, "type") as (...args: never[]) => unknown, x, [dtype], null);
  },
};

export function lengthOf(x: Tensor): number {
  if (x.shape.length === 0) throw typeError("len() of a 0-d tensor");
  return x.shape[0];
}

export function tensorAttribute(x: Tensor, name: string): unknown {
  switch (name) {
    case "shape":
      return Size.make(x.shape);
    case "dtype":
      return dtypeObjects.get(x.dtype);
    case "grad":
      if (x.node !== null && x.node.retainedBy === null)
        warn(
          "UserWarning",
          "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be populated during autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor, use .retain_grad() on the non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access the leaf Tensor instead. See github.com/pytorch/pytorch/pull/30531 for more informations.",
        );
      return x.grad;
    case "requires_grad":
      return x.requires_grad;
    case "is_leaf":
      return x.is_leaf;
    case "grad_fn":
      return x.node === null ? null : new Native(nodeName(x.node), () => null);
    case "layout":
      return "torch.strided";
  }
  const property = properties[name];
  if (property !== undefined) return property(x);
  const own = tensorMethods[name];
  if (own !== undefined) return new Native(name, (args, keywords) => own(x, args, keywords));
  const extra = more[name];
  if (extra !== undefined)
    return new Native(name, (args, keywords) => callEngine(extra, undefined, [x, ...args], keywords));
  const method: unknown = engineMethod(name);
  return typeof method === "function"
    ? new Native(name, (args, keywords) => callTensorMethod(x, name, args, keywords))
    : undefined;
}

const more: Readonly<Record<string, Composite | undefined>> = Object.fromEntries(
  morePlaces.method.map((name) => [name, moreFunctions[name]]),
);

const hidden = new Set([
  "constructor",
  "withLayout",
  "block",
  "edge",
  "gradHome",
  "pulled",
  "isContiguous",
  "isUniform",
  "alias",
  "node",
  "rewrite",
  "wrote",
  "follow",
  "version",
  "base",
  "offset",
  "strides",
  "isNumber",
  "toString",
  "getitem",
  "setitem",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "valueOf",
]);

/** What tensors of the engine answer to by a method, once it has been asked for: undefined for what is none of Python's business. */
const engineMethods = new Map<string, unknown>();

function engineMethod(name: string): unknown {
  const known = engineMethods.get(name);
  if (known !== undefined || engineMethods.has(name)) return known;
  const isHidden = hidden.has(name) || name.startsWith("__");
  const method: unknown = isHidden ? undefined : Object.getOwnPropertyDescriptor(Tensor.prototype, name)?.value;
  engineMethods.set(name, method);
  return method;
}

/** x.name(…), without a value for x.name in between. */
export function callTensorMethod(x: Tensor, name: string, args: readonly unknown[], keywords: Keywords): unknown {
  const own = tensorMethods[name];
  if (own !== undefined) return own(x, args, keywords);
  const extra = more[name];
  if (extra !== undefined) return callEngine(extra, undefined, [x, ...args], keywords);
  const method = engineMethod(name);
  if (typeof method !== "function") return undefined;
  const result = callEngine(method as (...args: never[]) => unknown, x, args, keywords);
  if (Tensor.isTensor(result)) return result;
  if (name === "stride" && Array.isArray(result)) return Tuple.make(result);
  if (result instanceof NamedTuple && result.typeName !== name)
    return NamedTuple.named(
      name,
      result.names.map((field, i) => [field, result[i]]),
    );
  return result;
}

export function setTensorAttribute(x: Tensor, name: string, value: unknown): void {
  if (name === "requires_grad") x.requires_grad = value === true;
  else if (name === "grad") {
    if (value !== null && !Tensor.isTensor(value))
      throw typeError(`assigned grad expected to be a Tensor or None but got grad of type${typeName(value)}`);
    if (Tensor.isTensor(value) && !sameShape(value.shape, x.shape))
      throw exception("RuntimeError", "assigned grad has data of a different size");
    x.grad = value;
  } else if (name === "data" && Tensor.isTensor(value)) overwriteData(x, value);
  else throw exception("AttributeError", `'Tensor' object attribute '${name}' is read-only`);
}

function overwriteData(x: Tensor, value: Tensor): void {
  const wasLeaf = x.requires_grad;
  if (wasLeaf && x.is_leaf) x.requires_grad = false;
  overwrite("data", x, () => value);
  if (wasLeaf && x.is_leaf) x.requires_grad = true;
}

/** torch.autograd.grad. */
export function autogradGrad(args: readonly unknown[], keywords: Keywords): unknown {
  const list = (value: unknown): Tensor[] =>
    Tensor.isTensor(value)
      ? [value]
      : Array.isArray(value) || value instanceof PyIterator
        ? [...value].filter(Tensor.isTensor)
        : [];
  const outputs = list(argument(args, keywords, 0, "outputs"));
  const inputs = list(argument(args, keywords, 1, "inputs"));
  const starts = argument(args, keywords, 2, "grad_outputs");
  const retain = argument(args, keywords, 3, "retain_graph");
  const create = argument(args, keywords, 4, "create_graph", false) === true;
  const given = Tensor.isTensor(starts)
    ? [starts]
    : Array.isArray(starts)
      ? starts.map((start) => (Tensor.isTensor(start) ? start : null))
      : [];
  const found = gradientsOf(
    outputs,
    inputs,
    outputs.map((_, i) => given[i] ?? null),
    { createGraph: create, ...(typeof retain === "boolean" ? { retainGraph: retain } : {}) },
  );
  const allowsUnused = argument(args, keywords, 6, "allow_unused", false) === true;
  if (!allowsUnused && found.includes(null))
    throw exception(
      "RuntimeError",
      "One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.",
    );
  return Tuple.make(found);
}
