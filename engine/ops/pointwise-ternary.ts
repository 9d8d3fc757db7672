/** @file Functions of three operands, element by element. */
import type { Tensor } from "../tensor/tensor.ts";
import { add, div, mul, sub } from "./arithmetic.ts";
import { defineOp } from "./op.ts";

export const lerp = defineOp(
  {
    name: "lerp",
    doc: {
      summary: "A point on the way from one to the other.",
      formula: "a + weight (b - a)",
      shape: "all broadcast to the result",
      example: "targets.lerp(predictions, 0.1)",
      jax: "a + weight * (b - a)",
      numpy: "a + weight * (b - a)",
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "end", kind: "tensor" },
      { name: "weight", kind: "operand" },
    ],
    inPlace: true,
    samples: [
      {
        shapes: [
          [2, 3],
          [2, 3],
        ],
        args: [0.3],
      },
      { shapes: [[2, 3], [3], [3]] },
    ],
  },
  () =>
    (input: Tensor, end: Tensor, weight: Tensor | number): Tensor =>
      add(input, mul(sub(end, input), weight)),
);

function addc(name: "addcmul" | "addcdiv") {
  const apply = name === "addcmul" ? mul : div;
  const symbol = name === "addcmul" ? "·" : "/";
  return defineOp(
    {
      name,
      doc: {
        summary: `A tensor plus a ${name === "addcmul" ? "product" : "quotient"} of two others.`,
        formula: `input + value · tensor1 ${symbol} tensor2`,
        shape: "all broadcast to the result",
        example: `torch.${name}(targets, predictions, predictions, { value: 0.5 })`,
        jax: null,
        numpy: null,
      },
      params: [
        { name: "input", kind: "tensor" },
        { name: "tensor1", kind: "tensor" },
        { name: "tensor2", kind: "tensor" },
        { name: "value", kind: "number", default: 1 },
      ],
      inPlace: true,
      samples: [{ shapes: [[2, 3], [3], [2, 3]], range: [0.5, 2] }],
    },
    () =>
      (input: Tensor, tensor1: Tensor, tensor2: Tensor, value = 1): Tensor =>
        add(input, mul(apply(tensor1, tensor2), value)),
  );
}

export const addcmul = addc("addcmul");

export const addcdiv = addc("addcdiv");
