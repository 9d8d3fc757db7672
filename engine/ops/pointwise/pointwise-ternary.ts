/** @file Functions of three operands, element by element. */

import { withGradMode } from "../../tensor/grad-mode.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { lt } from "../comparison/compare.ts";
import { where } from "../indexing/where.ts";
import { ownLabel } from "../node-name.ts";
import { defineOp, finish } from "../op.ts";
import { add, div, mul, sub } from "./arithmetic.ts";
import { abs } from "./unary.ts";

export const lerp = defineOp(
  {
    name: "lerp",
    label: "LerpBackward0",
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
  (op) =>
    (input: Tensor, end: Tensor, weight: Tensor | number): Tensor => {
      const output = withGradMode(false, () => between(input, end, weight));
      const factor = typeof weight === "number" ? [] : [weight];
      return finish(op, [input, end, ...factor], output, (grad, i) => {
        if (i === 2) return mul(grad, sub(end, input));
        return mul(grad, i === 0 ? sub(1, weight) : weight);
      });
    },
);

/** Reckoned from the end that is nearer, so that either is met exactly, also where the other is infinite. */
function between(input: Tensor, end: Tensor, weight: Tensor | number): Tensor {
  const way = sub(end, input);
  const fromStart = (share: Tensor | number) => add(input, mul(way, share));
  const fromEnd = (share: Tensor) => sub(end, mul(way, sub(1, share)));
  if (typeof weight !== "number") return where(lt(abs(weight), 0.5), fromStart(weight), fromEnd(weight));
  return Math.abs(weight) < 0.5 ? fromStart(weight) : sub(end, mul(way, 1 - weight));
}

function addc(name: "addcmul" | "addcdiv") {
  const apply = name === "addcmul" ? mul : div;
  const symbol = name === "addcmul" ? "·" : "/";
  return defineOp(
    {
      name,
      label: ownLabel(name),
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
