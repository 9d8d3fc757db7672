/** @file Elements of one or the other, as a condition says. */
import { select } from "../../kernels/choice.ts";
import { promote } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import { broadcastShapes } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { asTensor, defineOp, finish, operandOf } from "../op.ts";

export const where = defineOp(
  {
    name: "where",
    lists: ["wrong"],
    label: "WhereBackward0",
    doc: {
      summary: "Elements of input where the condition holds, else of other.",
      formula: "input if condition, else other",
      shape: "condition, input and other broadcast to the result",
      kink: "the branch not taken adds 0 times its gradient: NaN or infinity there still gives NaN",
      example: "torch.where(predictions.gt(targets), predictions, targets.mul(2))",
      jax: "jnp.where(condition, a, b)",
      numpy: "np.where(condition, a, b)",
    },
    params: [
      { name: "condition", kind: "tensor" },
      { name: "input", kind: "operand" },
      { name: "other", kind: "operand" },
    ],
    places: ["torch"],
    elementwise: true,
    broadcasts: true,
    samples: [],
  },
  (op) =>
    (condition: Tensor, input: Tensor | number, other: Tensor | number): Tensor => {
      const dtype = promote([operandOf(input), operandOf(other)]);
      if (condition.dtype !== "bool") {
        throw new EngineError({
          type: "RuntimeError",
          code: "dtype",
          op: "where",
          message: `where: the condition must be a bool tensor, got ${condition.dtype}`,
          hint: "Compare: condition.gt(0).",
          pytorch: `where expected condition to be a boolean tensor, but got a tensor with dtype ${condition.dtype === "float32" ? "Float" : condition.dtype === "float64" ? "Double" : "Long"}`,
        });
      }
      const [yes, no] = [asTensor(input, dtype), asTensor(other, dtype)];
      const shape = broadcastShapes("where", broadcastShapes("where", condition.shape, yes.shape), no.shape);
      return finish(op, [condition, yes, no], select(condition, yes, no, shape, dtype), (grad, i) => {
        if (i === 0) return null;
        return i === 1 ? where(condition, grad, 0) : where(condition, 0, grad);
      });
    },
);
