/** @file What is suspicious about an evaluation that ran. */
import type { GradientFacts, Hazard, Outcome } from "./report.ts";
import type { Watch } from "./watch.ts";

export function hazardsOf(outcome: Outcome | null, gradient: GradientFacts | null, watch: Watch): readonly Hazard[] {
  return [...resultHazards(outcome, gradient, watch), ...watch.broadcasts, ...watch.warnings];
}

function resultHazards(outcome: Outcome | null, gradient: GradientFacts | null, watch: Watch): Hazard[] {
  if (outcome === null) return [];
  const { probe } = outcome;
  if (outcome.kind !== "tensor") {
    const notATensor: Hazard = { code: "not-a-tensor", probe, kind: outcome.kind };
    // A number is what item() leaves: then the place that cut the gradient is worth showing as well.
    return watch.lostGradient?.op === "item" || watch.lostGradient?.op === "tolist"
      ? [notATensor, { code: "no-gradient", probe: watch.lostGradient.probe, cause: watch.lostGradient.op }]
      : [notATensor];
  }
  const { shape } = outcome;
  if (outcome.numel !== 1) return [{ code: "not-scalar", probe, shape }];
  const hazards: Hazard[] = [];
  if (shape.length > 0) hazards.push({ code: "one-element", probe, shape });
  if (gradient === null) {
    hazards.push({
      code: "no-gradient",
      probe: watch.lostGradient?.probe ?? probe,
      cause: watch.lostGradient?.op ?? null,
    });
  }
  if (outcome.value !== null && !Number.isFinite(outcome.value)) {
    hazards.push({
      code: "non-finite",
      probe: watch.nonFinite?.probe ?? probe,
      nan: watch.nonFinite?.nan ?? Number.isNaN(outcome.value),
    });
  } else if (gradient !== null && !gradient.finite) {
    const spot = watch.nonFiniteGradient;
    hazards.push({ code: "non-finite-gradient", probe: spot?.probe ?? probe, cause: spot?.op ?? null });
  } else if (gradient?.zero) {
    hazards.push({
      code: "zero-gradient",
      probe: watch.zeroGradient?.probe ?? probe,
      cause: watch.zeroGradient?.op ?? null,
    });
  }
  return hazards;
}
