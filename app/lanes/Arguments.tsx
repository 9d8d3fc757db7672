/** @file What a loss takes that is no data: a field for each, in a strip. Kept in the document and in exports. */
import { useMemo } from "react";
import { specLimits } from "../../engine/data/tensor-spec.ts";
import { heldLimits, parseHeld } from "../../engine/language/held.ts";
import { type Argument, defaultSetting, rolesOf, type Setting } from "../../engine/language/roles.ts";
import { TENSORS } from "../document/document.ts";
import { argumentLimits } from "../document/tensor-schemas.ts";
import { laneOf, noResult, setLane } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { shapeText } from "../ui/shape-text.ts";
import { NumberField } from "../ui/NumberField.tsx";
import { parseList } from "./parse-list.ts";

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
      (name, i) =>
        roles[i] === "setting" ||
        roles[i] === "tensor" ||
        isOneOf(given[name]?.kind, ["data", "several", "predictions"]),
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

const isOneOf = <T extends string>(kind: T | undefined, kinds: readonly T[]): boolean =>
  kind !== undefined && kinds.includes(kind);

const kinds = ["number", "text", "boolean", "none", "numbers", "tensor", "data", "several", "predictions"] as const;
type ShownKind = (typeof kinds)[number];

function kindOf(argument: Argument): ShownKind {
  if (argument.kind !== "setting") return argument.kind;
  const { value } = argument;
  if (value === null) return "none";
  if (typeof value === "object") return "numbers";
  return typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "text";
}

const fresh: Readonly<Record<ShownKind, Argument>> = {
  number: { kind: "setting", value: 1 },
  numbers: { kind: "setting", value: [1, 1] },
  several: { kind: "several", as: "[_, _]" },
  predictions: { kind: "predictions" },
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
          {argument.kind === "several" && <SeveralField label={label} text={argument.as} onChange={onChange} />}
          {argument.kind === "setting" && typeof argument.value === "object" && argument.value !== null && (
            <input
              className="number"
              aria-label={`Numbers of ${label}`}
              title="Its numbers: a list"
              defaultValue={argument.value.join(", ")}
              onChange={({ target }) => {
                const values = parseList(target.value);
                target.setAttribute("aria-invalid", String(values === null));
                if (values !== null) set(values);
              }}
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
        title="What it is: no data but a number, text, flag or list of numbers; a tensor; data after all, several of them together, or what is predicted"
        value={kind}
        onChange={({ target }) => isShownKind(target.value) && onChange(fresh[target.value])}
      >
        {kinds
          .filter((each) => isOfForward || !isOneOf(each, ["data", "several", "predictions"]))
          .map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
      </select>
    </span>
  );
}

interface SeveralFieldProps {
  readonly label: string;
  readonly text: string;
  readonly onChange: (argument: Argument) => void;
}

/** Several tensors that are held together, as Python would write it. */
function SeveralField({ label, text, onChange }: SeveralFieldProps) {
  return (
    <input
      className="number several"
      aria-label={`What ${label} holds`}
      title={`Tensors together, each of them a _: [_, _], (_, _), {"logits": _, "boxes": _} or object(logits=_)`}
      maxLength={heldLimits.text}
      defaultValue={text}
      key={text}
      onChange={({ target }) => {
        const isKnown = parseHeld(target.value) !== null;
        target.setAttribute("aria-invalid", String(!isKnown));
      }}
      onBlur={({ target }) => {
        if (parseHeld(target.value) !== null && target.value !== text) onChange({ kind: "several", as: target.value });
      }}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}
