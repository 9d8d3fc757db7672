/** @file The two directions in which points spread most: how points of many dims are drawn in a plane. */

const ITERATIONS = 60;

/** `points`: [rows, width], row by row. Coordinates in the plane, as they are where the points have two dims (of one, the second is 0). */
export function inPlane(points: ArrayLike<number>, rows: number, width: number): { x: number[]; y: number[] } {
  const at = (row: number, i: number): number => (i < width ? points[row * width + i] : 0);
  const along = (axis: readonly number[]): number[] =>
    Array.from({ length: rows }, (_, row) => axis.reduce((sum, part, i) => sum + part * at(row, i), 0));
  if (width <= 2) return { x: along([1]), y: along([0, 1]) };
  const mean = Array.from({ length: width }, (_, i) => along(unit(width, i)).reduce((a, b) => a + b, 0) / rows);
  const covariance = mean.map((_, i) =>
    mean.map((_other, j) => {
      let sum = 0;
      for (let row = 0; row < rows; row++) sum += (at(row, i) - mean[i]) * (at(row, j) - mean[j]);
      return sum / rows;
    }),
  );
  const first = strongest(covariance, []);
  return { x: along(first), y: along(strongest(covariance, first)) };
}

const unit = (width: number, at: number): number[] => Array.from({ length: width }, (_, i) => (i === at ? 1 : 0));

/** Power iteration, at right angles to `other`. Its greatest part points upwards, so that a picture does not flip. */
function strongest(matrix: readonly (readonly number[])[], other: readonly number[]): number[] {
  let axis = matrix.map((_, i) => 1 / (i + 1));
  for (let round = 0; round < ITERATIONS; round++) {
    const moved = matrix.map((row) => row.reduce((sum, value, i) => sum + value * axis[i], 0));
    const share = other.reduce((sum, value, i) => sum + value * moved[i], 0);
    const apart = other.length === 0 ? moved : moved.map((value, i) => value - share * other[i]);
    const length = Math.hypot(...apart);
    if (!(length > 0)) break;
    axis = apart.map((value) => value / length);
  }
  const greatest = axis.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  return greatest < 0 ? axis.map((value) => -value) : axis;
}
