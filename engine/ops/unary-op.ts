/** @file How an op of one tensor, element by element, is made. */
import { mapUnary, type UnaryKernel } from "../kernels/elementwise.ts";
import { kernels, runTwo } from "../kernels/launch.ts";
import type { GradientName } from "../kernels/signatures.ts";
import type { DType } from "../tensor/dtype.ts";
import { isGradEnabled } from "../tensor/grad-mode.ts";
import { sameShape } from "../tensor/shape.ts";
import { TapeNode, type Tensor } from "../tensor/tensor.ts";
import {
  defineOp,
  floatingDType,
  isTapedFrom,
  isUnwatched,
  type Op,
  type OpDoc,
  type OpFunction,
  record,
  requireFloating,
} from "./op.ts";
import type { Place } from "./place.ts";
import { mul } from "./pointwise/arithmetic.ts";
import { unmodified } from "./saved.ts";

interface Context {
  readonly grad: Tensor;
  readonly x: Tensor;
  readonly y: Tensor;
}

type Derivative = (c: Context) => Tensor;

/** A gradient in one kernel, of the upstream gradient and the input or the result: what `vjp` computes, to the last bit or two. */
export interface FusedGradient {
  readonly kernel: GradientName;
  readonly of: "x" | "y";
}

interface UnaryInit {
  readonly name: string;
  readonly label?: Op["label"];
  readonly doc: Omit<OpDoc, "shape" | "example"> & { readonly example?: string };
  readonly f: (x: number) => number;
  readonly vjp: Derivative;
  readonly range?: readonly [number, number];
  readonly gradient?: "smooth" | "zero";
  readonly places?: readonly Place[];
  readonly aliases?: readonly string[];
  /** Keeps integers as they are (abs, sign); otherwise they become float32. */
  readonly keepsIntegers?: boolean;
  readonly floatingOnly?: boolean;
  readonly kernel?: UnaryKernel;
  readonly fused?: FusedGradient;
}

/** Hands itself to its vjp: what was saved is read, and checked, only where a gradient needs it. */
class UnaryNode extends TapeNode implements Context {
  readonly #vjp: Derivative;
  readonly #fused: FusedGradient | null;
  readonly #y: Tensor;
  readonly #versionOfX: number;
  /** The gradient of the result; set before every vjp. */
  grad: Tensor;

  constructor(op: string, inputs: readonly Tensor[], y: Tensor, vjp: Derivative, fused: FusedGradient | null) {
    super(op, inputs, y);
    this.#vjp = vjp;
    this.#fused = fused;
    this.#y = y;
    this.#versionOfX = inputs[0].version;
    this.grad = y;
  }

  get x(): Tensor {
    return unmodified(this.op, this.inputs[0], this.#versionOfX);
  }

  get y(): Tensor {
    return unmodified(this.op, this.#y, 0, this);
  }

  pullBack(grad: Tensor): Tensor {
    const fused = this.#fused;
    if (fused !== null && !isGradEnabled() && grad.dtype === "float32" && sameShape(grad.shape, this.#y.shape)) {
      const of = fused.of === "x" ? this.x : this.y;
      if (of.dtype === "float32") return runTwo(kernels[fused.kernel], grad, of, grad.shape);
    }
    this.grad = grad;
    return this.#vjp(this);
  }
}

export function unary(init: UnaryInit): OpFunction<(input: Tensor) => Tensor> {
  const dtypeOf = (dtype: DType) => (init.keepsIntegers && dtype !== "bool" ? dtype : floatingDType(dtype));
  return defineOp(
    {
      name: init.name,
      doc: { shape: "same as input", example: `predictions.sub(targets).${init.name}().mean()`, ...init.doc },
      params: [{ name: "input", kind: "tensor" }],
      gradient: init.gradient ?? "smooth",
      elementwise: true,
      aliases: init.aliases ?? [],
      label: init.label ?? null,
      inPlace: init.places === undefined || init.places.includes("method"),
      places: init.places ?? ["torch", "method"],
      samples: [
        { shapes: [[2, 3]], range: init.range ?? [-2, 2] },
        { shapes: [[]], range: init.range ?? [-2, 2] },
      ],
    },
    (op) => (input: Tensor) => {
      if (init.floatingOnly) requireFloating(init.name, input);
      const output = mapUnary(init.f, input, dtypeOf(input.dtype), init.kernel ?? null);
      const isWanted = isTapedFrom(op, input, 0, output);
      if (!isWanted && isUnwatched(output)) return output;
      const inputs = [input];
      const node = isWanted ? new UnaryNode(op.name, inputs, output, init.vjp, init.fused ?? null) : null;
      return record(op, inputs, output, node);
    },
  );
}

export const zeroGradient: Derivative = ({ grad }) => mul(grad, 0);
