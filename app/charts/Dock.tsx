/** @file The charts, and what has to be said about the run they show. */
import { useLosslab } from "../app-context.ts";
import { lineOf } from "../panels/words.ts";
import type { LaneTraining, State } from "../store/store.ts";
import { FitChart } from "./FitChart.tsx";
import { LossChart } from "./LossChart.tsx";
import { MetricsTable } from "./MetricsTable.tsx";

export function Dock() {
  return (
    <aside className="dock" aria-label="Training">
      <RunNotice />
      <LossChart />
      <FitChart />
      <MetricsTable />
    </aside>
  );
}

function RunNotice() {
  const problem = useLosslab(problemOf);
  const isStale = useLosslab(staleRun);
  if (problem !== null) {
    return (
      <p className="run-notice bad" role="alert">
        {problem}
      </p>
    );
  }
  if (isStale)
    return (
      <p className="run-notice">
        These curves are of an earlier version of the loss or the settings. Press Train to run this one.
      </p>
    );
  return null;
}

function problemOf({ training, results }: State): string | null {
  for (const [lane, run] of Object.entries(training)) {
    const text = wordsOf(run, results[lane]);
    if (text !== null) return `Lane ${lane} stopped training. ${text}`;
  }
  return null;
}

function wordsOf(
  { progress, stopped, source }: LaneTraining,
  result: State["results"][string] | undefined,
): string | null {
  if (stopped === "user") return "You stopped it; Train begins again.";
  if (stopped !== null) return "A step did not finish and was ended. Look for a loop or a recursion that never ends.";
  const failure = progress?.failure ?? null;
  if (failure === null) return null;
  const program = result?.source === source ? result.compilation?.program : null;
  const place =
    failure.loop !== null
      ? program?.loops[failure.loop]
      : failure.probe !== null
        ? program?.probes[failure.probe]
        : undefined;
  const line = place === undefined ? "" : ` (line ${lineOf(source, place.start)})`;
  const pytorch = failure.pytorch === null ? "" : ` PyTorch: “${failure.pytorch}”`;
  return `Step ${progress?.step ?? 0}: ${failure.message}${line}. ${failure.hint ?? ""}${pytorch}`;
}

function staleRun({ training, results, document, trainedExperiment }: State): boolean {
  if (trainedExperiment === null) return false;
  if (JSON.stringify(trainedExperiment) !== JSON.stringify(document.experiment)) return true;
  return Object.entries(training).some(
    ([lane, { source, progress }]) =>
      progress !== null && results[lane] !== undefined && results[lane].source !== source,
  );
}
