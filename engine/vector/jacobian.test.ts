import { expect, test } from "vitest";
import { narrow } from "../ops/indexing/slices.ts";
import { add } from "../ops/pointwise/arithmetic.ts";
import { sum } from "../ops/reduction/reduction.ts";
import { Tensor } from "../tensor/tensor.ts";
import { outerOf } from "./jacobian.ts";

test("gradients that memory may not have are refused before they are made", () => {
  const predictions = Tensor.of(new Float32Array(8193), [8193], "float32");
  predictions.requires_grad = true;
  const components = add(narrow(predictions, 0, 0, 4096), sum(predictions));
  expect(() => outerOf(components, predictions)).toThrow(
    "the gradients of 4096 components are 4096 × 8193 numbers at once",
  );
});
