/** @file How an op of two operands that broadcast is made. */
import { compareByKernel } from "../kernels/choice.ts";
import { mapBinary } from "../kernels/elementwise.ts";
import type { BinaryName, ComparisonName } from "../kernels/signatures.ts";
import type { DType } from "../tensor/dtype.ts";
import { broadcastShapes, type Shape } from "../tensor/shape.ts";
import { TapeNode, type Tensor } from "../tensor/tensor.ts";
import {
  asTensor,
  defineOp,
  isTapedFrom,
  isUnwatched,
  type Op,
  type OpDoc,
  type OpFunction,
  promoteTwo,
  record,
} from "./op.ts";
import type { Place } from "./place.ts";
import { unmodified } from "./saved.ts";

export interface Context {
  readonly grad: Tensor;
  /** The operands as they were given: a number stays one. */
  readonly left: Tensor | number;
  readonly right: Tensor | number;
  /** The operands as tensors. */
  readonly a: Tensor;
  readonly b: Tensor;
  readonly y: Tensor;
}

type Gradients = readonly [(c: Context) => Tensor, (c: Context) => Tensor];

/** Only tensors are inputs: a number has no gradient. Hands itself to its vjp, as UnaryNode does. */
class BinaryNode extends TapeNode implements Context {
  readonly #vjp: Gradients;
  readonly #left: Tensor | number;
  readonly #right: Tensor | number;
  readonly #y: Tensor;
  readonly #leftVersion: number;
  readonly #rightVersion: number;
  /** The gradient of the result; set before every vjp. */
  grad: Tensor;

  constructor(
    op: string,
    inputs: readonly Tensor[],
    left: Tensor | number,
    right: Tensor | number,
    y: Tensor,
    vjp: Gradients,
  ) {
    super(op, inputs, y);
    this.#vjp = vjp;
    this.#left = left;
    this.#right = right;
    this.#y = y;
    this.#leftVersion = typeof left === "number" ? 0 : left.version;
    this.#rightVersion = typeof right === "number" ? 0 : right.version;
    this.grad = y;
  }

  get left(): Tensor | number {
    const left = this.#left;
    return typeof left === "number" ? left : unmodified(this.op, left, this.#leftVersion);
  }

  get right(): Tensor | number {
    const right = this.#right;
    return typeof right === "number" ? right : unmodified(this.op, right, this.#rightVersion);
  }

  get a(): Tensor {
    return asTensor(this.left, this.output.dtype);
  }

  get b(): Tensor {
    return asTensor(this.right, this.output.dtype);
  }

  get y(): Tensor {
    return unmodified(this.op, this.#y, 0, this);
  }

  pullBack(grad: Tensor, input: number): Tensor {
    const side = typeof this.#left === "number" ? 1 : input;
    this.grad = grad;
    return this.#vjp[side === 0 ? 0 : 1](this);
  }
}

export interface BinaryInit {
  readonly name: string;
  readonly label?: Op["label"];
  readonly doc: Omit<OpDoc, "shape" | "example"> & { readonly example?: string };
  readonly f: (a: number, b: number) => number;
  /** Gradients of the left and of the right operand, before broadcasting is undone. */
  readonly vjp: Gradients | null;
  readonly kernel?: BinaryName;
  readonly comparison?: ComparisonName;
  readonly range?: readonly [number, number];
  readonly gradient?: "smooth" | "zero" | "none";
  readonly places?: readonly Place[];
  readonly aliases?: readonly string[];
  /** PyTorch takes no number on either side. */
  readonly tensorsOnly?: boolean;
  /** The name of the second operand, if not `other`. */
  readonly second?: string;
  readonly dtype?: (promoted: DType, a: Tensor | number, b: Tensor | number) => DType;
}

/** The left operand too may be a number in the function's form: torch.sub(1, x). */
export type BinaryFunction = (input: Tensor | number, other: Tensor | number) => Tensor;

/** What PyTorch has no form with an underscore of. */
const withoutInPlace: ReadonlySet<string> = new Set(["maximum", "minimum", "fmax", "fmin", "logaddexp", "logaddexp2"]);

export function binary(init: BinaryInit): OpFunction<BinaryFunction> {
  const range = init.range ?? [0.5, 2];
  return defineOp(
    {
      name: init.name,
      doc: {
        shape: "input and other broadcast to the result",
        example: `predictions.${init.name}(targets)`,
        ...init.doc,
      },
      params: [
        { name: "input", kind: init.tensorsOnly === true ? "tensor" : "operand" },
        { name: init.second ?? "other", kind: init.tensorsOnly === true ? "tensor" : "operand" },
      ],
      aliases: init.aliases ?? [],
      label: init.label ?? null,
      inPlace: !withoutInPlace.has(init.name) && (init.places === undefined || init.places.includes("method")),
      gradient: init.gradient ?? "smooth",
      broadcasts: true,
      elementwise: true,
      places: init.places ?? ["torch", "method"],
      samples:
        init.vjp === null
          ? []
          : [
              {
                shapes: [
                  [2, 3],
                  [2, 3],
                ],
                range,
              },
              { shapes: [[2, 3], [3]], range },
              {
                shapes: [
                  [2, 1],
                  [1, 3],
                ],
                range,
              },
              { shapes: [[], [2]], range },
            ],
    },
    (op) => (input, other) => {
      const { vjp } = init;
      const promoted = promoteTwo(input, other);
      const left = typeof input === "number" && typeof other === "number" ? asTensor(input, promoted) : input;
      const right = other;
      const shape = shapeOfResult(init.name, left, right);
      const dtype = init.dtype?.(promoted, left, right) ?? promoted;
      // What two bools make of arithmetic is a bool again: their sum is "or".
      const f = dtype === "bool" && init.vjp !== null ? (a: number, b: number) => (init.f(a, b) === 0 ? 0 : 1) : init.f;
      const y =
        (init.comparison === undefined ? null : compareByKernel(init.comparison, left, right, shape)) ??
        mapBinary(f, left, right, shape, dtype, promoted, init.kernel ?? null);
      const isWanted = vjp !== null && isTapedFrom(op, left, right, y);
      if (!isWanted && isUnwatched(y)) return y;
      const inputs = tensorsOf(left, right);
      return record(op, inputs, y, isWanted ? new BinaryNode(op.name, inputs, left, right, y, vjp) : null);
    },
  );
}

function shapeOfResult(name: string, a: Tensor | number, b: Tensor | number): Shape {
  if (typeof a === "number") return typeof b === "number" ? [] : b.shape;
  return typeof b === "number" ? a.shape : broadcastShapes(name, a.shape, b.shape);
}

function tensorsOf(a: Tensor | number, b: Tensor | number): Tensor[] {
  if (typeof a === "number") return typeof b === "number" ? [] : [b];
  return typeof b === "number" ? [a] : [a, b];
}
