/** @file Determinants, inverses and systems of equations. */
import {
  determinantOf,
  type Elimination,
  eliminate,
  identity,
  solveTriangle,
  solveWith,
} from "../../kernels/dense/lu.ts";
import { EngineError } from "../../tensor/errors.ts";
import { formatShape } from "../../tensor/shape.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { matmul } from "../blas/linear-algebra.ts";
import { eq } from "../comparison/compare.ts";
import { squeeze, transpose, unsqueeze } from "../indexing/movement.ts";
import { where } from "../indexing/where.ts";
import { defineOp, finish, type Op, type Param } from "../op.ts";
import { tril, triu } from "../other/triangles.ts";
import { mul } from "../pointwise/arithmetic.ts";
import { neg } from "../pointwise/unary.ts";
import { alike, called, columnsOf, failed, matricesOf, matrixDoc, requireMatrices, rowsOf, stacked } from "./stacks.ts";

const A: Param = { name: "A", kind: "tensor" };
const input: Param = { name: "input", kind: "tensor" };

export const mT = (x: Tensor): Tensor => transpose(x, -2, -1);
const scalars = (values: readonly number[], like: Tensor): Tensor =>
  stacked(
    values.map((value) => Float64Array.of(value)),
    like,
    [],
  );
const everyMatrix = (x: Tensor): Tensor => unsqueeze(unsqueeze(x, -1), -1);

/** Eliminated in double; what is singular in the tensor's own precision counts as such. */
function eliminations(x: Tensor): Elimination[] {
  const n = columnsOf(x);
  return matricesOf(x).map((matrix) => {
    const exact = eliminate(matrix, n);
    if (x.dtype !== "float32" || exact.zeroAt >= 0) return exact;
    const rounded = eliminate(matrix, n, Math.fround);
    return rounded.zeroAt < 0 ? exact : rounded;
  });
}

function determinant(op: Op, x: Tensor, title: string): Tensor {
  requireMatrices(op.name, x, "A", true, title);
  const n = columnsOf(x);
  const output = scalars(
    eliminations(x).map((each) => determinantOf(each, n)),
    x,
  );
  return finish(op, [x], output, (grad) => {
    // PyTorch's gradient of a determinant that is zero is zero, whatever the cofactors.
    if (eliminations(x).some(({ zeroAt }) => zeroAt >= 0)) return Tensor.zeros(x.shape, x.dtype);
    return mul(everyMatrix(grad), mul(everyMatrix(output), mT(linalgInv(x))));
  });
}

const detDoc = matrixDoc(
  "The determinant of each matrix.",
  "det A = Σ_σ sgn σ ∏ a_iσ(i)",
  "[..., n, n] to [...]",
  "torch.linalg.det(x)",
  { jax: "jnp.linalg.det(A)", numpy: "np.linalg.det(A)" },
);
const squareSample = [{ shapes: [[3, 3]] }, { shapes: [[2, 2, 2]] }];

export const linalgDet = defineOp(
  { name: "linalg_det", doc: detDoc, params: [A], places: ["linalg"], samples: squareSample },
  (op) => (x: Tensor) => determinant(op, x, "linalg.det"),
);

export const det = defineOp(
  {
    name: "det",
    doc: { ...detDoc, example: "torch.det(x)" },
    params: [input],
    places: ["torch", "method"],
    samples: squareSample,
  },
  () => (x: Tensor) => linalgDet(x),
);

export interface SignAndLog {
  readonly sign: Tensor;
  readonly logabsdet: Tensor;
}

function signAndLog(op: Op, x: Tensor, title: string): SignAndLog {
  requireMatrices(op.name, x, "A", true, title);
  const n = columnsOf(x);
  const found = eliminations(x).map(({ lu, sign, zeroAt }) => {
    let [total, log] = [zeroAt < 0 ? sign : 0, 0];
    for (let i = 0; i < n; i++) {
      const value = lu[i * n + i];
      if (value < 0) total = -total;
      log += Math.log(Math.abs(value));
    }
    return { total, log: zeroAt < 0 ? log : Number.NEGATIVE_INFINITY };
  });
  const signs = scalars(
    found.map(({ total }) => total),
    x,
  );
  const logs = scalars(
    found.map(({ log }) => log),
    x,
  );
  return {
    sign: finish(op, [x], signs, () => Tensor.zeros(x.shape, x.dtype)),
    logabsdet: finish(op, [x], logs, (grad) => mul(everyMatrix(grad), mT(linalgInv(x)))),
  };
}

