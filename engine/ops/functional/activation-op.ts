/** @file How an activation with numbers besides its input is made. */
import { mapUnary } from "../../kernels/elementwise.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { defineOp, finish, floatingDType, type Op, type OpDoc, type Param } from "../op.ts";
import { mul } from "../pointwise/arithmetic.ts";
import { Saved } from "../saved.ts";

interface ActivationInit {
  readonly name: string;
  readonly label?: Op["label"];
  readonly doc: Pick<OpDoc, "summary" | "formula"> & Partial<OpDoc>;
  /** Numbers after the input, with their defaults. */
  readonly numbers?: readonly (readonly [string, number])[];
  readonly f: (x: number, ...numbers: number[]) => number;
  readonly slope: (x: Tensor, ...numbers: number[]) => Tensor;
  readonly range?: readonly [number, number];
}

/** An op of F with numbers besides its input. PyTorch's `inplace` is taken and means nothing here. */
export function activation(init: ActivationInit) {
  const numbers: Param[] = (init.numbers ?? []).map(([name, value]) => ({ name, kind: "number", default: value }));
  return defineOp(
    {
      name: init.name,
      label: init.label ?? null,
      doc: {
        shape: "same as input",
        example: `F.${init.name}(predictions)`,
        jax: `jax.nn.${init.name}(x)`,
        numpy: null,
        ...init.doc,
      },
      params: [{ name: "input", kind: "tensor" }, ...numbers, { name: "inplace", kind: "bool", default: false }],
      elementwise: true,
      places: ["F"],
      samples: [
        { shapes: [[2, 3]], range: init.range ?? [0.2, 0.9] },
        { shapes: [[3]], range: [-2, -0.2] },
      ],
    },
    (op) =>
      (input: Tensor, ...given: readonly (number | boolean)[]): Tensor => {
        const values = numbers.map((param, i) => Number(given[i] ?? param.default));
        const saved = new Saved(op.name, [input]);
        const output = mapUnary((x) => init.f(x, ...values), input, floatingDType(input.dtype));
        return finish(op, [input], output, (grad) => mul(grad, init.slope(saved.read(0), ...values)));
      },
  );
}
