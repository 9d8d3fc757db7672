/** @file Described tensors: a row for each, in the order in which losses take them. */
import {
  type Fill,
  type FillKind,
  type SpecDtype,
  specDtypes,
  specLimits,
  type TensorSpec,
} from "../../engine/data/tensor-spec.ts";
import { leafLabels, predictedCount } from "../../engine/language/roles.ts";
import { useController } from "../lanes/controller-context.ts";
import { type State, setExperiment } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { Choice } from "../ui/Choice.tsx";
import { NumberField } from "../ui/NumberField.tsx";
import { Popover } from "../ui/Popover.tsx";
import { parseNumbers } from "./parse-numbers.ts";
import { ShapeField } from "./ShapeField.tsx";

const fills: Readonly<Record<FillKind, { readonly title: string; readonly made: Fill }>> = {
  normal: { title: "normal", made: { kind: "normal" } },
  uniform: { title: "uniform", made: { kind: "uniform" } },
  integers: { title: "integers below", made: { kind: "integers", below: 3 } },
  "one-hot": { title: "one-hot", made: { kind: "one-hot" } },
  zeros: { title: "zeros", made: { kind: "zeros" } },
  ones: { title: "ones", made: { kind: "ones" } },
  list: { title: "a list", made: { kind: "list", values: [1, -1] } },
  mask: { title: "mask of probability", made: { kind: "mask", p: 0.5 } },
  simplex: { title: "probabilities", made: { kind: "simplex" } },
  boxes: { title: "boxes", made: { kind: "boxes" } },
};

const fillKinds = Object.entries(fills).map(([kind, { title }]) => [kind, title] as const);
const isFillKind = (kind: string): kind is FillKind => Object.hasOwn(fills, kind);
const isDtype = (dtype: string): dtype is SpecDtype => specDtypes.some((known) => known === dtype);

const limits = { dims: specLimits.dims, size: specLimits.size, numel: specLimits.numel };

/** What each lane calls the tensor at a place: "logits", or "logits / predictions" where lanes differ. */
function namesAt({ document, results }: State, place: number): string {
  const names = document.lanes.flatMap(({ id, arguments: given }) => {
    const entry = results[id]?.compilation?.program?.entry;
    if (entry === undefined) return [];
    return leafLabels({ ...entry, arguments: given }, false)[place] ?? [];
  });
  return [...new Set(names)].join(" / ");
}

/** How many tensors are descended: as many as the lane that takes most of them for its predictions. */
function descendedCount({ document, results }: State): number {
  const counts = document.lanes.map(({ id, arguments: given }) => {
    const entry = results[id]?.compilation?.program?.entry;
    return entry === undefined ? 1 : predictedCount({ ...entry, arguments: given });
  });
  return Math.max(1, ...counts);
}

const about = (descended: number): string =>
  descended === 1
    ? "Train descends the first one itself; the others stand beside it."
    : `Train descends the first ${descended} themselves; the others stand beside them.`;

export function TensorFields() {
  const store = useLosslabStore();
  const controller = useController();
  const tensors = useLosslab(({ document }) => document.experiment.tensors);
  const descended = useLosslab(descendedCount);
  const change = (next: readonly TensorSpec[]): void => setExperiment(store, { tensors: next });
  return (
    <Popover label="Tensors" sign={`${tensors.length} ${tensors.length === 1 ? "tensor" : "tensors"}`} isOpenAtFirst>
      <p className="muted popover-about">In the order in which losses take them. {about(descended)}</p>
      <ul className="tensors" aria-label="Tensors">
        {tensors.map((tensor, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a tensor is its place
          <li key={i}>
            <TensorRow
              place={i}
              tensor={tensor}
              isDescended={i < descended}
              onChange={(next) => change(tensors.with(i, next))}
              onRemove={tensors.length > 1 ? () => change(tensors.toSpliced(i, 1)) : null}
            />
          </li>
        ))}
      </ul>
      <p className="actions">
        <button
          type="button"
          className="button small"
          disabled={tensors.length >= specLimits.tensors.max}
          onClick={() =>
            change([
              ...tensors,
              {
                ...(tensors.at(-1) ?? { shape: [8], dtype: "float32", fill: { kind: "normal" } }),
                seed: tensors.length,
              },
            ])
          }
        >
          + Tensor
        </button>
        <button
          type="button"
          className="button small"
          title="Shapes and numbers with which the loss is a scalar, tried out"
          onClick={() => void controller.guessTensors()}
        >
          Guess from the loss
        </button>
      </p>
    </Popover>
  );
}

