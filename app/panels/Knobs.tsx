/** @file The numbers a loss names, each with a slider and a field: turning one edits the text, evaluates at once, and goes into a run at its next step. */
import { useRef } from "react";
import type { Knob } from "../../engine/language/program.ts";
import { useApp, useLosslab } from "../app-context.ts";
import { noResult } from "../store/store.ts";
import { NumberField } from "../ui/NumberField.tsx";
import { type KnobRange, keptRange, numberAt, sliderOf } from "./knob-range.ts";

const noKnobs: readonly Knob[] = [];
const LARGEST = 1e12;

export function Knobs({ id }: { readonly id: string }) {
  const { controller } = useApp();
  const knobs = useLosslab(({ results }) => (results[id] ?? noResult).compilation?.program?.knobs ?? noKnobs);
  const ranges = useRef(new Map<string, KnobRange>());
  if (knobs.length === 0) return null;
  return (
    <fieldset className="knobs">
      <legend className="visually-hidden">Numbers of loss {id}</legend>
      {knobs.map((knob, i) => {
        // A constant and a parameter may have one name.
        const nth = knobs.slice(0, i).filter(({ name }) => name === knob.name).length;
        const key = `${knob.name} ${nth}`;
        const range = keptRange(ranges.current.get(key), knob);
        ranges.current.set(key, range);
        const turn = (value: number) => controller.setKnob(id, { name: knob.name, nth, value });
        return (
          <span key={key} className="knob">
            <NumberField
              label={`${knob.name} of loss ${id}, as a number`}
              shown={knob.name}
              value={knob.value}
              min={-LARGEST}
              max={LARGEST}
              onChange={turn}
            >
              <input
                type="range"
                {...sliderOf(range, knob.value)}
                aria-label={`${knob.name} of loss ${id}`}
                aria-valuetext={String(knob.value)}
                onChange={(event) => turn(numberAt(range, Number(event.target.value)))}
              />
            </NumberField>
          </span>
        );
      })}
    </fieldset>
  );
}
