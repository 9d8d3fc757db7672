/** @file The encoding of PyTorch's reference numbers: engine/testdata/pytorch/README.md describes it. */
import { allocate, type DType } from "../tensor/dtype.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";

export type Precision = "float32" | "float64";

export interface StoredTensor {
  readonly name?: string;
  readonly shape: readonly number[] | null;
  readonly dtype: string;
  readonly data: readonly (number | string | boolean)[];
  readonly requires_grad?: boolean;
}

export type Numbers = StoredTensor["data"];

export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

export const tolerance64: Tolerance = { rtol: 1e-10, atol: 1e-12 };

const dtypes: Readonly<Record<string, DType>> = {
  float32: "float32",
  float64: "float64",
  int32: "int32",
  int64: "int64",
  bool: "bool",
};

/** A float32 tensor in the precision of the run; everything else as stored. */
export function tensorOf(stored: StoredTensor, precision: Precision): Tensor {
  const known = dtypes[stored.dtype];
  if (known === undefined || stored.shape === null) throw new Error(`a tensor of dtype ${stored.dtype}`);
  const dtype = known === "float32" ? precision : known;
  const data = allocate(dtype, stored.data.length);
  data.set(stored.data.map(Number));
  const tensor = Tensor.of(data, stored.shape, dtype);
  if (stored.requires_grad === true) tensor.requires_grad = true;
  return tensor;
}

/** What PyTorch calls the dtype of a run's results: float32 stands for the default dtype. */
export function isStoredType(actual: DType, stored: string, precision: Precision): boolean {
  return actual === (stored === "float32" ? precision : stored);
}

/** The first element that differs, in words; null where all agree. */
export function difference(actual: ArrayLike<number>, stored: Numbers, { rtol, atol }: Tolerance): string | null {
  if (actual.length !== stored.length) return `has ${actual.length} elements for ${stored.length}`;
  for (let i = 0; i < stored.length; i++) {
    const [a, b] = [actual[i], Number(stored[i])];
    const isClose = a === b || (Number.isNaN(a) && Number.isNaN(b)) || Math.abs(a - b) <= atol + rtol * Math.abs(b);
    if (!isClose) return `at ${i}: ${a} for ${b}`;
  }
  return null;
}

export const numbersOf = (tensor: Tensor): ArrayLike<number> => toContiguousData(tensor);
