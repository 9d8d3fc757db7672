import { expect, test } from "vitest";
import { registry } from "../ops/registry.ts";
import { cutKind } from "./cuts.ts";

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
