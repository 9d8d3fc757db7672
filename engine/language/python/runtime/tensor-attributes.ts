/** @file What a tensor answers to in Python. */
import { backwardFrom, retainGrad } from "../../../autograd/backward.ts";
import { cast, tolist } from "../../../ops/convert.ts";
import { tensor } from "../../../ops/creation/creation.ts";
import { overwrite } from "../../../ops/in-place.ts";
import { div, mul } from "../../../ops/pointwise/arithmetic.ts";
import { round } from "../../../ops/pointwise/rounding.ts";
import { properties } from "../../../ops/tensor-methods.ts";
import { tracer } from "../../../ops/trace.ts";
import { isFloating, pytorchTypes } from "../../../tensor/dtype.ts";
import { sameShape } from "../../../tensor/shape.ts";
import { forEachOffset, toContiguousData } from "../../../tensor/storage.ts";
import { aliasOf, blockOf, dataOf, nodeOf, rewrite, Tensor } from "../../../tensor/tensor.ts";
import { warn } from "../../../tensor/warnings.ts";
import { refuseGraph } from "./arrays/graph-refused.ts";
import { NdArray } from "./arrays/nd-array.ts";
import { tensorData } from "./arrays/tensor-data.ts";
import { compositions } from "./compositions/tensors.ts";
import { DTypeObject } from "./constants.ts";
import { Device } from "./device.ts";
import { exception, typeError } from "./exceptions.ts";
import { float } from "./floats.ts";
import { isForeign } from "./foreign-names.ts";
import { type Keywords, Native } from "./functions.ts";
import { GradNode } from "./grad-node.ts";
import { iterate } from "./protocols.ts";
import { NamedTuple, Size, Tuple } from "./sequences.ts";
import { withoutDType } from "./softmax-dtype.ts";
import { callEngine, dtypeObjects, lengthOf, lower, scalarOf } from "./tensors.ts";
import { typeName } from "./type-name.ts";

function nestedList(value: unknown, x: Tensor): unknown {
  if (Array.isArray(value)) return value.map((part) => nestedList(part, x));
  return typeof value === "number" && isFloating(x.dtype) ? float(value) : value;
}

type Method = (x: Tensor, args: readonly unknown[], keywords: Keywords) => unknown;

export const argument = (
  args: readonly unknown[],
  keywords: Keywords,
  at: number,
  name: string,
  otherwise: unknown = null,
): unknown => (args[at] !== undefined ? args[at] : keywords !== null && name in keywords ? keywords[name] : otherwise);

const tensorTypes: Readonly<Record<string, string>> = {
  Float: "float32",
  Double: "float64",
  Int: "int32",
  Long: "int64",
  Bool: "bool",
  Byte: "uint8",
  Char: "int8",
  Short: "int16",
  Half: "float16",
  BFloat16: "bfloat16",
};

/** torch.strided, the one layout there is here. */
export const strided = new DTypeObject("strided");

/** Methods that Python's tensors have and that are no ops, or differ from them. */
export const tensorMethods: Readonly<Record<string, Method>> = {
  half: (x) => cast(x, "float16"),
  bfloat16: (x) => cast(x, "bfloat16"),
  short: (x) => cast(x, "int16"),
  char: (x) => cast(x, "int8"),
  byte: (x) => cast(x, "uint8"),
  item: (x) => scalarOf(x),
  tolist: (x) => nestedList(tolist(x), x),
  size: (x, args, keywords) => {
    const dim = argument(args, keywords, 0, "dim");
    if (dim === null) return Size.make(x.shape);
    return callEngine(Reflect.get(x, "size") as (...args: never[]) => unknown, x, [dim], null);
  },
  numpy: (x) => {
    refuseGraph(x);
    const array = aliasOf(x);
    tracer()?.made("numpy", [x], array);
    return new NdArray(array);
  },
  backward: (x, args, keywords) => {
    const gradient = argument(args, keywords, 0, "gradient");
    const retain = argument(args, keywords, 1, "retain_graph");
    const create = argument(args, keywords, 2, "create_graph", false);
    const inputs = argument(args, keywords, 3, "inputs");
    backwardFrom(
      [x],
      [Tensor.isTensor(gradient) ? gradient : null],
      { ...(typeof retain === "boolean" ? { retainGraph: retain } : {}), createGraph: create === true },
      inputs === null ? null : Tensor.isTensor(inputs) ? [inputs] : [...iterate(inputs)].filter(Tensor.isTensor),
    );
    return null;
  },
  round: (x, args, keywords) => {
    const decimals = Number(argument(args, keywords, 0, "decimals", 0));
    if (decimals === 0) return round(x);
    const scale = 10 ** Math.abs(decimals);
    return decimals > 0 ? div(round(mul(x, scale)), scale) : mul(round(div(x, scale)), scale);
  },
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
    rewrite(x, null);
    x.requires_grad = false;
    return x;
  },
  cuda: () => {
    throw exception("AssertionError", "Torch not compiled with CUDA enabled");
  },
  get_device: () => -1,
  new: (x, args) => {
    const data = tensorData(args[0]);
    if (Tensor.isTensor(data) || (Array.isArray(data) && !(data instanceof Size)))
      return cast(tensor(lower(data) as never), x.dtype);
    return Tensor.zeros(args.flat().map(Number).length === 0 ? [0] : args.flat().map(Number), x.dtype);
  },
  new_tensor: (x, [data, ...rest], keywords) =>
    callEngine(
      Reflect.get(x, "new_tensor") as (...args: never[]) => unknown,
      x,
      [tensorData(data ?? keywords?.data), ...rest],
      keywords,
    ),
  ...Object.fromEntries(
    compositions.map(([name, member]) => [
      name,
      (x: Tensor, args: readonly unknown[], keywords: Keywords) => member.run([x, ...args], keywords),
    ]),
  ),
  renorm_: (x, args, keywords) => rewritten("renorm", x, args, keywords),
  masked_scatter_: (x, args, keywords) => rewritten("masked_scatter", x, args, keywords),
  put_: (x, args, keywords) => rewritten("put", x, args, keywords),
  ...Object.fromEntries(
    ["softmax", "log_softmax"].map((name) => [
      name,
      (x: Tensor, args: readonly unknown[], keywords: Keywords) => {
        const given = withoutDType([x, ...args], keywords);
        const [from, ...rest] = given.args;
        const source = Tensor.isTensor(from) ? from : x;
        return callEngine(Reflect.get(source, name) as (...args: never[]) => unknown, source, rest, given.keywords);
      },
    ]),
  ),
  storage_offset: (x) => x.offset,
  to: (x, args, keywords) => {
    if (keywords === null) return callEngine(Reflect.get(x, "to") as (...args: never[]) => unknown, x, args, keywords);
    // A device by position and a dtype by name go together.
    const { dtype, device, other, non_blocking: _n, copy: _c, memory_format: _m, ...unknown } = keywords;
    const targets = [...args.slice(0, 2), dtype, device, other].filter(
      (each) => each !== undefined && each !== null && typeof each !== "boolean",
    );
    const known = Object.keys(unknown).length === 0 ? null : unknown;
    return callEngine(
      Reflect.get(x, "to") as (...args: never[]) => unknown,
      x,
      targets.length === 0 ? [x.dtype] : targets,
      known,
    );
  },
  is_tensor: () => true,
  __len__: (x) => lengthOf(x),
  type: (x, args, keywords) => {
    const wanted = argument(args, keywords, 0, "dtype");
    if (wanted === null) return `torch.${pytorchTypes[x.dtype]}Tensor`;
    // x.type(torch.FloatTensor), and its name.
    const tensorType = /(Float|Double|Int|Long|Bool|Byte|Char|Short|BFloat16|Half)Tensor$/.exec(
      wanted instanceof Native ? wanted.name : String(wanted),
    );
    const dtype = tensorType === null ? wanted : tensorTypes[tensorType[1]];
    return callEngine(Reflect.get(x, "type") as (...args: never[]) => unknown, x, [dtype], null);
  },
};

