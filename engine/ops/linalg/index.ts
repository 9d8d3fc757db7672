/** @file torch.linalg, and the same under torch's own older names. */
export * from "./factors.ts";
export {
  cross,
  linalgCond,
  linalgCross,
  linalgLstsq,
  linalgMatrixExp,
  linalgMatrixNorm,
  linalgMatrixPower,
  linalgMatrixRank,
  linalgMultiDot,
  linalgNorm,
  linalgPinv,
  linalgVecdot,
  linalgVectorNorm,
  matrixExp,
  matrixPower,
  pinverse,
} from "./functions.ts";
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
