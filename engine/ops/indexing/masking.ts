/** @file Elements chosen by masks. */
import { cTypes } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import { broadcastShapes, formatShape } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { cast } from "../convert.ts";
import { asTensor, defineOp } from "../op.ts";
import { getitem } from "./indexing.ts";
import { expand } from "./movement.ts";
import { input, opDoc } from "./movement-doc.ts";
import { positionsOf } from "./pick.ts";
import { where } from "./where.ts";

export const masked_fill = defineOp(
  {
    name: "masked_fill",
    lists: ["missing"],
    label: "MaskedFillBackward0",
    doc: opDoc(
      "A copy with one number where a mask holds.",
      "value where mask, else x",
      "input and mask broadcast",
      "losses.masked_fill(targets.isnan(), 0)",
      "jnp.where(mask, value, x)",
      "np.where(mask, value, x)",
    ),
    params: [input, { name: "mask", kind: "tensor" }, { name: "value", kind: "operand" }],
    inPlace: true,
    samples: [],
  },
  () =>
    (x: Tensor, mask: Tensor, value: Tensor | number): Tensor => {
      requireMask("masked_fill", mask);
      if (Tensor.isTensor(value) && value.shape.length > 0) {
        throw new EngineError({
          type: "RuntimeError",
          code: "shape",
          op: "masked_fill",
          message: `masked_fill: the value must be one number, got shape ${formatShape(value.shape)}`,
          pytorch: `masked_fill_ only supports a 0-dimensional value tensor, but got tensor with ${value.shape.length} dimension(s).`,
        });
      }
      return where(mask, cast(asTensor(value, x.dtype), x.dtype), x);
    },
);

function requireMask(op: string, mask: Tensor): void {
  if (mask.dtype === "bool") return;
  throw new EngineError({
    type: "RuntimeError",
    code: "dtype",
    op,
    message: `${op}: the mask must be a bool tensor, got ${mask.dtype}`,
    hint: "Compare: mask.gt(0).",
    pytorch:
      op === "masked_fill"
        ? `masked_fill_ only supports boolean masks, but got mask with dtype ${cTypes[mask.dtype]}`
        : `${op}: expected BoolTensor for mask`,
  });
}

export const masked_select = defineOp(
  {
    name: "masked_select",
    label: "MaskedSelectBackward0",
    doc: opDoc(
      "The elements where a mask holds, in row-major order.",
      "x[mask]",
      "[number of elements that the mask lets through]",
      "losses.masked_select(targets.isnan().logical_not())",
      "x[mask]",
      "x[mask]",
    ),
    params: [input, { name: "mask", kind: "tensor" }],
    samples: [],
  },
  () =>
    (x: Tensor, mask: Tensor): Tensor => {
      requireMask("masked_select", mask);
      const shape = broadcastShapes("masked_select", x.shape, mask.shape);
      return getitem(expand(x, shape), [expand(mask, shape)]);
    },
);

export const nonzero = defineOp(
  {
    name: "nonzero",
    doc: opDoc(
      "Where the elements that are not zero are.",
      "indices of x ≠ 0",
      "[number of such elements, dims]",
      "targets.gt(0).nonzero()",
      "jnp.argwhere(x)",
      "np.argwhere(x)",
    ),
    params: [input, { name: "as_tuple", kind: "bool", default: false }],
    gradient: "none",
    samples: [],
  },
  () =>
    (x: Tensor, asTuple = false): Tensor | Tensor[] => {
      const data = toContiguousData(x);
      const rows: number[] = [];
      positionsOf(x.shape, (at, i) => {
        if (data[i] !== 0) rows.push(...at);
        return 0;
      });
      const rank = x.shape.length;
      const count = rank === 0 ? (data[0] === 0 ? 0 : 1) : rows.length / rank;
      const table = Tensor.of(Float64Array.from(rows), [count, rank], "int64");
      if (!asTuple) return table;
      return x.shape.map((_, d) =>
        Tensor.of(
          Float64Array.from({ length: count }, (__, i) => rows[i * rank + d]),
          [count],
          "int64",
        ),
      );
    },
);
