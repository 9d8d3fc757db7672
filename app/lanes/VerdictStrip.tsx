/** @file One line under the editor: what this loss is, why, and the fix as a button. */
import { useMemo } from "react";
import { defaultHandling } from "../../engine/vector/handling.ts";
import { laneOf, noResult, setExperiment } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { verdictOf } from "../verdict/verdict.ts";
import { useController } from "./controller-context.ts";
import { panes } from "./editor-panes.ts";

export function VerdictStrip({ id }: { readonly id: string }) {
  const store = useLosslabStore();
  const controller = useController();
  const result = useLosslab(({ results }) => results[id] ?? noResult);
  const handling = useLosslab((state) => laneOf(state, id)?.handling ?? defaultHandling);
  const verdict = useMemo(() => verdictOf(result, handling), [result, handling]);
  const { label, tone, shape, value, reason, pytorch, exception, fixes, notes, place, offersTwoTargets } = verdict;
  const select = (range: typeof place): void => {
    if (range === null) return;
    panes.get(id)?.select(range);
    panes.get(id)?.focus();
  };
  return (
    <div className={`verdict ${tone}${result.phase === "computing" ? " is-computing" : ""}`}>
      <div className="verdict-line">
        {/* What a screen reader says when it changes: everything but the buttons. */}
        <div role="status" aria-label={`Verdict ${id}`} className="verdict-text">
          {label !== null && (
            <span className="verdict-label">
              <span className="dot" />
              <b>{label}</b>{" "}
            </span>
          )}
          {shape !== null && <span className="mono muted">shape {shape} </span>}
          {value !== null && <span className="mono">{value} </span>}
          <span className={label === null ? "muted" : "verdict-reason"}>{reason}</span>
          {pytorch !== null && (
            <span className="verdict-pytorch">
              {" "}
              PyTorch: “{pytorch}”{exception !== null && ` (${exception})`}
            </span>
          )}
          {notes.map(({ code, text, place: where }) => (
            <button
              type="button"
              key={`${code}${where?.start}`}
              className={`note ${code === "type" ? "quiet" : "warn"}`}
              onClick={() => select(where)}
            >
              {text}
            </button>
          ))}
        </div>
        <span className="verdict-fixes">
          {fixes.map((fix, i) => (
            <button
              type="button"
              key={fix.title}
              className="button"
              onClick={() => controller.applyFix(id, fix)}
              title={fix.title}
            >
              {i === 0 ? shortTitle(fix.title) : fix.title.replace(/^Append /, "")}
            </button>
          ))}
          {offersTwoTargets && (
            <button type="button" className="button" onClick={() => setExperiment(store, { dataset: "two-targets" })}>
              Use two targets per input
            </button>
          )}
          {(notes.find((note) => note.fixes.length > 0)?.fixes ?? []).map((fix) => (
            <button type="button" key={fix.title} className="button" onClick={() => controller.applyFix(id, fix)}>
              {shortTitle(fix.title)}
            </button>
          ))}
          {(result.phase === "paused" || verdict.label === "Waiting") && (
            <button type="button" className="button" onClick={() => controller.run(id)}>
              Run
            </button>
          )}
        </span>
      </div>
    </div>
  );
}

function shortTitle(title: string): string {
  if (title.startsWith("Append ")) return `Fix: ${title.slice("Append ".length)}`;
  if (title.startsWith("Write ")) return title.slice("Write ".length);
  return title.length > 44 ? `${title.slice(0, 43)}…` : title;
}
