/** @file What checks say of a loss in Python, for tests: on tensors that the test makes. */
import { checked } from "../checks/finders.ts";
import type { CheckCode, CheckedOf } from "../checks/kinds.ts";
import { subjectKind } from "../checks/subject-kind.ts";
import type { Dataset } from "../data/dataset.ts";
import { nowhere } from "../language/loss.ts";
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
export function checksOf(
  source: string,
  { predictions, targets }: Given,
): { readonly [Code in CheckCode]?: CheckedOf<Code> } {
  const { program, diagnostics } = compile(source);
  if (program === null) throw new Error(diagnostics[0]?.message);
  const [target] = targets;
  const found = checked({
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
  });
  return Object.fromEntries(found.map((facts) => [facts.code, facts]));
}
