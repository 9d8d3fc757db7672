/** @file Between real and complex tensors: torch.complex, polar, real, imag, angle, conj and views. */
import { pytorchTypes } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { lt } from "../comparison/compare.ts";
import { where } from "../indexing/where.ts";
import { defineOp, type OpDoc, type Param, unlike } from "../op.ts";
import { broadcast_tensors } from "../other/broadcasting.ts";
import { mul } from "../pointwise/arithmetic.ts";
import { polar as fromPolar, pair, viewAsComplex, viewAsReal } from "./arithmetic.ts";
import { ComplexTensor, nameComplex } from "./complex-tensor.ts";

const input: Param = { name: "input", kind: "tensor" };
const doc = (summary: string, formula: string, example: string, jax: string): OpDoc => ({
  summary,
  formula,
  shape: "same as input",
  example,
  jax,
  numpy: jax.replace("jnp.", "np.").replace("jax.lax.", ""),
});
const common = { samples: [], places: ["torch"] } as const;

/** Two real tensors of one dtype. */
function together(op: string, a: Tensor, b: Tensor): ComplexTensor {
  if (a.dtype !== b.dtype)
    throw unlike(
      op,
      a,
      b,
      (left, right) => `Expected object of scalar type ${left} but got scalar type ${right} for second argument`,
    );
  const [real, imag] = broadcast_tensors([a, b]);
  return pair(real, imag);
}

function called(name: string, z: ComplexTensor): ComplexTensor {
  nameComplex(z, name);
  return z;
}

export const complex_ = defineOp(
  {
    ...common,
    name: "complex",
    doc: doc("A complex tensor of its two parts.", "re + i im", "torch.complex(x, x)", "jax.lax.complex(real, imag)"),
    params: [
      { name: "real", kind: "tensor" },
      { name: "imag", kind: "tensor" },
    ],
    returns: "ComplexTensor",
  },
  () => (real: Tensor, imag: Tensor) => called("ComplexBackward0", together("complex", real, imag)),
);

export const polar = defineOp(
  {
    ...common,
    name: "polar",
    doc: doc(
      "A complex tensor of its sizes and angles.",
      "abs · e^(i angle)",
      "torch.polar(x, x)",
      "jnp.abs(r) * jnp.exp(1j * angle)",
    ),
    params: [
      { name: "abs", kind: "tensor" },
      { name: "angle", kind: "tensor" },
    ],
    returns: "ComplexTensor",
  },
  () =>
    (size: Tensor, angle: Tensor): ComplexTensor => {
      const { real, imag } = together("polar", size, angle);
      return called("PolarBackward0", fromPolar(real, imag));
    },
);

export const angle = defineOp(
  {
    ...common,
    places: ["torch", "method"],
    name: "angle",
    doc: {
      ...doc(
        "The angle of a complex number; of a real one 0, or π below 0.",
        "arg z",
        "torch.angle(torch.complex(x, x))",
        "jnp.angle(x)",
      ),
      kink: "0 at 0",
    },
    params: [input],
  },
  () => (x: Tensor) => where(lt(x, 0), Math.PI, mul(x, 0)),
);

export const conj = defineOp(
  {
    ...common,
    places: ["torch", "method"],
    name: "conj",
    doc: doc("The complex conjugate.", "re - i im", "torch.conj(torch.complex(x, x))", "jnp.conj(x)"),
    params: [input],
  },
  () => (x: Tensor) => x,
);

export const real = defineOp(
  {
    ...common,
    name: "real",
    doc: doc("The real part.", "Re z", "torch.real(torch.complex(x, x))", "jnp.real(x)"),
    params: [input],
  },
  () => (x: Tensor) => x,
);

const onlyComplex = (op: string, x: Tensor, pytorch: string): EngineError =>
  new EngineError({
    type: "RuntimeError",
    code: "dtype",
    op,
    message: `${op}: takes complex tensors, got ${x.dtype}`,
    pytorch,
  });

export const imag = defineOp(
  {
    ...common,
    name: "imag",
    gradient: "none",
    doc: doc("The imaginary part.", "Im z", "torch.imag(torch.complex(x, x))", "jnp.imag(x)"),
    params: [input],
  },
  () =>
    (x: Tensor): Tensor => {
      throw onlyComplex("imag", x, "imag is not implemented for tensors with non-complex dtypes.");
    },
);

export const view_as_real = defineOp(
  {
    ...common,
    name: "view_as_real",
    doc: {
      ...doc(
        "Both parts in a last dim of two.",
        "[Re z, Im z]",
        "torch.view_as_real(torch.complex(x, x))",
        "jnp.stack([x.real, x.imag], -1)",
      ),
      shape: "[...] to [..., 2]",
    },
    params: [input],
  },
  () =>
    (x: Tensor): Tensor => {
      if (ComplexTensor.isComplex(x)) return viewAsReal(x);
      throw onlyComplex("view_as_real", x, "view_as_real is only supported for complex tensors");
    },
);

export const view_as_complex = defineOp(
  {
    ...common,
    name: "view_as_complex",
    doc: {
      ...doc(
        "A last dim of two taken for the two parts.",
        "x_0 + i x_1",
        "torch.view_as_complex(torch.rand(4, 2))",
        "jax.lax.complex(x[..., 0], x[..., 1])",
      ),
      shape: "[..., 2] to [...]",
    },
    params: [input],
    returns: "ComplexTensor",
  },
  () =>
    (x: Tensor): ComplexTensor => {
      if (x.shape[x.shape.length - 1] === 2) return called("ViewAsComplexBackward0", viewAsComplex(x));
      throw new EngineError({
        type: "RuntimeError",
        code: "shape",
        op: "view_as_complex",
        shapes: [x.shape],
        message: `view_as_complex: the last size is 2, got ${pytorchTypes[x.dtype]} of shape [${x.shape.join(", ")}]`,
        pytorch: "Tensor must have a last dimension of size 2",
      });
    },
);
