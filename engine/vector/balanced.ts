/** @file Aggregators that give every component the same say: IMTL-G, Aligned-MTL, ConFIG. */
import { inverseLengths, refuseNonFinite, traceOf } from "./gramian.ts";
import { FLOAT32_EPSILON, Spectrum } from "./spectrum.ts";

/** v = G⁺d with d_i = ‖g_i‖, divided by its sum: the step has the same inner product with every gradient's direction. */
export function imtlG(gramian: Float64Array, m: number): Float64Array {
  refuseNonFinite("IMTLG", gramian, m);
  const trace = traceOf(gramian, m);
  if (trace === 0) return new Float64Array(m);
  // Relative to the trace, so that nothing over- or underflows; TorchJD's test of the sum is on v as it is.
  const root = Math.sqrt(trace);
  const spectrum = new Spectrum("IMTLG", gramian, m, new Float64Array(m).fill(1 / root), m * FLOAT32_EPSILON);
  const lengths = Float64Array.from({ length: m }, (_, i) => Math.sqrt(gramian[i * m + i]) / root);
  const v = spectrum.power(-1, lengths);
  const sum = v.reduce((a, b) => a + b, 0);
  return Math.abs(sum / root) < 1e-12 ? new Float64Array(m) : v.map((value) => value / sum);
}

/** √λ · V Λ^-½ Vᵀ (1/m): the mean of the gradients after all principal directions were given one length: that of the least eigenvalue, of the median one (1), or the mean (2). */
export function alignedMtl(gramian: Float64Array, m: number, mode: number): Float64Array {
  refuseNonFinite("AlignedMTL", gramian, m);
  const mean = new Float64Array(m).fill(1 / m);
  const trace = traceOf(gramian, m);
  if (trace === 0) return mean;
  const spectrum = new Spectrum(
    "AlignedMTL",
    gramian,
    m,
    new Float64Array(m).fill(1 / Math.sqrt(trace)),
    m * FLOAT32_EPSILON,
  );
  const length = Math.sqrt(chosenOf(spectrum.values, mode));
  return spectrum.power(-1 / 2, mean).map((value) => length * value);
}

/** Of several medians the smaller one, as torch.median. */
function chosenOf(values: readonly number[], mode: number): number {
  if (mode === 2) return values.reduce((a, b) => a + b, 0) / values.length;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[mode === 1 ? (sorted.length - 1) >> 1 : 0] ?? 0;
}

/**
 * The direction U⁺1, where U holds the gradients' directions, made as long as the sum of the gradients' components along it. It is a
 * combination of the gradients, so weights describe it: with C = U Uᵀ, the cosines, U⁺1 = Uᵀ C⁺1. PyTorch's pinv cuts off singular values
 * of U, of which C has the squares; `columns` are the parameters.
 */
export function config(gramian: Float64Array, m: number, columns: number): Float64Array {
  refuseNonFinite("ConFIG", gramian, m);
  const inverse = inverseLengths(gramian, m);
  const spectrum = new Spectrum("ConFIG", gramian, m, inverse, (Math.max(m, columns) * FLOAT32_EPSILON) ** 2);
  const onUnits = spectrum.power(-1, new Float64Array(m).fill(1));
  const weights = onUnits.map((value, i) => value * inverse[i]);
  // ‖U⁺1‖² and Σ g_j·U⁺1.
  let [square, along] = [0, 0];
  for (let i = 0; i < m; i++) {
    let inner = 0;
    for (let j = 0; j < m; j++) inner += gramian[i * m + j] * weights[j];
    square += weights[i] * inner;
    along += inner;
  }
  return square > 0 ? weights.map((weight) => (weight * along) / square) : new Float64Array(m);
}