interface TensorRowProps {
  readonly place: number;
  readonly tensor: TensorSpec;
  readonly isDescended: boolean;
  readonly onChange: (tensor: TensorSpec) => void;
  /** null where it is the last one. */
  readonly onRemove: (() => void) | null;
}

function TensorRow({ place, tensor, isDescended, onChange, onRemove }: TensorRowProps) {
  const name = useLosslab((state) => namesAt(state, place));
  const label = name === "" ? `tensor ${place + 1}` : name;
  const { fill } = tensor;
  return (
    <fieldset className="tensor" aria-label={`Tensor ${place + 1}`}>
      <b className="mono">{label}</b>
      <ShapeField
        label={`Shape of ${label}`}
        shown=""
        title="Shape, such as 8×5; empty for a tensor without dims"
        value={tensor.shape}
        limits={limits}
        onChange={(shape) => {
          // Boxes are made of four numbers each.
          if (fill.kind === "boxes" && shape.at(-1) !== 4) onChange({ ...tensor, shape, fill: fills.uniform.made });
          else onChange({ ...tensor, shape });
        }}
      />
      <Choice
        label={`Dtype of ${label}`}
        shown=""
        value={tensor.dtype}
        options={(isDescended ? (["float32"] as const) : specDtypes).map((dtype) => [dtype, dtype])}
        onChange={(dtype) => isDtype(dtype) && onChange({ ...tensor, dtype })}
      />
      <Choice
        label={`What fills ${label}`}
        shown=""
        value={fill.kind}
        options={fillKinds.filter(([kind]) => kind !== "boxes" || tensor.shape.at(-1) === 4)}
        onChange={(kind) => isFillKind(kind) && onChange({ ...tensor, fill: fills[kind].made })}
      />
      {fill.kind === "integers" && (
        <NumberField
          label={`Below, of ${label}`}
          shown=""
          value={fill.below}
          {...specLimits.below}
          isInteger
          onChange={(below) => onChange({ ...tensor, fill: { kind: "integers", below } })}
        />
      )}
      {fill.kind === "mask" && (
        <NumberField
          label={`Probability of ${label}`}
          shown=""
          value={fill.p}
          {...specLimits.p}
          onChange={(p) => onChange({ ...tensor, fill: { kind: "mask", p } })}
        />
      )}
      {fill.kind === "list" && (
        <ListField
          label={`Numbers of ${label}`}
          values={fill.values}
          onChange={(values) => onChange({ ...tensor, fill: { kind: "list", values } })}
        />
      )}
      <NumberField
        label={`Seed of ${label}`}
        shown="seed"
        value={tensor.seed}
        {...specLimits.seed}
        isInteger
        onChange={(seed) => onChange({ ...tensor, seed })}
      />
      {onRemove !== null && (
        <button type="button" className="button icon quiet" aria-label={`Remove ${label}`} onClick={onRemove}>
          ×
        </button>
      )}
    </fieldset>
  );
}

interface ListFieldProps {
  readonly label: string;
  readonly values: readonly number[];
  readonly onChange: (values: readonly number[]) => void;
}

function ListField({ label, values, onChange }: ListFieldProps) {
  return (
    <input
      className="number"
      aria-label={label}
      title="Numbers in order; begun again where there are too few"
      defaultValue={values.join(", ")}
      onChange={({ target }) => {
        const parsed = parseNumbers(target.value);
        target.setAttribute("aria-invalid", String(parsed === null));
        if (parsed !== null) onChange(parsed);
      }}
    />
  );
}
