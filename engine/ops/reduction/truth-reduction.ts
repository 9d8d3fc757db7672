/** @file Questions of all elements, and counts of answers. */
import { type Fold, reduce } from "../../kernels/reduce.ts";
import { normalizeDims } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { defineOp, finish } from "../op.ts";
import { type Dims, dimsOf, doc, over, overOne } from "./reduction.ts";

function quantor(name: "any" | "all") {
  const decisive = name === "any" ? 1 : 0;
  return defineOp(
    {
      name,
      lists: ["wrong"],
      doc: doc(
        name,
        `True if ${name === "any" ? "any element is" : "all elements are"} not zero.`,
        name === "any" ? "∃ x ≠ 0" : "∀ x ≠ 0",
        {
          kink: "no gradient: the answer is a bool",
          example: `predictions.gt(0).${name}()`,
        },
      ),
      params: overOne,
      gradient: "none",
      samples: [],
    },
    (op) =>
      (x: Tensor, dim: number | null = null, keepdim = false): Tensor => {
        const fold: Fold = (data, start, length) => {
          for (let i = start; i < start + length; i++) if ((data[i] === 0 ? 0 : 1) === decisive) return decisive;
          return 1 - decisive;
        };
        return finish(op, [x], reduce(fold, x, dimsOf(name, x, dim), keepdim, "bool"), () => null);
      },
  );
}

export const any = quantor("any");

export const all = quantor("all");

export const count_nonzero = defineOp(
  {
    name: "count_nonzero",
    doc: doc("count_nonzero", "How many elements are not zero.", "#{x ≠ 0}", { kink: "no gradient: a count" }),
    params: [over[0], over[1]],
    gradient: "none",
    samples: [],
  },
  (op) =>
    (x: Tensor, dim: Dims = null): Tensor => {
      const fold: Fold = (data, start, length) => {
        let count = 0;
        for (let i = start; i < start + length; i++) if (data[i] !== 0) count++;
        return count;
      };
      return finish(
        op,
        [x],
        reduce(fold, x, normalizeDims("count_nonzero", dim, x.shape.length), false, "int64"),
        () => null,
      );
    },
);
