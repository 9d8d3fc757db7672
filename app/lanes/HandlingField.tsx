/** @file What becomes of a lane's vector: chosen where the loss is one, with its numbers and a note about it. */
import { useId, useState } from "react";
import { defaultHandling, type VectorHandling } from "../../engine/vector/handling.ts";
import { laneOf, noResult, setLane } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { InfoIcon } from "../ui/icons.tsx";
import { NumberField } from "../ui/NumberField.tsx";
import { Popover } from "../ui/Popover.tsx";
import { Explains } from "../ui/Term.tsx";
import { formatCount } from "../verdict/format.ts";
import {
  choiceOf,
  equivalentOf,
  handlingGroups,
  handlingOf,
  parseWeights,
  propertyOf,
  recordOf,
  refusal,
  titleOf,
  weightsProblem,
} from "../verdict/handling-words.ts";

/** Numbers that stand beside the choice. */
const MOST_BESIDE = 2;

export function HandlingField({ id }: { readonly id: string }) {
  const store = useLosslabStore();
  const handling = useLosslab((state) => laneOf(state, id)?.handling ?? defaultHandling);
  const components = useLosslab(({ results }) => (results[id] ?? noResult).components);
  if (components <= 1) return null;
  const set = (next: VectorHandling): void => setLane(store, id, { handling: next });
  return (
    <span className="handling">
      <Explains name="handling">
        <label className="field">
          <span className="handling-label">vector handling</span>
          <select
            className="select button-like"
            aria-label={`Vector handling of lane ${id}`}
            value={choiceOf(handling)}
            onChange={(event) => set(handlingOf(event.target.value, components))}
          >
            {handlingGroups.map(({ title, choices }) => (
              <optgroup key={title} label={title}>
                {choices.map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.title}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
      </Explains>
      {handling.kind === "aggregator" && <Parameters id={id} handling={handling} onChange={set} />}
      {handling.kind === "weights" && (
        <Weights
          id={id}
          weights={handling.weights}
          components={components}
          onChange={(weights) => set({ kind: "weights", weights })}
        />
      )}
      <Popover label={`About ${titleOf(handling)}`} sign={<InfoIcon />}>
        <About handling={handling} components={components} />
      </Popover>
    </span>
  );
}

function About({ handling, components }: { readonly handling: VectorHandling; readonly components: number }) {
  const record = recordOf(handling);
  const equivalent = equivalentOf(handling, components);
  return (
    <>
      <p className="popover-title">{titleOf(handling)}</p>
      <p>{record?.about ?? refusal.about}</p>
      {record !== null && <p className="formula">{record.formula}</p>}
      <p>{propertyOf(handling)}</p>
      {equivalent !== null && <p>{equivalent}</p>}
      {record?.isRandom === true && <p>Draws random numbers from the lane's seeded generator.</p>}
      {record?.remembers === true && <p>A step depends on the steps before it; a run begins anew.</p>}
      {record !== null && (
        <p className="muted">
          gᵢ: gradient of component i; J: all of them; G = JJᵀ; m = {formatCount(components)}. Source:{" "}
          <a href={record.source.url} target="_blank" rel="noopener noreferrer">
            {record.source.authors}, {record.source.title} ({record.source.year})
          </a>
        </p>
      )}
    </>
  );
}

function Parameters({
  id,
  handling,
  onChange,
}: {
  readonly id: string;
  readonly handling: Extract<VectorHandling, { kind: "aggregator" }>;
  readonly onChange: (handling: VectorHandling) => void;
}) {
  const parameters = recordOf(handling)?.parameters ?? [];
  const fields = parameters.map(({ name, min, max, isInteger, choices, ...parameter }) => {
    const label = `${name} of ${titleOf(handling)}, lane ${id}`;
    const value = handling.parameters[name] ?? parameter.default;
    const set = (chosen: number): void =>
      onChange({ ...handling, parameters: { ...handling.parameters, [name]: chosen } });
    if (choices === undefined)
      return (
        <NumberField
          key={`${handling.name} ${name}`}
          label={label}
          shown={name}
          value={value}
          min={min}
          max={max}
          isInteger={isInteger === true}
          onChange={set}
        />
      );
    return (
      <label key={`${handling.name} ${name}`} className="field">
        <span>{name}</span>
        <select
          className="select button-like"
          aria-label={label}
          value={value}
          onChange={(event) => set(Number(event.target.value))}
        >
          {choices.map((choice, i) => (
            <option key={choice} value={i}>
              {choice}
            </option>
          ))}
        </select>
      </label>
    );
  });
  // More of them would wrap the lane's head.
  if (fields.length <= MOST_BESIDE) return fields;
  return (
    <Popover label={`Numbers of ${titleOf(handling)}`} sign={`${fields.length} numbers`}>
      <div className="popover-fields">{fields}</div>
    </Popover>
  );
}

/** What is typed stays as typed; only as many numbers as there are components take force. */
function Weights({
  id,
  weights,
  components,
  onChange,
}: {
  readonly id: string;
  readonly weights: readonly number[];
  readonly components: number;
  readonly onChange: (weights: readonly number[]) => void;
}) {
  const errorId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? weights.join(", ");
  const error = weightsProblem(text, components);
  return (
    <span className="field">
      <input
        className="number weights"
        aria-label={`Weights of lane ${id}`}
        title="One weight for each component, in order"
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : errorId}
        value={text}
        onChange={(event) => {
          setTyped(event.target.value);
          const parsed = parseWeights(event.target.value);
          if (parsed !== null && weightsProblem(event.target.value, components) === null) onChange(parsed);
        }}
        onBlur={() => {
          if (error === null) setTyped(null);
        }}
      />
      {error !== null && (
        <span className="field-error" id={errorId} role="alert">
          {error}
        </span>
      )}
    </span>
  );
}
