/** @file What predictions are to targets, as far as checks care. */
import type { Dataset } from "../data/dataset.ts";
import { isFloating } from "../tensor/dtype.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import type { Tensor } from "../tensor/tensor.ts";

/**
 * - `numbers`: each prediction has a target of its own, and their difference means something.
 * - `binary`: the same, with targets 0 and 1: a prediction is a logit or a probability.
 * - `classes`: a row of logits, and the number of a class.
 * - `other`: anything else.
 */
export type SubjectKind = "numbers" | "binary" | "classes" | "other";

export function subjectKind(dataset: Dataset, predictions: Tensor, targets: readonly Tensor[]): SubjectKind {
  const [target, ...more] = targets;
  if (target === undefined || more.length > 0 || predictions.shape.length === 0) return "other";
  if (target.dtype === "int64" && target.shape.length === 1 && predictions.shape.length === 2) {
    const [rows, width] = predictions.shape;
    // Places in a space have the class of their row beside them, and no logit of it.
    const isOfClasses = dataset.kind !== "embeddings" && toContiguousData(target).every((label) => label < width);
    return isOfClasses && target.shape[0] === rows ? "classes" : "other";
  }
  if (dataset.kind === "classes" || numelOf(target.shape) !== numelOf(predictions.shape)) return "other";
  if (target.shape[0] !== predictions.shape[0] || !isFloating(target.dtype)) return "other";
  const isBinary = toContiguousData(target).every((value) => value === 0 || value === 1);
  const isOfTwo = dataset.kind === "binary" || dataset.kind === "masks" || (dataset.kind === "tensors" && isBinary);
  return isOfTwo ? "binary" : "numbers";
}
