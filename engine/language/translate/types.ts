/** @file What is known of a value before the program runs. */
import type { Annotation, ClassDefinition, Expression, FunctionDefinition, Lambda } from "./tree.ts";

/** `any`: nothing is known of the elements. */
export type Elements = "float" | "integer" | "bool" | "any";

export type Type =
  /** Nothing has been seen yet. */
  | { readonly kind: "never" }
  /** It cannot be told. */
  | { readonly kind: "unknown" }
  | { readonly kind: "tensor"; readonly elements: Elements }
  | { readonly kind: "number"; readonly form: "int" | "float" | "any" }
  | { readonly kind: "bool" | "string" | "none" | "dtype" | "device" }
  /** `isShape`: the sizes of a tensor. `holder`: a module of nn that is gone through as a list is. */
  | {
      readonly kind: "list";
      readonly item: Type;
      readonly isShape: boolean;
      readonly holder?: "ModuleList" | "ParameterList";
    }
  | { readonly kind: "tuple"; readonly items: readonly Type[] }
  | { readonly kind: "dict"; readonly value: Type }
  /** A result with named parts, as torch.max(x, 1) has values and indices. */
  | { readonly kind: "record"; readonly names: readonly string[] }
  | { readonly kind: "function"; readonly definition: FunctionDefinition | Lambda }
  | { readonly kind: "class"; readonly definition: ClassDefinition }
  | { readonly kind: "instance"; readonly definition: ClassDefinition }
  /** A module of torch.nn, by the name of its class. */
  | { readonly kind: "module"; readonly name: string }
  /** A function of PyTorch's or Python's, as a value. */
  | { readonly kind: "known"; readonly path: string }
  | { readonly kind: "optional"; readonly of: Type }
  /** One thing here, another there. */
  | { readonly kind: "mixed"; readonly types: readonly Type[] };

export const never: Type = { kind: "never" };
export const unknown: Type = { kind: "unknown" };
export const none: Type = { kind: "none" };
export const bool: Type = { kind: "bool" };
export const string: Type = { kind: "string" };
export const int: Type = { kind: "number", form: "int" };
export const float: Type = { kind: "number", form: "float" };
export const someNumber: Type = { kind: "number", form: "any" };
export const tensor: Type = { kind: "tensor", elements: "any" };
export const floats: Type = { kind: "tensor", elements: "float" };
export const shape: Type = { kind: "list", item: int, isShape: true };
export const listOf = (item: Type): Type => ({ kind: "list", item, isShape: false });

/** What holds of a value that is either. */
export function join(a: Type, b: Type): Type {
  if (a.kind === "never") return b;
  if (b.kind === "never" || a === b) return a;
  if (a.kind === "unknown" || b.kind === "unknown") return unknown;
  if (a.kind === "none") return b.kind === "none" || b.kind === "optional" ? b : { kind: "optional", of: b };
  if (b.kind === "none") return join(b, a);
  if (a.kind === "optional") return { kind: "optional", of: join(a.of, b.kind === "optional" ? b.of : b) };
  if (b.kind === "optional") return join(b, a);
  if (a.kind === "mixed" || b.kind === "mixed") return mixed([...partsOf(a), ...partsOf(b)]);
  return same(a, b) ?? mixed([a, b]);
}

const partsOf = (type: Type): readonly Type[] => (type.kind === "mixed" ? type.types : [type]);

function mixed(types: readonly Type[]): Type {
  const found: Type[] = [];
  for (const type of types) {
    const at = found.findIndex((each) => same(each, type) !== null);
    if (at < 0) found.push(type);
    else found[at] = same(found[at], type) ?? type;
  }
  return found.length === 1 ? found[0] : { kind: "mixed", types: found };
}

