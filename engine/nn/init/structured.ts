/** @file Initial values with a structure: orthogonal vectors, zeros at random places, the identity of a convolution. */
import type { AnyGenerator } from "../../ops/any-generator.ts";
import { overwrite } from "../../ops/in-place.ts";
import { normal_ } from "../../random/fills.ts";
import { TorchGenerator } from "../../random/torch-generator.ts";
import { allocate } from "../../tensor/dtype.ts";
import { numelOf } from "../../tensor/shape.ts";
import { dataOf, Tensor } from "../../tensor/tensor.ts";
import { invalid } from "./fans.ts";

/** Exact values of every element, row by row. */
export function put(name: string, x: Tensor, value: (i: number) => number): void {
  overwrite(name, x, () => {
    const data = allocate(x.dtype, numelOf(x.shape));
    for (let i = 0; i < data.length; i++) data[i] = value(i);
    return Tensor.of(data, x.shape, x.dtype);
  });
}

export function requireRank(name: string, x: Tensor, ranks: readonly number[], said: string): void {
  if (!ranks.includes(x.shape.length))
    invalid(
      name,
      `takes a tensor of ${ranks.join(", ")} dims, got ${x.shape.length}`,
      `Only tensors with ${said} dimensions are supported`,
    );
}

/** Columns made orthonormal one after the other (Gram and Schmidt, twice, in double): what QR gives where R's diagonal is positive. */
function orthonormalised(columns: readonly Float64Array[]): void {
  const inner = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);
  columns.forEach((column, j) => {
    for (let pass = 0; pass < 2; pass++)
      for (const before of columns.slice(0, j)) {
        const along = inner(column, before);
        for (let i = 0; i < column.length; i++) column[i] -= along * before[i];
      }
    const length = Math.sqrt(inner(column, column));
    for (let i = 0; i < column.length; i++) column[i] /= length;
  });
}

export function orthogonal(x: Tensor, gain: number, draws: AnyGenerator | null): void {
  if (x.shape.length < 2)
    invalid(
      "orthogonal_",
      `takes a tensor of at least 2 dims, got ${x.shape.length}`,
      "Only tensors with 2 or more dimensions are supported",
    );
  const count = numelOf(x.shape);
  if (count === 0) return;
  const rows = x.shape[0];
  const width = count / rows;
  const drawn = dataOf(normal_(Tensor.zeros([rows, width], x.dtype), 0, 1, draws));
  // The shorter side's vectors are made orthonormal: columns of a tall matrix, rows of a wide one.
  const isWide = rows < width;
  const [vectors, length] = isWide ? [rows, width] : [width, rows];
  const placeOf = (vector: number, i: number) => (isWide ? vector * width + i : i * width + vector);
  const found = Array.from({ length: vectors }, (_, vector) =>
    Float64Array.from({ length }, (_, i) => drawn[placeOf(vector, i)]),
  );
  orthonormalised(found);
  const values = new Float64Array(count);
  for (const [vector, column] of found.entries())
    for (const [i, value] of column.entries()) values[placeOf(vector, i)] = value;
  const round = x.dtype === "float32" ? Math.fround : (value: number) => value;
  put("orthogonal_", x, (i) => round(values[i]) * gain);
}

export function sparse(x: Tensor, sparsity: number, std: number, draws: AnyGenerator | null): void {
  requireRank("sparse_", x, [2], "2");
  const [rows, columns] = x.shape;
  normal_(x, 0, std, draws);
  const zeros = Math.ceil(sparsity * rows);
  // Which of them are zeros comes from the default generator, whatever is given.
  const source = TorchGenerator.sourceOf(null);
  for (let column = 0; column < columns; column++)
    for (const row of source.permutation(rows).subarray(0, zeros))
      dataOf(x)[x.offset + row * x.strides[0] + column * x.strides[1]] = 0;
}

export function dirac(x: Tensor, groups: number): void {
  requireRank("dirac_", x, [3, 4, 5], "3, 4, or 5");
  const { shape } = x;
  if (shape[0] % groups !== 0)
    invalid("dirac_", `${shape[0]} channels do not part into ${groups} groups`, "dim 0 must be divisible by groups");
  const perGroup = shape[0] / groups;
  const field = shape.slice(2).reduce((product, size) => product * size, 1);
  const centre = shape.slice(2).reduce((at, size) => at * size + Math.floor(size / 2), 0);
  const inputs = shape[1];
  put("dirac_", x, (i) => {
    const [channel, from, at] = [Math.floor(i / (inputs * field)), Math.floor(i / field) % inputs, i % field];
    return at === centre && channel % perGroup === from ? 1 : 0;
  });
}
