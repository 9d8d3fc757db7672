/** @file What an op keeps for backward. An in-place op may have overwritten it since, and then its gradient would be wrong. */
import { pytorchTypes } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { formatShape } from "../tensor/shape.ts";
import { nodeOf, type Tensor } from "../tensor/tensor.ts";
import { type Named, nodeName } from "./node-name.ts";

export class Saved {
  readonly #op: string;
  readonly #tensors: readonly Tensor[];
  readonly #versions: readonly number[];
  /** The op's own result has no place on the tape yet when it is kept. */
  readonly #isResult: readonly boolean[];

  constructor(op: string, tensors: readonly Tensor[]) {
    this.#op = op;
    this.#tensors = tensors;
    this.#versions = tensors.map((tensor) => tensor.version);
    this.#isResult = tensors.map((tensor) => nodeOf(tensor) === null && !tensor.requires_grad);
  }

  /** The i-th tensor, as it was. Error `modified` if it is no more. */
  read(i: number): Tensor {
    const tensor = this.#tensors[i];
    const maker = nodeOf(tensor) === null || !this.#isResult[i] ? nodeOf(tensor) : { op: this.#op, label: null };
    return unmodified(this.#op, tensor, this.#versions[i], maker);
  }
}

/** The tensor, if no in-place op has written to it since it was at that version. `maker` is what it came out of. */
export function unmodified(op: string, tensor: Tensor, expected: number, maker: Named | null = nodeOf(tensor)): Tensor {
  if (tensor.version === expected) return tensor;
  const origin = maker === null ? "" : `, which is output 0 of ${nodeName(maker).replace(/Backward\d*$/, "")},`;
  throw new EngineError({
    type: "RuntimeError",
    code: "modified",
    op,
    message: `${op}: its gradient needs a tensor of shape ${formatShape(tensor.shape)} that an in-place op has overwritten since`,
    hint: "Use the op that makes a new tensor (x = x + 1 in place of x += 1), or clone() before.",
    pytorch: `one of the variables needed for gradient computation has been modified by an inplace operation: [torch.${pytorchTypes[tensor.dtype]}Tensor ${formatShape(tensor.shape)}]${origin} is at version ${tensor.version}; expected version ${expected} instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True, check_nan=False).`,
  });
}
