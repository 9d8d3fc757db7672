/**
 * @file Facts about one evaluation of a loss: plain data, no engine object, no words for people (the app words it), except the
 * text of an error that the engine or the user's code threw. A worker that runs a stranger's code sends it, so the page
 * validates every field (worker/validate.ts).
 */

import type { Omitted } from "../bounded.ts";
import type { DType } from "../tensor/dtype.ts";
import { errorCodes } from "../tensor/errors.ts";
import type { ResultFacts } from "../vector/lens.ts";
import type { GradientsReport } from "./gradients-report.ts";
import type { Hazard, HazardCode } from "./hazards.ts";
import type { Part } from "./terms.ts";

export type Shape = readonly number[];

/** Numbers of one tensor. min, mean, max are over the finite elements; null when there are none. */
export interface TensorFacts {
  readonly shape: Shape;
  readonly dtype: DType;
  readonly min: number | null;
  readonly mean: number | null;
  readonly max: number | null;
  readonly nanCount: number;
  readonly infCount: number;
}

/** One probed expression that held a tensor, in order of first evaluation. */
export interface ExpressionFact extends TensorFacts {
  readonly probe: number;
  /** How often it was evaluated; the facts are of the last time. */
  readonly evaluations: number;
  /** Euclidean norm of the gradient that reached it; null where none did. */
  readonly gradNorm: number | null;
  readonly requiresGrad: boolean;
}

/** What a loss may return that is no tensor. */
export const plainKinds = [
  "number",
  "undefined",
  "null",
  "array",
  "promise",
  "boolean",
  "string",
  "function",
  "object",
] as const;
export type PlainKind = (typeof plainKinds)[number];

/** What forward returned. */
export type Outcome =
  | {
      readonly kind: "tensor";
      readonly shape: Shape;
      readonly dtype: DType;
      readonly numel: number;
      /** The value where there is exactly one element. */
      readonly value: number | null;
      /** What held the components, where forward returned several tensors: they then count as one vector. */
      readonly container: "tuple" | "list" | "dict" | null;
      /** Of the components, where the loss gave them any. */
      readonly names: readonly string[] | null;
      readonly probe: number | null;
    }
  | {
      readonly kind: PlainKind;
      readonly value: number | null;
      readonly probe: number | null;
    };

export const failureCodes = [...errorCodes, "exception", "recursion"] as const;
export type FailureCode = (typeof failureCodes)[number];

/** Why a loss could not be evaluated to its end. */
export interface Failure {
  /** An EngineError's own, `exception` for what the user's code threw, `recursion` where that never ended. */
  readonly code: FailureCode;
  /** Name of the exception's class: PyTorch's where PyTorch would raise. */
  readonly name: string;
  readonly message: string;
  /** PyTorch's own first line, where PyTorch would raise. */
  readonly pytorch: string | null;
  /** What to try. */
  readonly hint: string | null;
  /** Shapes of the tensors that did not go together, where that was the reason. */
  readonly shapes: readonly Shape[];
  /** Where: a probe, or a loop. */
  readonly probe: number | null;
  readonly loop: number | null;
}

export interface ConsoleLine {
  readonly level: "log" | "warn" | "error";
  readonly text: string;
  /** How often the same line came in a row. */
  readonly count: number;
}

/** What a loss wrote, bounded. */
export interface ConsoleText {
  readonly lines: readonly ConsoleLine[];
  /** How many more were written and not kept. */
  readonly omitted: number;
}

/** Whether a gradient reaches the predictions; null where none could start (no scalar, no tensor, failure). */
export interface GradientFacts {
  readonly norm: number;
  readonly finite: boolean;
  readonly zero: boolean;
}

export interface Report {
  readonly outcome: Outcome | null;
  /** The same as the frameworks would see it. */
  readonly result: ResultFacts | null;
  readonly failure: Failure | null;
  readonly expressions: readonly ExpressionFact[];
  readonly hazards: readonly Hazard[];
  /** Hazards that there were besides, and are not listed. */
  readonly omitted: readonly Omitted<HazardCode>[];
  readonly gradient: GradientFacts | null;
  /** The gradients of the components, where the result is not a scalar. */
  readonly gradients: GradientsReport | null;
  /** What the result is a sum of, where it was looked at. */
  readonly terms: readonly Part[];
  /** Of the alternatives that it was tried on, the places of those that fit. */
  readonly fits: readonly number[];
  /** Where tensors were searched for, how those that fit are come by: a place among the first that are tried, and of each change since (`language/fitting/`). */
  readonly trail: readonly number[];
  readonly console: ConsoleText;
  /** How long forward and backward took together, the inspection included. */
  readonly milliseconds: number;
}
