/** @file The numbers a loss names, each with a slider and a field: turning one edits the text, evaluates at once, and goes into a run at its next step. */
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Knob } from "../../engine/language/program.ts";
import { noResult } from "../store/store.ts";
import { useLosslab } from "../store/store-context.ts";
import { NumberField } from "../ui/NumberField.tsx";
import { useFirsts } from "../ui/use-firsts.tsx";
import { useController } from "./controller-context.ts";
import { endText, type KnobRange, keptRange, numberAt, sliderOf } from "./knob-range.ts";

const noKnobs: readonly Knob[] = [];
/** A literal of a whole number has to stay one. */
const largest = (isInteger: boolean): number => (isInteger ? Number.MAX_SAFE_INTEGER : Number.MAX_VALUE);

export function Knobs({ id }: { readonly id: string }) {
  const controller = useController();
  const knobs = useLosslab(({ results }) => (results[id] ?? noResult).compilation?.program?.knobs ?? noKnobs);
  const { shown, more } = useFirsts(knobs.length);
  if (knobs.length === 0) return null;
  return (
    <fieldset className="knobs">
      <legend className="visually-hidden">Numbers of loss {id}</legend>
      {knobs.slice(0, shown).map((knob, i) => {
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
      {more}
    </fieldset>
  );
}

interface KnobFieldProps {
  readonly id: string;
  readonly knob: Knob;
  readonly onTurn: (value: number) => void;
}

/** A double click on the slider, or Enter, goes to the field: an exact number is typed. */
function KnobField({ id, knob, onTurn }: KnobFieldProps) {
  // The hand is ahead of the compiler: what it last turned to is shown until the text says so.
  const [turned, setTurned] = useState<number | null>(null);
  if (turned === knob.value) setTurned(null);
  const value = turned ?? knob.value;
  const slid = useRef<number | null>(null);
  const kept = useRef<KnobRange | undefined>(undefined);
  const range = keptRange(kept.current, { ...knob, value }, value === slid.current);
  kept.current = range;
  const field = useRef<HTMLInputElement>(null);
  const beforeClick = useRef(value);
  const turn = (next: number): void => {
    setTurned(next);
    onTurn(next);
  };
  const slide = (next: number): void => {
    slid.current = next;
    turn(next);
  };
  const type = (): void => {
    field.current?.focus();
    field.current?.select();
  };
  const most = largest(knob.isInteger);
  return (
    <span className="knob">
      <NumberField
        label={`${knob.name} of loss ${id}, as a number`}
        shown={knob.name}
        value={value}
        min={-most}
        max={most}
        onChange={turn}
        ref={field}
      >
        <span className="knob-end">{endText(range.min)}</span>
        <input
          type="range"
          {...sliderOf(range, value)}
          aria-label={`${knob.name} of loss ${id}`}
          aria-valuetext={String(value)}
          title={`${knob.name}, from ${endText(range.min)} to ${endText(range.max)}. Double-click or Enter to type a number.`}
          onChange={(event) => slide(numberAt(range, Number(event.target.value)))}
          onMouseDown={({ detail }) => {
            if (detail === 1) beforeClick.current = value;
          }}
          onDoubleClick={() => {
            // The first of the two clicks has moved it.
            if (value !== beforeClick.current) flushSync(() => slide(beforeClick.current));
            type();
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            type();
          }}
          onBlur={() => setTurned(null)}
        />
        <span className="knob-end">{endText(range.max)}</span>
      </NumberField>
    </span>
  );
}
