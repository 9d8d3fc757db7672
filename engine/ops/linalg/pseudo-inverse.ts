import { Tensor } from "../../tensor/tensor.ts";
import { matmul } from "../blas/linear-algebra.ts";
import { gt } from "../comparison/compare.ts";
import { cast } from "../convert.ts";
import { squeeze, unsqueeze } from "../indexing/movement.ts";
import { label } from "../node-name.ts";
import { defineOp, finish } from "../op.ts";
import { add, div, mul, sub } from "../pointwise/arithmetic.ts";
import { amax, sum } from "../reduction/reduction.ts";
import { linalgSvd } from "./factors.ts";
import { linalgMatrixRank } from "./norms.ts";
import { mT } from "./solving.ts";
import { A, columnsOf, detached, epsilon, identityOf, input, matrixDoc, requireMatrices, rowsOf } from "./stacks.ts";

function pseudoInverse(x: Tensor, rtol: number | null): Tensor {
  const { U, S, Vh } = linalgSvd(x, false);
  const limit = mul(amax(S, -1, true), rtol ?? Math.max(rowsOf(x), columnsOf(x)) * epsilon(x));
  const kept = cast(gt(S, limit), S.dtype);
  const inverse = div(kept, add(S, sub(1, kept)));
  return matmul(mul(mT(Vh), unsqueeze(inverse, -2)), mT(U));
}

const pinvDoc = matrixDoc(
  "The Moore-Penrose inverse: the matrix that comes nearest to an inverse.",
  "A⁺ = V diag(1/S) Uᵀ, with 0 for 1/S below the tolerance",
  "[..., m, n] to [..., n, m]",
  "torch.linalg.pinv(x)",
  { jax: "jnp.linalg.pinv(A)", numpy: "np.linalg.pinv(A)" },
);

export const linalgPinv = defineOp(
  {
    name: "linalg_pinv",
    doc: pinvDoc,
    params: [A, { name: "rtol", kind: "number", default: null }, { name: "hermitian", kind: "bool", default: false }],
    places: ["linalg"],
    samples: [{ shapes: [[3, 2]] }, { shapes: [[2, 3]] }, { shapes: [[3, 3]] }],
  },
  (op) =>
    (x: Tensor, rtol: number | null = null, _isSymmetric = false): Tensor => {
      requireMatrices("linalg_pinv", x, "A", false, "linalg.pinv");
      const output = pseudoInverse(detached(x), rtol);
      return finish(op, [x], output, (grad) => {
        const [p, pt, gt_] = [output, mT(output), mT(grad)];
        const first = matmul(pt, matmul(grad, pt));
        const left = sub(identityOf(rowsOf(x), x), matmul(x, p));
        const right = sub(identityOf(columnsOf(x), x), matmul(p, x));
        return sub(add(matmul(left, matmul(gt_, matmul(p, pt))), matmul(matmul(pt, p), matmul(gt_, right))), first);
      });
    },
);

export const pinverse = defineOp(
  {
    name: "pinverse",
    doc: { ...pinvDoc, example: "torch.pinverse(x)" },
    params: [input, { name: "rcond", kind: "number", default: 1e-15 }],
    places: ["torch", "method"],
    samples: [{ shapes: [[3, 2]] }],
  },
  () =>
    (x: Tensor, rcond = 1e-15) =>
      linalgPinv(x, rcond),
);

export const linalgLstsq = defineOp(
  {
    name: "linalg_lstsq",
    doc: matrixDoc(
      "X for which A X comes nearest to B.",
      "argmin_X |A X - B|²",
      "[..., m, n] and [..., m, k] to { solution: [..., n, k], residuals, rank, singular_values }",
      "torch.linalg.lstsq(x, x).solution",
      { jax: "jnp.linalg.lstsq(A, B)", numpy: "np.linalg.lstsq(A, B)" },
    ),
    params: [
      A,
      { name: "B", kind: "tensor" },
      { name: "rcond", kind: "number", default: null },
      { name: "driver", kind: "text", default: null },
    ],
    places: ["linalg"],
    returns:
      "{ readonly solution: Tensor; readonly residuals: Tensor; readonly rank: Tensor; readonly singular_values: Tensor }",
    samples: [],
  },
  () =>
    (a: Tensor, b: Tensor, _rcond: number | null = null, _driver: string | null = null) => {
      requireMatrices("linalg_lstsq", a, "A", false, "torch.linalg.lstsq");
      const isVector = b.shape.length === a.shape.length - 1;
      const right = isVector ? unsqueeze(b, -1) : b;
      const solution = matmul(linalgPinv(a), right);
      label(solution, "LinalgLstsqBackward0");
      const [m, n] = [rowsOf(a), columnsOf(a)];
      const rank = linalgMatrixRank(a);
      const rest = sub(right, matmul(a, solution));
      return {
        solution: isVector ? squeeze(solution, -1) : solution,
        residuals: m > n ? sum(mul(rest, rest), -2) : Tensor.zeros([0], a.dtype),
        rank,
        singular_values: Tensor.zeros([0], a.dtype),
      };
    },
);
