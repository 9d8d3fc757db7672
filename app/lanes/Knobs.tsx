/** @file The numbers a loss names, each with a slider and a field: turning one edits the text, evaluates at once, and goes into a run at its next step. */
import { useRef, useState } from "react";
import type { Knob } from "../../engine/language/program.ts";
import { noResult } from "../store/store.ts";
import { useLosslab } from "../store/store-context.ts";
import { NumberField } from "../ui/NumberField.tsx";
import { useController } from "./controller-context.ts";
import { type KnobRange, keptRange, numberAt, sliderOf } from "./knob-range.ts";

const noKnobs: readonly Knob[] = [];
const LARGEST = 1e12;

export function Knobs({ id }: { readonly id: string }) {
  const controller = useController();
  const knobs = useLosslab(({ results }) => (results[id] ?? noResult).compilation?.program?.knobs ?? noKnobs);
  if (knobs.length === 0) return null;
  return (
    <fieldset className="knobs">
      <legend className="visually-hidden">Numbers of loss {id}</legend>
      {knobs.map((knob, i) => {
        // A constant and a parameter may have one name.
        const nth = knobs.slice(0, i).filter(({ name }) => name === knob.name).length;
        return (
          <KnobField
            key={`${knob.name} ${nth}`}
            id={id}
            knob={knob}
            onTurn={(value) => controller.setKnob(id, { name: knob.name, nth, value })}
          />
        );
      })}
    </fieldset>
  );
}

interface KnobFieldProps {
  readonly id: string;
  readonly knob: Knob;
  readonly onTurn: (value: number) => void;
}

function KnobField({ id, knob, onTurn }: KnobFieldProps) {
  // The hand is ahead of the compiler: what it last turned to is shown until the text says so.
  const [turned, setTurned] = useState<number | null>(null);
  if (turned === knob.value) setTurned(null);
  const value = turned ?? knob.value;
  const kept = useRef<KnobRange | undefined>(undefined);
  const range = keptRange(kept.current, { ...knob, value });
  kept.current = range;
  const turn = (next: number): void => {
    setTurned(next);
    onTurn(next);
  };
  return (
    <span className="knob">
      <NumberField
        label={`${knob.name} of loss ${id}, as a number`}
        shown={knob.name}
        value={value}
        min={-LARGEST}
        max={LARGEST}
        onChange={turn}
      >
        <input
          type="range"
          {...sliderOf(range, value)}
          aria-label={`${knob.name} of loss ${id}`}
          aria-valuetext={String(value)}
          onChange={(event) => turn(numberAt(range, Number(event.target.value)))}
          onBlur={() => setTurned(null)}
        />
      </NumberField>
    </span>
  );
}
