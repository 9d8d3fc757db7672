/** @file What is swept, and over which values. */
import type { SweepAxis } from "../../../engine/study/sweep.ts";
import { Choice } from "../../ui/Choice.tsx";
import { TypedField } from "../../ui/TypedField.tsx";
import type { Sweepable } from "./sweepables.ts";

interface AxisFieldsProps {
  readonly label: string;
  readonly shown: string;
  readonly sweepables: readonly Sweepable[];
  /** null: nothing is swept here. */
  readonly axis: SweepAxis | null;
  readonly canBeNone: boolean;
  readonly onChange: (axis: SweepAxis | null) => void;
}

const NONE = "";

export function AxisFields({ label, shown, sweepables, axis, canBeNone, onChange }: AxisFieldsProps) {
  const chosen = sweepables.find(({ kind, name }) => axis?.kind === kind && axis.name === name);
  return (
    <span className="axis-fields">
      <Choice
        label={label}
        shown={shown}
        value={chosen?.id ?? NONE}
        options={[
          ...(canBeNone || chosen === undefined ? [[NONE, "nothing else"] as const] : []),
          ...sweepables.map(({ id, title }) => [id, title] as const),
        ]}
        onChange={(id) => {
          const next = sweepables.find((sweepable) => sweepable.id === id);
          onChange(next === undefined ? null : { kind: next.kind, name: next.name, values: next.suggested });
        }}
      />
      {axis !== null && chosen !== undefined && (
        <TypedField
          key={chosen.id}
          label={`Values of ${chosen.name}`}
          title="The values that are tried, in any order"
          text={axis.values.join(" ")}
          parse={chosen.parse}
          wants={chosen.wants}
          onChange={(values) => onChange({ ...axis, values })}
        />
      )}
    </span>
  );
}
