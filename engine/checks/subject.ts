/**
 * @file A loss as a function that a check may ask anywhere: of any predictions and targets, its value and its gradient. Each question is put to
 * a loss of its own with the generator seeded anew, so that equal questions have equal answers whatever was asked before.
 */
import { backward } from "../autograd/backward.ts";
import {
  type Define,
  instantiate,
  type ParametersOf,
  type Scope,
  type Surroundings,
  targetsFor,
} from "../language/loss.ts";
import { LossRuntime } from "../language/loss-runtime.ts";
import type { Entry } from "../language/program.ts";
import type { SettingFacts } from "../language/roles.ts";
import { sum } from "../ops/reduction.ts";
import { defaultGenerator } from "../random/generator.ts";
import { allocate, type DType, isFloating } from "../tensor/dtype.ts";
import { numelOf, type Shape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import type { SubjectKind } from "./subject-kind.ts";

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
  readonly classes: number;
  /** The result is a vector, and its sum is what is asked about. */
  readonly isVector: boolean;
  /** It computes in float64 where it is given float64. */
  readonly isDouble: boolean;
  /** Why it does not take float64. */
  readonly refusal: string | null;
  /** null where the loss fails, or no gradient reaches the predictions. */
  ask(question?: Question): Point | null;
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

const numbersOf = (tensor: Tensor): Float64Array => Float64Array.from(toContiguousData(tensor), Number);

function tensorOf(values: ArrayLike<number>, rest: Shape, dtype: DType): Tensor {
  const data = allocate(dtype, values.length);
  for (let i = 0; i < data.length; i++) data[i] = values[i];
  const width = numelOf(rest);
  return Tensor.of(data, [width === 0 ? 0 : values.length / width, ...rest], dtype);
}

/** Chosen rows. */
export function chosen(values: ArrayLike<number>, width: number, rows: readonly number[]): Float64Array {
  const taken = new Float64Array(rows.length * width);
  rows.forEach((row, i) => {
    for (let c = 0; c < width; c++) taken[i * width + c] = values[row * width + c];
  });
  return taken;
}

/** null where the loss does not even answer for its own batch. */
export function subjectOf(origin: Origin): Subject | null {
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

  const answer = ({ rows: wanted, predictions: given, target, dtype = "float64", seed }: Question) => {
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
    defaultGenerator.seed(seed ?? origin.seed);
    const loss = instantiate(define, entry, scope, runtime, parametersOf, facts);
    runtime.begin();
    const result = loss.forward(leaf, others, batch.surroundings);
    if (!Tensor.isTensor(result) || !result.requires_grad) return null;
    const { dtype: made } = result;
    const isVector = numelOf(result.shape) !== 1;
    const scalar = isVector ? sum(result) : result;
    backward(scalar);
    if (leaf.grad === null) return null;
    return {
      point: { value: Number(toContiguousData(scalar)[0]), gradient: numbersOf(leaf.grad), dtype: made },
      isVector,
    };
  };

  const attempt = (question: Question) => {
    if (origin.now() > until) throw new OutOfTime();
    try {
      return answer(question);
    } catch (error) {
      refusal = error instanceof Error ? error.message : String(error);
      return null;
    }
  };

  const inDouble = attempt({});
  const why = inDouble === null ? refusal : null;
  const first = inDouble ?? attempt({ dtype: "float32" });
  if (first === null) return null;
  const precision = inDouble === null ? "float32" : "float64";
  return {
    kind: origin.kind,
    shape,
    rows,
    predictions,
    target: targets[0]?.values ?? new Float64Array(0),
    population: origin.population,
    classes: facts.classes,
    isVector: first.isVector,
    isDouble: first.point.dtype === "float64",
    refusal: why,
    ask: (question = {}) => attempt({ dtype: precision, ...question })?.point ?? null,
  };
}

function scalarOf(value: number, dtype: DType): Tensor {
  const data = allocate(dtype, 1);
  data[0] = value;
  return Tensor.of(data, [], dtype);
}
