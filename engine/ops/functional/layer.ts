/** @file A linear layer and its activation in one: what models are made of. Its numbers are those of the ops it stands for, bit for bit. */
import { kernels, runFold, runTwo } from "../../kernels/launch.ts";
import { type Activation, product32 } from "../../kernels/matmul.ts";
import { isGradEnabled } from "../../tensor/grad-mode.ts";
import { numelOf } from "../../tensor/shape.ts";
import { TapeNode, type Tensor } from "../../tensor/tensor.ts";
import { linear, matmul } from "../blas/linear-algebra.ts";
import { le, logical_not as logicalNot } from "../comparison/compare.ts";
import { cast } from "../convert.ts";
import { transpose } from "../indexing/movement.ts";
import { isTaped, record } from "../op.ts";
import { mul, sub } from "../pointwise/arithmetic.ts";
import { sigmoid } from "../pointwise/sigmoid.ts";
import { tanh } from "../pointwise/trigonometry.ts";
import { sum } from "../reduction/reduction.ts";
import { unmodified } from "../saved.ts";
import { tracer } from "../trace.ts";
import { relu } from "./activations.ts";

const activations: Readonly<Record<Activation, (x: Tensor) => Tensor>> = { none: (x) => x, tanh, relu, sigmoid };

const gradients = { tanh: "tanhGrad", relu: "reluGrad", sigmoid: "sigmoidGrad" } as const;

/** The gradient before the activation, by ops that can be differentiated again. */
const slopes: Readonly<Record<Activation, (grad: Tensor, y: Tensor) => Tensor>> = {
  none: (grad) => grad,
  tanh: (grad, y) => mul(grad, sub(1, mul(y, y))),
  relu: (grad, y) => mul(grad, cast(logicalNot(le(y, 0)), grad.dtype)),
  sigmoid: (grad, y) => mul(grad, mul(y, sub(1, y))),
};

/** Inputs: x [rows, in], weight [out, in], and a bias [out] if there is one. */
export class LayerNode extends TapeNode {
  readonly activation: Activation;
  readonly #y: Tensor;
  readonly #versions: readonly number[];
  /** Three gradients begin with the same one. */
  #upstream: Tensor | null = null;
  #before: Tensor | null = null;

  constructor(inputs: readonly Tensor[], y: Tensor, activation: Activation) {
    super("linear", inputs, y);
    this.activation = activation;
    this.#y = y;
    this.#versions = inputs.map((input) => input.version);
  }

  pullBack(grad: Tensor, input: number): Tensor {
    const before = this.beforeActivation(grad);
    if (input === 2) {
      const [rows, columns] = before.shape;
      return isGradEnabled() ? sum(before, 0) : runFold(kernels.sumColumns, before, [columns], rows, columns);
    }
    const other = unmodified(this.op, this.inputs[1 - input], this.#versions[1 - input]);
    if (isGradEnabled()) return input === 0 ? matmul(before, other) : matmul(transpose(before, 0, 1), other);
    const own = this.inputs[input].shape;
    return input === 0 ? product32(before, other, own) : product32(before, other, own, { turnsA: true });
  }

  /** The gradient of what the activation was given. */
  beforeActivation(grad: Tensor): Tensor {
    if (this.#upstream === grad && this.#before !== null) return this.#before;
    this.#upstream = grad;
    const { activation } = this;
    const y = activation === "none" ? this.#y : unmodified(this.op, this.#y, 0);
    this.#before =
      isGradEnabled() || activation === "none"
        ? slopes[activation](grad, y)
        : runTwo(kernels[gradients[activation]], grad, y, grad.shape);
    return this.#before;
  }
}

/** Whether the kernel does it: float32 matrices that fit together, and nobody who wants to see each op. */
function isPlain(x: Tensor, weight: Tensor, bias: Tensor | null): boolean {
  return (
    tracer() === null &&
    x.dtype === "float32" &&
    weight.dtype === "float32" &&
    x.shape.length === 2 &&
    weight.shape.length === 2 &&
    x.shape[1] === weight.shape[1] &&
    numelOf(weight.shape) > 0 &&
    (bias === null || (bias.dtype === "float32" && bias.shape.length === 1 && bias.shape[0] === weight.shape[0]))
  );
}

/** activation(x Wᵀ + b). */
export function layer(x: Tensor, weight: Tensor, bias: Tensor | null, activation: Activation): Tensor {
  if (!isPlain(x, weight, bias)) return activations[activation](linear(x, weight, bias));
  const y = product32(x, weight, [x.shape[0], weight.shape[0]], { turnsB: true, bias, activation });
  const inputs = bias === null ? [x, weight] : [x, weight, bias];
  return record(linear.op, inputs, y, isTaped(linear.op, inputs, y) ? new LayerNode(inputs, y, activation) : null);
}
