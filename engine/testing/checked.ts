/** @file What checks say of a loss in Python, for tests: on tensors that the test makes. */
import { checked } from "../checks/finders.ts";
import type { CheckCode, CheckedOf } from "../checks/kinds.ts";
import { plainWish, type SampleFacts, type SampleWish } from "../checks/sample/facts.ts";
import { sampleOf } from "../checks/sample/look.ts";
import { gradcheck } from "../checks/gradcheck.ts";
import { type Origin, type Point, subjectOf } from "../checks/subject.ts";
import { subjectKind } from "../checks/subject-kind.ts";
import type { Dataset } from "../data/dataset.ts";
import { nowhere } from "../language/surroundings.ts";
import { toContiguousData } from "../tensor/storage.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { parametersOf, scope } from "../worker/scope.ts";
import { definedBy } from "./defined.ts";
import { compile } from "./python.ts";

const noData: Dataset = {
  kind: "tensors",
  id: "tensors",
  title: "Tensors",
  tensors: [{ shape: [1], dtype: "float32", fill: { kind: "normal" }, seed: 0 }],
};

const silent = { log: () => undefined };

export interface Given {
  readonly predictions: Tensor;
  readonly targets: readonly Tensor[];
}

/** All that is found, by code. */
export function checksOf(source: string, given: Given): { readonly [Code in CheckCode]?: CheckedOf<Code> } {
  return Object.fromEntries(checked(originOf(source, given)).map((facts) => [facts.code, facts]));
}

/** How the loss of one sample goes. */
export const sampled = (source: string, given: Given, wish: Partial<SampleWish> = {}): SampleFacts =>
  sampleOf(originOf(source, given), { ...plainWish, ...wish });

/** Of one batch: the value and its gradient, and whether they agree. */
export function gradientOf(source: string, given: Given): { readonly point: Point; readonly agrees: boolean | null } {
  const subject = subjectOf(originOf(source, given));
  const point = subject?.ask() ?? null;
  if (subject === null || point === null) throw new Error(`no gradient: ${source}`);
  return { point, agrees: gradcheck({ subject })?.isRight ?? null };
}

function originOf(source: string, { predictions, targets }: Given): Origin {
  const { program, diagnostics } = compile(source);
  if (program === null) throw new Error(diagnostics[0]?.message);
  const [target] = targets;
  return {
    define: definedBy(program),
    entry: program.entry,
    scope: { ...scope, console: silent },
    parametersOf,
    facts: {
      classes: predictions.shape[1] ?? 2,
      width: predictions.shape.at(-1) ?? 1,
      rows: predictions.shape[0] ?? 1,
    },
    seed: 0,
    kind: subjectKind(noData, predictions, targets),
    population: target === undefined ? new Float64Array(0) : Float64Array.from(toContiguousData(target), Number),
    batch: { predictions, targets, surroundings: nowhere },
    // A clock that stands still: how busy the machine is decides nothing.
    now: () => 0,
    budget: 1,
  };
}
