/** @file What is trained on: a data set of the catalogue with what of it can be turned, data of one's own, or tensors that are merely described. */
import { lazy, Suspense, useState } from "react";
import { catalogue, toyEntry } from "../../engine/data/catalogue.ts";
import { knobNames, knobRanges, type ToyKnobs } from "../../engine/data/sets/toy.ts";
import { TENSORS } from "../document/document.ts";
import { OWN } from "../document/own-data.ts";
import { useController } from "../lanes/controller-context.ts";
import { setExperiment } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { Choice } from "../ui/Choice.tsx";
import { TableIcon } from "../ui/icons.tsx";
import { NumberField } from "../ui/NumberField.tsx";
import { Popover } from "../ui/Popover.tsx";

const DataDialog = lazy(async () => ({ default: (await import("../own-data/DataDialog.tsx")).DataDialog }));

const TensorFields = lazy(async () => ({ default: (await import("./TensorFields.tsx")).TensorFields }));

export function DataFields() {
  const controller = useController();
  const dataset = useLosslab(({ document }) => document.experiment.dataset);
  const data = useLosslab(({ document }) => document.data);
  return (
    <>
      <Choice
        label="Data set"
        shown="Data"
        value={dataset}
        title={catalogue.find(({ id }) => id === dataset)?.about ?? ""}
        options={[
          ...catalogue.map(({ id, title }): [string, string] => [id, title]),
          ...(data === null ? [] : [[OWN, data.title] as const]),
          [TENSORS, "No data set: just tensors"],
        ]}
        onChange={(chosen) => controller.choose({ dataset: chosen })}
      />
      <OwnDataButton />
      <ToyKnobFields dataset={dataset} />
      {dataset === TENSORS && (
        <Suspense>
          <TensorFields />
        </Suspense>
      )}
    </>
  );
}

function OwnDataButton() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button icon quiet"
        aria-haspopup="dialog"
        aria-label="Own data…"
        title="Data of your own: paste or drop a table"
        onClick={() => setIsOpen(true)}
      >
        <TableIcon />
      </button>
      {isOpen && (
        <Suspense>
          <DataDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Of toy data. What stands as the record has it is left out of the document. */
function ToyKnobFields({ dataset }: { readonly dataset: string }) {
  const store = useLosslabStore();
  const toy = useLosslab(({ document }) => document.experiment.toy);
  const entry = toyEntry(dataset);
  if (entry === null) return null;
  const turn = (name: (typeof knobNames)[number], value: number): void => {
    const { [name]: _before, ...others } = toy;
    const turned: ToyKnobs = value === entry.knobs[name] ? others : { ...others, [name]: value };
    setExperiment(store, { toy: turned });
  };
  return (
    <Popover label="Turn the data: noise, outliers, size" sign="…">
      <p className="muted popover-about">{entry.about}</p>
      <div className="options">
        {knobNames.map((name) => {
          const standing = entry.knobs[name];
          return standing === undefined ? null : (
            <NumberField
              key={`${dataset} ${name}`}
              label={name}
              shown={name}
              value={toy[name] ?? standing}
              {...knobRanges[name]}
              onChange={(value) => turn(name, value)}
            />
          );
        })}
      </div>
    </Popover>
  );
}
