/** @file What goes wrong only later in training, in words. */
import { plainLine } from "../../engine/inspect/plain-text.ts";
import { formatCount } from "./format.ts";
import type { SourceText } from "./source-text.ts";

export function secondStep(text: SourceText, message: string | null, from: number | null): string {
  if (from !== null) {
    const number = text.language === "python" ? "loss.item() or loss.detach()" : "loss.detach()";
    return `The first step works, the second does not: ${text.quote(from)}${text.line(from)} stores a tensor with its graph outside of forward, and the graph of a step is gone after its backward. Store numbers: ${number}.`;
  }
  if (message === null)
    return "The first step works, the second gives NaN or infinity: what the loss keeps between steps went wrong.";
  return `The first step works, the second does not: “${plainLine(message)}”. Something of the first step was kept outside of forward: keep numbers, or what detach() gives.`;
}

export function otherBatch(text: SourceText, rows: number, message: string | null, probe: number | null): string {
  const batch = `Training also brings a batch of ${formatCount(rows)} ${rows === 1 ? "row" : "rows"} (the validation rows, or the last batch of an epoch)`;
  if (message === null)
    return `${batch}, and there the value or its gradient is NaN or infinite. A loss must work for any batch.`;
  return `${batch}, and there ${text.quote(probe)}${text.line(probe)} fails: “${plainLine(message)}”. A loss must work for any batch size: take sizes from the targets, as in len(targets).`;
}