const slogdetDoc = matrixDoc(
  "The sign and the logarithm of the size of each determinant, which itself may be too large or too small for a float.",
  "sgn det A, ln |det A|",
  "[..., n, n] to { sign: [...], logabsdet: [...] }",
  "torch.linalg.slogdet(x).logabsdet",
  { jax: "jnp.linalg.slogdet(A)", numpy: "np.linalg.slogdet(A)", domain: "-∞ for a singular matrix" },
);
const signAndLogType = "{ readonly sign: Tensor; readonly logabsdet: Tensor }";

export const linalgSlogdet = defineOp(
  {
    name: "linalg_slogdet",
    doc: slogdetDoc,
    params: [A],
    places: ["linalg"],
    returns: signAndLogType,
    samples: [],
  },
  (op) => (x: Tensor) => signAndLog(op, x, "linalg.slogdet"),
);

export const slogdet = defineOp(
  {
    name: "slogdet",
    doc: { ...slogdetDoc, example: "torch.slogdet(x).logabsdet" },
    params: [input],
    places: ["torch", "method"],
    returns: signAndLogType,
    samples: [],
  },
  () => (x: Tensor) => linalgSlogdet(x),
);

export const logdet = defineOp(
  {
    name: "logdet",
    doc: matrixDoc(
      "The logarithm of each determinant.",
      "ln det A",
      "[..., n, n] to [...]",
      "torch.logdet(x.matmul(x.t()))",
      { domain: "NaN where the determinant is negative, -∞ where it is 0", jax: "jnp.linalg.slogdet(x)[1]" },
    ),
    params: [input],
    samples: [],
  },
  () =>
    (x: Tensor): Tensor => {
      requireMatrices("logdet", x);
      const { sign, logabsdet } = linalgSlogdet(x);
      return where(eq(sign, -1), Number.NaN, logabsdet);
    },
);

const invDoc = matrixDoc("The inverse of each matrix.", "A⁻¹ A = 1", "[..., n, n] to the same", "torch.linalg.inv(x)", {
  domain: "a singular matrix is refused",
  jax: "jnp.linalg.inv(A)",
  numpy: "np.linalg.inv(A)",
});

export const linalgInv = defineOp(
  {
    name: "linalg_inv",
    label: "LinalgInvExBackward0",
    doc: invDoc,
    params: [A],
    places: ["linalg"],
    samples: squareSample,
  },
  (op) =>
    (x: Tensor): Tensor => {
      requireMatrices("linalg_inv", x, "A", true, "linalg.inv");
      const n = columnsOf(x);
      const parts = eliminations(x).map((each, i) => {
        if (each.zeroAt >= 0)
          throw failed(
            "linalg_inv",
            "the matrix is singular",
            `The diagonal element ${each.zeroAt + 1} is zero, the inversion could not be completed because the input matrix is singular.`,
            x,
            i,
            "Add a little to its diagonal, or use torch.linalg.pinv.",
            "linalg.inv",
          );
        return solveWith(each, identity(n), n, n);
      });
      const output = stacked(parts, x, [n, n]);
      return finish(op, [x], output, (grad) => neg(matmul(mT(output), matmul(grad, mT(output)))));
    },
);

export const inverse = defineOp(
  {
    name: "inverse",
    doc: { ...invDoc, example: "torch.inverse(x)" },
    params: [input],
    places: ["torch", "method"],
    samples: squareSample,
  },
  () => (x: Tensor) => linalgInv(x),
);

/** A right-hand side of one dim less is one vector for each matrix. */
const isVector = (a: Tensor, b: Tensor): boolean =>
  b.shape.length === 1 || (b.shape.length === a.shape.length - 1 && b.shape.every((size, i) => size === a.shape[i]));

function incompatible(op: string, title: string, a: Tensor, b: Tensor): EngineError {
  return new EngineError({
    type: "RuntimeError",
    code: "shape",
    op,
    shapes: [a.shape, b.shape],
    message: `${op}: A of shape ${formatShape(a.shape)} and B of shape ${formatShape(b.shape)} do not go together`,
    pytorch: `${title}: Incompatible shapes of A and B for the equation AX = B (${rowsOf(a)}x${columnsOf(a)} and ${rowsOf(b)}x${columnsOf(b)})`,
  });
}

