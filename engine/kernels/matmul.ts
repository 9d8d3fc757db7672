/** @file [m, k] times [k, n]. float32 goes through the kernel; other dtypes are summed in order of k, in float64. */
import { doubles, type TypedData } from "../tensor/dtype.ts";
import { releaseScratch, scratchMark, takeScratch } from "../tensor/memory.ts";
import { numelOf, type Shape } from "../tensor/shape.ts";
import { blockOf, Tensor } from "../tensor/tensor.ts";
import { kernels, readable, writable, written } from "./launch.ts";

/** What a layer does to its sums, as the kernel counts them. */
export const activationCodes = { none: 0, tanh: 1, relu: 2, sigmoid: 3 } as const;
export type Activation = keyof typeof activationCodes;

/** One operand of the kernel: as it lies, or as its transpose lies. */
interface Stored {
  readonly address: number;
  readonly isTransposed: boolean;
}

function stored(x: Tensor, rows: number, columns: number, turned: boolean): Stored {
  if (x.isContiguous) return { address: readable(x), isTransposed: turned };
  const { strides } = x;
  const rank = strides.length;
  // A transposed view is read as what it is a view of.
  if (
    rank === 2 &&
    blockOf(x).address !== 0 &&
    (strides[0] === 1 || rows === 1) &&
    (strides[1] === rows || columns === 1)
  )
    return { address: blockOf(x).address + x.offset * 4, isTransposed: !turned };
  return { address: readable(x), isTransposed: turned };
}

export interface ProductOptions {
  /** Multiply by the transpose of what is given. */
  readonly turnsA?: boolean;
  readonly turnsB?: boolean;
  readonly bias?: Tensor | null;
  readonly activation?: Activation;
}

/** a times b, both float32 with two dims, as a result of the shape given: [m, n], or the same elements in more dims. */
export function product32(a: Tensor, b: Tensor, shape: Shape, options: ProductOptions = {}): Tensor {
  const turnsA = options.turnsA ?? false;
  const turnsB = options.turnsB ?? false;
  const k = turnsA ? a.shape[0] : a.shape[a.shape.length - 1];
  const m = turnsA ? a.shape[1] : k === 0 ? a.shape[0] : numelOf(a.shape) / k;
  const n = turnsB ? b.shape[0] : b.shape[1];
  const y = Tensor.make(shape, "float32");
  const mark = scratchMark();
  const to = writable(y);
  const left = stored(a, a.shape[0], a.shape[1], turnsA);
  const right = stored(b, b.shape[0], b.shape[1], turnsB);
  const { bias } = options;
  const flags = (left.isTransposed ? 1 : 0) | (right.isTransposed ? 2 : 0);
  const biasAt = bias === null || bias === undefined ? 0 : readable(bias);
  const code = activationCodes[options.activation ?? "none"];
  const room = kernels.gemmScratch(m, k, n);
  kernels.gemm(left.address, right.address, to, m, k, n, flags, biasAt, code, room === 0 ? 0 : takeScratch(room));
  written(y, to);
  releaseScratch(mark);
  return y;
}

export interface Matrix {
  readonly data: TypedData;
  readonly offset: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

/** Writes rows of `to` from `toOffset`, contiguous. A transposed operand is only other strides. */
export function matmulInto(
  to: TypedData,
  toOffset: number,
  a: Matrix,
  b: Matrix,
  m: number,
  k: number,
  n: number,
): void {
  const left = packRows(a, m, k);
  // Columns of b as rows: both operands of every dot product then lie in order.
  const right = packRows({ ...b, rowStride: b.columnStride, columnStride: b.rowStride }, n, k);
  const whole = n - (n % 4);
  for (let i = 0; i < m; i++) {
    const from = i * k;
    const row = toOffset + i * n;
    // Four at a time: four sums keep the processor busy where one would wait for itself.
    for (let j = 0; j < whole; j += 4) {
      const [at0, at1, at2, at3] = [j * k, (j + 1) * k, (j + 2) * k, (j + 3) * k];
      let sum0 = 0;
      let sum1 = 0;
      let sum2 = 0;
      let sum3 = 0;
      for (let p = 0; p < k; p++) {
        const factor = left[from + p];
        sum0 += factor * right[at0 + p];
        sum1 += factor * right[at1 + p];
        sum2 += factor * right[at2 + p];
        sum3 += factor * right[at3 + p];
      }
      to[row + j] = sum0;
      to[row + j + 1] = sum1;
      to[row + j + 2] = sum2;
      to[row + j + 3] = sum3;
    }
    for (let j = whole; j < n; j++) {
      let sum = 0;
      for (let p = 0; p < k; p++) sum += left[from + p] * right[j * k + p];
      to[row + j] = sum;
    }
  }
}

/** The matrix row by row in float64. */
function packRows({ data, offset, rowStride, columnStride }: Matrix, rows: number, columns: number): Float64Array {
  const packed = doubles(rows * columns);
  for (let i = 0; i < rows; i++) {
    let at = offset + i * rowStride;
    for (let j = 0; j < columns; j++) {
      packed[i * columns + j] = data[at];
      at += columnStride;
    }
  }
  return packed;
}
