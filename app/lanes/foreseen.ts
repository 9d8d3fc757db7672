/** @file What is known of a document's lanes before anything has run: the losses that a visit begins with were judged when the page was built. */
import { openings } from "virtual:losslab-openings";
import { defaultDocument } from "../document/defaults.ts";
import type { Lane, LossDocument } from "../document/document.ts";
import { type LaneResult, noResult, type State } from "../store/store.ts";

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

/** The runs that a first visit finds were made when the page was built, by the very engine that makes them here. */
export async function foreseenRuns({ experiment, lanes, data }: LossDocument): Promise<State["training"]> {
  const { firstRuns } = await import("virtual:losslab-first-runs");
  return Object.fromEntries(
    lanes.flatMap(({ id, source, language, handling, arguments: given }) => {
      const progress = firstRuns[id];
      if (progress === undefined) return [];
      const run = { lane: id, progress, stopped: null, isRunning: false, isSwapped: false };
      return [[id, { ...run, source, language, handling, arguments: given, experiment, data }] as const];
    }),
  );
}
