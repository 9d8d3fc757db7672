/** @file How an op of two operands that broadcast is made. */
import { mapBinary } from "../kernels/elementwise.ts";
import type { DType } from "../tensor/dtype.ts";
import { broadcastShapes } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { defineOp, finish, type OpDoc, type OpFunction, type Place, promoteOperands } from "./op.ts";
import { Saved } from "./saved.ts";

interface Context {
  readonly grad: Tensor;
  readonly a: Tensor;
  readonly b: Tensor;
  readonly y: Tensor;
}

export interface BinaryInit {
  readonly name: string;
  readonly doc: Omit<OpDoc, "shape" | "example"> & { readonly example?: string };
  readonly f: (a: number, b: number) => number;
  /** Gradients of the left and of the right operand, before broadcasting is undone. */
  readonly vjp: readonly [(c: Context) => Tensor, (c: Context) => Tensor] | null;
  readonly range?: readonly [number, number];
  readonly gradient?: "smooth" | "zero" | "none";
  readonly places?: readonly Place[];
  readonly aliases?: readonly string[];
  /** PyTorch takes no number on either side. */
  readonly tensorsOnly?: boolean;
  /** The name of the second operand, if not `other`. */
  readonly second?: string;
  readonly dtype?: (promoted: DType, a: Tensor, b: Tensor) => DType;
}

/** The left operand too may be a number in the function's form: torch.sub(1, x). */
export type BinaryFunction = (input: Tensor | number, other: Tensor | number) => Tensor;

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
      inPlace: init.gradient !== "none" && (init.places === undefined || init.places.includes("method")),
      gradient: init.gradient ?? "smooth",
      broadcasts: true,
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
      const { left, right, dtype } = promoteOperands(input, other);
      const shape = broadcastShapes(init.name, left.shape, right.shape);
      const type = init.dtype?.(dtype, left, right) ?? dtype;
      // What two bools make of arithmetic is a bool again: their sum is "or".
      const f = type === "bool" && init.vjp !== null ? (a: number, b: number) => (init.f(a, b) === 0 ? 0 : 1) : init.f;
      const y = mapBinary(f, left, right, shape, type);
      const { vjp } = init;
      const saved = new Saved(op.name, [left, right, y]);
      return finish(op, [left, right], y, (grad, i) =>
        vjp === null
          ? null
          : vjp[i === 0 ? 0 : 1]({
              grad,
              get a() {
                return saved.read(0);
              },
              get b() {
                return saved.read(1);
              },
              get y() {
                return saved.read(2);
              },
            }),
      );
    },
  );
}
