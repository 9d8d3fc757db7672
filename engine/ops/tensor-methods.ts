/** @file What a tensor can do besides ops: forms that overwrite it, facts about it, and what differs from the function of the same name. */
import { bytesOf, type DType, isFloating, type Scalar } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { formatShape, normalizeDim, numelOf, type Shape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { aliasOf, baseOf, dataOf, nodeOf, resize, Tensor } from "../tensor/tensor.ts";
import { warn } from "../tensor/warnings.ts";
import { imag } from "./complex/parts.ts";
import { cast, clone } from "./convert.ts";
import { overwrite, reshapeInPlace, setitem } from "./in-place.ts";
import type { Index } from "./indexing/indexing.ts";
import { expand, permute, squeeze, transpose, unsqueeze } from "./indexing/movement.ts";
import { where } from "./indexing/where.ts";
import { label } from "./node-name.ts";
import { asTensor } from "./op.ts";
import { tracer } from "./trace.ts";

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
  real: (x) => x,
  imag: (x) => imag(x),
  is_cuda: () => false,
  is_cpu: () => true,
  is_sparse: () => false,
  is_quantized: () => false,
  is_mkldnn: () => false,
  is_meta: () => false,
  is_nested: () => false,
  output_nr: () => 0,
  nbytes: (x) => numelOf(x.shape) * bytesOf[x.dtype],
  _version: (x) => x.version,
  itemsize: (x) => bytesOf[x.dtype],
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
  element_size: (x: Tensor) => bytesOf[x.dtype],
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
  unsqueeze_: (x: Tensor, dim: number) => reshapeInPlace("unsqueeze_", x, (before) => unsqueeze(before, dim)),
  squeeze_: (x: Tensor, dim: number | readonly number[] | null = null) =>
    reshapeInPlace(dim === null ? "squeeze_" : "squeeze_dim_", x, (before) => squeeze(before, dim)),
  t_: (x: Tensor) => reshapeInPlace("t_", x, (before) => (before.shape.length < 2 ? before : transpose(before, 0, 1))),
  transpose_: (x: Tensor, a: number, b: number) => reshapeInPlace("transpose_", x, (before) => transpose(before, a, b)),
  swapaxes_: (x: Tensor, a: number, b: number) => reshapeInPlace("swapaxes_", x, (before) => transpose(before, a, b)),
  swapdims_: (x: Tensor, a: number, b: number) => reshapeInPlace("swapdims_", x, (before) => transpose(before, a, b)),
  fill_diagonal_: (x: Tensor, value: number, wraps = false) => {
    const node = nodeOf(x);
    overwrite("fill_diagonal_", x, (before) => where(diagonalOf(before.shape, wraps), value, before));
    if (nodeOf(x) !== node) label(x, "CopySlices");
    return x;
  },
  resize_: (x: Tensor, ...sizes: readonly (number | readonly number[])[]) => resized("resize_", x, sizes.flat()),
  resize_as_: (x: Tensor, other: Tensor) => resized("resize_as_", x, other.shape),
  is_complex: () => false,
  is_nonzero: (x: Tensor) => truthOf(x),
  data_ptr: () => 1,
  is_shared: () => false,
  is_inference: () => false,
  where: (x: Tensor, condition: Tensor, other: Tensor | number) => where(condition, x, other),
} as const;

/** Where the indices of all dims are equal; `wraps` begins anew below a tall matrix. */
function diagonalOf(shape: Shape, wraps: boolean): Tensor {
  if (shape.length < 2)
    throw new EngineError({
      type: "RuntimeError",
      code: "dim",
      op: "fill_diagonal_",
      message: `fill_diagonal_: takes a tensor of two dims or more, got shape ${formatShape(shape)}`,
      pytorch: "dimensions must larger than 1",
    });
  const mask = Tensor.zeros(shape, "bool");
  const step = shape.reduce((sum, _, d) => sum + numelOf(shape.slice(d + 1)), 0);
  const end = wraps || shape[0] <= shape[1] ? numelOf(shape) : shape[1] * shape[1];
  const least = Math.min(...shape);
  for (let i = 0, at = 0; at < end && (wraps || i < least); i++, at += step) dataOf(mask)[at] = 1;
  return mask;
}

function resized(name: string, x: Tensor, shape: Shape): Tensor {
  if (x.requires_grad || baseOf(x) !== null || x.offset !== 0)
    throw new EngineError({
      type: "RuntimeError",
      code: "in-place",
      op: name,
      message: `${name}: takes a tensor of its own that collects no gradient`,
      hint: "Use reshape.",
      pytorch: "cannot resize variables that require grad",
    });
  resize(x, shape);
  return x;
}

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
  int16: "int16",
  short: "int16",
  int8: "int8",
  uint8: "uint8",
  float16: "float16",
  half: "float16",
  bfloat16: "bfloat16",
  bool: "bool",
};
