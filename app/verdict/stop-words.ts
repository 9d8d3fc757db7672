/** @file Why a loss was stopped, in words: where it was evaluated, and where it was trained. */

import { plainLine } from "../../engine/inspect/plain-text.ts";
import type { Misfit } from "../../engine/worker/validate.ts";
import type { StopReason } from "../sandbox/job.ts";

interface Words {
  readonly evaluating: string;
  readonly training: string;
}

const both = (words: string): Words => ({ evaluating: words, training: words });

const reasons: Readonly<Record<Exclude<StopReason, Misfit>, Words>> = {
  overrun: {
    evaluating:
      "The loss did not finish within 2 s and was stopped. Look for a loop, a recursion or a regular expression that never ends.",
    training: "A step did not finish and was ended. Look for a loop or a recursion that never ends.",
  },
  user: {
    evaluating: "Stopped by you. It runs again with the next edit.",
    training: "You stopped it; Train begins again.",
  },
  flood: both("The loss sent more than can be shown and was stopped."),
  rejections: both(
    "The loss left more than 200 promises rejected and was stopped. A loss is computed at once: it needs no async function.",
  ),
  crashed: {
    evaluating: "The sandbox ended unexpectedly, most likely for want of memory. It runs again with the next edit.",
    training: "The sandbox ended unexpectedly, most likely for want of memory. Train begins again.",
  },
  unresponsive: both("The sandbox did not start. Reload the page."),
  tampered: both(
    "The code of this loss changed what Losslab computes with, so its numbers are not shown. Nothing else was touched.",
  ),
  unsafe: both("This browser cannot isolate the code of a loss, so none is run."),
};

/** What a sandbox said may hold a stranger's text: it stands on one line, as text. */
function misfitWords({ path, why }: Misfit): string {
  const where = path === "" ? "" : `${plainLine(path)}: `;
  return `The sandbox said something that Losslab does not understand: ${where}${plainLine(why)}. Reload the page, in case it is older than its sandbox.`;
}

export function stopWords(reason: StopReason, during: keyof Words): string {
  return typeof reason === "string" ? reasons[reason][during] : misfitWords(reason);
}
