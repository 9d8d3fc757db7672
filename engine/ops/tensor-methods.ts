/** @file What a tensor can do besides ops: forms that overwrite it, facts about it, and what differs from the function of the same name. */
import type { DType } from "../tensor/dtype.ts";
import { isFloating, type Scalar } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { formatShape, normalizeDim, numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { aliasOf, dataOf, Tensor } from "../tensor/tensor.ts";
import { warn } from "../tensor/warnings.ts";
import { cast, clone } from "./convert.ts";
import { overwrite, setitem } from "./in-place.ts";
import type { Index } from "./indexing.ts";
import { expand, permute, transpose } from "./movement.ts";
import { asTensor } from "./op.ts";
import { tracer } from "./trace.ts";
import { where } from "./where.ts";

const reversed = (x: Tensor) =>
  permute(
    x,
    x.shape.map((_, dim) => x.shape.length - 1 - dim),
  );

/** Read like properties: x.T. */
export const properties: Readonly<Record<string, (x: Tensor) => unknown>> = {
  ndim: (x) => x.shape.length,
  T: (x) => {
    if (x.shape.length !== 2 && x.shape.length !== 0)
      warn(
        "UserWarning",
        "The use of `x.T` on tensors of dimension other than 2 to reverse their shape is deprecated and it will throw an error in a future release. Consider `x.mT` to transpose batches of matrices or `x.permute(*torch.arange(x.ndim - 1, -1, -1))` to reverse the dimensions of a tensor.",
      );
    return reversed(x);
  },
  mT: (x) => transpose(x, -2, -1),
  data: (x) => {
    const output = aliasOf(x);
    tracer()?.made("data", [x], output);
    return output;
  },
  device: () => "cpu",
  is_cuda: () => false,
  _version: (x) => x.version,
  itemsize: (x) => (x.dtype === "bool" ? 1 : x.dtype === "float32" || x.dtype === "int32" ? 4 : 8),
};

/** Methods that are no ops. */
export const plainMethods = {
  numel: (x: Tensor) => numelOf(x.shape),
  nelement: (x: Tensor) => numelOf(x.shape),
  dim: (x: Tensor) => x.shape.length,
  ndimension: (x: Tensor) => x.shape.length,
  size: (x: Tensor, dim: number | null = null) =>
    dim === null ? [...x.shape] : x.shape[normalizeDim("size", dim, x.shape.length)],
  stride: (x: Tensor, dim: number | null = null) =>
    dim === null ? [...x.strides] : x.strides[normalizeDim("stride", dim, x.shape.length)],
  is_floating_point: (x: Tensor) => isFloating(x.dtype),
  is_contiguous: (x: Tensor) => toContiguousData(x).buffer === dataOf(x).buffer,
  element_size: (x: Tensor) => (x.dtype === "bool" ? 1 : x.dtype === "float32" || x.dtype === "int32" ? 4 : 8),
  setitem: (x: Tensor, index: readonly Index[], value: Tensor | number) => setitem(x, index, value),
  fill_: (x: Tensor, value: Tensor | Scalar) =>
    overwrite("fill_", x, (before) =>
      clone(
        expand(
          cast(asTensor(Tensor.isTensor(value) ? value : Number(value), before.dtype), before.dtype),
          before.shape,
        ),
      ),
    ),
  zero_: (x: Tensor) => overwrite("zero_", x, (before) => Tensor.zeros(before.shape, before.dtype)),
  copy_: (x: Tensor, source: Tensor) =>
    overwrite("copy_", x, (before) => clone(expand(cast(source, before.dtype), before.shape))),
  where: (x: Tensor, condition: Tensor, other: Tensor | number) => where(condition, x, other),
} as const;

/** The truth of a tensor, as `if` asks for it. */
export function truthOf(x: Tensor): boolean {
  if (numelOf(x.shape) === 1) {
    const answer = toContiguousData(x)[0] !== 0;
    tracer()?.made("bool", [x], answer);
    return answer;
  }
  if (numelOf(x.shape) === 0) return false;
  throw new EngineError({
    type: "RuntimeError",
    code: "ambiguous",
    op: "bool",
    shapes: [x.shape],
    message: `bool: a tensor of shape ${formatShape(x.shape)} is neither true nor false`,
    hint: "Say which with .any() or .all(), or choose element by element with torch.where.",
    pytorch: "Boolean value of Tensor with more than one value is ambiguous",
  });
}

export const dtypeNames: Readonly<Record<string, DType>> = {
  float32: "float32",
  float: "float32",
  float64: "float64",
  double: "float64",
  int32: "int32",
  int: "int32",
  int64: "int64",
  long: "int64",
  bool: "bool",
};