/** The in-place form of a composition. */
function rewritten(name: string, x: Tensor, args: readonly unknown[], keywords: Keywords): Tensor {
  const [, member] = compositions.find(([each]) => each === name) ?? [];
  return overwrite(`${name}_`, x, (before) => {
    const result = member?.run([before, ...args], keywords);
    return Tensor.isTensor(result) ? result : before;
  });
}

export function tensorAttribute(x: Tensor, name: string): unknown {
  if (isForeign(name)) return undefined;
  const node = nodeOf(x);
  switch (name) {
    case "shape":
      return Size.make(x.shape);
    case "dtype":
      return dtypeObjects.get(x.dtype);
    case "grad":
      if (node !== null && node.retainedBy === null)
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
      return node === null ? null : GradNode.of(node);
    case "device":
      return Device.cpu;
    case "layout":
      return strided;
  }
  const property = properties[name];
  if (property !== undefined) return property(x);
  const own = tensorMethods[name];
  if (own !== undefined) return new Native(name, (args, keywords) => own(x, args, keywords));
  const method: unknown = engineMethod(name);
  return typeof method === "function"
    ? new Native(name, (args, keywords) => callTensorMethod(x, name, args, keywords))
    : undefined;
}

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
  if (isForeign(name)) return undefined;
  const own = tensorMethods[name];
  if (own !== undefined) return own(x, args, keywords);
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

const listed = (shape: readonly number[]) => `[${shape.join(", ")}]`;

export function setTensorAttribute(x: Tensor, name: string, value: unknown): void {
  if (name === "requires_grad") x.requires_grad = value === true;
  else if (name === "grad") {
    if (value !== null && !Tensor.isTensor(value))
      throw typeError(`assigned grad expected to be a Tensor or None but got grad of type ${typeName(value)}`);
    if (Tensor.isTensor(value) && !sameShape(value.shape, x.shape))
      throw exception(
        "RuntimeError",
        `attempting to assign a gradient of size '${listed(value.shape)}' to a tensor of size '${listed(x.shape)}'. Please ensure that the gradient and the tensor are the same size`,
      );
    x.grad = value;
  } else if (name === "data" && Tensor.isTensor(value)) overwriteData(x, value);
  else throw exception("AttributeError", `'Tensor' object attribute '${name}' is read-only`);
}

function overwriteData(x: Tensor, value: Tensor): void {
  // x.data += 1 wrote into x itself already.
  if (blockOf(value) === blockOf(x) && value.offset === x.offset && sameShape(value.shape, x.shape)) return;
  if (nodeOf(x) !== null && sameShape(value.shape, x.shape) && value.dtype === x.dtype) {
    // What x was made of stays.
    const numbers = toContiguousData(value).slice();
    forEachOffset(x, (offset, index) => {
      dataOf(x)[offset] = numbers[index];
    });
    return;
  }
  const wasLeaf = x.requires_grad;
  if (wasLeaf && x.is_leaf) x.requires_grad = false;
  overwrite("data", x, () => value);
  if (wasLeaf && x.is_leaf) x.requires_grad = true;
}
