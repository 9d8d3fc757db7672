/** @file Losses to begin with, for the lane that is worked in. */

import { examples } from "../document/examples.ts";
import { useController } from "../lanes/controller-context.ts";
import { openExample } from "../lanes/open-example.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";

export function Examples() {
  const store = useLosslabStore();
  const controller = useController();
  const active = useLosslab(({ activeLane }) => activeLane);
  return (
    <label className="field">
      <span className="visually-hidden">Examples</span>
      <select
        className="select button-like"
        value=""
        onChange={(event) => openExample(store, controller, active, event.target.value)}
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
