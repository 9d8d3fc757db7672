/** @file What an example changes besides the text of its lane: the lane's name, and for every lane the data set it needs. */
import type { Example } from "../document/examples.ts";
import { laneOf, type Store, setExperiment, setLane } from "./store.ts";

/** Makes the changes, and hands back how they are undone and done again; null where there are none. What was changed by hand since is left alone. */
export function withExample(store: Store, id: string, { name, dataset }: Example) {
  const { document } = store.getState();
  const before = { name: laneOf(store.getState(), id)?.name ?? name, dataset: document.experiment.dataset };
  const after = { name, dataset: dataset ?? before.dataset };
  const change = (from: typeof before, to: typeof before): void => {
    const now = store.getState();
    if (laneOf(now, id)?.name === from.name) setLane(store, id, { name: to.name });
    if (from.dataset !== to.dataset && now.document.experiment.dataset === from.dataset)
      setExperiment(store, { dataset: to.dataset });
  };
  if (before.name === after.name && before.dataset === after.dataset) return null;
  change(before, after);
  return { undo: () => change(after, before), redo: () => change(before, after) };
}
