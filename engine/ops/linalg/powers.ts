/** @file Exponential and powers of square matrices. */

import { eliminate, solveWith } from "../../kernels/dense/lu.ts";
import { product } from "../../kernels/dense/singular.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { matmul } from "../blas/linear-algebra.ts";
import { matmulLabel } from "../blas/product-labels.ts";
import { expand } from "../indexing/movement.ts";
import { cat, narrow } from "../indexing/slices.ts";
import { defineOp, finish } from "../op.ts";
import { linalgInv, mT } from "./solving.ts";
import {
  A,
  batchOf,
  called,
  columnsOf,
  identityOf,
  input,
  matricesOf,
  matrixDoc,
  requireMatrices,
  stacked,
} from "./stacks.ts";

/** eˣ of a matrix by Padé's approximant of degree 13, scaled and squared (Higham 2005). */
function exponentialOf(a: Float64Array, n: number): Float64Array {
  let size = 0;
  for (let j = 0; j < n; j++) {
    let column = 0;
    for (let i = 0; i < n; i++) column += Math.abs(a[i * n + j]);
    size = Math.max(size, column);
  }
  if (!Number.isFinite(size)) return new Float64Array(n * n).fill(Number.NaN);
  const squarings = Math.max(0, Math.ceil(Math.log2(size / 5.37)));
  const x = a.map((value) => value / 2 ** squarings);
  const [x2, eyes] = [product(x, x, n, n, n), new Float64Array(n * n)];
  for (let i = 0; i < n; i++) eyes[i * n + i] = 1;
  const [even, odd] = [new Float64Array(n * n), new Float64Array(n * n)];
  let power: Float64Array = eyes;
  pade.forEach((coefficient, i) => {
    const into = i % 2 === 0 ? even : odd;
    for (let at = 0; at < into.length; at++) into[at] += coefficient * power[at];
    if (i % 2 === 1) power = product(power, x2, n, n, n);
  });
  const turned = product(x, odd, n, n, n);
  const above = even.map((value, i) => value + turned[i]);
  const below = even.map((value, i) => value - turned[i]);
  let result = solveWith(eliminate(below, n), above, n, n);
  for (let i = 0; i < squarings; i++) result = product(result, result, n, n, n);
  return result;
}

const pade = [
  64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600,
  670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
].map((value) => value / 64764752532480000);

const matrixExpDoc = matrixDoc(
  "The exponential of each matrix.",
  "Σ Aᵏ / k!",
  "[..., n, n] to the same",
  "torch.linalg.matrix_exp(x)",
  { jax: "jax.scipy.linalg.expm(A)", numpy: "scipy.linalg.expm(A)" },
);

export const linalgMatrixExp = defineOp(
  {
    name: "linalg_matrix_exp",
    doc: matrixExpDoc,
    params: [A],
    places: ["linalg"],
    samples: [{ shapes: [[3, 3]] }, { shapes: [[2, 2, 2]] }],
  },
  (op) =>
    (x: Tensor): Tensor => {
      requireMatrices("linalg_matrix_exp", x, "A", true, "linalg.matrix_exp");
      const n = columnsOf(x);
      const output = stacked(
        matricesOf(x).map((matrix) => exponentialOf(matrix, n)),
        x,
        [n, n],
      );
      return finish(op, [x], output, (grad) => {
        // The exponential of [[Aᵀ, G], [0, Aᵀ]] has the derivative in its corner.
        const turned = mT(x);
        const top = cat([turned, grad], -1);
        const bottom = cat([Tensor.zeros(x.shape, x.dtype), turned], -1);
        const whole = linalgMatrixExp(cat([top, bottom], -2));
        return narrow(narrow(whole, -2, 0, n), -1, n, n);
      });
    },
);

export const matrixExp = defineOp(
  {
    name: "matrix_exp",
    doc: { ...matrixExpDoc, example: "torch.matrix_exp(x)" },
    params: [input],
    places: ["torch", "method"],
    samples: [{ shapes: [[2, 2]] }],
  },
  () => (x: Tensor) => linalgMatrixExp(x),
);

const product2 = (a: Tensor, b: Tensor): Tensor => called(matmulLabel(a, b), matmul(a, b));

function power(op: string, x: Tensor, n: number): Tensor {
  requireMatrices(op, x, "A", true, "linalg.matrix_power");
  if (n === 0) return expand(identityOf(columnsOf(x), x), [...batchOf(x), columnsOf(x), columnsOf(x)]);
  if (n < 0) return power(op, linalgInv(x), -n);
  if (n === 1) return x;
  if (n === 3) return product2(matmul(x, x), x);
  const half = power(op, x, Math.floor(n / 2));
  const square = product2(half, half);
  return n % 2 === 0 ? square : product2(x, square);
}

const powerDoc = matrixDoc(
  "A matrix multiplied with itself; its inverse for n below 0.",
  "Aⁿ",
  "[..., m, m] to the same",
  "torch.linalg.matrix_power(x, 3)",
  { jax: "jnp.linalg.matrix_power(A, n)", numpy: "np.linalg.matrix_power(A, n)" },
);

export const linalgMatrixPower = defineOp(
  {
    name: "linalg_matrix_power",
    doc: powerDoc,
    params: [A, { name: "n", kind: "dim" }],
    places: ["linalg"],
    samples: [
      { shapes: [[2, 2]], args: [3] },
      { shapes: [[2, 2]], args: [-2] },
    ],
  },
  () => (x: Tensor, n: number) => power("linalg_matrix_power", x, n),
);

export const matrixPower = defineOp(
  {
    name: "matrix_power",
    doc: { ...powerDoc, example: "torch.matrix_power(x, 3)" },
    params: [input, { name: "n", kind: "dim" }],
    places: ["torch", "method"],
    samples: [{ shapes: [[2, 2]], args: [4] }],
  },
  () => (x: Tensor, n: number) => power("matrix_power", x, n),
);
