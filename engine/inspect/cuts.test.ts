import { expect, test } from "vitest";
import { registry } from "../ops/registry.ts";
import { cutKind, isFlat } from "./cuts.ts";

test("every op that takes tensors and passes no gradient on is known to cut", () => {
  const takesTensors = new Set(["tensor", "operand", "tensors", "data"]);
  const unknown = [...registry].filter(
    ([name, { op }]) =>
      op.gradient === "none" && op.params.some(({ kind }) => takesTensors.has(kind)) && cutKind(name) === null,
  );
  expect(unknown.map(([name]) => name)).toEqual([]);
});

test("so is every op that gives indices beside its values", () => {
  const unknown = [...registry].filter(([name, { op }]) => op.returns.includes("indices") && cutKind(name) === null);
  expect(unknown.map(([name]) => name)).toEqual([]);
});

test("every op whose slope is 0 everywhere is known as flat, and no other", () => {
  for (const [name, { op }] of registry) expect([name, isFlat(name)]).toEqual([name, op.gradient === "zero"]);
});
