/** @file What a loss takes that is no data: a field for each, in a strip. Kept in the document and in exports. */
import { useMemo } from "react";
import { specLimits } from "../../engine/data/tensor-spec.ts";
import { type Argument, defaultSetting, rolesOf, type Setting } from "../../engine/language/roles.ts";
import { TENSORS } from "../document/document.ts";
import { argumentLimits } from "../document/tensor-schemas.ts";
import { laneOf, noResult, setLane } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { shapeText } from "../ui/shape-text.ts";
import { NumberField } from "../ui/NumberField.tsx";

/** Of what nobody chose: a guess that stands until somebody says otherwise. */
const unknownFacts = { classes: 3, width: 1, rows: 64 };

export function Arguments({ id }: { readonly id: string }) {
  const store = useLosslabStore();
  const entry = useLosslab(({ results }) => (results[id] ?? noResult).compilation?.program?.entry ?? null);
  const given = useLosslab((state) => laneOf(state, id)?.arguments);
  const hasInputs = useLosslab(({ document }) => document.experiment.dataset !== TENSORS);
  const names = useMemo(() => {
    if (entry === null || given === undefined) return [];
    const roles = rolesOf({ ...entry, arguments: given }, hasInputs);
    const ofForward = entry.parameters.filter(
      (name, i) => roles[i] === "setting" || roles[i] === "tensor" || given[name]?.kind === "data",
    );
    // A document holds no longer name.
    return [...new Set([...(entry.needs ?? []), ...ofForward])].filter(({ length }) => length <= argumentLimits.name);
  }, [entry, given, hasInputs]);
  if (entry === null || given === undefined || names.length === 0) return null;
  const change = (name: string, argument: Argument | null): void => {
    const { [name]: _before, ...others } = given;
    setLane(store, id, { arguments: argument === null ? others : { ...others, [name]: argument } });
  };
  return (
    <fieldset className="knobs arguments" aria-label={`Arguments of loss ${id}`}>
      {names.map((name) => (
        <ArgumentField
          key={name}
          label={`${name} of loss ${id}`}
          name={name}
          argument={given[name] ?? { kind: "setting", value: defaultSetting(name, entry, unknownFacts) }}
          isOfForward={!(entry.needs ?? []).includes(name)}
          onChange={(argument) => change(name, argument)}
        />
      ))}
    </fieldset>
  );
}

interface ArgumentFieldProps {
  readonly label: string;
  readonly name: string;
  readonly argument: Argument;
  /** What forward takes may be data after all. */
  readonly isOfForward: boolean;
  readonly onChange: (argument: Argument | null) => void;
}

const kinds = ["number", "text", "boolean", "none", "tensor", "data"] as const;
type ShownKind = (typeof kinds)[number];

function kindOf(argument: Argument): ShownKind {
  if (argument.kind !== "setting") return argument.kind;
  const { value } = argument;
  if (value === null) return "none";
  return typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "text";
}

const fresh: Readonly<Record<ShownKind, Argument>> = {
  number: { kind: "setting", value: 1 },
  text: { kind: "setting", value: "mean" },
  boolean: { kind: "setting", value: true },
  none: { kind: "setting", value: null },
  tensor: { kind: "tensor", tensor: { shape: [3], dtype: "float32", fill: { kind: "ones" }, seed: 0 } },
  data: { kind: "data" },
};

const isShownKind = (kind: string): kind is ShownKind => kinds.some((known) => known === kind);

function ArgumentField({ label, name, argument, isOfForward, onChange }: ArgumentFieldProps) {
  const set = (value: Setting) => onChange({ kind: "setting", value });
  const kind = kindOf(argument);
  return (
    <span className="argument">
      {argument.kind === "setting" && typeof argument.value === "number" ? (
        <NumberField label={label} shown={name} value={argument.value} {...argumentLimits.value} onChange={set} />
      ) : (
        <span className="field">
          <span className="mono">{name}</span>
          {argument.kind === "setting" && typeof argument.value === "boolean" && (
            <input
              type="checkbox"
              aria-label={label}
              checked={argument.value}
              onChange={({ target }) => set(target.checked)}
            />
          )}
          {argument.kind === "setting" && typeof argument.value === "string" && (
            <input
              className="number"
              aria-label={label}
              maxLength={argumentLimits.text}
              value={argument.value}
              onChange={({ target }) => set(target.value)}
            />
          )}
          {argument.kind === "tensor" && (
            <input
              className="number"
              aria-label={`Numbers of ${label}`}
              title="Its numbers, in one dim"
              defaultValue={
                argument.tensor.fill.kind === "list"
                  ? argument.tensor.fill.values.join(", ")
                  : shapeText(argument.tensor.shape.map(() => 1))
              }
              onChange={({ target }) => {
                const values = target.value
                  .split(/[\s,;]+/)
                  .filter((word) => word !== "")
                  .map(Number)
                  .filter(Number.isFinite)
                  .slice(0, specLimits.values.max);
                if (values.length > 0)
                  onChange({
                    kind: "tensor",
                    tensor: { ...argument.tensor, shape: [values.length], fill: { kind: "list", values } },
                  });
              }}
            />
          )}
        </span>
      )}
      <select
        className="select small"
        aria-label={`What ${label} is`}
        title="What it is: no data but a number, text or flag; a tensor; or data after all"
        value={kind}
        onChange={({ target }) => isShownKind(target.value) && onChange(fresh[target.value])}
      >
        {kinds
          .filter((each) => each !== "data" || isOfForward)
          .map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
      </select>
    </span>
  );
}
