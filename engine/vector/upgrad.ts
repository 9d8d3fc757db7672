/** @file UPGrad: every gradient projected so that it harms no other, then the mean of them. */
import { chainOf } from "./chain.ts";
import { DualCone, EVERY } from "./dual-cone.ts";
import { refuseNonFinite, traceOf } from "./gramian.ts";
import { projectTogether } from "./projections.ts";

/** TorchJD's norm_eps and reg_eps: G counts relative to its trace, with a ridge, and as zero where the trace is below the first. */
const SMALLEST_TRACE = 1e-4;
const RIDGE = 1e-4;

const cones = { UPGrad: new DualCone("UPGrad"), DualProj: new DualCone("DualProj") };

/** Σ v_i, where v_i is the least vᵀHv with v >= e_i / m, and H = G / trace(G) + 1e-4·I. */
export function upgrad(gramian: Float64Array, m: number): Float64Array {
  const scale = scaleOf("UPGrad", gramian, m);
  const weights = new Float64Array(m).fill(1);
  if (scale !== null) {
    const list = chainOf(gramian, m).filter((i) => conflicts(gramian, m, i));
    if (!projectTogether("UPGrad", gramian, m, scale, RIDGE, list, weights)) {
      const cone = cones.UPGrad;
      cone.load(gramian, m, scale, RIDGE);
      for (const i of list) {
        cone.project(i);
        cone.addMultipliers(weights);
      }
      cone.unload();
    }
  }
  return weights.map((weight) => weight / m);
}

/** The least vᵀHv with v >= 1 / m: the mean of the gradients, projected once. */
export function dualProj(gramian: Float64Array, m: number): Float64Array {
  const scale = scaleOf("DualProj", gramian, m);
  const weights = new Float64Array(m).fill(1);
  if (scale !== null) {
    const cone = cones.DualProj;
    cone.load(gramian, m, scale, RIDGE);
    cone.project(EVERY);
    cone.addMultipliers(weights);
    cone.unload();
  }
  return weights.map((weight) => weight / m);
}

/** 1 / trace(G). Null where the gradients count as zero: then nothing conflicts, and the mean is left. */
function scaleOf(op: string, gramian: Float64Array, m: number): number | null {
  refuseNonFinite(op, gramian, m);
  const trace = traceOf(gramian, m);
  return trace < SMALLEST_TRACE ? null : 1 / trace;
}

/** A gradient that points against no other is its own projection. */
function conflicts(gramian: Float64Array, m: number, i: number): boolean {
  for (let j = 0; j < m; j++) if (gramian[i * m + j] < 0) return true;
  return false;
}
