/** @file What the facts about ops say of PyTorch's functions, methods and modules, and what comes out of them. */
import { byName } from "../../by-name.ts";
import type { Place } from "../../ops/place.ts";
import { moduleNamed, type OpFacts, opsAt } from "../facts/facts.ts";
import { bool, type Elements, float, int, listOf, type Type, tensor, unknown } from "./types.ts";

/** Where functions are, by the name of the module that has them. */
const functions: Readonly<Record<string, Place>> = byName({
  torch: "torch",
  "torch.nn.functional": "F",
  "torch.linalg": "linalg",
  "torch.fft": "fft",
  "torch.special": "special",
});

/** The op of torch.abs, torch.nn.functional.relu, torch.linalg.det; null for anything else. */
export function functionOp(path: string): OpFacts | null {
  const at = path.lastIndexOf(".");
  const place = functions[path.slice(0, at)];
  return (place === undefined ? undefined : opsAt(place).get(path.slice(at + 1))) ?? null;
}

/** The op of x.abs(), and of x.abs_(). */
export function methodOp(name: string): OpFacts | null {
  const methods = opsAt("method");
  const own = methods.get(name);
  if (own !== undefined) return own;
  const base = name.endsWith("_") ? methods.get(name.slice(0, -1)) : undefined;
  return base?.inPlace === true ? base : null;
}

/** Modules that are no functions with arguments. */
export const layers: ReadonlySet<string> = new Set([
  "Module",
  "Linear",
  "Sequential",
  "ModuleList",
  "ParameterList",
  "Identity",
  "Dropout",
]);

export const isModuleName = (name: string): boolean => layers.has(name) || moduleNamed(name) !== null;

/** What a tensor says of itself without an op. */
export const plainMethods: Readonly<Record<string, Type>> = byName({
  numel: int,
  nelement: int,
  dim: int,
  ndimension: int,
  backward: { kind: "none" },
  retain_grad: { kind: "none" },
  requires_grad_: tensor,
  zero_: tensor,
  fill_: tensor,
  copy_: tensor,
});

export const properties: Readonly<Record<string, Type>> = byName({
  shape: { kind: "list", item: int, isShape: true },
  dtype: { kind: "dtype" },
  device: { kind: "device" },
  ndim: int,
  requires_grad: bool,
  is_leaf: bool,
  grad: { kind: "optional", of: tensor },
  T: tensor,
  mT: tensor,
  data: tensor,
});

/** What answers a question, besides comparisons. */
const bools: ReadonlySet<string> = new Set(["isclose", "all", "any", "bool"]);
const integers: ReadonlySet<string> = new Set([
  "argmax",
  "argmin",
  "argsort",
  "bucketize",
  "searchsorted",
  "bincount",
  "count_nonzero",
  "nonzero",
  "one_hot",
  "randint",
  "randperm",
  "long",
  "int",
]);
/** What keeps the elements it is given, or adds them up. */
const keeping: ReadonlySet<string> = new Set([
  "add",
  "sub",
  "mul",
  "neg",
  "abs",
  "square",
  "sum",
  "cumsum",
  "view",
  "reshape",
  "flatten",
  "squeeze",
  "unsqueeze",
  "expand",
  "expand_as",
  "permute",
  "transpose",
  "t",
  "narrow",
  "select",
  "getitem",
  "gather",
  "flip",
  "repeat",
  "clone",
  "detach",
  "bitwise_and",
  "bitwise_or",
  "bitwise_xor",
  "bitwise_not",
  "diagonal",
  "diag",
  "clamp",
  "max",
  "min",
  "amax",
  "amin",
]);

function elementsOf(op: OpFacts, given: readonly Type[]): Elements {
  if (op.compares || bools.has(op.name)) return "bool";
  if (integers.has(op.name)) return "integer";
  const tensors = given.flatMap((type) => (type.kind === "tensor" ? [type.elements] : []));
  if (tensors.includes("float")) return "float";
  if (op.gradient !== "none" && !keeping.has(op.name))
    return tensors.length > 0 && tensors.every((each) => each === "any") ? "any" : "float";
  if (!keeping.has(op.name)) return op.name === "arange" || op.name.includes("tensor") ? "any" : "float";
  if (tensors.length === 0 || tensors.includes("any")) return "any";
  const isSum = op.name === "sum" || op.name === "cumsum";
  if (given.some((type) => type.kind === "number" && type.form !== "int")) return "float";
  return tensors.every((each) => each === "bool") && !isSum ? "bool" : "integer";
}

/** What an op makes of its arguments, as far as can be told. */
export function resultOf(op: OpFacts, given: readonly Type[], hasDim: boolean): Type {
  const made: Type = { kind: "tensor", elements: elementsOf(op, given) };
  if (op.name === "item") {
    const [x] = given;
    if (x?.kind !== "tensor") return { kind: "number", form: "any" };
    if (x.elements === "bool") return bool;
    return x.elements === "float" ? float : x.elements === "integer" ? int : { kind: "number", form: "any" };
  }
  if (op.name === "tolist") return listOf(unknown);
  const isPair = { kind: "record", names: ["values", "indices"] } as const;
  if (op.params.some(({ kind }) => kind === "dimOrTensor")) {
    const other = given[op.params.findIndex(({ kind }) => kind === "dimOrTensor")];
    return hasDim || other?.kind === "number" ? isPair : made;
  }
  switch (op.returns) {
    case "Tensor":
      return made;
    case "Tensor | { values: Tensor; indices: Tensor }":
      return hasDim || given.some(({ kind }) => kind === "number") ? isPair : made;
    case "Tensor[]":
      return listOf(made);
    case "[Tensor, Tensor]":
      return { kind: "tuple", items: [made, made] };
    case "boolean":
      return bool;
    case "number":
      return { kind: "number", form: "any" };
    default: {
      const names = namesOfRecord(op.returns);
      return names.length > 0 ? { kind: "record", names } : unknown;
    }
  }
}

/** Q, R of "{ readonly Q: Tensor; readonly R: Tensor }"; none of anything else. */
function namesOfRecord(returns: string): readonly string[] {
  const inner = /^\{ (.*) \}$/.exec(returns)?.[1] ?? "";
  const fields = inner.split("; ").map((field) => /^(?:readonly )?(\w+): Tensor$/.exec(field)?.[1]);
  return fields.every((name) => name !== undefined) ? fields : [];
}

/** The elements of what is made of Python data. */
export function elementsOfData(type: Type): Elements {
  if (type.kind === "number") return type.form === "float" ? "float" : type.form === "int" ? "integer" : "any";
  if (type.kind === "bool") return "bool";
  if (type.kind === "tensor") return type.elements;
  if (type.kind === "list") return elementsOfData(type.item);
  if (type.kind !== "tuple") return "any";
  const items = type.items.map(elementsOfData);
  if (items.includes("float")) return "float";
  return items.length > 0 && items.every((each) => each === items[0]) ? items[0] : "any";
}
