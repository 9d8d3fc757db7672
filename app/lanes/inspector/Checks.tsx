/** @file What is known about a lane's loss: findings first, then what went well. */
import { useEffect, useMemo, useState } from "react";
import type { Progress } from "../../../engine/train/progress.ts";
import { defaultHandling } from "../../../engine/vector/handling.ts";
import { checksIn } from "../../store/checkups.ts";
import { isStale } from "../../store/run-changes.ts";
import { laneOf, noResult, type State } from "../../store/store.ts";
import { useLosslab } from "../../store/store-context.ts";
import { Explained, Told } from "../../ui/Term.tsx";
import { type Check, type CheckState, checksOf } from "../../verdict/checks.ts";
import { useController } from "../controller-context.ts";
import { withPane } from "../editor-panes.ts";

const signs: Readonly<Record<CheckState, string>> = { passed: "✓", noted: "·", warning: "!", failed: "✗" };

/** The words of what is known of a loss come with the first of it. */
type Words = typeof import("../../verdict/checked/known.ts");
let words: Words | null = null;

function useWords(isWanted: boolean): Words | null {
  const [loaded, setLoaded] = useState(words);
  useEffect(() => {
    if (!isWanted || loaded !== null) return;
    let isGone = false;
    void import("../../verdict/checked/known.ts").then((module) => {
      words = module;
      if (!isGone) setLoaded(module);
    });
    return () => {
      isGone = true;
    };
  }, [isWanted, loaded]);
  return loaded;
}

/** Of what stands in the lane now. */
function endedRun(state: State, id: string): Progress | null {
  const run = state.training[id];
  return run === undefined || run.isRunning || run.isSwapped || isStale(state, id) ? null : run.progress;
}

export function useChecks(id: string): readonly Check[] {
  const result = useLosslab(({ results }) => results[id] ?? noResult);
  const handling = useLosslab((state) => laneOf(state, id)?.handling ?? defaultHandling);
  const checks = useLosslab((state) => checksIn(state, id));
  const run = useLosslab((state) => endedRun(state, id));
  const said = useWords(checks !== null || run !== null);
  return useMemo(() => {
    const known = said === null ? [] : [...(run === null ? [] : said.runFindings(run)), ...said.known(checks ?? [])];
    return checksOf(result, handling, known);
  }, [result, handling, said, checks, run]);
}

export function Checks({ id }: { readonly id: string }) {
  const controller = useController();
  const checks = useChecks(id);
  if (checks.length === 0)
    return <p className="empty">What is known about this loss stands here as soon as it has run on the first batch.</p>;
  return (
    <ul className="checks" aria-label={`Checks ${id}`}>
      {checks.map(({ id: key, state, title, text, means, pytorch, place, fixes }) => (
        <li key={key} className={`finding ${state}`}>
          <span className="finding-sign" aria-hidden="true">
            {signs[state]}
          </span>
          <span className="finding-words">
            <span className="visually-hidden">{state}: </span>
            <b>{means === null ? title : <Told text={means}>{title}</Told>}</b>{" "}
            <span className="muted">
              <Explained text={text} />
            </span>
            {pytorch !== null && <span className="finding-pytorch muted">{pytorch}</span>}
          </span>
          <span className="finding-actions">
            {place !== null && (
              <button
                type="button"
                className="button small"
                title="Show it in the editor"
                onClick={() => {
                  withPane(id, (pane) => {
                    pane.select(place);
                    pane.focus();
                  });
                }}
              >
                Line {place.line}
              </button>
            )}
            {fixes.map((fix, i) => (
              <button
                type="button"
                key={fix.title}
                className="button small"
                title={fix.title}
                onClick={() => controller.applyFix(id, fix)}
              >
                {fixes.length === 1 ? "Fix" : `Fix ${i + 1}`}
              </button>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
