/** @file What has to be known when curves of two lanes are compared: where they are the same, and where they differ by a factor alone. Pure. */

import { optimizerOf } from "../../engine/optim/optimizers/index.ts";
import type { State } from "../store/store.ts";
import { formatCount, listed } from "../verdict/format.ts";

type Compared = Pick<State, "document" | "results" | "training">;

export function comparisonNotes(state: Compared): string[] {
  return [...sameRuns(state), ...scaleNotes(state)];
}

/** Equal hashes of all losses: the curves lie on each other, bit for bit. */
function sameRuns({ document, training }: Compared): string[] {
  const byHash = new Map<string, string[]>();
  for (const { id } of document.lanes) {
    const progress = training[id]?.progress ?? null;
    if (progress === null || progress.step === 0 || progress.fingerprint === "") continue;
    byHash.set(progress.fingerprint, [...(byHash.get(progress.fingerprint) ?? []), id]);
  }
  return [...byHash.values()]
    .filter((lanes) => lanes.length > 1)
    .map((lanes) => `${listed(lanes)} are the same run, to the last bit.`);
}

/** A sum beside a mean of as many numbers: the same direction, another length. */
function scaleNotes({ document, results }: Compared): string[] {
  const { matchFirstStep, optimizer } = document.experiment;
  if (matchFirstStep) return [];
  const handled = document.lanes.flatMap(({ id, handling }) => {
    const components = results[id]?.components ?? 0;
    return components > 1 ? [{ id, kind: handling.kind, components }] : [];
  });
  return handled
    .filter(({ kind }) => kind === "sum")
    .flatMap((sum) => {
      const mean = handled.find(({ kind, components }) => kind === "mean" && components === sum.components);
      if (mean === undefined) return [];
      const times = `${formatCount(sum.components)} times`;
      const effect = optimizerOf(optimizer.name).isScaleFree
        ? `though ${optimizer.name} divides most of that out`
        : "and so are its steps";
      return [
        `${sum.id} sums what ${mean.id} averages: its gradient is ${times} as long, ${effect}. “Match first step” compares direction alone.`,
      ];
    });
}
