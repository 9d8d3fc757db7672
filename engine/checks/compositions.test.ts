/** @file Two hundred random compositions of ops as losses: value and gradient are PyTorch's in float64, and gradcheck says of each what PyTorch's says. */
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { expect, test } from "vitest";
import { gradientOf } from "../testing/checked.ts";
import { Tensor } from "../tensor/tensor.ts";

const schema = v.object({
  predictions: v.array(v.number()),
  targets: v.array(v.number()),
  cases: v.array(
    v.object({ source: v.string(), value: v.number(), gradient: v.array(v.number()), agrees: v.boolean() }),
  ),
});
const file = new URL("../testdata/compositions/expected.json", import.meta.url);
const { predictions, targets, cases } = v.parse(schema, JSON.parse(readFileSync(file, "utf8")));

function given() {
  const column = (values: readonly number[]) => Tensor.of(Float64Array.from(values), [values.length, 1], "float64");
  const leaf = column(predictions);
  leaf.requires_grad = true;
  return { predictions: leaf, targets: [column(targets)] };
}

const found = cases.map((known) => ({ known, ours: gradientOf(known.source, given()) }));

test("there are two hundred, some of which gradcheck rejects", () => {
  expect(cases).toHaveLength(200);
  expect(cases.filter(({ agrees }) => !agrees).length).toBeGreaterThan(5);
});

test("values and gradients are PyTorch's", () => {
  const near = (a: number, b: number, scale: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, scale);
  const differing = found.filter(({ known, ours }) => {
    const scale = Math.max(...known.gradient.map(Math.abs));
    return (
      !near(ours.point.value, known.value, Math.abs(known.value)) ||
      known.gradient.some((value, i) => !near(ours.point.gradient[i] ?? Number.NaN, value, scale))
    );
  });
  expect(differing.map(({ known }) => known.source)).toEqual([]);
});

test("gradcheck accepts what PyTorch's accepts, and rejects what it rejects", () => {
  const differing = found.filter(({ known, ours }) => ours.agrees !== known.agrees);
  expect(differing.map(({ known }) => `${known.agrees} ${known.source}`)).toEqual([]);
});
