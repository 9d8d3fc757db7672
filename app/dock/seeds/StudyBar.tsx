/** @file Beside the dock's tabs: over how many seeds lanes are compared, and how far their runs are. */
import { useState } from "react";
import { seedCounts } from "../../../engine/study/seeds.ts";
import { useController } from "../../lanes/controller-context.ts";
import { setSeeds } from "../../store/study.ts";
import { useLosslab, useLosslabStore } from "../../store/store-context.ts";
import { Choice } from "../../ui/Choice.tsx";
import { Explains } from "../../ui/Term.tsx";
import { progressWords } from "./words.ts";

const counts = seedCounts.map((count) => [String(count), String(count)] as const);

export function StudyBar() {
  const store = useLosslabStore();
  const { studies } = useController();
  const seeds = useLosslab(({ document }) => document.seeds);
  const study = useLosslab((state) => state.study);
  const [goesOnHidden, setGoesOnHidden] = useState(false);
  return (
    <span className="study-bar">
      <output className="muted mono" aria-label="Study">
        {study === null ? "" : progressWords(study)}
      </output>
      {study?.isRunning === true && (
        <>
          <label className="field check" title="Otherwise runs wait while nobody sees this page">
            <input
              type="checkbox"
              checked={goesOnHidden}
              onChange={({ target }) => {
                setGoesOnHidden(target.checked);
                studies.goOnHidden(target.checked);
              }}
            />
            also unseen
          </label>
          <button type="button" className="button small" onClick={() => studies.stop()}>
            Stop runs
          </button>
        </>
      )}
      <Explains name="seeds">
        <Choice
          label="Seeds"
          shown="Seeds"
          value={String(seeds)}
          options={counts}
          onChange={(count) => setSeeds(store, Number(count))}
        />
      </Explains>
    </span>
  );
}
