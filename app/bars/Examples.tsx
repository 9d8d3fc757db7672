/** @file Losses to begin with, for the lane that is worked in. */

import { examples } from "../document/examples.ts";
import { useController } from "../lanes/controller-context.ts";
import { withExample } from "../store/example.ts";
import { laneOf } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";

export function Examples() {
  const store = useLosslabStore();
  const controller = useController();
  const active = useLosslab(({ activeLane }) => activeLane);
  const open = (name: string): void => {
    const example = examples.find((candidate) => candidate.name === name);
    const lane = laneOf(store.getState(), active);
    if (example === undefined || lane === undefined) return;
    const companion = withExample(store, lane.id, example);
    controller.replaceSource(
      lane.id,
      lane.language === "python" ? example.python : example.source,
      companion ?? undefined,
    );
  };
  return (
    <label className="field">
      <span className="visually-hidden">Examples</span>
      <select
        className="select button-like"
        value=""
        onChange={(event) => open(event.target.value)}
        title="Replaces the loss; undo brings yours back"
      >
        <option value="" disabled>
          Examples
        </option>
        <optgroup label={`Opens in lane ${active}`}>
          {examples.map(({ name, about }) => (
            <option key={name} value={name} title={about}>
              {name}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}
