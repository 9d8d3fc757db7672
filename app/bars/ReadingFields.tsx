/** @file What the numbers of the model's output mean, where the data leave a choice. */
import { useId, useState } from "react";
import type { TableKind } from "../../engine/data/dataset.ts";
import { type Reading, readingKinds, readingLimits, readings } from "../../engine/data/reading.ts";
import { setExperiment } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { Choice } from "../ui/Choice.tsx";
import { Popover } from "../ui/Popover.tsx";
import { parseLevels } from "./parse-levels.ts";

/** As the data's kind has it. */
const PLAIN = "plain";
const plainTitles: Readonly<Partial<Record<TableKind, string>>> = {
  numbers: "Predictions of the targets, one each.",
  classes: "Logits, one for each class.",
};

/** `kind`: what the data are when nobody reads them otherwise. */
export function ReadingFields({ kind }: { readonly kind: TableKind }) {
  const store = useLosslabStore();
  const chosen = useLosslab(({ document }) => document.experiment.reading);
  const offered = readingKinds.filter((name) => readings[name].of === kind);
  if (offered.length === 0) return null;
  const reading = chosen !== null && offered.includes(chosen.kind) ? chosen : null;
  // What was chosen for the outputs before is not these outputs' own.
  const change = (next: Reading | null): void => setExperiment(store, { reading: next, output: null });
  return (
    // Beside the shape there is room for a sign, and not for a choice that hardly anybody makes.
    <Popover label="What the output means" sign={reading === null ? "…" : readings[reading.kind].title}>
      <p className="muted popover-about">{reading === null ? plainTitles[kind] : readings[reading.kind].about}</p>
      <Choice
        label="What the output's numbers are"
        shown="read as"
        value={reading?.kind ?? PLAIN}
        options={[
          [PLAIN, kind === "classes" ? "logits" : "predictions"],
          ...offered.map((name) => [name, readings[name].title] as const),
        ]}
        onChange={(value) => {
          const next = offered.find((name) => name === value);
          change(next === undefined ? null : readings[next].chosen);
        }}
      />
      {reading?.kind === "quantiles" && (
        <Levels levels={reading.levels} onChange={(levels) => change({ kind: "quantiles", levels })} />
      )}
    </Popover>
  );
}

interface LevelsProps {
  readonly levels: readonly number[];
  readonly onChange: (levels: readonly number[]) => void;
}

function Levels({ levels, onChange }: LevelsProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? levels.join(", ");
  const isGood = parseLevels(text) !== null;
  return (
    <span className="field">
      <input
        id={id}
        className="number"
        aria-label="Levels"
        title="The quantiles' levels, rising: one output each"
        aria-invalid={!isGood}
        aria-describedby={isGood ? undefined : `${id}-error`}
        value={text}
        onChange={({ target: { value } }) => {
          setTyped(value);
          const parsed = parseLevels(value);
          if (parsed !== null) onChange(parsed);
        }}
        onBlur={() => {
          if (isGood) setTyped(null);
        }}
      />
      {!isGood && (
        <span className="field-error" id={`${id}-error`} role="alert">
          {readingLimits.levels.min} to {readingLimits.levels.max} rising numbers from {readingLimits.level.min} to{" "}
          {readingLimits.level.max}, such as 0.1, 0.5, 0.9
        </span>
      )}
    </span>
  );
}
