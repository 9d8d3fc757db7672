/** @file Comparisons and what is chosen by their bytes, as plain loops. */
import type { BinaryKernel, Kernels, ScalarKernel } from "../signatures.ts";
import { f } from "./functions.ts";
import { atLeast, atMost } from "./polynomial.ts";

type Comparison = (a: number, b: number) => boolean;

export function choices(memory: Float32Array, bytes: Uint8Array) {
  const compare =
    (holds: Comparison): BinaryKernel =>
    (a, b, y, n) => {
      for (let i = 0; i < n; i++) bytes[y + i] = holds(memory[(a >> 2) + i], memory[(b >> 2) + i]) ? 1 : 0;
    };
  const compareScalar =
    (holds: Comparison): ScalarKernel =>
    (a, s, y, n) => {
      for (let i = 0; i < n; i++) bytes[y + i] = holds(memory[(a >> 2) + i], f(s)) ? 1 : 0;
    };
  const each = (y: number, n: number, value: (i: number) => number) => {
    for (let i = 0; i < n; i++) memory[(y >> 2) + i] = value(i);
  };

  const gt: Comparison = (a, b) => a > b;
  const ge: Comparison = (a, b) => a >= b;
  const lt: Comparison = (a, b) => a < b;
  const le: Comparison = (a, b) => a <= b;
  const eq: Comparison = (a, b) => a === b;
  const ne: Comparison = (a, b) => a !== b;

  return {
    gt: compare(gt),
    gtScalar: compareScalar(gt),
    ge: compare(ge),
    geScalar: compareScalar(ge),
    lt: compare(lt),
    ltScalar: compareScalar(lt),
    le: compare(le),
    leScalar: compareScalar(le),
    eq: compare(eq),
    eqScalar: compareScalar(eq),
    ne: compare(ne),
    neScalar: compareScalar(ne),

    where: (condition, a, b, y, n) => each(y, n, (i) => memory[((bytes[condition + i] ? a : b) >> 2) + i]),
    keepWhere: (condition, a, s, y, n) => each(y, n, (i) => (bytes[condition + i] ? memory[(a >> 2) + i] : s)),
    fillWhere: (condition, a, s, y, n) => each(y, n, (i) => (bytes[condition + i] ? s : memory[(a >> 2) + i])),
    aboveGrad: (g, a, b, out, n) =>
      each(out, n, (i) => {
        const [grad, mine, other] = [g, a, b].map((from) => memory[(from >> 2) + i]);
        return mine < other ? 0 : mine === other ? grad * 0.5 : grad;
      }),
    clamp: (x, y, n, low, high) => each(y, n, (i) => atMost(atLeast(memory[(x >> 2) + i], f(low)), f(high))),
    clampGrad: (g, x, out, n, low, high) =>
      each(out, n, (i) => {
        const value = memory[(x >> 2) + i];
        return value >= f(low) && value <= f(high) ? memory[(g >> 2) + i] : 0;
      }),
  } satisfies Partial<Kernels>;
}
