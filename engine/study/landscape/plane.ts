/** @file Planes in the space of parameters, and where points lie in them. Pure. */
import type { Plane } from "./facts.ts";

/** At shares of the way along both directions, 0 to 1. */
export function placeAt({ origin, across, up, x, y }: Plane, shareX: number, shareY: number): Float32Array {
  const [a, b] = [x.from + (x.to - x.from) * shareX, y.from + (y.to - y.from) * shareY];
  return origin.map((value, i) => value + a * across[i] + b * up[i]);
}

export interface InPlane {
  readonly x: number;
  readonly y: number;
}

/** The plane's point next to it (least squares: the directions need not stand at right angles). */
export function projected(
  { origin, across, up }: Pick<Plane, "origin" | "across" | "up">,
  point: Float32Array,
): InPlane {
  let [aa, ab, bb, a, b] = [0, 0, 0, 0, 0];
  for (let i = 0; i < origin.length; i++) {
    const missing = point[i] - origin[i];
    aa += across[i] * across[i];
    ab += across[i] * up[i];
    bb += up[i] * up[i];
    a += across[i] * missing;
    b += up[i] * missing;
  }
  const area = aa * bb - ab * ab;
  return { x: (a * bb - b * ab) / area, y: (b * aa - a * ab) / area };
}

export function distance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) ** 2;
  return Math.sqrt(sum);
}

/** From the plane to the point. */
export function distanceFrom(plane: Plane, point: Float32Array): number {
  const { x, y } = projected(plane, point);
  return distance(
    plane.origin.map((value, i) => value + x * plane.across[i] + y * plane.up[i]),
    point,
  );
}
