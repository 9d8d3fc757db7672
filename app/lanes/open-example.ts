/** @file An example in the place of a lane's loss; undo brings back what was there. */
import { examples } from "../document/examples.ts";
import { withExample } from "../store/example.ts";
import { laneOf, type Store } from "../store/store.ts";
import type { Controller } from "./Controller.ts";

export function openExample(store: Store, controller: Controller, id: string, name: string): void {
  const example = examples.find((candidate) => candidate.name === name);
  const lane = laneOf(store.getState(), id);
  if (example === undefined || lane === undefined) return;
  const companion = withExample(store, id, example);
  controller.replaceSource(id, lane.language === "python" ? example.python : example.source, companion ?? undefined);
}
