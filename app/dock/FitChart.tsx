/** @file What each lane has learned, drawn as its kind of data is. */
import { type ComponentType, useEffect, useState } from "react";
import type { Dataset, TableDataset, TableKind } from "../../engine/data/dataset.ts";
import { useController } from "../lanes/controller-context.ts";
import { useLosslab } from "../store/store-context.ts";
import { ClassMap } from "./ClassMap.tsx";
import { CurveFit } from "./CurveFit.tsx";
import { TensorFit } from "./TensorFit.tsx";

const charts: Readonly<Record<TableKind, ComponentType<{ readonly dataset: TableDataset }>>> = {
  numbers: CurveFit,
  classes: ClassMap,
  binary: ClassMap,
};

export function FitChart() {
  const dataset = useDataset();
  if (dataset === null) {
    return (
      <figure className="card" aria-label="Fit">
        <figcaption className="card-head">
          <h2>Fit</h2>
        </figcaption>
        <p className="empty">Loading the data…</p>
      </figure>
    );
  }
  if (dataset.kind === "tensors") return <TensorFit dataset={dataset} />;
  const Chart = charts[dataset.kind];
  return <Chart dataset={dataset} />;
}

/** What the document is trained on; what was before stands until that has come. */
function useDataset(): Dataset | null {
  const controller = useController();
  const experiment = useLosslab(({ document }) => document.experiment);
  const { dataset: id, toy, tensors } = experiment;
  const data = useLosslab(({ document }) => document.data);
  const [dataset, setDataset] = useState<Dataset | null>(() => controller.knownDataset());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the controller reads these off the document
  useEffect(() => {
    let isGone = false;
    void controller.dataset().then((loaded) => {
      if (!isGone) setDataset(loaded);
    });
    return () => {
      isGone = true;
    };
  }, [controller, id, toy, tensors, data]);
  return dataset;
}
