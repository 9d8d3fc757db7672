/** @file Numbers: float [B, 1], one for each target; [B, K] in one where the model gives several numbers and the loss takes them together. */
import { allocate } from "../../tensor/dtype.ts";
import { numelOf, type Shape } from "../../tensor/shape.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { referenceMetrics } from "../metrics.ts";
import type { KindRecord } from "./kind.ts";

export const column = (values: Float32Array, rows: Float64Array): Tensor => {
  const data = allocate("float32", rows.length);
  for (let i = 0; i < data.length; i++) data[i] = values[rows[i]];
  return Tensor.of(data, [rows.length, 1], "float32");
};

/** One tensor of all targets; `shape` of each row, where they are no plain list. */
export function together(values: readonly Float32Array[], rows: Float64Array, shape: Shape = [values.length]): Tensor {
  const width = values.length;
  const data = allocate("float32", rows.length * width);
  values.forEach((target, c) => {
    for (let i = 0; i < rows.length; i++) data[i * width + c] = target[rows[i]];
  });
  return Tensor.of(data, [rows.length, ...shape], "float32");
}

export const numbers: KindRecord = {
  // A model with an output for every target is compared to all of them at once, unless the loss takes them one by one.
  targets: (values, rows, output, wanted) =>
    wanted === 1 && values.length > 1 && numelOf(output) === values.length
      ? [together(values, rows)]
      : values.map((target) => column(target, rows)),
  probabilities: null,
  metrics: ({ predictions, output, part, dataset, units }) =>
    referenceMetrics(predictions, part, dataset.targets, units, numelOf(output)),
  isCharted: (name) => name.startsWith("MSE") || name.startsWith("MAE"),
};
