/** @file What every lane shares, and the buttons that train. */
import { limits } from "../../engine/train/experiment.ts";
import { TENSORS } from "../document/document.ts";
import { setExperiment } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { NumberField } from "../ui/NumberField.tsx";
import { Explains } from "../ui/Term.tsx";
import { Toolbar } from "../ui/Toolbar.tsx";
import { DataFields } from "./DataFields.tsx";
import { ModelFields } from "./ModelFields.tsx";
import { OptimizerFields } from "./OptimizerFields.tsx";
import { RunButtons } from "./RunButtons.tsx";
import { SchedulerFields } from "./SchedulerFields.tsx";

export function ExperimentBar() {
  const store = useLosslabStore();
  const experiment = useLosslab(({ document }) => document.experiment);
  const change = (part: Partial<typeof experiment>) => setExperiment(store, part);
  return (
    <section className="experiment" aria-label="Experiment">
      <Toolbar label="Experiment and training">
        <DataFields />
        {experiment.dataset !== TENSORS && <ModelFields />}
        <OptimizerFields experiment={experiment} onChange={change} />
        <SchedulerFields experiment={experiment} onChange={change} />
        {experiment.dataset !== TENSORS && (
          <NumberField
            label="Batch size"
            shown="Batch"
            value={experiment.batchSize}
            {...limits.batchSize}
            isInteger
            onChange={(batchSize) => change({ batchSize })}
          />
        )}
        <NumberField
          label="Seed"
          shown="Seed"
          value={experiment.seed}
          {...limits.seed}
          isInteger
          onChange={(seed) => change({ seed })}
        />
        <NumberField
          label="Steps"
          shown="Steps"
          value={experiment.steps}
          {...limits.steps}
          isInteger
          onChange={(steps) => change({ steps })}
        />
        <MatchFirstStep />
        <span className="spacer" />
        <RunButtons />
      </Toolbar>
    </section>
  );
}

/** Sum and mean differ by a factor as large as the batch; with equal first steps curves compare where losses pull, not how hard. */
function MatchFirstStep() {
  const store = useLosslabStore();
  const isOn = useLosslab(({ document }) => document.experiment.matchFirstStep);
  const isAlone = useLosslab(({ document }) => document.lanes.length === 1);
  if (isAlone) return null;
  return (
    <Explains name="match first step">
      <label className="field check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => setExperiment(store, { matchFirstStep: event.target.checked })}
        />
        match first step
      </label>
    </Explains>
  );
}
