/** @file The four operations. Every other op's gradient is written with them. */

import { type DType, dtypeOfNumber } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { type BinaryFunction, binary } from "../binary.ts";
import { floatingDType, type OpFunction, type Param } from "../op.ts";

type Scaled = (input: Tensor | number, other: Tensor | number, alpha?: number) => Tensor;

const alpha: Param = { name: "alpha", kind: "number", default: 1 };

/** PyTorch's third argument: other times alpha. */
function withAlpha(plain: OpFunction<BinaryFunction>): OpFunction<Scaled> {
  return Object.assign(
    (input: Tensor | number, other: Tensor | number, factor = 1) =>
      plain(input, factor === 1 ? other : mul(other, factor)),
    { op: { ...plain.op, params: [...plain.op.params, alpha] } },
  );
}

export const add = withAlpha(
  binary({
    name: "add",
    doc: { summary: "The sum.", formula: "a + b", jax: "a + b", numpy: "a + b" },
    f: (a, b) => a + b,
    kernel: "add",
    vjp: [({ grad }) => grad, ({ grad }) => grad],
  }),
);

export const sub = withAlpha(
  binary({
    name: "sub",
    aliases: ["subtract"],
    dtype: withoutBools,
    doc: { summary: "The difference.", formula: "a - b", jax: "a - b", numpy: "a - b" },
    f: (a, b) => a - b,
    kernel: "sub",
    vjp: [({ grad }) => grad, ({ grad }) => mul(grad, -1)],
  }),
);

function withoutBools(dtype: DType, a: Tensor | number, b: Tensor | number): DType {
  const left = typeof a === "number" ? dtypeOfNumber(a) : a.dtype;
  const right = typeof b === "number" ? dtypeOfNumber(b) : b.dtype;
  if (left !== "bool" && right !== "bool") return dtype;
  const areBoth = left === right;
  throw new EngineError({
    type: "RuntimeError",
    code: "dtype",
    op: "sub",
    message: `sub: bools are not subtracted, got ${left} and ${right}`,
    hint: areBoth
      ? "Use logical_xor, or convert with float() first."
      : "Convert with float() first; for the opposite of a mask use logical_not.",
    pytorch: areBoth
      ? "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead."
      : "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.",
  });
}

export const mul = binary({
  name: "mul",
  aliases: ["multiply"],
  doc: { summary: "The product.", formula: "a · b", jax: "a * b", numpy: "a * b" },
  f: (a, b) => a * b,
  kernel: "mul",
  vjp: [(c) => mul(c.grad, c.right), (c) => mul(c.grad, c.left)],
});

const quotient = binary({
  name: "div",
  aliases: ["divide", "true_divide"],
  doc: {
    summary: "The quotient; integers give float32.",
    formula: "a / b",
    domain: "b ≠ 0; ±∞ or NaN there",
    jax: "a / b",
    numpy: "a / b",
  },
  f: (a, b) => a / b,
  dtype: floatingDType,
  kernel: "div",
  vjp: [(c) => div(c.grad, c.right), (c) => mul(mul(c.grad, div(c.y, c.right)), -1)],
});

/** Whole numbers by `floor` or `trunc`: their gradient is zero. */
function whole(name: string, f: (quotient: number) => number) {
  return binary({
    name,
    doc: {
      summary: `The quotient, ${name === "div_floor" ? "rounded down" : "its fraction cut off"}.`,
      formula: name === "div_floor" ? "⌊a / b⌋" : "a / b towards 0",
      kink: "0 everywhere",
      jax: "a // b",
      numpy: "a // b",
    },
    f: (a, b) => f(a / b),
    gradient: "zero",
    places: [],
    vjp: [({ grad }) => mul(grad, 0), ({ grad }) => mul(grad, 0)],
  });
}

const floorQuotient = whole("div_floor", Math.floor);
const trunc_divide = whole("trunc_divide", Math.trunc);

export const div = Object.assign(
  (input: Tensor | number, other: Tensor | number, rounding: string | null = null): Tensor => {
    if (rounding === null) return quotient(input, other);
    if (rounding === "floor") return floorQuotient(input, other);
    if (rounding === "trunc") return trunc_divide(input, other);
    throw new EngineError({
      type: "RuntimeError",
      code: "argument",
      op: "div",
      message: `div: rounding_mode must be "floor" or "trunc", got ${JSON.stringify(rounding)}`,
      pytorch: `div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '${rounding}'`,
    });
  },
  {
    op: {
      ...quotient.op,
      params: [...quotient.op.params, { name: "rounding_mode", kind: "text", default: null } as const],
    },
  },
);
