/** @file Parameters in Keras's order, (y_true, y_pred), told by their names. */
import type { Watch } from "./watch.ts";

export interface Swapped {
  readonly probe: number | null;
  readonly first: string;
  readonly second: string;
  readonly other: number | null;
}

const targets = /^(y_?true|true|targets?|labels?|y_?target|ground_?truth|gt|expected|actual)$/i;
const predictions = /^(y_?pred|pred(ict(ion|ed)?s?)?|preds|outputs?|y_?hat|logits?|estimates?)$/i;

/** `y` alone, or `p` and `t`, say nothing. */
export function swappedArguments({ program, seen }: Watch): Swapped[] {
  const [first, second] = program.entry.parameters;
  if (first === undefined || second === undefined || !targets.test(first) || !predictions.test(second)) return [];
  const [own, other] = [...seen.keys()].filter((probe) => program.probes[probe]?.kind === "parameter");
  return [{ probe: own ?? null, first, second, other: other ?? null }];
}
