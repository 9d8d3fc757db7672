/** @file What is known of a document's lanes before anything has run: the losses that a visit begins with were judged when the page was built. */
import { openings } from "virtual:losslab-openings";
import { defaultDocument } from "../document/defaults.ts";
import type { Lane, LossDocument } from "../document/document.ts";
import { type LaneResult, noResult } from "../store/store.ts";

export function foreseen({ experiment, lanes }: LossDocument): Readonly<Record<string, LaneResult>> {
  // Its data and its seed decide what comes out.
  if (experiment !== defaultDocument.experiment) return {};
  return Object.fromEntries(lanes.flatMap((lane) => resultOf(lane).map((result) => [lane.id, result])));
}

function resultOf({ language, source, arguments: given }: Lane): LaneResult[] {
  const opening = openings.find((each) => each.language === language && each.source === source);
  if (opening === undefined || Object.keys(given).length > 0) return [];
  const { compilation, report } = opening;
  const components = report.outcome?.kind === "tensor" ? report.outcome.numel : 0;
  return [{ ...noResult, phase: "ready", source, language, compilation, report, components, isForeseen: true }];
}