const solved = defineOp(
  {
    name: "linalg_solve",
    label: "LinalgSolveExBackward0",
    doc: matrixDoc(
      "X with A X = B; better than multiplying by an inverse.",
      "X = A⁻¹ B",
      "[..., n, n] and [..., n, k] or [..., n]",
      "torch.linalg.solve(x, x.t())",
      { domain: "a singular A is refused", jax: "jnp.linalg.solve(A, B)", numpy: "np.linalg.solve(A, B)" },
    ),
    params: [A, { name: "B", kind: "tensor" }],
    places: ["linalg"],
    samples: [],
  },
  (op) =>
    (a: Tensor, b: Tensor): Tensor => {
      requireMatrices("linalg_solve", a, "A", true, "linalg.solve");
      if (isVector(a, b)) return called("LinalgSolveExBackward0", squeeze(solved(a, unsqueeze(b, -1)), -1));
      if (rowsOf(a) !== rowsOf(b)) throw incompatible("linalg_solve", "linalg.solve", a, b);
      const [left, right] = alike("linalg_solve", a, b);
      const [n, k] = [columnsOf(left), columnsOf(right)];
      const rights = matricesOf(right);
      const parts = eliminations(left).map((each, i) => {
        if (each.zeroAt >= 0)
          throw failed(
            "linalg_solve",
            "the matrix is singular",
            "The solver failed because the input matrix is singular.",
            left,
            i,
            "Add a little to its diagonal, or use torch.linalg.lstsq.",
            "torch.linalg.solve",
          );
        return solveWith(each, rights[i], n, k);
      });
      const output = stacked(parts, right, [n, k]);
      return finish(op, [left, right], output, (grad, i) => {
        const ofRight = solved(mT(left), grad);
        return i === 1 ? ofRight : neg(matmul(ofRight, mT(output)));
      });
    },
);

/** The vectors of one dim less get theirs, and lose it. */
export const linalgSolve = solved;

export const linalgSolveTriangular = defineOp(
  {
    name: "linalg_solve_triangular",
    doc: matrixDoc(
      "X with A X = B, or X A = B, for a triangle A.",
      "X = A⁻¹ B",
      "[..., n, n] and [..., n, k]",
      "torch.linalg.solve_triangular(x.triu(), x, { upper: true })",
      { jax: "jax.scipy.linalg.solve_triangular(A, B)", numpy: "scipy.linalg.solve_triangular(A, B)" },
    ),
    params: [
      A,
      { name: "B", kind: "tensor" },
      { name: "upper", kind: "bool" },
      { name: "left", kind: "bool", default: true },
      { name: "unitriangular", kind: "bool", default: false },
    ],
    places: ["linalg"],
    samples: [
      {
        shapes: [
          [3, 3],
          [3, 2],
        ],
        range: [0.5, 2],
        args: [true],
      },
      {
        shapes: [
          [3, 3],
          [2, 3],
        ],
        range: [0.5, 2],
        args: [false, false],
      },
    ],
  },
  (op) =>
    (a: Tensor, b: Tensor, upper: boolean, left = true, isUnit = false): Tensor => {
      requireMatrices("linalg_solve_triangular", a, "A", true, "linalg.solve_triangular");
      requireMatrices("linalg_solve_triangular", b, "B", false, "linalg.solve_triangular");
      if (!left)
        return called("LinalgSolveTriangularBackward0", mT(linalgSolveTriangular(mT(a), mT(b), !upper, true, isUnit)));
      if (rowsOf(a) !== rowsOf(b)) throw incompatible("linalg_solve_triangular", "linalg.solve_triangular", a, b);
      const [triangle, right] = alike("linalg_solve_triangular", a, b);
      const [n, k] = [columnsOf(triangle), columnsOf(right)];
      const rights = matricesOf(right);
      const parts = matricesOf(triangle).map((each, i) => solveTriangle(each, rights[i], n, k, upper, isUnit));
      const output = stacked(parts, right, [n, k]);
      return finish(op, [triangle, right], output, (grad, i) => {
        const ofRight = linalgSolveTriangular(mT(triangle), grad, !upper, true, isUnit);
        if (i === 1) return ofRight;
        const whole = neg(matmul(ofRight, mT(output)));
        const beside = isUnit ? 1 : 0;
        return upper ? triu(whole, beside) : tril(whole, -beside);
      });
    },
);
