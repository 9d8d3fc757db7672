/** @file Matrix products by their other names. */

import { EngineError } from "../../tensor/errors.ts";
import { formatShape } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { reshape, transpose, unsqueeze } from "../indexing/movement.ts";
import { ownLabel } from "../node-name.ts";
import { defineOp, type Param } from "../op.ts";
import { add, mul } from "../pointwise/arithmetic.ts";
import { matmul } from "./linear-algebra.ts";
import { doc, input } from "./product-doc.ts";

function requireRank(op: string, argument: string, x: Tensor, rank: number, pytorch: string): void {
  if (x.shape.length === rank) return;
  throw new EngineError({
    type: "RuntimeError",
    code: "dim",
    op,
    shapes: [x.shape],
    message: `${op}: ${argument} must have ${rank} ${rank === 1 ? "dim" : "dims"}, got shape ${formatShape(x.shape)}`,
    hint: "matmul takes vectors, matrices and stacks of matrices.",
    pytorch,
  });
}

export const mm = defineOp(
  {
    name: "mm",
    label: "MmBackward0",
    doc: doc(
      "The product of two matrices.",
      "c_ij = Σ_k a_ik b_kj",
      "[n, k] and [k, m] to [n, m]",
      "x.mm(weight.t())",
      "a @ b",
    ),
    params: [input, { name: "mat2", kind: "tensor" }],
    samples: [
      {
        shapes: [
          [2, 3],
          [3, 2],
        ],
      },
    ],
  },
  () =>
    (a: Tensor, b: Tensor): Tensor => {
      requireRank("mm", "input", a, 2, "self must be a matrix");
      requireRank("mm", "mat2", b, 2, "mat2 must be a matrix");
      return matmul(a, b);
    },
);

export const bmm = defineOp(
  {
    name: "bmm",
    label: "BmmBackward0",
    doc: doc(
      "The products of two stacks of matrices.",
      "c_bij = Σ_k a_bik b_bkj",
      "[b, n, k] and [b, k, m] to [b, n, m]",
      "x.bmm(x.transpose(1, 2))",
      "a @ b",
    ),
    params: [input, { name: "mat2", kind: "tensor" }],
    samples: [
      {
        shapes: [
          [2, 2, 3],
          [2, 3, 2],
        ],
      },
    ],
  },
  () =>
    (a: Tensor, b: Tensor): Tensor => {
      requireRank("bmm", "input", a, 3, "batch1 must be a 3D tensor");
      requireRank("bmm", "mat2", b, 3, "batch2 must be a 3D tensor");
      if (a.shape[0] !== b.shape[0] || a.shape[2] !== b.shape[1]) {
        throw new EngineError({
          type: "RuntimeError",
          code: "matmul",
          op: "bmm",
          shapes: [a.shape, b.shape],
          message: `bmm: shapes ${formatShape(a.shape)} and ${formatShape(b.shape)} do not multiply`,
          pytorch: `Expected size for first two dimensions of batch2 tensor to be: [${a.shape[0]}, ${a.shape[2]}] but got: [${b.shape[0]}, ${b.shape[1]}].`,
        });
      }
      return matmul(a, b);
    },
);

export const mv = defineOp(
  {
    name: "mv",
    label: "MvBackward0",
    doc: doc(
      "The product of a matrix and a vector.",
      "c_i = Σ_k a_ik b_k",
      "[n, k] and [k] to [n]",
      "x.mv(weights)",
      "a @ b",
    ),
    params: [input, { name: "vec", kind: "tensor" }],
    samples: [{ shapes: [[2, 3], [3]] }],
  },
  () =>
    (a: Tensor, b: Tensor): Tensor => {
      requireRank(
        "mv",
        "input",
        a,
        2,
        `vector + matrix @ vector expected, got ${1}, ${a.shape.length}, ${b.shape.length}`,
      );
      requireRank(
        "mv",
        "vec",
        b,
        1,
        `vector + matrix @ vector expected, got ${1}, ${a.shape.length}, ${b.shape.length}`,
      );
      if (a.shape[1] !== b.shape[0])
        throw new EngineError({
          type: "RuntimeError",
          code: "matmul",
          op: "mv",
          shapes: [a.shape, b.shape],
          message: `mv: shapes ${formatShape(a.shape)} and ${formatShape(b.shape)} do not multiply`,
          pytorch: `size mismatch, got input (${a.shape[0]}), mat (${a.shape[0]}x${a.shape[1]}), vec (${b.shape[0]})`,
        });
      return matmul(a, b);
    },
);

