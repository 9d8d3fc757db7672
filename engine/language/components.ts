/**
 * @file What a loss returned, in either language, as facts and as components: one tensor, or several in a tuple, list or dict. A dict (in
 * TypeScript an object) names them.
 */
import { reshape } from "../ops/indexing/movement.ts";
import { cat } from "../ops/indexing/slices.ts";
import { Float } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { numelOf } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import type { ResultFacts } from "../vector/lens.ts";
import { Dict } from "./python/runtime/dicts.ts";
import { isFloat, isInt } from "./python/runtime/floats.ts";
import { NamedTuple, Tuple } from "./python/runtime/sequences.ts";
import { typeName } from "./python/runtime/type-name.ts";

export interface Components {
  /** What the lens asks about. */
  readonly facts: ResultFacts;
  /** The tensor itself, or its parts in one dimension; null where there is no tensor to start a gradient from. */
  readonly tensor: Tensor | null;
  /** One for each element of `tensor`, where the loss names its parts; null where it does not. */
  readonly names: readonly string[] | null;
}

interface Part {
  readonly name: string | null;
  readonly value: unknown;
}

/**
 * A result of forward. A tuple, list or dict of tensors is flattened part by part, on the tape; anything else that is no tensor has none.
 * Throws EngineError `component` for a tuple, list or dict that holds something else than tensors.
 */
export function componentsOf(result: unknown): Components {
  if (Tensor.isTensor(result)) return { facts: tensorFacts("tensor", "Tensor", [result]), tensor: result, names: null };
  const kind = kindOf(result);
  if (kind === "number") return { facts: numberFacts(result), tensor: null, names: null };
  if (kind === "none" || kind === "other") return { facts: plainFacts(kind, result), tensor: null, names: null };
  const parts = partsOf(result);
  const tensors = parts.map(tensorOf);
  const names = parts.every(({ name }) => name !== null) ? parts.flatMap((part, i) => namesOf(part, tensors[i])) : null;
  return { facts: tensorFacts(kind, pythonType(result, kind), tensors), tensor: joined(tensors), names };
}

function kindOf(result: unknown): ResultFacts["kind"] {
  if (result === null || result === undefined) return "none";
  if (result instanceof Float || typeof result === "number" || typeof result === "boolean") return "number";
  if (result instanceof Tuple) return "tuple";
  if (Array.isArray(result)) return "list";
  if (result instanceof Dict || isPlainObject(result)) return "dict";
  return "other";
}

/** An object as `{ a, b }` writes it; an instance of a class is something else. */
function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Another realm's Object.prototype has no prototype either.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function partsOf(result: unknown): readonly Part[] {
  if (result instanceof NamedTuple) return [...result].map((value, i) => ({ name: result.names[i], value }));
  if (Array.isArray(result)) return result.map((value: unknown) => ({ name: null, value }));
  if (result instanceof Dict) return result.entries().map(([key, value]) => ({ name: String(key), value }));
  return isPlainObject(result)
    ? Object.entries(result).map(([name, value]: [string, unknown]) => ({ name, value }))
    : [];
}

/** What a loss returned, one by one. */
export function valuesOf(result: unknown): readonly unknown[] {
  const kind = Tensor.isTensor(result) ? "tensor" : kindOf(result);
  return kind === "tuple" || kind === "list" || kind === "dict" ? partsOf(result).map(({ value }) => value) : [result];
}

function tensorOf({ name, value }: Part, place: number): Tensor {
  if (Tensor.isTensor(value)) return value;
  throw new EngineError({
    type: "RuntimeError",
    code: "component",
    op: "forward",
    message: `forward: every component of the loss must be a tensor, got ${typeName(value)} for ${name ?? `number ${place}`}`,
    hint: "Return tensors only; what is merely to be looked at can be printed.",
  });
}

/** A scalar has its part's name; of several elements each has its place too. */
function namesOf({ name }: Part, tensor: Tensor): readonly string[] {
  if (tensor.shape.length === 0) return [name ?? ""];
  return Array.from({ length: numelOf(tensor.shape) }, (_, i) => `${name ?? ""}[${i}]`);
}

function joined(tensors: readonly Tensor[]): Tensor | null {
  return tensors.length === 0 ? null : cat(tensors.map((tensor) => reshape(tensor, [-1])));
}

function tensorFacts(kind: ResultFacts["kind"], type: string, tensors: readonly Tensor[]): ResultFacts {
  return {
    kind,
    type,
    shapes: tensors.map(({ shape }) => shape),
    dtype: tensors[0]?.dtype ?? "float32",
    requiresGrad: tensors.some(({ requires_grad }) => requires_grad),
  };
}

function numberFacts(value: unknown): ResultFacts {
  const dtype = isFloat(value) ? "float32" : isInt(value) ? "int64" : "bool";
  return { kind: "number", type: typeName(value), shapes: [[]], dtype, requiresGrad: false };
}

function plainFacts(kind: "none" | "other", value: unknown): ResultFacts {
  return { kind, type: typeName(value), shapes: [], dtype: "", requiresGrad: false };
}

/** TypeScript's objects are Python's dicts. */
const pythonType = (result: unknown, kind: ResultFacts["kind"]): string =>
  kind === "dict" ? "dict" : typeName(result);
