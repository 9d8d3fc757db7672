/** @file What is found out about losses whose properties are known. */
import { describe, expect, test } from "vitest";
import { checksOf } from "../testing/checked.ts";
import { Tensor } from "../tensor/tensor.ts";
import { type Truth, truths } from "./truths.ts";
import { uniform } from "./vectors.ts";

const ROWS = 64;
const random = uniform(7);
const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const list = (make: (i: number) => number, length = ROWS): Float32Array =>
  Float32Array.from({ length }, (_, i) => make(i));

const around = list((i) => normal() + 0.8 * (i % 5 === 0 ? random() : 0));
const above = around.map((value) => Math.exp(0.5 * value));
const ones = list((i) => (i % 3 === 0 ? 1 : 0));

/** Targets with a long side, and predictions that miss them by little and by much. */
const samples: Readonly<Record<Truth["on"], readonly [Float32Array, Float32Array, number]>> = {
  numbers: [list(() => 1.2 * normal()), around, 1],
  positive: [list(() => 0.5 + random()), above, 1],
  logits: [list(() => 2 * normal()), ones, 1],
  probabilities: [list(() => 0.1 + 0.8 * random()), ones, 1],
  classes: [list(() => normal(), 3 * ROWS), list((i) => i % 3), 3],
};

function givenFor(on: Truth["on"]) {
  const [values, targets, width] = samples[on];
  const predictions = Tensor.of(values.slice(), [ROWS, width], "float32");
  predictions.requires_grad = true;
  const target =
    on === "classes"
      ? Tensor.of(Float64Array.from(targets), [ROWS], "int64")
      : Tensor.of(targets.slice(), [ROWS, 1], "float32");
  return { predictions, targets: [target] };
}

const sourceOf = ({ body }: Truth): string =>
  body.startsWith("class ")
    ? body
    : `def forward(predictions, targets):\n${body
        .split("\n")
        .map((line) => `    ${line}\n`)
        .join("")}`;

/** Numbers to a thousandth: edges are found by halving. */
function near(known: unknown): unknown {
  if (typeof known === "number")
    return Number.isNaN(known)
      ? Number.NaN
      : expect.closeTo(known, known === 0 ? 6 : 3 - Math.ceil(Math.log10(Math.abs(known))));
  if (Array.isArray(known)) return known.map((each) => expect.objectContaining(near(each) as object));
  if (typeof known !== "object" || known === null) return known;
  return Object.fromEntries(Object.entries(known).map(([name, value]) => [name, near(value)]));
}

describe.each(truths.map((truth) => [truth.name, truth] as const))("of %s it is known", (_, truth) => {
  const found = checksOf(sourceOf(truth), givenFor(truth.on));
  test.each(Object.entries(truth.known))("%s", (code, known) => {
    const facts = Object.entries(found).find(([name]) => name === code)?.[1];
    if (known === undefined) expect(facts).toBeUndefined();
    else expect(facts).toMatchObject(near(known) as object);
  });
});

test("enough losses are known", () => {
  expect(truths.length).toBeGreaterThanOrEqual(60);
});
