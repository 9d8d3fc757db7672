/** @file A result parted into the terms it is a sum of, and which of them bring a gradient. */
import type { NamedParameter } from "../language/loss.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type Cut, cutOf } from "./causes.ts";
import type { Origin } from "./origins.ts";

/** A term that is made of the predictions, adds to the value and brings them no gradient. */
export interface DeadTerm {
  readonly cut: Cut;
  /** Where the term was made. */
  readonly probe: number | null;
  readonly value: number;
  /** Of the sum of all terms' sizes. */
  readonly share: number;
}

interface Term {
  readonly origin: Origin;
  readonly sign: 1 | -1;
}

/** More are no terms but a loop's. */
const MOST_TERMS = 64;

/** Of a result that a gradient starts from. */
export function deadTerms(result: Origin): DeadTerm[] {
  const terms = termsOf(result);
  if (terms.length < 2) return [];
  const values = terms.map(({ origin, sign }) => sign * numberIn(origin.tensor));
  const total = values.reduce((sum, value) => sum + Math.abs(value), 0);
  return terms.flatMap(({ origin }, i): DeadTerm[] => {
    if (origin.reaches || !origin.depends || origin.isOnTape) return [];
    const cut = cutOf([origin]);
    if (cut === null) return [];
    return [{ cut, probe: origin.probe, value: values[i], share: total > 0 ? Math.abs(values[i]) / total : 0 }];
  });
}

/** Sums and differences of single numbers, parted as long as they are ones. */
function termsOf(result: Origin): Term[] {
  const terms: Term[] = [];
  const open: Term[] = [{ origin: result, sign: 1 }];
  while (open.length > 0 && terms.length + open.length <= MOST_TERMS) {
    const term = open.shift();
    if (term === undefined) break;
    const parts = partsOf(term);
    if (parts === null) terms.push(term);
    else open.push(...parts);
  }
  return [...terms, ...open];
}

function partsOf({ origin: { op, inputs, tensor }, sign }: Term): Term[] | null {
  if (tensor === null || numelOf(tensor.shape) !== 1) return null;
  const isSingle = ({ tensor: part }: Origin) => part !== null && numelOf(part.shape) === 1;
  if ((op !== "add" && op !== "sub") || inputs.length !== 2 || !inputs.every(isSingle)) return null;
  const [left, right] = inputs;
  return [
    { origin: left, sign },
    { origin: right, sign: op === "add" ? sign : sign === 1 ? -1 : 1 },
  ];
}

const numberIn = (tensor: Tensor | null): number => (tensor === null ? 0 : Number(toContiguousData(tensor)[0]));

export interface Still {
  readonly name: string;
  readonly cut: Cut;
}

/** Parameters that the result was made of and that no gradient of it reaches: they never move. */
export function stillParameters(roots: readonly Origin[], parameters: readonly NamedParameter[]): Still[] {
  const still = parameters.filter(([, { grad, requires_grad }]) => requires_grad && grad === null);
  if (still.length === 0) return [];
  const ends = endsOf(roots);
  return still.flatMap(([name, parameter]): Still[] => {
    const end = ends.get(parameter);
    return end === undefined ? [] : [{ name, cut: { op: end.op ?? "", probe: end.probe, isAsked: false } }];
  });
}

/** Of every leaf that a result was made of: the last step on the way from it that left the tape. */
function endsOf(roots: readonly Origin[]): ReadonlyMap<Tensor, Origin> {
  const ends = new Map<Tensor, Origin>();
  const seen = new Set<Origin>();
  const open = roots.map((origin): [Origin, Origin | null] => [origin, null]);
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const [origin, after] = step;
    if (seen.has(origin)) continue;
    seen.add(origin);
    const end = origin.isOnTape ? after : origin;
    if (origin.tensor !== null && origin.op === null && end !== null) ends.set(origin.tensor, end);
    for (const input of origin.inputs) open.push([input, end]);
  }
  return ends;
}
