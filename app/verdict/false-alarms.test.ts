/** @file Losses that are healthy: nothing may be found in them. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { severityOf } from "../../engine/inspect/hazards.ts";
import type { Report } from "../../engine/inspect/report.ts";
import { allocate, type DType } from "../../engine/tensor/dtype.ts";
import { Tensor } from "../../engine/tensor/tensor.ts";
import programs from "../../engine/testdata/pytorch/losses_programs.json" with { type: "json" };
import type { Batch } from "../../engine/train/batches.ts";
import { examples } from "../document/examples.ts";
import { nowhere } from "../../engine/language/surroundings.ts";
import { reported } from "./reported.ts";

/** What only says that something is to be chosen is no alarm. */
const neutral = new Set(["not-scalar", "one-element", "silent-broadcast", "warning"]);

const alarmsIn = (report: Report | null): string[] =>
  (report?.hazards ?? []).flatMap(({ code }) => (neutral.has(code) ? [] : [`${code} (${severityOf(code)})`]));

test.each(examples.map(({ name, python }) => [name, python]))("the example %s is found healthy", (_name, python) => {
  expect(alarmsIn(reported(python).report)).toEqual([]);
});

test.each(["example1", "example2", "example3"])("the source program %s is found healthy", (name) => {
  expect(alarmsIn(reported(readFileSync(`engine/testdata/programs/${name}.py`, "utf8")).report)).toEqual([]);
});

interface Input {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly data: unknown;
  readonly requires_grad: boolean;
}

const dtypes: readonly DType[] = ["float32", "float64", "int64", "int32", "bool"];

function tensorOf({ shape, dtype, data, requires_grad }: Input): Tensor | null {
  const known = dtypes.find((each) => each === dtype);
  if (known === undefined || !Array.isArray(data)) return null;
  const numbers = allocate(known, data.length);
  data.forEach((value: unknown, i) => {
    numbers[i] = Number(value);
  });
  const made = Tensor.of(numbers, shape, known);
  if (requires_grad) made.requires_grad = true;
  return made;
}

/** Those that PyTorch differentiates with respect to what comes first. */
const healthy = programs.cases.flatMap((each): [string, string, Batch][] => {
  if (!each.differentiable || each.program === undefined) return [];
  const [predictions, ...targets] = each.inputs.map(tensorOf);
  if (predictions == null || !predictions.requires_grad || targets.includes(null)) return [];
  const grads: Readonly<Record<string, { readonly data?: readonly unknown[] } | null>> = each.grads ?? {};
  const slopes = (grads[each.inputs[0]?.name ?? ""]?.data ?? []).map(Number);
  if (!slopes.some((slope) => slope !== 0) || !slopes.every(Number.isFinite)) return [];
  return [
    [
      each.id,
      each.program,
      { predictions, targets: targets.filter((target) => target !== null), surroundings: nowhere },
    ],
  ];
});

test("enough of PyTorch's programs are looked at", () => {
  expect(healthy.length).toBeGreaterThan(40);
});

test.each(healthy)("PyTorch's program %s is found healthy", (_id, source, batch) => {
  expect(alarmsIn(reported(source, batch).report)).toEqual([]);
});
