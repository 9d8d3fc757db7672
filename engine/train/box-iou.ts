/** @file Overlap of boxes x1, y1, x2, y2. */

const length = (low: number, high: number): number => Math.max(0, high - low);

/** Intersection over union of two boxes; 0 where neither has an area. `at`: where the four numbers of both begin. */
export function boxIou(a: ArrayLike<number>, b: ArrayLike<number>, at = 0): number {
  const across = length(Math.max(a[at], b[at]), Math.min(a[at + 2], b[at + 2]));
  const both = across * length(Math.max(a[at + 1], b[at + 1]), Math.min(a[at + 3], b[at + 3]));
  const area = (box: ArrayLike<number>) => length(box[at], box[at + 2]) * length(box[at + 1], box[at + 3]);
  const either = area(a) + area(b) - both;
  return either > 0 ? both / either : Number.isNaN(either) ? Number.NaN : 0;
}
