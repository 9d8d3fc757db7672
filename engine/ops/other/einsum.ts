/** @file Products by letters: Einstein's sums, and tensordot. */

import { EngineError } from "../../tensor/errors.ts";
import { formatShape, numelOf } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { matmul } from "../blas/linear-algebra.ts";
import { doc } from "../blas/product-doc.ts";
import { expand, permute, reshape } from "../indexing/movement.ts";
import type { Labeller } from "../op.ts";
import { defineOp } from "../op.ts";
import { sum } from "../reduction/reduction.ts";
import { diagonal } from "./triangles.ts";

/** Summed letters make a sum of one operand, a product of matrices of two. */
const einsumLabel: Labeller = ([equation, operands]) => {
  if (typeof equation !== "string") return null;
  const [inputs, output] = equation.replaceAll(" ", "").split("->");
  const letters = [...new Set(inputs.replaceAll(",", ""))];
  const isSummed = output !== undefined && letters.some((letter) => !output.includes(letter));
  if (Array.isArray(operands) && operands.length === 1) return isSummed ? "SumBackward1" : "PermuteBackward0";
  return isSummed || output === undefined ? "ViewBackward0" : "MulBackward0";
};

export const einsum = defineOp(
  {
    name: "einsum",
    label: einsumLabel,
    doc: {
      summary: "Sums of products, said with letters for dims.",
      formula: '"ij,jk->ik": c_ik = Σ_j a_ij b_jk',
      shape: "one letter a dim; letters missing on the right are summed over",
      example: 'torch.einsum("bi,bi->b", [predictions, targets])',
      jax: 'jnp.einsum("ij,jk->ik", a, b)',
      numpy: 'np.einsum("ij,jk->ik", a, b)',
    },
    params: [
      { name: "equation", kind: "text" },
      { name: "operands", kind: "tensors", variadic: true },
    ],
    places: ["torch"],
    samples: [],
  },
  () =>
    (equation: string, operands: readonly Tensor[]): Tensor => {
      const { inputs, output } = parse(equation.replaceAll(" ", ""), operands);
      const sizes = new Map<string, number>();
      const parts = operands.map((operand, i) => withoutRepeats(operand, inputs[i]));
      for (const { x, letters } of parts) {
        [...letters].forEach((letter, d) => {
          const known = sizes.get(letter);
          if (known !== undefined && known !== 1 && x.shape[d] !== 1 && known !== x.shape[d])
            throw einsumError(
              `dim ${letter} has sizes ${known} and ${x.shape[d]}`,
              `einsum(): subscript ${letter} has size ${x.shape[d]} for operand ${parts.findIndex((p) => p.x === x)} which does not broadcast with previously seen size ${known}`,
            );
          if (known === undefined || known === 1) sizes.set(letter, x.shape[d]);
        });
      }
      const last = new Map<string, number>();
      parts.forEach(({ letters }, i) => {
        for (const letter of letters) last.set(letter, i);
      });
      let result = parts[0];
      for (let i = 0; i < parts.length; i++) {
        if (i > 0)
          result = contract(
            result,
            parts[i],
            (letter) => output.includes(letter) || (last.get(letter) ?? 0) > i,
            sizes,
          );
        else result = summed(result, (letter) => output.includes(letter) || (last.get(letter) ?? 0) > 0);
      }
      const order = [...output].map((letter) => result.letters.indexOf(letter));
      const bad = [...output].find((_, i) => order[i] < 0);
      if (bad !== undefined)
        throw einsumError(
          `${bad} is on the right, but not on the left`,
          `einsum(): output subscript ${bad} does not appear in the equation for any input operand`,
        );
      return order.length === 0 ? result.x : permute(result.x, order);
    },
);

interface Lettered {
  readonly x: Tensor;
  readonly letters: string;
}

function einsumError(message: string, pytorch: string): EngineError {
  return new EngineError({
    type: "RuntimeError",
    code: "einsum",
    op: "einsum",
    message: `einsum: ${message}`,
    pytorch,
  });
}

function parse(equation: string, operands: readonly Tensor[]): { inputs: string[]; output: string } {
  const [left, right] = equation.split("->");
  const raw = left.split(",");
  if (raw.length !== operands.length)
    throw einsumError(
      `${raw.length} terms for ${operands.length} tensors`,
      `einsum(): ${raw.length < operands.length ? "more operands were provided than specified in the equation" : "fewer operands were provided than specified in the equation"}`,
    );
  // "..." stands for as many dims as are left over: capital letters nobody uses.
  const spare = "ΑΒΓΔΕΖΗΘ";
  let most = 0;
  const inputs = raw.map((term, i) => {
    const named = term.replace("...", "").length;
    const rank = operands[i].shape.length;
    if (term.includes("...") ? named > rank : named !== rank)
      throw einsumError(
        `${term} has ${named} letters for shape ${formatShape(operands[i].shape)}`,
        `einsum(): the number of subscripts in the equation (${named}) does not match the number of dimensions (${rank}) for operand ${i} and no ellipsis was given`,
      );
    most = Math.max(most, term.includes("...") ? rank - named : 0);
    return term;
  });
  const dots = (count: number) => spare.slice(spare.length - count);
  const filled = inputs.map((term, i) =>
    term.replace("...", dots(operands[i].shape.length - term.replace("...", "").length)),
  );
  if (right !== undefined) return { inputs: filled, output: right.replace("...", dots(most)) };
  const counts = new Map<string, number>();
  for (const letter of filled.join("")) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const once = [...counts]
    .filter(([letter, count]) => count === 1 && !spare.includes(letter))
    .map(([letter]) => letter);
  return { inputs: filled, output: dots(most) + once.sort().join("") };
}

