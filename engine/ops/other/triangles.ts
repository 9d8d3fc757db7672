/** @file Diagonals, and what lies above and below them. */
import { EngineError } from "../../tensor/errors.ts";
import { contiguousStrides, formatShape, normalizeDim, numelOf } from "../../tensor/shape.ts";
import { Tensor, viewOf } from "../../tensor/tensor.ts";
import { input, opDoc } from "../indexing/movement-doc.ts";
import { deposit, pick, positionsOf } from "../indexing/pick.ts";
import { defineOp, finish } from "../op.ts";

function triangle(name: "tril" | "triu") {
  return defineOp(
    {
      name,
      doc: opDoc(
        `Zeros ${name === "tril" ? "above" : "below"} a diagonal.`,
        `x_ij if j - i ${name === "tril" ? "≤" : "≥"} diagonal, else 0`,
        "same as input",
        `x.matmul(x.t()).${name}()`,
        `jnp.${name}(x, diagonal)`,
        `np.${name}(x, diagonal)`,
      ),
      params: [input, { name: "diagonal", kind: "dim", default: 0 }],
      inPlace: true,
      samples: [{ shapes: [[3, 3]] }],
    },
    (op) =>
      (x: Tensor, diagonal = 0): Tensor => {
        const rank = x.shape.length;
        if (rank < 2)
          throw new EngineError({
            type: "RuntimeError",
            code: "dim",
            op: name,
            shapes: [x.shape],
            message: `${name}: takes tensors of at least 2 dims, got shape ${formatShape(x.shape)}`,
            pytorch: `${name}: input tensor must have at least 2 dimensions`,
          });
        const positions = positionsOf(x.shape, (at, i) => {
          const off = at[rank - 1] - at[rank - 2] - diagonal;
          return (name === "tril" ? off <= 0 : off >= 0) ? i : -1;
        });
        return pick(op, x, positions, x.shape);
      },
  );
}

export const tril = triangle("tril");

export const triu = triangle("triu");

export const diagonal = defineOp(
  {
    name: "diagonal",
    doc: opDoc(
      "The diagonal of two dims, as a last dim.",
      "y_i = x_i,i+offset",
      "the two dims gone, the diagonal's length last",
      "covariance.diagonal()",
      "jnp.diagonal(x, offset)",
      "np.diagonal(x, offset)",
    ),
    params: [
      input,
      { name: "offset", kind: "dim", default: 0 },
      { name: "dim1", kind: "dim", default: 0 },
      { name: "dim2", kind: "dim", default: 1 },
    ],
    samples: [{ shapes: [[3, 4]] }],
  },
  (op) =>
    (x: Tensor, offset = 0, dim1 = 0, dim2 = 1): Tensor => {
      const [a, b] = [normalizeDim("diagonal", dim1, x.shape.length), normalizeDim("diagonal", dim2, x.shape.length)];
      const [rows, columns] = [x.shape[a], x.shape[b]];
      const length = Math.max(0, offset >= 0 ? Math.min(rows, columns - offset) : Math.min(rows + offset, columns));
      const rest = [...x.shape.keys()].filter((d) => d !== a && d !== b);
      const own = contiguousStrides(x.shape);
      const shape = [...rest.map((d) => x.shape[d]), length];
      const [down, right] = [Math.max(0, -offset), Math.max(0, offset)];
      const layout = {
        shape,
        strides: [...rest.map((d) => x.strides[d]), x.strides[a] + x.strides[b]],
        offset: length === 0 ? x.offset : x.offset + down * x.strides[a] + right * x.strides[b],
      };
      return finish(op, [x], viewOf(x, layout), (grad) => {
        const positions = positionsOf(shape, (at) => {
          const i = at[shape.length - 1];
          let place = (i + down) * own[a] + (i + right) * own[b];
          rest.forEach((d, k) => {
            place += at[k] * own[d];
          });
          return place;
        });
        return deposit(op, grad, positions, x.shape);
      });
    },
);

export const diag = defineOp(
  {
    name: "diag",
    label: ([x]) => (Tensor.isTensor(x) && x.shape.length === 1 ? "DiagEmbedBackward0" : "DiagonalBackward0_copy"),
    doc: opDoc(
      "A vector as the diagonal of a matrix, or the diagonal of a matrix as a vector.",
      "y_ii = x_i, or y_i = x_ii",
      "[n] to [n, n], and back",
      "torch.diag(covariance)",
      "jnp.diag(x, diagonal)",
      "np.diag(x, diagonal)",
    ),
    params: [input, { name: "diagonal", kind: "dim", default: 0 }],
    samples: [{ shapes: [[3]] }, { shapes: [[3, 3]] }],
  },
  (op) =>
    (x: Tensor, offset = 0): Tensor => {
      if (x.shape.length === 2) return diagonal(x, offset);
      if (x.shape.length !== 1)
        throw new EngineError({
          type: "RuntimeError",
          code: "dim",
          op: "diag",
          shapes: [x.shape],
          message: `diag: takes a vector or a matrix, got shape ${formatShape(x.shape)}`,
          pytorch: `diag(): Supports 1D or 2D tensors. Got ${x.shape.length}D`,
        });
      const n = x.shape[0] + Math.abs(offset);
      const positions = Int32Array.from(
        { length: x.shape[0] },
        (_, i) => (i + Math.max(0, -offset)) * n + i + Math.max(0, offset),
      );
      return deposit(op, x, positions, [n, n]);
    },
);

export const diag_embed = defineOp(
  {
    name: "diag_embed",
    doc: opDoc(
      "Vectors along the last dim as diagonals of matrices.",
      "y_…ii = x_…i",
      "[…, n] to […, n, n]",
      "torch.diag_embed(predictions)",
      "jax.vmap(jnp.diag)(x)",
      null,
    ),
    params: [input],
    samples: [{ shapes: [[2, 3]] }],
  },
  (op) =>
    (x: Tensor): Tensor => {
      const n = x.shape.at(-1) ?? 1;
      const positions = Int32Array.from(
        { length: numelOf(x.shape) },
        (_, i) => Math.floor(i / n) * n * n + (i % n) * (n + 1),
      );
      return deposit(op, x, positions, [...x.shape, n]);
    },
);

export const trace = defineOp(
  {
    name: "trace",
    doc: opDoc(
      "The sum of a matrix's diagonal.",
      "Σ x_ii",
      "[n, m] to []",
      "covariance.trace()",
      "jnp.trace(x)",
      "np.trace(x)",
    ),
    params: [input],
    samples: [{ shapes: [[3, 3]] }],
  },
  (op) =>
    (x: Tensor): Tensor => {
      if (x.shape.length !== 2)
        throw new EngineError({
          type: "RuntimeError",
          code: "dim",
          op: "trace",
          shapes: [x.shape],
          message: `trace: takes a matrix, got shape ${formatShape(x.shape)}`,
          pytorch: "trace: expected a matrix",
        });
      const line = diagonal(x);
      return deposit(op, line, new Int32Array(line.shape[0]), []);
    },
);
