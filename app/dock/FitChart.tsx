/** @file The data, and each lane's prediction over them. The points never move, so they are a chart of their own below the curves. */
import { useEffect, useMemo, useState } from "react";
import type { Dataset } from "../../engine/data/dataset.ts";
import type { LegendEntry } from "../charts/legend-lines.ts";
import { StaleMarks } from "../charts/StaleMark.tsx";
import { datasetOf, OWN } from "../document/own-data.ts";
import { useController } from "../lanes/controller-context.ts";
import { ownOf } from "../own-data/edit-points.ts";
import { PointEditor } from "../own-data/PointEditor.tsx";
import type { Marked } from "../store/store.ts";
import { useLosslab } from "../store/store-context.ts";
import { PencilIcon } from "../ui/icons.tsx";
import { formatNumber } from "../verdict/format.ts";
import { DataPoints } from "./DataPoints.tsx";
import { drawnPoints, sampledWords } from "./drawn-points.ts";
import { Fits, type MarkedPoint } from "./Fits.tsx";
import { type Extent, inset } from "./fit-frame.ts";
import { SaveMenu } from "./SaveMenu.tsx";
import { useMoments } from "./shown-runs.ts";

/** Beside the data, as a share of their range; outliers want more. */
const ROOM = 0.05;
const EDIT_ROOM = 0.4;
export function FitChart() {
  const controller = useController();
  const id = useLosslab(({ document }) => document.experiment.dataset);
  const data = useLosslab(({ document }) => (document.experiment.dataset === OWN ? document.data : null));
  /** While points are edited the axes stand still, with room for outliers. What is edited are these data, or what has become of them. */
  const [still, setStill] = useState<{ readonly of: string; readonly extent: Extent } | null>(null);
  const seed = useLosslab(({ document }) => document.experiment.seed);
  const runs = useMoments();
  const hidden = useLosslab((state) => state.hidden);
  const marked = useLosslab((state) => state.marked);
  const [dataset, setDataset] = useState<Dataset | null>(() => controller.knownDataset(id));

  useEffect(() => {
    let isGone = false;
    // Own data are other data under the same name.
    void (data === null ? controller.dataset(id) : Promise.resolve(datasetOf(data))).then((loaded) => {
      if (!isGone) setDataset(loaded);
    });
    return () => {
      isGone = true;
    };
  }, [controller, id, data]);

  const editing = still !== null && (still.of === id || id === OWN) ? still.extent : null;
  const extent = useMemo(() => {
    if (dataset === null) return null;
    if (editing === null) return extentOf(dataset, ROOM);
    // Other data may have come meanwhile.
    return contains(editing, extentOf(dataset, 0)) ? editing : extentOf(dataset, EDIT_ROOM);
  }, [dataset, editing]);
  // A data set of the catalogue becomes one's own with the first edit, not before.
  const editable = useMemo(
    () => (editing === null || dataset === null ? null : (data ?? ownOf(dataset))),
    [editing, dataset, data],
  );
  const markedPoints = useMemo(() => (dataset === null ? [] : pointsMarked(dataset, marked)), [dataset, marked]);
  const points = useMemo(() => (dataset === null ? null : drawnPoints(dataset, seed)), [dataset, seed]);
  const isEditing = editing !== null;
  const edit = (): void => {
    if (dataset === null) return;
    setStill(isEditing ? null : { of: id, extent: extentOf(dataset, EDIT_ROOM) });
  };
  const fits = runs
    .filter(({ experiment, lane }) => experiment.dataset === id && !hidden.includes(lane))
    .map(({ lane, frame }) => ({ lane, fit: frame.fit }));
  const layers =
    dataset === null || points === null || extent === null ? null : (
      <>
        <div aria-hidden="true">
          <DataPoints points={points} extent={extent} across={axisName(dataset.input)} up={upOf(dataset)} />
        </div>
        <div aria-hidden="true">
          <Fits fits={fits} marked={markedPoints} extent={extent} />
        </div>
      </>
    );
  return (
    <figure className="card" aria-label="Fit">
      <figcaption className="card-head">
        <h2>Fit</h2>
        {dataset !== null && (
          <span className="muted">
            {axisName(dataset.input)} → {dataset.targets.map(axisName).join(", ")}
          </span>
        )}
        <StaleMarks lanes={fits.map(({ lane }) => lane)} />
        <span className="legend muted">
          <span className="point train" /> train <span className="point validation" /> validation
        </span>
        <button
          type="button"
          className="button small edit-points"
          aria-pressed={isEditing}
          aria-label={isEditing ? undefined : "Edit points"}
          title="Edit points: add them by clicking, drag them where they hurt"
          onClick={edit}
        >
          {isEditing ? "Done" : <PencilIcon />}
        </button>
        <SaveMenu
          of="fit"
          {...(layers === null
            ? {}
            : {
                picture: {
                  lanes: fits.map(({ lane }) => lane),
                  legend: pointKinds,
                  plots: <div className="plot layers">{layers}</div>,
                },
              })}
        />
      </figcaption>
      {dataset === null || points === null || extent === null ? (
        <p className="empty">Loading the data…</p>
      ) : (
        <>
          <p className="visually-hidden">
            {dataset.input.values.length} points; {points.drawn < points.count && `${sampledWords(points)}; `}
            {dataset.input.name} from {formatNumber(extent.x[0])} to {formatNumber(extent.x[1])}.
            {marked !== null && ` ${marked.samples.length} marked by lane ${marked.lane}.`}
            {fits.map(
              ({ lane, fit }) =>
                ` Lane ${lane} predicts ${formatNumber(fit.y[0])} at the left end and ${formatNumber(fit.y.at(-1))} at the right.`,
            )}
          </p>
          <div className="plot layers">
            {layers}
            {editable !== null && <PointEditor data={editable} extent={extent} inset={inset} />}
          </div>
        </>
      )}
    </figure>
  );
}

const pointKinds: readonly LegendEntry[] = [
  { text: "train", sign: { kind: "disc" } },
  { text: "validation", sign: { kind: "ring" } },
];

const upOf = ({ targets }: Dataset): string => targets.map(axisName).join(", ");

function pointsMarked({ input, targets }: Dataset, marked: Marked | null): MarkedPoint[] {
  if (marked === null) return [];
  return marked.samples.flatMap((sample) => {
    const [x, y] = [input.values[sample], targets[0]?.values[sample]];
    return x === undefined || y === undefined ? [] : [{ lane: marked.lane, x, y }];
  });
}

function extentOf({ input, targets }: Dataset, room: number): Extent {
  const range = (columns: readonly Float64Array[]): [number, number] => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const values of columns) {
      for (const value of values) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    const pad = (high - low || 1) * room;
    return [low - pad, high + pad];
  };
  return { x: range([input.values]), y: range(targets.map(({ values }) => values)) };
}

function contains(outer: Extent, inner: Extent): boolean {
  return (["x", "y"] as const).every((axis) => outer[axis][0] <= inner[axis][0] && outer[axis][1] >= inner[axis][1]);
}

function axisName({ name, unit }: { readonly name: string; readonly unit: string }): string {
  return unit === "" || unit === name ? name : `${name} (${unit})`;
}
