/** @file How an op of one tensor, element by element, is made. */
import { mapUnary } from "../kernels/elementwise.ts";
import type { DType } from "../tensor/dtype.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { mul } from "./arithmetic.ts";
import { defineOp, finish, floatingDType, type OpDoc, type OpFunction, type Place, requireFloating } from "./op.ts";
import { Saved } from "./saved.ts";

interface Context {
  readonly grad: Tensor;
  readonly x: Tensor;
  readonly y: Tensor;
}

type Derivative = (c: Context) => Tensor;

interface UnaryInit {
  readonly name: string;
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
}

export function unary(init: UnaryInit): OpFunction<(input: Tensor) => Tensor> {
  const dtypeOf = (dtype: DType) => (init.keepsIntegers && dtype !== "bool" ? dtype : floatingDType(dtype));
  return defineOp(
    {
      name: init.name,
      doc: { shape: "same as input", example: `predictions.sub(targets).${init.name}().mean()`, ...init.doc },
      params: [{ name: "input", kind: "tensor" }],
      gradient: init.gradient ?? "smooth",
      aliases: init.aliases ?? [],
      inPlace: init.places === undefined || init.places.includes("method"),
      places: init.places ?? ["torch", "method"],
      samples: [
        { shapes: [[2, 3]], range: init.range ?? [-2, 2] },
        { shapes: [[]], range: init.range ?? [-2, 2] },
      ],
    },
    (op) => (input: Tensor) => {
      if (init.floatingOnly) requireFloating(init.name, input);
      const output = mapUnary(init.f, input, dtypeOf(input.dtype));
      const saved = new Saved(op.name, [input, output]);
      return finish(op, [input], output, (grad) =>
        init.vjp({
          grad,
          get x() {
            return saved.read(0);
          },
          get y() {
            return saved.read(1);
          },
        }),
      );
    },
  );
}

export const zeroGradient: Derivative = ({ grad }) => mul(grad, 0);
