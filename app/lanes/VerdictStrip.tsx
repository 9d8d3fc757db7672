/** @file Under the editor: what this loss is, why, and the fix as a button. Always as high, so that nothing moves while one types; Checks has all of it. */
import { useMemo } from "react";
import { defaultHandling } from "../../engine/vector/handling.ts";
import { laneOf, noResult } from "../store/store.ts";
import { useLosslab } from "../store/store-context.ts";
import { Explained } from "../ui/Term.tsx";
import { misfits, wantsWords } from "../verdict/fit-words.ts";
import { formatCount, moreText } from "../verdict/format.ts";
import { offeredFixes, shownNotes, verdictOf } from "../verdict/verdict.ts";
import { useController } from "./controller-context.ts";

/** Beside the words. */
const MOST_FITS = 3;

export function VerdictStrip({ id }: { readonly id: string }) {
  const controller = useController();
  const result = useLosslab(({ results }) => results[id] ?? noResult);
  const handling = useLosslab((state) => laneOf(state, id)?.handling ?? defaultHandling);
  const verdict = useMemo(() => verdictOf(result, handling), [result, handling]);
  const { label, tone, shape, value, reason, pytorch, exception, fixes } = verdict;
  const offered = offeredFixes(verdict);
  const { shown, more } = shownNotes(verdict);
  const found = useLosslab((state) => state.found[id]);
  const fits = misfits(result.report) && found?.source === result.source ? found.fits.slice(0, MOST_FITS) : [];
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
          {result.ofStep !== null && <span className="mono">at step {formatCount(result.ofStep)} of the run · </span>}
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
          {fits.length > 0 && <span className="note"> {wantsWords(fits)}</span>}
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
          {fits.map((fit) => (
            <button
              type="button"
              key={fit.title + fit.wants}
              className="button"
              title={`This loss takes ${fit.wants}: tried on ${fit.title}, it is a scalar with a gradient`}
              onClick={() => controller.fit(id, fit)}
            >
              Use {fit.title.split(" · ")[0]?.toLowerCase()}
            </button>
          ))}
          {result.ofStep !== null && (
            <button type="button" className="button" onClick={() => controller.lookAtStep(id, false)}>
              Back to the first batch
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
