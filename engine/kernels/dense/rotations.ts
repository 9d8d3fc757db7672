/** @file Plane rotations of rows and columns, with LAPACK's signs. */

/** The rotation that takes (f, g) to (r, 0): dlartg. */
export function rotation(f: number, g: number): readonly [c: number, s: number, r: number] {
  if (g === 0) return [1, 0, f];
  if (f === 0) return [0, Math.sign(g), Math.abs(g)];
  const length = Math.hypot(f, g);
  const r = f < 0 ? -length : length;
  return [Math.abs(f) / length, g / r, r];
}

/** Columns j and j + 1 of `rows` rows of n numbers. */
export function turnColumns(z: Float64Array, rows: number, n: number, j: number, c: number, s: number): void {
  for (let i = 0; i < rows; i++) {
    const held = z[i * n + j + 1];
    z[i * n + j + 1] = c * held - s * z[i * n + j];
    z[i * n + j] = s * held + c * z[i * n + j];
  }
}

/** Rows j and j + 1 of n numbers each. */
export function turnRows(z: Float64Array, n: number, j: number, c: number, s: number): void {
  for (let i = 0; i < n; i++) {
    const held = z[(j + 1) * n + i];
    z[(j + 1) * n + i] = c * held - s * z[j * n + i];
    z[j * n + i] = s * held + c * z[j * n + i];
  }
}
