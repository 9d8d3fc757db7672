/**
 * @file A known computation, done again after a stranger's program ran in the same realm: where its bits are no longer what they were, something that the
 * engine computes with was tampered with, and nothing that it says is to be believed.
 */
import { gradientsOf } from "../autograd/backward.ts";
import { matmul } from "../ops/blas/linear-algebra.ts";
import { softmax } from "../ops/functional/softmax.ts";
import { add, div, mul, sub } from "../ops/pointwise/arithmetic.ts";
import { tanh } from "../ops/pointwise/trigonometry.ts";
import { abs, exp, log } from "../ops/pointwise/unary.ts";
import { mean, sum } from "../ops/reduction/reduction.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";

const ROWS = 8;
const COLUMNS = 4;

/** Every kind of kernel and loop a loss is likely to need: products, functions, reductions, gradients. */
function song(): readonly number[] {
  const numbers = Float32Array.from({ length: ROWS * COLUMNS }, (_, i) => ((i * 37) % 19) / 7 - 1.2);
  const x = Tensor.of(numbers, [ROWS, COLUMNS], "float32");
  const w = Tensor.of(numbers.slice(0, COLUMNS * COLUMNS), [COLUMNS, COLUMNS], "float32");
  return withGradMode(true, () => {
    x.requires_grad = true;
    const inner = tanh(matmul(x, w));
    const near = log(add(sum(softmax(inner, 1), [1], true), exp(sub(inner, 1))));
    const loss = mean(add(mul(near, near), div(abs(inner), 3)));
    const [gradient] = gradientsOf([loss], [x], [null]);
    return [loss, inner, gradient].flatMap((tensor) => (tensor === null ? [] : [...toContiguousData(tensor)]));
  });
}

/** To be made before the program comes. Says whether the engine still computes what it did then. */
export function canary(): () => boolean {
  const known = song();
  return () => {
    try {
      const now = song();
      return now.length === known.length && known.every((value, i) => Object.is(value, now[i]));
    } catch {
      return false;
    }
  };
}
