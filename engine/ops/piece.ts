/** @file Slopes of functions made of straight pieces: constants, and on the tape all the same, so that second derivatives are zeros and not missing. */
import type { DType } from "../tensor/dtype.ts";
import { Tensor } from "../tensor/tensor.ts";
import { cast } from "./convert.ts";
import { defineOp, finish } from "./op.ts";

/** Bookkeeping; nobody calls it. */
const piece = defineOp(
  {
    name: "piece",
    doc: { summary: "", formula: "", shape: "", example: "", jax: null, numpy: null },
    params: [],
    places: [],
    samples: [],
  },
  () => (): null => null,
);

/** 1 and 0 for where a condition on x holds: its derivative is zero, as that of PyTorch's threshold_backward. */
export function pieces(condition: Tensor, x: Tensor, dtype: DType): Tensor {
  const slope = cast(condition, dtype);
  return finish(piece.op, [x], slope, (grad) => Tensor.zeros(grad.shape, grad.dtype));
}
