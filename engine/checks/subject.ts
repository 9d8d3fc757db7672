/**
 * @file A loss as a function that a check may ask anywhere: of any predictions and targets, its value and its gradient. The generator
 * is seeded anew for each question, and a loss that keeps something is made anew, so that equal questions have equal answers whatever was asked before.
 */
import { backward, gradientsOf } from "../autograd/backward.ts";
import { type Define, instantiate, type Loss, type ParametersOf, type Scope, targetsFor } from "../language/loss.ts";
import type { Surroundings } from "../language/surroundings.ts";
import { LossRuntime } from "../language/loss-runtime.ts";
import type { Entry } from "../language/program.ts";
import type { SettingFacts } from "../language/roles.ts";
import { mul } from "../ops/pointwise/arithmetic.ts";
import { sum } from "../ops/reduction/reduction.ts";
import { defaultGenerator } from "../random/generator.ts";
import { allocate, type DType, doubles, isFloating } from "../tensor/dtype.ts";
import { numelOf, type Shape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { dataOf, Tensor } from "../tensor/tensor.ts";
import { type Launch, launchesOf, type Trail, trailOf } from "./launches.ts";
import type { SubjectKind } from "./subject-kind.ts";
import { numbers } from "./vectors.ts";

export interface Point {
  /** A vector's components added up. */
  readonly value: number;
  /** With respect to the predictions, row by row. */
  readonly gradient: Float64Array;
  /** Of what was returned. */
  readonly dtype: DType;
}

/** What is not said is as in the batch. */
export interface Question {
  readonly predictions?: ArrayLike<number>;
  /** In the place of the first target; as many rows as the predictions have. */
  readonly target?: ArrayLike<number>;
  /** The batch's rows to take, in this order. */
  readonly rows?: readonly number[];
  readonly dtype?: "float32" | "float64";
  readonly seed?: number;
  /** One of the loss's own parameters, with so much added to it. */
  readonly parameter?: { readonly index: number; readonly by: number };
}

export interface Subject {
  readonly kind: SubjectKind;
  /** Of the batch's predictions. */
  readonly shape: Shape;
  readonly rows: number;
  readonly predictions: Float64Array;
  /** The first target's numbers; none where there is no target. */
  readonly target: Float64Array;
  /** All targets that training will bring, where they are single numbers. */
  readonly population: Float64Array;
  /** The result is a vector, and its sum is what is asked about. */
  readonly isVector: boolean;
  /** It computes in float64 where it is given float64. */
  readonly isDouble: boolean;
  /** Why it does not take float64. */
  readonly refusal: string | null;
  /** It keeps something from one call to the next that changes its answers. */
  readonly isStateful: boolean;
  /** It still answers as at the beginning. */
  readonly holds: () => boolean;
  /** Names of the loss's own parameters. */
  readonly parameters: readonly string[];
  /** null where the loss fails, or no gradient reaches the predictions. */
  readonly ask: (question?: Question) => Point | null;
  /** The gradient's own change in a direction of what is asked about, by backward; null where there is none. */
  readonly curvature: (direction: Float64Array, question?: Question) => Float64Array | null;
  /** Of one call of forward, in float32. */
  readonly launches: () => readonly Launch[] | null;
  /** What a call does to the tape and to dtypes. */
  readonly trail: () => Trail;
  readonly now: () => number;
}

export interface Origin {
  readonly define: Define;
  readonly entry: Entry;
  readonly scope: Scope;
  readonly parametersOf: ParametersOf;
  readonly facts: SettingFacts;
  readonly seed: number;
  readonly kind: SubjectKind;
  readonly population: Float64Array;
  readonly batch: {
    readonly predictions: Tensor;
    readonly targets: readonly Tensor[];
    readonly surroundings: Surroundings;
  };
  readonly now: () => number;
  /** Milliseconds for all that is asked. */
  readonly budget: number;
}

/** Nothing more may be asked: what is known by then is all. */
export class OutOfTime extends Error {}

/** For loops of one question. */
const LOOPS = 100;

function numbersOf(tensor: Tensor): Float64Array {
  const data = toContiguousData(tensor);
  return numbers(data.length, (i) => Number(data[i]));
}

function tensorOf(values: ArrayLike<number>, rest: Shape, dtype: DType): Tensor {
  const data = allocate(dtype, values.length);
  for (let i = 0; i < data.length; i++) data[i] = values[i];
  const width = numelOf(rest);
  return Tensor.of(data, [width === 0 ? 0 : values.length / width, ...rest], dtype);
}

/** Chosen rows. */
export function chosen(values: ArrayLike<number>, width: number, rows: readonly number[]): Float64Array {
  const taken = doubles(rows.length * width);
  rows.forEach((row, i) => {
    for (let c = 0; c < width; c++) taken[i * width + c] = values[row * width + c];
  });
  return taken;
}

const isSame = (a: Point | null, b: Point): boolean =>
  a !== null && Object.is(a.value, b.value) && a.gradient.every((value, i) => Object.is(value, b.gradient[i]));

/**
 * null where the loss does not even answer for its own batch. `mayKeep`: a loss that gives the same answer after another question may be asked them
 * all; whether that was right, `holds` tells.
 */
export function subjectOf(origin: Origin, mayKeep = true): Subject | null {
  const { batch, entry, facts, parametersOf, scope, define } = origin;
  const { shape } = batch.predictions;
  if (shape.length === 0) return null;
  const [rows, ...rest] = shape;
  const width = numelOf(rest);
  const targets = targetsFor(entry, batch.targets, batch.surroundings.model !== null).map((tensor) => ({
    values: numbersOf(tensor),
    dtype: tensor.dtype,
    shape: tensor.shape,
    /** Row by row with the predictions; anything else is as it is. */
    isAligned: tensor.shape[0] === rows,
    isLearned: tensor.requires_grad,
  }));
  const predictions = numbersOf(batch.predictions);
  const until = origin.now() + origin.budget;
  const runtime = new LossRuntime({ budget: LOOPS, now: origin.now });
  let refusal: string | null = null;
  /** Makes a loss for each question dispensable. */
  let kept: Loss | null = null;
  const fresh = (): Loss => {
    defaultGenerator.seed(origin.seed);
    return instantiate(define, entry, scope, runtime, parametersOf, facts);
  };

  const called = ({ rows: wanted, predictions: given, target, dtype = "float64", seed, parameter }: Question) => {
    const taken = given ?? (wanted === undefined ? predictions : chosen(predictions, width, wanted));
    const leaf = tensorOf(taken, rest, dtype);
    leaf.requires_grad = true;
    const others = targets.map((each, i) => {
      const [, ...restOf] = each.shape;
      const as = isFloating(each.dtype) ? dtype : each.dtype;
      const own = i === 0 && target !== undefined ? target : null;
      const picked =
        own ?? (wanted === undefined || !each.isAligned ? each.values : chosen(each.values, numelOf(restOf), wanted));
      const made = each.shape.length === 0 ? scalarOf(picked[0], as) : tensorOf(picked, restOf, as);
      if (each.isLearned) made.requires_grad = true;
      return made;
    });
    const loss = parameter === undefined && kept !== null ? kept : fresh();
    if (parameter !== undefined) {
      const data = dataOf(loss.parameters()[parameter.index]);
      for (let i = 0; i < data.length; i++) data[i] += parameter.by;
    }
    defaultGenerator.seed(seed ?? origin.seed);
    runtime.begin();
    const result = loss.forward(leaf, others, batch.surroundings);
    if (!Tensor.isTensor(result) || !result.requires_grad) return null;
    const isVector = numelOf(result.shape) !== 1;
    return { leaf, loss, scalar: isVector ? sum(result) : result, dtype: result.dtype, isVector };
  };

  const answer = (question: Question) => {
    const made = called(question);
    if (made === null) return null;
    const { leaf, scalar, dtype, isVector, loss } = made;
    backward(scalar);
    if (leaf.grad === null) return null;
    const point = { value: Number(toContiguousData(scalar)[0]), gradient: numbersOf(leaf.grad), dtype };
    return { point, isVector, loss };
  };

  const trying = <T>(work: () => T): T | null => {
    if (origin.now() > until) throw new OutOfTime();
    try {
      return work();
    } catch (error) {
      refusal = error instanceof Error ? error.message : String(error);
      return null;
    }
  };
  const attempt = (question: Question) => trying(() => answer(question));

  const inDouble = attempt({});
  const why = inDouble === null ? refusal : null;
  const first = inDouble ?? attempt({ dtype: "float32" });
  if (first === null) return null;
  const precision = inDouble === null ? "float32" : "float64";
  const isStateful = !trying(() => {
    kept = fresh();
    attempt({ dtype: precision });
    attempt({ dtype: precision, predictions: predictions.map((value, i) => value + (i % 2) - 0.25) });
    return isSame(attempt({ dtype: precision })?.point ?? null, first.point);
  });
  if (isStateful || !mayKeep) kept = null;
  return {
    kind: origin.kind,
    shape,
    rows,
    predictions,
    target: targets[0]?.values ?? new Float64Array(0),
    population: origin.population,
    isVector: first.isVector,
    isDouble: first.point.dtype === "float64",
    refusal: why,
    parameters: first.loss.namedParameters().map(([name]) => name),
    isStateful,
    holds: () => kept === null || isSame(attempt({ dtype: precision })?.point ?? null, first.point),
    ask: (question = {}) => attempt({ dtype: precision, ...question })?.point ?? null,
    curvature: (direction, question = {}) =>
      trying(() => curvatureOf(called({ dtype: precision, ...question }), direction)),
    trail: () =>
      trying(() => trailOf(() => called({ dtype: precision }))) ?? { isCut: false, narrows: false, functions: [] },
    launches: () => trying(() => launchesOf(() => called({ dtype: "float32" }))),
    now: origin.now,
  };
}

function scalarOf(value: number, dtype: DType): Tensor {
  const data = allocate(dtype, 1);
  data[0] = value;
  return Tensor.of(data, [], dtype);
}

/** Of a call: the derivative of its gradient, in a direction. */
function curvatureOf(
  made: { readonly leaf: Tensor; readonly scalar: Tensor } | null,
  direction: Float64Array,
): Float64Array | null {
  if (made === null) return null;
  const { leaf, scalar } = made;
  const [slope] = gradientsOf([scalar], [leaf], [null], { createGraph: true });
  if (slope == null) return null;
  const along = tensorOf(direction, leaf.shape.slice(1), leaf.dtype);
  const total = sum(mul(slope, along));
  // A gradient that is constant has no graph.
  if (!total.requires_grad) return doubles(direction.length);
  const [found] = gradientsOf([total], [leaf], [null]);
  return found == null ? doubles(direction.length) : numbersOf(found);
}
