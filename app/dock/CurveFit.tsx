/** @file Numbers: the data over one of their inputs, and each lane's prediction, the other inputs at their medians. The points never move, so they are a chart of their own below the curves. */
import { useMemo, useState } from "react";
import type { TableDataset } from "../../engine/data/dataset.ts";
import { pictureLimits } from "../../engine/train/picture.ts";
import type { LegendEntry } from "../charts/legend-lines.ts";
import { StaleMarks } from "../charts/StaleMark.tsx";
import { OWN } from "../document/own-data.ts";
import { ownOf, whyNotEdited } from "../own-data/edit-points.ts";
import { PointEditor } from "../own-data/PointEditor.tsx";
import type { Marked } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { PencilIcon } from "../ui/icons.tsx";
import { formatNumber } from "../verdict/format.ts";
import { DataPoints } from "./DataPoints.tsx";
import { drawnPoints, sampledWords } from "./drawn-points.ts";
import { Fits } from "./Fits.tsx";
import { type Extent, inset, type MarkedPoint } from "./fit-frame.ts";
import { SaveMenu } from "./SaveMenu.tsx";
import { useMoments } from "./shown-runs.ts";

/** Beside the data, as a share of their range; outliers want more. */
const ROOM = 0.05;
const EDIT_ROOM = 0.4;

export function CurveFit({ dataset }: { readonly dataset: TableDataset }) {
  const store = useLosslabStore();
  const id = useLosslab(({ document }) => document.experiment.dataset);
  const data = useLosslab(({ document }) => (document.experiment.dataset === OWN ? document.data : null));
  /** While points are edited the axes stand still, with room for outliers. What is edited are these data, or what has become of them. */
  const [still, setStill] = useState<{ readonly of: string; readonly extent: Extent } | null>(null);
  const seed = useLosslab(({ document }) => document.experiment.seed);
  const runs = useMoments();
  const hidden = useLosslab((state) => state.hidden);
  const marked = useLosslab((state) => state.marked);
  const wanted = useLosslab((state) => state.input);
  const over = dataset.inputs[wanted] === undefined ? 0 : wanted;

  const editing = still !== null && (still.of === id || id === OWN) ? still.extent : null;
  const extent = useMemo(() => {
    if (editing === null) return extentOf(dataset, over, ROOM);
    // Other data may have come meanwhile.
    return contains(editing, extentOf(dataset, over, 0)) ? editing : extentOf(dataset, over, EDIT_ROOM);
  }, [dataset, over, editing]);
  // A data set of the catalogue becomes one's own with the first edit, not before.
  const editable = useMemo(() => (editing === null ? null : (data ?? ownOf(dataset))), [editing, dataset, data]);
  const markedPoints = useMemo(() => pointsMarked(dataset, over, marked), [dataset, over, marked]);
  const points = useMemo(() => drawnPoints(dataset, over, seed), [dataset, over, seed]);
  const isEditing = editing !== null;
  const whyNot = useMemo(() => whyNotEdited(dataset), [dataset]);
  const edit = (): void => {
    setStill(isEditing ? null : { of: id, extent: extentOf(dataset, over, EDIT_ROOM) });
  };
  const fits = runs
    .filter(({ experiment, lane }) => experiment.dataset === id && !hidden.includes(lane))
    .flatMap(({ lane, frame: { picture } }) => {
      const fit = picture.kind === "curves" ? picture.curves[over] : undefined;
      return fit === undefined ? [] : [{ lane, fit }];
    });
  const [input] = [dataset.inputs[over]];
  const layers = (
    <>
      <div aria-hidden="true">
        <DataPoints
          points={points}
          extent={extent}
          across={input === undefined ? "" : axisName(input)}
          up={dataset.targets.map(axisName).join(", ")}
        />
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
        <span className="muted">
          {dataset.inputs.length > 1 ? (
            <select
              className="select small"
              aria-label="Input that the fit is drawn over"
              title="The other inputs stand at their medians"
              value={over}
              onChange={({ target }) => store.setState({ input: Number(target.value) })}
            >
              {dataset.inputs.slice(0, pictureLimits.inputs).map((column, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns may have equal names; their place is what they are
                <option key={i} value={i}>
                  {axisName(column)}
                </option>
              ))}
            </select>
          ) : (
            dataset.inputs.map(axisName)
          )}{" "}
          → {dataset.targets.map(axisName).join(", ")}
        </span>
        <StaleMarks lanes={fits.map(({ lane }) => lane)} />
        <span className="legend muted">
          <span className="point train" /> train <span className="point validation" /> validation
        </span>
        {dataset.inputs.length === 1 && (
          <button
            type="button"
            className="button small edit-points"
            aria-pressed={isEditing}
            aria-label={isEditing ? undefined : "Edit points"}
            title={whyNot ?? "Edit points: add them by clicking, drag them where they hurt"}
            disabled={whyNot !== null && !isEditing}
            onClick={edit}
          >
            {isEditing ? "Done" : <PencilIcon />}
          </button>
        )}
        <SaveMenu
          of="fit"
          picture={{
            lanes: fits.map(({ lane }) => lane),
            legend: pointKinds,
            plots: <div className="plot layers">{layers}</div>,
          }}
        />
      </figcaption>
      <p className="visually-hidden">
        {input?.values.length} points; {points.drawn < points.count && `${sampledWords(points)}; `}
        {input?.name} from {formatNumber(extent.x[0])} to {formatNumber(extent.x[1])}.
        {marked !== null && ` ${marked.samples.length} marked by lane ${marked.lane}.`}
        {fits.map(
          ({ lane, fit }) =>
            ` Lane ${lane} predicts ${fit.lines.map((line) => formatNumber(line[0])).join(", ")} at the left end and ${fit.lines.map((line) => formatNumber(line.at(-1))).join(", ")} at the right.`,
        )}
      </p>
      <div className="plot layers">
        {layers}
        {editable !== null && <PointEditor data={editable} extent={extent} inset={inset} />}
      </div>
    </figure>
  );
}

const pointKinds: readonly LegendEntry[] = [
  { text: "train", sign: { kind: "disc" } },
  { text: "validation", sign: { kind: "ring" } },
];

function pointsMarked({ inputs, targets }: TableDataset, over: number, marked: Marked | null): MarkedPoint[] {
  if (marked === null) return [];
  return marked.samples.flatMap((sample) => {
    const [x, y] = [inputs[over]?.values[sample], targets[0]?.values[sample]];
    return x === undefined || y === undefined ? [] : [{ lane: marked.lane, x, y }];
  });
}

function extentOf({ inputs, targets }: TableDataset, over: number, room: number): Extent {
  const range = (columns: readonly Float64Array[]): [number, number] => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const values of columns) {
      for (const value of values) {
        // A target may be missing.
        if (value < low) low = value;
        if (value > high) high = value;
      }
    }
    const pad = (high - low || 1) * room;
    return [low - pad, high + pad];
  };
  return {
    x: range(inputs.slice(over, over + 1).map(({ values }) => values)),
    y: range(targets.map(({ values }) => values)),
  };
}

function contains(outer: Extent, inner: Extent): boolean {
  return (["x", "y"] as const).every((axis) => outer[axis][0] <= inner[axis][0] && outer[axis][1] >= inner[axis][1]);
}

function axisName({ name, unit }: { readonly name: string; readonly unit: string }): string {
  return unit === "" || unit === name ? name : `${name} (${unit})`;
}
