/** @file What a lane's result puts into its editor: shapes behind expressions, markers under them. */
import type { ExpressionFact } from "../../engine/inspect/report.ts";
import { defaultHandling, type VectorHandling } from "../../engine/vector/handling.ts";
import type { LaneResult } from "../store/store.ts";
import type { Annotations, Hint, Marker } from "./annotations.ts";
import { formatNumber } from "./format.ts";
import { shownOf } from "./shown-probes.ts";
import { verdictOf } from "./verdict.ts";

/** `handling`: what the lane makes of a vector. */
export function annotationsOf(result: LaneResult, handling: VectorHandling = defaultHandling): Annotations {
  return { hints: hintsOf(result, handling), markers: markersOf(result, handling) };
}

function hintsOf({ compilation, report }: LaneResult, handling: VectorHandling): Hint[] {
  const probes = compilation?.program?.probes ?? [];
  const facts = report?.expressions ?? [];
  const isShown = shownOf(probes, facts);
  const hints: Hint[] = [];
  for (const fact of facts) {
    const probe = probes[fact.probe];
    if (probe === undefined || !isShown(probe)) continue;
    // One place says one thing: the outermost expression that ends there is what stands.
    const same = hints.findIndex(({ offset }) => offset === probe.end);
    if (same >= 0) hints.splice(same, 1);
    const isRefused = handling.kind === "refuse";
    const isVector = isRefused && probe.kind === "return" && fact.shape.some((size) => size !== 1);
    hints.push({
      offset: probe.end,
      text: isVector ? `${hintText(fact)} not a scalar` : hintText(fact),
      tooltip: tooltip(fact),
    });
  }
  return hints;
}

function hintText({ shape, evaluations }: ExpressionFact): string {
  const text = shape.length === 0 ? "scalar" : `[${shape.join(", ")}]`;
  return evaluations > 1 ? `${text} ×${evaluations}` : text;
}

function tooltip({ dtype, min, mean, max, gradNorm }: ExpressionFact): string {
  const grad = gradNorm === null ? "no gradient" : `gradient norm ${formatNumber(gradNorm)}`;
  return `${dtype}, min ${formatNumber(min)}, mean ${formatNumber(mean)}, max ${formatNumber(max)}, ${grad}`;
}

function markersOf(result: LaneResult, handling: VectorHandling): Marker[] {
  const { compilation, report } = result;
  if (compilation === null) return [];
  const diagnostics: Marker[] = compilation.diagnostics.map(({ start, end, severity, code, message, fix }) => ({
    start,
    end: Math.max(end, start + 1),
    severity,
    code,
    message,
    fixes: fix === undefined ? [] : [fix],
  }));
  if (report === null) return diagnostics;
  const verdict = verdictOf(result, handling);
  const notes: Marker[] = verdict.notes
    .filter(({ code, place }) => code !== "type" && place !== null)
    .map(({ code, text, place, fixes }) => ({
      start: place?.start ?? 0,
      end: place?.end ?? 1,
      severity: "warning",
      code,
      message: text,
      fixes,
    }));
  const isSaid =
    verdict.place === null ||
    verdict.label === null ||
    diagnostics.some(({ start }) => start === verdict.place?.start && verdict.label === "Broken");
  if (isSaid || verdict.place === null || (verdict.label === "Scalar" && verdict.fixes.length === 0))
    return [...diagnostics, ...notes];
  const shape = verdict.label === "Not a scalar" && verdict.shape !== null ? `: shape ${verdict.shape}` : ".";
  const own: Marker = {
    ...verdict.place,
    severity: verdict.label === "Scalar" ? "info" : verdict.tone === "warn" ? "warning" : "error",
    code: verdict.label ?? "",
    message: [
      `${verdict.label}${shape}`,
      verdict.reason,
      ...(verdict.pytorch === null
        ? []
        : [`PyTorch: ${verdict.exception === null ? "" : `${verdict.exception}: `}${verdict.pytorch}`]),
    ].join("\n"),
    fixes: verdict.fixes,
  };
  return [own, ...diagnostics, ...notes];
}
