/** @file The dock's first tab: the charts of all runs, and what has to be said about them. */
import { useShallow } from "zustand/react/shallow";
import { isTimed } from "../../engine/train/progress.ts";
import { staleNotes } from "../charts/stale-words.ts";
import type { LaneTraining, State } from "../store/store.ts";
import { useLosslab } from "../store/store-context.ts";
import { useController } from "../lanes/controller-context.ts";
import { formatCount } from "../verdict/format.ts";
import { lostStepWords } from "../verdict/later-words.ts";
import { lineOf, SourceText } from "../verdict/source-text.ts";
import { stopWords } from "../verdict/stop-words.ts";
import { comparisonNotes } from "./comparison.ts";
import { FitChart } from "./FitChart.tsx";
import { LossChart } from "./LossChart.tsx";
import { MetricsTable } from "./MetricsTable.tsx";
import { SeedsTable } from "./seeds/SeedsTable.tsx";
import { useIsOverSeeds } from "./seeds/use-studied.ts";
import { useTurns } from "./use-turns.ts";

export function TrainingTab() {
  const turn = useTurns(3, useIsForeseen());
  const Table = useIsOverSeeds() ? SeedsTable : MetricsTable;
  return (
    <div className="training">
      <RunNotice />
      <LossChart isWhole={turn > 0} />
      {turn > 1 ? <FitChart /> : <div className="card" />}
      {turn > 2 ? <Table /> : <div className="card" />}
    </div>
  );
}

/** What a first visit finds is a drawing at first, and cheap. */
const useIsForeseen = (): boolean =>
  useLosslab(({ training }) => Object.values(training).some(({ progress }) => progress !== null && !isTimed(progress)));

function RunNotice() {
  const problems = useLosslab(useShallow(problemsOf));
  const lost = useLosslab(useShallow(lostLanes));
  const stale = useLosslab(useShallow(staleNotes));
  const notes = useLosslab(useShallow(comparisonNotes));
  if (problems.length === 0 && stale.length === 0 && notes.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key
    <section className="run-notice" tabIndex={0} aria-label="About these runs">
      {problems.length > 0 && (
        <div className="bad" role="alert">
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
          {lost.map((id) => (
            <LookAtStep key={id} id={id} />
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
    </section>
  );
}

function LookAtStep({ id }: { readonly id: string }) {
  const controller = useController();
  const step = useLosslab(({ training }) => training[id]?.progress?.lost?.step ?? 0);
  return (
    <button type="button" className="button" onClick={() => controller.lookAtStep(id, true)}>
      Look at step {formatCount(step)} of lane {id}
    </button>
  );
}

/** Those whose run was lost with the text as it stands. */
const lostLanes = ({ training, results, document }: State): string[] =>
  document.lanes.flatMap(({ id }) => {
    const run = training[id];
    return run?.progress?.lost != null && results[id]?.source === run.source ? [id] : [];
  });

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
  const compilation = result?.source === source ? result.compilation : null;
  const lost = progress?.lost ?? null;
  if (lost !== null && result !== undefined && compilation !== null)
    return lostStepWords(new SourceText(source, compilation, result.language), lost);
  const program = compilation?.program ?? null;
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