/** "ii" is a diagonal. */
function withoutRepeats(x: Tensor, letters: string): Lettered {
  for (let i = 0; i < letters.length; i++) {
    const j = letters.indexOf(letters[i], i + 1);
    if (j > 0) {
      const rest = [...letters].filter((_, d) => d !== i && d !== j).join("");
      return withoutRepeats(diagonal(x, 0, i, j), rest + letters[i]);
    }
  }
  return { x, letters };
}

function summed({ x, letters }: Lettered, isKept: (letter: string) => boolean): Lettered {
  const dims = [...letters].flatMap((letter, d) => (isKept(letter) ? [] : [d]));
  return dims.length === 0 ? { x, letters } : { x: sum(x, dims), letters: [...letters].filter(isKept).join("") };
}

/** One stacked matrix product: common letters that stay are the stack, common ones that go are multiplied out. */
function contract(
  a: Lettered,
  b: Lettered,
  isKept: (letter: string) => boolean,
  sizes: ReadonlyMap<string, number>,
): Lettered {
  const left = summed(a, (letter) => isKept(letter) || b.letters.includes(letter));
  const right = summed(b, (letter) => isKept(letter) || a.letters.includes(letter));
  const common = [...left.letters].filter((letter) => right.letters.includes(letter));
  const batch = common.filter(isKept);
  const inner = common.filter((letter) => !isKept(letter));
  const rows = [...left.letters].filter((letter) => !common.includes(letter));
  const columns = [...right.letters].filter((letter) => !common.includes(letter));
  const size = (letters: readonly string[]) => letters.map((letter) => sizes.get(letter) ?? 1);
  const arranged = ({ x, letters }: Lettered, order: readonly string[], groups: readonly number[]) => {
    const moved = permute(
      x,
      order.map((letter) => letters.indexOf(letter)),
    );
    return reshape(expand(moved, size(order)), [...groups]);
  };
  const [nb, nr, ni, nc] = [batch, rows, inner, columns].map((letters) => numelOf(size(letters)));
  const product = matmul(
    arranged(left, [...batch, ...rows, ...inner], [nb, nr, ni]),
    arranged(right, [...batch, ...inner, ...columns], [nb, ni, nc]),
  );
  return {
    x: reshape(product, size([...batch, ...rows, ...columns])),
    letters: [...batch, ...rows, ...columns].join(""),
  };
}

export const tensordot = defineOp(
  {
    name: "tensordot",
    label: "ViewBackward0",
    doc: doc(
      "Sums of products over the last dims of one tensor and the first of another.",
      "Σ over dims of both",
      "the other dims of both",
      "torch.tensordot(x, weight, 1)",
      "jnp.tensordot(a, b, dims)",
    ),
    params: [
      { name: "a", kind: "tensor" },
      { name: "b", kind: "tensor" },
      { name: "dims", kind: "index", default: 2 },
    ],
    places: ["torch"],
    samples: [],
  },
  () =>
    (left: Tensor, right: Tensor, given: number | readonly (readonly number[])[] = 2): Tensor => {
      // Lists of dims: those of the left go last, those of the right first.
      const [ofLeft, ofRight] = typeof given === "number" ? [[], []] : given.map((list) => [...list]);
      const others = (x: Tensor, taken: readonly number[]) =>
        x.shape
          .map((_, dim) => dim)
          .filter((dim) => !taken.some((each) => (each < 0 ? each + x.shape.length : each) === dim));
      const a = typeof given === "number" ? left : permute(left, [...others(left, ofLeft), ...ofLeft]);
      const b = typeof given === "number" ? right : permute(right, [...ofRight, ...others(right, ofRight)]);
      const dims = typeof given === "number" ? given : ofLeft.length;
      const rows = a.shape.slice(0, a.shape.length - dims);
      const inner = numelOf(b.shape.slice(0, dims));
      const columns = b.shape.slice(dims);
      return reshape(matmul(reshape(a, [numelOf(rows), inner]), reshape(b, [inner, numelOf(columns)])), [
        ...rows,
        ...columns,
      ]);
    },
);
