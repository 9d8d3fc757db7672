/** @file The numbers a loss names, as sliders: turning one edits the text, evaluates at once, and goes into a run at its next step. */

import type { Knob } from "../../engine/language/program.ts";
import { useApp, useLosslab } from "../app-context.ts";
import { noResult } from "../store/store.ts";
import { formatNumber } from "./format.ts";

const noKnobs: readonly Knob[] = [];

/** Wide enough to see what the number does, with the number where it was first seen in the middle. */
function rangeOf({ value, isInteger }: Knob): { min: number; max: number; step: number } {
  const size = Math.abs(value);
  const reach = size === 0 ? 1 : 10 ** Math.ceil(Math.log10(size * 1.5));
  const [min, max] = value < 0 ? [-reach, 0] : [0, reach];
  return { min, max, step: isInteger && reach >= 10 ? 1 : reach / 200 };
}

export function Knobs({ id }: { readonly id: string }) {
  const { controller } = useApp();
  const knobs = useLosslab(({ results }) => (results[id] ?? noResult).compilation?.program?.knobs ?? noKnobs);
  if (knobs.length === 0) return null;
  return (
    <fieldset className="knobs">
      <legend className="visually-hidden">Numbers of loss {id}</legend>
      {knobs.map((knob) => {
        const { min, max, step } = rangeOf(knob);
        return (
          <label key={knob.name} className="knob">
            <span className="mono">{knob.name}</span>
            <input
              type="range"
              min={min}
              max={max}
              step={step}
              value={knob.value}
              aria-label={`${knob.name} of loss ${id}`}
              onChange={(event) => controller.setKnob(id, knob.name, Number(event.target.value))}
            />
            <output className="mono muted">{formatNumber(knob.value)}</output>
          </label>
        );
      })}
    </fieldset>
  );
}