/** Two types of one kind as one; null where they are of different kinds. */
function same(a: Type, b: Type): Type | null {
  if (a.kind === "tensor" && b.kind === "tensor")
    return a.elements === b.elements ? a : { kind: "tensor", elements: "any" };
  if (a.kind === "number" && b.kind === "number") return a.form === b.form ? a : someNumber;
  if (a.kind === "list" && b.kind === "list")
    return {
      kind: "list",
      item: join(a.item, b.item),
      isShape: a.isShape && b.isShape,
      ...(a.holder !== undefined && a.holder === b.holder ? { holder: a.holder } : {}),
    };
  if (a.kind === "tuple" && b.kind === "tuple")
    return a.items.length === b.items.length
      ? { kind: "tuple", items: a.items.map((item, i) => join(item, b.items[i])) }
      : listOf([...a.items, ...b.items].reduce(join, never));
  if (a.kind === "tuple" && b.kind === "list") return same(listOf(a.items.reduce(join, never)), b);
  if (a.kind === "list" && b.kind === "tuple") return same(b, a);
  if (a.kind === "dict" && b.kind === "dict") return { kind: "dict", value: join(a.value, b.value) };
  if (a.kind === "record" && b.kind === "record") return a.names.join() === b.names.join() ? a : null;
  if (a.kind === "module" && b.kind === "module") return a.name === b.name ? a : { kind: "module", name: "Module" };
  if (a.kind === "instance" && b.kind === "instance") return a.definition === b.definition ? a : null;
  if (a.kind === "class" && b.kind === "class") return a.definition === b.definition ? a : null;
  if (a.kind === "function" && b.kind === "function") return a.definition === b.definition ? a : null;
  if (a.kind === "known" && b.kind === "known") return a.path === b.path ? a : null;
  return a.kind === b.kind ? a : null;
}

/** What a value is where it is used: None would be an error there. */
export const present = (type: Type): Type => (type.kind === "optional" ? type.of : type);

export const isTensor = (type: Type): boolean => present(type).kind === "tensor";
export const isNumber = (type: Type): boolean => {
  const given = present(type);
  return given.kind === "number" || given.kind === "bool";
};

/** A number here and a tensor there: what a sum that begins with 0 is. */
export function isTensorOrNumber(type: Type): boolean {
  const given = present(type);
  return (
    given.kind === "mixed" &&
    given.types.some(({ kind }) => kind === "tensor") &&
    given.types.every(({ kind }) => kind === "tensor" || kind === "number" || kind === "bool")
  );
}

/** The items of what can be gone through; null where it cannot be told. */
export function itemOf(type: Type): Type | null {
  const given = present(type);
  switch (given.kind) {
    case "never":
      return never;
    case "list":
      return given.item;
    case "tuple":
      return given.items.reduce(join, never);
    case "dict":
    case "string":
      return string;
    case "tensor":
      return given;
    case "record":
      return tensor;
    default:
      return null;
  }
}

export type Typed = (node: Expression) => Type;

/** Equal as far as a pass could tell them apart. */
export function isSame(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  const sameList = (x: readonly Type[], y: readonly Type[]) =>
    x.length === y.length && x.every((each, i) => isSame(each, y[i]));
  switch (a.kind) {
    case "tensor":
      return b.kind === "tensor" && a.elements === b.elements;
    case "number":
      return b.kind === "number" && a.form === b.form;
    case "list":
      return b.kind === "list" && a.isShape === b.isShape && a.holder === b.holder && isSame(a.item, b.item);
    case "tuple":
      return b.kind === "tuple" && sameList(a.items, b.items);
    case "mixed":
      return b.kind === "mixed" && sameList(a.types, b.types);
    case "dict":
      return b.kind === "dict" && isSame(a.value, b.value);
    case "optional":
      return b.kind === "optional" && isSame(a.of, b.of);
    case "record":
      return b.kind === "record" && a.names.join() === b.names.join();
    case "function":
    case "class":
    case "instance":
      return "definition" in b && a.definition === b.definition;
    case "module":
      return b.kind === "module" && a.name === b.name;
    case "known":
      return b.kind === "known" && a.path === b.path;
    default:
      return true;
  }
}

export function typeOfAnnotation(annotation: Annotation): Type {
  switch (annotation.kind) {
    case "tensor":
      return tensor;
    case "float":
      return float;
    case "int":
      return int;
    case "bool":
      return bool;
    case "string":
      return string;
    case "none":
      return none;
    case "list":
      return listOf(typeOfAnnotation(annotation.item));
    case "tuple":
      return { kind: "tuple", items: annotation.items.map(typeOfAnnotation) };
    case "dict":
      return { kind: "dict", value: typeOfAnnotation(annotation.value) };
    case "optional":
      return { kind: "optional", of: typeOfAnnotation(annotation.of) };
    case "class":
      return annotation.path.startsWith("torch.nn.")
        ? { kind: "module", name: annotation.path.slice("torch.nn.".length) }
        : annotation.path === "torch.dtype"
          ? { kind: "dtype" }
          : unknown;
  }
}
