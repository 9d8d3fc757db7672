/** @file A result parted into the terms it is a sum of, and which of them bring a gradient. */
import { gradientsOf } from "../autograd/backward.ts";
import type { NamedParameter } from "../language/loss.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type Cut, cutOf } from "./causes.ts";
import { isFlat } from "./cuts.ts";
import { euclideanNorm } from "./facts.ts";
import type { Origin } from "./origins.ts";
import type { Zeroed } from "./zeroed.ts";

/** A term that is made of the predictions, adds to the value and brings them no gradient. */
export interface DeadTerm {
  readonly cut: Cut;
  /** Where the term was made. */
  readonly probe: number | null;
  readonly value: number;
  /** Of the sum of all terms' sizes. */
  readonly share: number;
}

/** A term, as it stands in the result. */
export interface Part {
  /** Where it was made. */
  readonly probe: number | null;
  readonly value: number;
  /** Of the sum of all terms' sizes. */
  readonly share: number;
  /** Of its gradient with respect to the predictions; null where none reaches them. */
  readonly gradNorm: number | null;
  /** Names of the loss's own parameters that it reaches. */
  readonly reaches: readonly string[];
}

/** A part, and the op that made its gradient 0 on this batch. */
export interface LookedPart {
  readonly part: Part;
  readonly zeroed: Zeroed | null;
}

interface Term {
  readonly origin: Origin;
  /** What it is multiplied with in the result. */
  readonly factor: number;
}

/** More are no terms but a loop's. */
const MOST_TERMS = 64;
/** Each costs a backward of its own. */
const MOST_PARTS = 8;

/** Of a result that a gradient starts from. */
export function deadTerms(result: Origin): DeadTerm[] {
  const terms = termsOf(result);
  if (terms.length < 2) return [];
  const values = terms.map(amountOf);
  const total = sizeOf(values);
  return terms.flatMap(({ origin }, i): DeadTerm[] => {
    if (origin.reaches || !origin.depends || origin.isOnTape) return [];
    const cut = cutOf([origin]);
    if (cut === null || isStraightThrough(origin, terms)) return [];
    return [{ cut, probe: origin.probe, value: values[i], share: total > 0 ? Math.abs(values[i]) / total : 0 }];
  });
}

/** x + (f(x) - x).detach(): the value of f with the slope of x, on purpose. */
function isStraightThrough({ op, inputs }: Origin, terms: readonly Term[]): boolean {
  const [difference] = inputs;
  if (op !== "detach" || difference?.op !== "sub") return false;
  const taken = difference.inputs.at(-1)?.tensor ?? null;
  return taken !== null && terms.some(({ origin }) => origin.reaches && numberIn(origin.tensor) === numberIn(taken));
}

/**
 * Terms that are on the tape and whose gradient is 0: an op in steps stands in them, or bounds that all of this batch is beyond. One that is 0 itself
 * is at rest, as a hinge is.
 */
export function flatTerms(result: Origin, parts: readonly LookedPart[]): DeadTerm[] {
  const terms = termsOf(result).filter(isLooked);
  return parts.flatMap(({ part: { gradNorm, probe, value, share }, zeroed }, i): DeadTerm[] => {
    if (gradNorm !== 0 || terms[i] === undefined) return [];
    const flat = flatIn(terms[i].origin) ?? (value !== 0 ? zeroed : null);
    if (flat === null) return [];
    return [{ cut: { op: flat.op ?? "", probe: flat.probe, isAsked: false, also: null }, probe, value, share }];
  });
}

/** The op in steps that all of it goes through. */
function flatIn(origin: Origin): Origin | null {
  for (let at: Origin | undefined = origin; at !== undefined; at = at.inputs.find(({ reaches }) => reaches))
    if (at.op !== null && isFlat(at.op)) return at;
  return null;
}

const isLooked = ({ origin }: Term): boolean => origin.depends || origin.isOnTape;

/** Before backward, which the graph does not outlive. None where there is but one, or too many to look at. */
export function partsOf(
  result: Origin,
  predictions: Tensor,
  parameters: readonly NamedParameter[],
  takeZeroed: () => Zeroed | null,
): LookedPart[] {
  const terms = termsOf(result).filter(isLooked);
  if (terms.length < 2 || terms.length > MOST_PARTS) return [];
  const values = terms.map(amountOf);
  const total = sizeOf(values);
  const learned = parameters.filter(([, { requires_grad }]) => requires_grad);
  return terms.map(({ origin, factor }, i): LookedPart => {
    const { tensor } = origin;
    const inputs = [predictions, ...learned.map(([, parameter]) => parameter)];
    const found =
      tensor === null || !origin.isOnTape
        ? inputs.map(() => null)
        : gradientsOf([tensor], inputs, [null], { retainGraph: true });
    const [own, ...others] = found;
    const part: Part = {
      probe: origin.probe,
      value: values[i],
      share: total > 0 ? Math.abs(values[i]) / total : 0,
      gradNorm: own === null || own === undefined ? null : Math.abs(factor) * euclideanNorm(own),
      reaches: learned.flatMap(([name], k) => (others[k] === null || others[k] === undefined ? [] : [name])),
    };
    return { part, zeroed: takeZeroed() };
  });
}

const amountOf = ({ origin, factor }: Term): number => factor * (origin.number ?? numberIn(origin.tensor));
const sizeOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + Math.abs(value), 0);

