/**
 * @file The cosine of schedules. Math.cos differs in its last bit from browser to browser, and an lr that is worked out from the last one would
 * carry that on: the same link has to give the same curve everywhere. Algorithm and coefficients are fdlibm's: within an ulp.
 */

const HALF_PI_HIGH = 1.5707963267341256;
const HALF_PI_MIDDLE = 6.077100506303966e-11;
const HALF_PI_LOW = 2.0222662487959506e-21;

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
    (0.0416666666666666 +
      z *
        (-0.001388888888887411 +
          z *
            (2.480158728947673e-5 +
              z * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + (z * r - x * y));
}

function sineOf(x: number, y: number): number {
  const z = x * x;
  const r =
    0.00833333333332249 +
    z *
      (-0.0001984126982985795 + z * (2.7557313707070068e-6 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)));
  const v = z * x;
  return x - (z * (0.5 * y - v * r) - y - v * -0.16666666666666632);
}
