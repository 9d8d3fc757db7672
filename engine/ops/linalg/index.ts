/** @file torch.linalg, and the same under torch's own older names. */
export * from "./factors.ts";
export { linalgCond, linalgMatrixNorm, linalgMatrixRank, linalgNorm, linalgVectorNorm } from "./norms.ts";
export { linalgMatrixExp, linalgMatrixPower, matrixExp, matrixPower } from "./powers.ts";
export { cross, linalgCross, linalgMultiDot, linalgVecdot } from "./products.ts";
export { linalgLstsq, linalgPinv, pinverse } from "./pseudo-inverse.ts";
export {
  det,
  inverse,
  linalgDet,
  linalgInv,
  linalgSlogdet,
  linalgSolve,
  linalgSolveTriangular,
  logdet,
  slogdet,
} from "./solving.ts";
