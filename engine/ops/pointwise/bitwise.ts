/** @file And, or, xor and not, of bits and bools. */
import { mapUnary } from "../../kernels/elementwise.ts";
import { pytorchTypes } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { binary } from "../binary.ts";
import { defineOp, finish, operandOf } from "../op.ts";

function bits(name: string, word: string, f: (a: number, b: number) => number) {
  return binary({
    name,
    doc: {
      summary: `${word} of bits, or of bools.`,
      formula: `a ${word.toLowerCase()} b`,
      kink: "no gradient",
      example: `predictions.gt(0).${name}(targets.gt(0))`,
      jax: `jnp.${name}(a, b)`,
      numpy: `np.${name}(a, b)`,
    },
    f,
    gradient: "none",
    dtype: (dtype, a, b) => {
      if (dtype !== "float32" && dtype !== "float64") return dtype;
      const [left, right] = [operandOf(a).dtype, operandOf(b).dtype];
      const type = left === "float64" || right === "float64" ? "Double" : "Float";
      throw new EngineError({
        type: "NotImplementedError",
        code: "dtype",
        op: name,
        message: `${name}: takes integers and bools, got ${left} and ${right}`,
        hint: "Compare first: x.gt(0).",
        pytorch: `"${name}_cpu" not implemented for '${type}'`,
      });
    },
    vjp: null,
  });
}

export const bitwise_and = bits("bitwise_and", "And", (a, b) => a & b);

export const bitwise_or = bits("bitwise_or", "Or", (a, b) => a | b);

export const bitwise_xor = bits("bitwise_xor", "Xor", (a, b) => a ^ b);

export const bitwise_not = defineOp(
  {
    name: "bitwise_not",
    doc: {
      summary: "The opposite of bools; of integers, every bit.",
      formula: "not x",
      shape: "same as input",
      kink: "no gradient",
      example: "targets.isnan().bitwise_not()",
      jax: "jnp.bitwise_not(x)",
      numpy: "np.bitwise_not(x)",
    },
    params: [{ name: "input", kind: "tensor" }],
    inPlace: true,
    gradient: "none",
    samples: [],
  },
  (op) =>
    (x: Tensor): Tensor => {
      if (x.dtype === "float32" || x.dtype === "float64")
        throw new EngineError({
          type: "NotImplementedError",
          code: "dtype",
          op: "bitwise_not",
          message: `bitwise_not: takes integers and bools, got ${x.dtype}`,
          hint: "Compare first: x.gt(0).",
          pytorch: `"bitwise_not_cpu" not implemented for '${pytorchTypes[x.dtype]}'`,
        });
      return finish(op, [x], mapUnary(x.dtype === "bool" ? (v) => 1 - v : (v) => ~v, x, x.dtype), () => null);
    },
);