/** Sums of single numbers, parted as long as they are ones. */
function termsOf(result: Origin): Term[] {
  const terms: Term[] = [];
  const open: Term[] = [{ origin: result, factor: 1 }];
  while (open.length > 0 && terms.length + open.length <= MOST_TERMS) {
    const term = open.shift();
    if (term === undefined) break;
    const parts = split(term);
    if (parts === null) terms.push(term);
    else open.push(...parts);
  }
  return [...terms, ...open];
}

const isSingle = ({ tensor }: Origin): boolean => tensor === null || numelOf(tensor.shape) === 1;

/** null for what is no sum. */
function split({ origin, factor }: Term): Term[] | null {
  const { op, inputs, tensor } = origin;
  if (tensor === null || !isSingle(origin)) return null;
  const [left, right] = inputs;
  switch (op) {
    case "add":
    case "sub": {
      if (!inputs.every(isSingle) || left === undefined) return null;
      // A number that was written there is no term; 1 - x and x - 1 launch alike.
      if (right === undefined) return op === "add" ? [{ origin: left, factor }] : null;
      return [
        { origin: left, factor },
        { origin: right, factor: op === "add" ? factor : -factor },
      ];
    }
    case "neg":
      return left === undefined ? null : [{ origin: left, factor: -factor }];
    case "mul":
    case "div":
      return distributed(origin, factor);
    case "sum":
    case "mean":
      if (left === undefined) return null;
      return isSingle(left)
        ? [{ origin: left, factor }]
        : ofStack(left, op === "mean" ? factor / sizeIn(left) : factor);
    case "reshape":
    case "squeeze":
    case "unsqueeze":
    case "view":
    case "clone":
      return left !== undefined && isSingle(left) ? [{ origin: left, factor }] : null;
    default:
      return null;
  }
}

/** A weight in front of a sum goes to each of its terms. */
function distributed(origin: Origin, factor: number): Term[] | null {
  const [varied, ...others] = origin.inputs.filter(({ depends, isOnTape }) => depends || isOnTape);
  if (varied === undefined || others.length > 0 || !origin.inputs.every(isSingle)) return null;
  if (origin.op === "div" && origin.inputs[0] !== varied) return null;
  const given = numberIn(varied.tensor);
  if (given === 0) return null;
  const inner = split({ origin: varied, factor: (factor * numberIn(origin.tensor)) / given });
  return inner !== null && inner.length > 1 ? inner : null;
}

/** torch.stack([a, b]), or weights that are no parameters times it. */
function ofStack(origin: Origin, factor: number): Term[] | null {
  const { op, inputs, tensor } = origin;
  if (op === "stack" || op === "cat") {
    const parts = inputs.map(unwrapped);
    return parts.length > 1 && parts.every(isSingle) ? parts.map((part) => ({ origin: part, factor })) : null;
  }
  if (op !== "mul" || inputs.length !== 2 || tensor === null) return null;
  const [stack, weights] = inputs[0].depends ? inputs : [inputs[1], inputs[0]];
  if (weights.depends || weights.isOnTape || weights.tensor === null) return null;
  const parts = ofStack(stack, factor);
  const numbers = toContiguousData(weights.tensor);
  if (parts?.length !== numbers.length) return null;
  return parts.map((part, i) => ({ origin: part.origin, factor: part.factor * Number(numbers[i]) }));
}

/** What went into a stack was given a dim of its own. */
function unwrapped(origin: Origin): Origin {
  const [inner] = origin.inputs;
  const isWrap = origin.op === "unsqueeze" || origin.op === "reshape" || origin.op === "view";
  return isWrap && inner !== undefined && isSingle(inner) ? unwrapped(inner) : origin;
}

const sizeIn = ({ tensor }: Origin): number => (tensor === null ? 1 : numelOf(tensor.shape));
const numberIn = (tensor: Tensor | null): number => (tensor === null ? 0 : Number(toContiguousData(tensor)[0]));

export interface Still {
  readonly name: string;
  /** null where the result has nothing of it. */
  readonly cut: Cut | null;
}

/** Parameters that no gradient of the result reaches: they never move. `numbers`: what left the tape as a number may have been one of them. */
export function stillParameters(
  roots: readonly Origin[],
  parameters: readonly NamedParameter[],
  numbers: readonly Origin[],
): Still[] {
  const still = parameters.filter(([, { grad, requires_grad }]) => requires_grad && grad === null);
  if (still.length === 0) return [];
  const ends = endsOf(roots);
  return still.flatMap(([name, parameter]): Still[] => {
    const end = ends.get(parameter) ?? numbers.find(({ inputs }) => inputs.some(({ tensor }) => tensor === parameter));
    return [
      { name, cut: end === undefined ? null : { op: end.op ?? "", probe: end.probe, isAsked: false, also: null } },
    ];
  });
}

/** Where leaves that require a gradient go into the result and no optimiser knows of them: no parameters of the loss's, nor given. */
export function unregistered(
  roots: readonly Origin[],
  parameters: readonly NamedParameter[],
  given: readonly Tensor[],
): (number | null)[] {
  const known = new Set<Tensor>([...parameters.map(([, tensor]) => tensor), ...given]);
  const found: (number | null)[] = [];
  const seen = new Set<Origin>();
  const open = [...roots];
  for (let origin = open.pop(); origin !== undefined; origin = open.pop()) {
    if (seen.has(origin)) continue;
    seen.add(origin);
    for (const input of origin.inputs) {
      const { tensor } = input;
      const isLeaf = tensor?.requires_grad === true && tensor.is_leaf && !known.has(tensor);
      // What was cut off and told to require a gradient has a finding of its own.
      if (isLeaf && tensor.grad !== null && !input.depends) {
        known.add(tensor);
        found.push(origin.probe);
      }
      open.push(input);
    }
  }
  return found;
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
