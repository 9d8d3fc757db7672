/** @file What each lane has learned, drawn as its kind of data is. */
import type { ComponentType } from "react";
import type { TableDataset, TableKind } from "../../engine/data/dataset.ts";
import { useLosslab } from "../store/store-context.ts";
import { formatShape } from "../verdict/format.ts";
import { ClassMap } from "./ClassMap.tsx";
import { CurveFit } from "./CurveFit.tsx";
import { PaintedFit } from "./PaintedFit.tsx";
import type { PaintedKind } from "./paintings.ts";
import { useDataset } from "./use-dataset.ts";

const charts: Readonly<Record<TableKind, ComponentType<{ readonly dataset: TableDataset }>>> = {
  numbers: CurveFit,
  distribution: CurveFit,
  classes: ClassMap,
  embeddings: paintedAs("scatter", "Train, and rows find their places here."),
  binary: ClassMap,
  masks: paintedAs("images", "Train, and masks are drawn here."),
  boxes: paintedAs("boxes", "Train, and boxes are drawn here."),
  sequence: paintedAs("plots", "Train, and forecasts are drawn here."),
  survival: paintedAs("plots", "Train, and survival is drawn here."),
};

function paintedAs(kind: PaintedKind, empty: string): ComponentType<{ readonly dataset: TableDataset }> {
  return ({ dataset: { inputs, targets, classes } }) => (
    <PaintedFit
      kind={kind}
      heading={`${inputs.length === 1 ? inputs[0]?.name : `${inputs.length} inputs`} → ${targets.length <= 2 ? targets.map(({ name }) => name).join(", ") : `${targets.length} targets`}`}
      empty={empty}
      classes={classes}
    />
  );
}

export function FitChart() {
  const dataset = useDataset();
  const isFaulty = useLosslab(({ dataFault }) => dataFault !== null);
  if (dataset === null) {
    return (
      <figure className="card" aria-label="Fit">
        <figcaption className="card-head">
          <h2>Fit</h2>
        </figcaption>
        <p className="empty">{isFaulty ? "The data could not be fetched." : "Loading the data…"}</p>
      </figure>
    );
  }
  if (dataset.kind === "tensors")
    return (
      <PaintedFit
        kind="tensor"
        heading={`the first tensor ${formatShape(dataset.tensors[0]?.shape ?? [])}`}
        empty="Train descends the first tensor itself: here it moves."
        classes={[]}
      />
    );
  const Chart = charts[dataset.kind];
  return <Chart dataset={dataset} />;
}
