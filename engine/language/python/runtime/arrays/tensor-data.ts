/** @file NumPy's values where torch makes tensors of data: an array as the tensor that shares its numbers, a scalar with its dtype. */
import { cast } from "../../../../ops/convert.ts";
import { tensor } from "../../../../ops/creation/creation.ts";
import { tracer } from "../../../../ops/trace.ts";
import type { DType } from "../../../../tensor/dtype.ts";
import { aliasOf, Tensor } from "../../../../tensor/tensor.ts";
import { typeError } from "../exceptions.ts";
import { lower } from "../tensors.ts";
import { typeName } from "../type-name.ts";
import { listed } from "./array-arithmetic.ts";
import { NdArray, NumpyFloat } from "./nd-array.ts";

const hasNumpy = (data: unknown): boolean =>
  data instanceof NdArray || data instanceof NumpyFloat || (Array.isArray(data) && data.some(hasNumpy));

/** Data without NumPy in it. */
export function tensorData(data: unknown): unknown {
  if (data instanceof NdArray) return sharing(data);
  if (data instanceof NumpyFloat) return tensor(data.value, data.dtype);
  return Array.isArray(data) && hasNumpy(data) ? listed(data) : data;
}

/** torch.FloatTensor(data). */
export function tensorOf(data: unknown, dtype: DType): Tensor {
  const plain = tensorData(data);
  return Tensor.isTensor(plain) ? cast(plain, dtype) : tensor(lower(plain) as never, dtype);
}

/** What torch sees of an array, for whoever asks where it came from. */
function sharing({ tensor: own }: NdArray): Tensor {
  const seen = aliasOf(own);
  tracer()?.made("numpy", [own], seen);
  return seen;
}

export function fromNumpy(array: unknown): Tensor {
  if (array instanceof NdArray) return sharing(array);
  throw typeError(`expected np.ndarray (got ${typeName(array)})`);
}
