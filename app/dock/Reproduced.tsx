/** @file Whether a run came out as the author of the link saw it. */

import type { Reproduction } from "../document/run-mark.ts";
import { reproductionOf } from "../store/document.ts";
import { useLosslab } from "../store/store-context.ts";

const words: Record<Reproduction, { readonly className: string; readonly text: string; readonly title: string }> = {
  same: {
    className: "reproduced",
    text: "✓ reproduced",
    title: "Every loss of this run has the very bits that the author of the link saw",
  },
  different: {
    className: "not-reproduced",
    text: "✕ not the author's run",
    title: "The author of the link saw another run of this loss and these settings",
  },
  "other-version": {
    className: "muted",
    text: "made with another version",
    title:
      "The author's run was computed by another version of Losslab, whose numbers differ in their last bits: whether this one is the same cannot be told",
  },
};

export function Reproduced({ lane }: { readonly lane: string }) {
  const found = useLosslab((state) => reproductionOf(state, lane));
  if (found === null) return null;
  const { className, text, title } = words[found];
  return (
    <span className={className} title={title}>
      {text}
    </span>
  );
}
