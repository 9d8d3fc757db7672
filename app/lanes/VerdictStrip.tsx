/** @file Under the editor: what this loss is, why, and the fix as a button. Always as high, so that nothing moves while one types; Checks has all of it. */
import { useMemo } from "react";
import { defaultHandling } from "../../engine/vector/handling.ts";
import { laneOf, noResult, setExperiment } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { Explained } from "../ui/Term.tsx";
import { moreText } from "../verdict/format.ts";
import { offeredFixes, shownNotes, verdictOf } from "../verdict/verdict.ts";
import { useController } from "./controller-context.ts";

export function VerdictStrip({ id }: { readonly id: string }) {
  const store = useLosslabStore();
  const controller = useController();
  const result = useLosslab(({ results }) => results[id] ?? noResult);
  const handling = useLosslab((state) => laneOf(state, id)?.handling ?? defaultHandling);
  const verdict = useMemo(() => verdictOf(result, handling), [result, handling]);
  const { label, tone, shape, value, reason, pytorch, exception, fixes, offersTwoTargets } = verdict;
  const offered = offeredFixes(verdict);
  const { shown, more } = shownNotes(verdict);
  return (
    <div className={`verdict ${tone}${result.phase === "computing" ? " is-computing" : ""}`}>
      <div className="verdict-line">
        {/* What a screen reader says when it changes: everything but the buttons. */}
        <div role="status" aria-label={`Verdict ${id}`} className="verdict-text">
          {label !== null && (
            <span className="verdict-label">
              <span className="dot" />
              <b>
                <Explained text={label} />
              </b>{" "}
            </span>
          )}
          {shape !== null && <span className="mono muted">{label === "Vector" ? shape : `shape ${shape}`}</span>}
          {shape !== null && (label === "Vector" ? " · " : " ")}
          {value !== null && <span className="mono">{value} </span>}
          <span className={label === null ? "muted" : "verdict-reason"}>
            <Explained text={reason} />
          </span>
          {pytorch !== null && (
            <span className="verdict-pytorch">
              {" "}
              PyTorch: “{pytorch}”{exception !== null && <span className="visually-hidden"> ({exception})</span>}
            </span>
          )}
          {shown.map(({ code, text, place }) => (
            <span key={`${code}${place?.start}`} className={`note ${code === "type" ? "quiet" : "warn"}`}>
              {" "}
              {text}
            </span>
          ))}
          {more > 0 && <span className="note quiet"> {moreText(more)}</span>}
        </div>
        <span className="verdict-fixes">
          {offered.map((fix) => (
            <button
              type="button"
              key={fix.title}
              className="button"
              onClick={() => controller.applyFix(id, fix)}
              title={fix.title}
            >
              {fix === fixes[0] ? shortTitle(fix.title) : shortTitle(fix.title).replace(/^Fix: /, "")}
            </button>
          ))}
          {offersTwoTargets && (
            <button type="button" className="button" onClick={() => setExperiment(store, { dataset: "two-targets" })}>
              Use two targets per input
            </button>
          )}
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