export const outer = defineOp(
  {
    name: "outer",
    aliases: ["ger"],
    doc: doc(
      "Every product of an element of one vector with one of the other.",
      "c_ij = a_i b_j",
      "[n] and [m] to [n, m]",
      "torch.outer(predictions, targets)",
      "jnp.outer(a, b)",
    ),
    params: [input, { name: "vec2", kind: "tensor" }],
    samples: [{ shapes: [[2], [3]] }],
  },
  () =>
    (a: Tensor, b: Tensor): Tensor => {
      requireRank("outer", "input", a, 1, `outer: Expected 1-D argument self, but got ${a.shape.length}-D`);
      requireRank("outer", "vec2", b, 1, `outer: Expected 1-D argument vec2, but got ${b.shape.length}-D`);
      return mul(unsqueeze(a, 1), b);
    },
);

export const inner = defineOp(
  {
    name: "inner",
    label: "ViewBackward0",
    doc: doc(
      "Inner products along the last dims.",
      "c_ij = Σ_k a_ik b_jk",
      "[…, k] and […, k] to the other dims of both",
      "torch.inner(predictions, targets)",
      "jnp.inner(a, b)",
    ),
    params: [input, { name: "other", kind: "tensor" }],
    samples: [
      { shapes: [[3], [3]] },
      {
        shapes: [
          [2, 3],
          [2, 3],
        ],
      },
    ],
  },
  () =>
    (a: Tensor, b: Tensor): Tensor => {
      if (a.shape.length === 0 || b.shape.length === 0) return mul(a, b);
      const rest = [...a.shape.slice(0, -1), ...b.shape.slice(0, -1)];
      const k = a.shape[a.shape.length - 1];
      if (k !== b.shape[b.shape.length - 1])
        throw new EngineError({
          type: "RuntimeError",
          code: "shape",
          op: "inner",
          shapes: [a.shape, b.shape],
          message: `inner: last sizes of ${formatShape(a.shape)} and ${formatShape(b.shape)} differ`,
          pytorch: `inner() the last dimension must match on both input tensors but got shapes ${formatShape(a.shape)} and ${formatShape(b.shape)}`,
        });
      return reshape(matmul(reshape(a, [-1, k]), transpose(reshape(b, [-1, k]), 0, 1)), rest);
    },
);

const scales: readonly Param[] = [
  { name: "beta", kind: "number", default: 1 },
  { name: "alpha", kind: "number", default: 1 },
];

function addProduct(
  name: string,
  product: (a: Tensor, b: Tensor) => Tensor,
  names: readonly [string, string],
  shape: string,
) {
  return defineOp(
    {
      name,
      label: ownLabel(name),
      doc: doc(
        "A tensor plus a matrix product.",
        `beta · input + alpha · ${names[0]} @ ${names[1]}`,
        shape,
        `torch.${name}(bias, x, weight)`,
        "c + a @ b",
      ),
      params: [input, { name: names[0], kind: "tensor" }, { name: names[1], kind: "tensor" }, ...scales],
      inPlace: true,
      samples: [],
    },
    () =>
      (c: Tensor, a: Tensor, b: Tensor, beta = 1, alpha = 1): Tensor =>
        add(beta === 1 ? c : mul(c, beta), product(a, b), alpha),
  );
}

export const addmm = addProduct("addmm", mm, ["mat1", "mat2"], "input broadcasts to [n, m]");

export const addmv = addProduct("addmv", mv, ["mat", "vec"], "input broadcasts to [n]");

export const baddbmm = addProduct("baddbmm", bmm, ["batch1", "batch2"], "input broadcasts to [b, n, m]");
