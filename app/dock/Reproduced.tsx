/** @file Whether a run came out as the author of the link saw it. */

import type { Reproduction } from "../document/run-mark.ts";
import { reproductionOf } from "../store/document.ts";
import { useLosslab } from "../store/store-context.ts";

type Made = "run" | "seeds" | "sweep";

const runsOf: Record<Made, string> = {
  run: "this run",
  seeds: "the runs of all seeds",
  sweep: "all runs of this sweep",
};

interface Mark {
  readonly className: string;
  readonly text: string;
  readonly title: string;
}

const words: Record<Reproduction, (what: Made) => Mark> = {
  same: (what) => ({
    className: "reproduced",
    text: "✓ reproduced",
    title: `Every loss of ${runsOf[what]} has the very bits that the author of the link saw`,
  }),
  different: (what) => ({
    className: "not-reproduced",
    text: `✕ not the author's ${what}`,
    title: `The author of the link saw ${what === "run" ? "another run" : `another outcome of the ${what}`} of ${what === "run" ? "this loss" : "these losses"} and these settings`,
  }),
  "other-version": () => ({
    className: "muted",
    text: "made with another version",
    title:
      "What the author saw was computed by another version of Losslab, whose numbers differ in their last bits: whether this is the same cannot be told",
  }),
};

export function Reproduced({ lane }: { readonly lane: string }) {
  return <ReproductionMark found={useLosslab((state) => reproductionOf(state, lane))} what="run" />;
}

/** `what` was made again: a run, or all runs of a study. */
export function ReproductionMark({ found, what }: { readonly found: Reproduction | null; readonly what: Made }) {
  if (found === null) return null;
  const { className, text, title } = words[found](what);
  return (
    <span className={className} title={title}>
      {text}
    </span>
  );
}
