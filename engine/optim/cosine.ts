/**
 * @file The cosine of schedules. Math.cos differs in its last bit from browser to browser, and an lr that is worked out from the last one would
 * carry that on: the same link has to give the same curve everywhere. Algorithm and coefficients are fdlibm's: within an ulp.
 */

const HALF_PI_HIGH = 1.57079632673412561417;
const HALF_PI_MIDDLE = 6.0771005063039659766e-11;
const HALF_PI_LOW = 2.02226624879595063154e-21;

/** cos(x) for |x| below a million. */
export function cosine(x: number): number {
  const quarter = Math.round((x * 2) / Math.PI);
  const first = x - quarter * HALF_PI_HIGH;
  const second = first - quarter * HALF_PI_MIDDLE;
  const lost = quarter * HALF_PI_LOW - (first - second - quarter * HALF_PI_MIDDLE);
  const reduced = second - lost;
  const rest = second - reduced - lost;
  const turn = ((quarter % 4) + 4) % 4;
  if (turn === 0) return cosineOf(reduced, rest);
  if (turn === 2) return -cosineOf(reduced, rest);
  return turn === 1 ? -sineOf(reduced, rest) : sineOf(reduced, rest);
}

/** For |x| up to π/4; y is what x was rounded by. */
function cosineOf(x: number, y: number): number {
  const z = x * x;
  const r =
    z *
    (4.16666666666666019037e-2 +
      z *
        (-1.38888888888741095749e-3 +
          z *
            (2.48015872894767294178e-5 +
              z * (-2.75573143513906633035e-7 + z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + (z * r - x * y));
}

function sineOf(x: number, y: number): number {
  const z = x * x;
  const r =
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)));
  const v = z * x;
  return x - (z * (0.5 * y - v * r) - y - v * -1.66666666666666324348e-1);
}
