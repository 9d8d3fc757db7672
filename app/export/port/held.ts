/** @file The kinds that a value may be of, as bits, and what operators and ops make of them. */
import type { SyntaxNode } from "../../../engine/language/python/syntax.ts";
import { masks, preserving, wholes } from "./result-kinds.ts";

export const FLOAT = 1;
export const WHOLE = 2;
export const MASK = 4;
/** A number of elements: a number in JAX, and perhaps a tensor where TensorFlow compiles. */
export const SIZE = 8;
/** A pair: values, and their places. */
export const PLACED = 16;
export const TENSOR = FLOAT | WHOLE | MASK;

/** What it may be itself, and what it may hold: elements, values, attributes. */
export interface Held {
  readonly own: number;
  readonly within: number;
}

export const nothing: Held = { own: 0, within: 0 };
export const joined = (a: Held, b: Held): Held => ({ own: a.own | b.own, within: a.within | b.within });
export const all = (held: readonly Held[]): Held => held.reduce(joined, nothing);
export const tensor = (own: number): Held => ({ own, within: own });
/** An element of it. */
export const element = ({ own, within }: Held): Held =>
  (own & TENSOR) !== 0 ? tensor(own & TENSOR) : { own: within, within };

export const isTensor = (kind: number): boolean => (kind & TENSOR) !== 0;

export function ofOp(key: string, given: number): number {
  if (masks.has(key)) return MASK;
  if (wholes.has(key)) return WHOLE;
  if (!preserving.has(key)) return key === "sum" && given !== 0 && (given & FLOAT) === 0 ? WHOLE : FLOAT;
  return given === 0 ? FLOAT : given;
}

/** What an op with several results holds: tensors like its own, or values and their places; null for one with a single result. */
export function partsOf(key: string, { own, within }: Held, hasDim: boolean): Held | null {
  if (listing.has(key)) return { own: 0, within: (own | within) & TENSOR };
  const isPlaced = placing.has(key) || (placingAlong.has(key) && hasDim);
  return isPlaced ? { own: PLACED, within: FLOAT | WHOLE } : null;
}

const listing = new Set(["chunk", "split", "unbind", "meshgrid", "var_mean", "std_mean", "broadcast_tensors"]);
const placing = new Set(["sort", "topk", "kthvalue"]);
const placingAlong = new Set(["median", "max", "min"]);

/** The one of several results that stands at a place. */
export const partOf = (held: Held, place: number): Held =>
  (held.own & PLACED) !== 0 ? tensor(place === 0 ? FLOAT : WHOLE) : element(held);

export function combined(node: SyntaxNode, left: Held, right: Held): Held {
  const operator = node.childForFieldName("operator")?.text.replace(/=$/, "") ?? "";
  const [a, b] = [left.own & TENSOR, right.own & TENSOR];
  if (a === 0 && b === 0) {
    const own = (left.own | right.own) & SIZE;
    return { own, within: left.within | right.within };
  }
  if (["&", "|", "^"].includes(operator)) return tensor((a | b) & ~FLOAT || WHOLE);
  if (operator === "/" || a === FLOAT || b === FLOAT) return tensor(FLOAT);
  const sum = a | b;
  // Masks become whole numbers where they are counted with.
  return tensor((sum & MASK) !== 0 && operator !== "" ? sum | WHOLE : sum);
}
