/** @file From what a loss returned to the facts that the framework lens judges. */
import type { Report } from "../../engine/inspect/report.ts";
import type { ResultFacts } from "../../engine/vector/lens.ts";

/** Null where nothing was returned that frameworks could be asked about. */
export function lensFactsOf({ outcome, expressions, hazards }: Report): ResultFacts | null {
  if (outcome === null) return null;
  if (outcome.kind === "tensor") {
    const returned = expressions.find(({ probe }) => probe === outcome.probe);
    const requiresGrad = returned?.requiresGrad ?? hazards.every(({ code }) => code !== "no-gradient");
    return { kind: "tensor", type: "Tensor", shapes: [outcome.shape], dtype: outcome.dtype, requiresGrad };
  }
  const nothing = { shapes: [[]], dtype: "float32", requiresGrad: false };
  if (outcome.kind === "number") return { ...nothing, kind: "number", type: "float" };
  if (outcome.kind === "null" || outcome.kind === "undefined") return { ...nothing, kind: "none", type: "NoneType" };
  return null;
}
