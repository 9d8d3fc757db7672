/** @file Whether two tensors agree, or nearly. */
import { sameShape } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { binary } from "../binary.ts";
import { defineOp, unlike } from "../op.ts";
import { eq } from "./compare.ts";

const tolerances = [
  { name: "rtol", kind: "number", default: 1e-5 },
  { name: "atol", kind: "number", default: 1e-8 },
  { name: "equal_nan", kind: "bool", default: false },
] as const;

const both = [
  { name: "input", kind: "tensor" },
  { name: "other", kind: "tensor" },
] as const;

export const isclose = defineOp(
  {
    name: "isclose",
    doc: {
      summary: "True where two tensors nearly agree.",
      formula: "|a - b| ≤ atol + rtol |b|",
      shape: "input and other broadcast to the result",
      kink: "no gradient: the answer is a bool",
      example: "torch.isclose(predictions, targets)",
      jax: "jnp.isclose(a, b)",
      numpy: "np.isclose(a, b)",
    },
    params: [...both, ...tolerances],
    gradient: "none",
    broadcasts: true,
    samples: [],
  },
  () =>
    (a: Tensor, b: Tensor, rtol = 1e-5, atol = 1e-8, equalNaN = false): Tensor =>
      close(rtol, atol, equalNaN)(a, b),
);

const close = (rtol: number, atol: number, equalNaN: boolean) =>
  binary({
    name: "isclose",
    doc: { summary: "", formula: "", jax: null, numpy: null },
    f: (a, b) =>
      a === b ||
      (equalNaN && Number.isNaN(a) && Number.isNaN(b)) ||
      (Number.isFinite(b) && Math.abs(a - b) <= atol + rtol * Math.abs(b))
        ? 1
        : 0,
    gradient: "none",
    dtype: () => "bool",
    vjp: null,
  });

export const allclose = defineOp(
  {
    name: "allclose",
    doc: {
      summary: "Whether two tensors nearly agree everywhere.",
      formula: "all |a - b| ≤ atol + rtol |b|",
      shape: "two that broadcast in, true or false out",
      kink: "no gradient: the answer is a bool",
      example: "torch.allclose(predictions, targets)",
      jax: "jnp.allclose(a, b)",
      numpy: "np.allclose(a, b)",
    },
    params: [...both, ...tolerances],
    gradient: "none",
    returns: "boolean",
    samples: [],
  },
  () =>
    (a: Tensor, b: Tensor, rtol = 1e-5, atol = 1e-8, equalNaN = false): boolean => {
      if (a.dtype !== b.dtype) throw unlike("allclose", a, b, (left, right) => `${left} did not match ${right}`);
      return toContiguousData(isclose(a, b, rtol, atol, equalNaN)).every((answer) => answer !== 0);
    },
);

export const equal = defineOp(
  {
    name: "equal",
    doc: {
      summary: "Whether two tensors have the same shape and elements.",
      formula: "a = b everywhere",
      shape: "any in, true or false out",
      kink: "no gradient: the answer is a bool",
      example: "torch.equal(predictions, targets)",
      jax: "jnp.array_equal(a, b)",
      numpy: "np.array_equal(a, b)",
    },
    params: both,
    gradient: "none",
    returns: "boolean",
    samples: [],
  },
  () =>
    (a: Tensor, b: Tensor): boolean =>
      sameShape(a.shape, b.shape) && toContiguousData(eq(a, b)).every((answer) => answer !== 0),
);
