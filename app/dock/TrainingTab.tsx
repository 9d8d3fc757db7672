/** @file The dock's first tab: the charts of all runs, and what has to be said about them. */
import { useShallow } from "zustand/react/shallow";
import { staleNotes } from "../charts/stale-words.ts";
import type { LaneTraining, State } from "../store/store.ts";
import { useLosslab } from "../store/store-context.ts";
import { lineOf } from "../verdict/source-text.ts";
import { stopWords } from "../verdict/stop-words.ts";
import { comparisonNotes } from "./comparison.ts";
import { FitChart } from "./FitChart.tsx";
import { LossChart } from "./LossChart.tsx";
import { MetricsTable } from "./MetricsTable.tsx";

export function TrainingTab() {
  return (
    <div className="training">
      <RunNotice />
      <LossChart />
      <FitChart />
      <MetricsTable />
    </div>
  );
}

function RunNotice() {
  const problems = useLosslab(useShallow(problemsOf));
  const stale = useLosslab(useShallow(staleNotes));
  const notes = useLosslab(useShallow(comparisonNotes));
  if (problems.length === 0 && stale.length === 0 && notes.length === 0) return null;
  return (
    <div className="run-notice">
      {problems.length > 0 && (
        <div className="bad" role="alert">
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
      {stale.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {notes.map((note) => (
        <p key={note} className="muted">
          {note}
        </p>
      ))}
    </div>
  );
}

function problemsOf({ training, results, document }: State): string[] {
  return document.lanes.flatMap(({ id }) => {
    const run = training[id];
    const text = run === undefined ? null : wordsOf(run, results[id]);
    return text === null ? [] : [`Lane ${id} stopped training. ${text}`];
  });
}

function wordsOf(
  { progress, stopped, source }: LaneTraining,
  result: State["results"][string] | undefined,
): string | null {
  if (stopped !== null) return stopWords(stopped, "training");
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
  const pytorch = failure.pytorch === null ? "" : ` PyTorch: “${failure.pytorch}” (${failure.name})`;
  return `Step ${progress?.step ?? 0}: ${failure.message}${line}. ${failure.hint ?? ""}${pytorch}`;
}
