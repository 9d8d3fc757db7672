/** @file Classes: for each lane, which class its model gives to every place of the plane, the points of the data in it, and what was taken for what. */
import { useMemo } from "react";
import type { TableDataset } from "../../engine/data/dataset.ts";
import { classOf } from "../../engine/data/labels.ts";
import { splitDataset } from "../../engine/data/split.ts";
import { Generator } from "../../engine/random/generator.ts";
import type { Picture } from "../../engine/train/picture.ts";
import { StaleMarks } from "../charts/StaleMark.tsx";
import { useLosslab } from "../store/store-context.ts";
import { formatNumber } from "../verdict/format.ts";
import { ClassLegend } from "./ClassLegend.tsx";
import { type ClassPoint, DecisionMap } from "./DecisionMap.tsx";
import { LaneMaps, stagedMaps } from "./LaneMaps.tsx";
import { SaveMenu } from "./SaveMenu.tsx";
import { useMoments } from "./shown-runs.ts";

/** More could not be told apart. */
const MOST_POINTS = 2000;

export type MapPicture = Extract<Picture, { kind: "map" }>;

export function ClassMap({ dataset }: { readonly dataset: TableDataset }) {
  const id = useLosslab(({ document }) => document.experiment.dataset);
  const seed = useLosslab(({ document }) => document.experiment.seed);
  const hidden = useLosslab((state) => state.hidden);
  const maps = useMoments()
    .filter(({ experiment, lane }) => experiment.dataset === id && !hidden.includes(lane))
    .flatMap(({ lane, frame: { picture } }) => (picture.kind === "map" ? [{ lane, map: picture }] : []));
  const points = useMemo(() => pointsOf(dataset, seed), [dataset, seed]);
  const [across, up] = dataset.inputs;
  const { classes } = dataset;
  const painted = maps.map(({ lane, map }) => ({
    lane,
    note: shareOf(map),
    painting: <DecisionMap map={map} points={points} />,
  }));
  return (
    <figure className="card" aria-label="Fit">
      <figcaption className="card-head">
        <h2>Fit</h2>
        <span className="muted">
          {across?.name}, {(up ?? across)?.name} → {dataset.targets.map(({ name }) => name).join(", ")}
        </span>
        <StaleMarks lanes={maps.map(({ lane }) => lane)} />
        <ClassLegend classes={classes} />
        <SaveMenu of="fit" picture={{ lanes: maps.map(({ lane }) => lane), legend: [], plots: stagedMaps(painted) }} />
      </figcaption>
      {maps.length === 0 ? (
        <div className="maps count-1">
          <div className="map-of-lane">
            <DecisionMap map={null} points={points} />
          </div>
        </div>
      ) : (
        <LaneMaps
          maps={painted.map((each, i) => ({
            ...each,
            below: <Confusion lane={each.lane} map={maps[i]?.map ?? null} classes={classes} />,
          }))}
        />
      )}
      <p className="visually-hidden">
        {points.length} points of {classes.length} classes over {across?.name} and {(up ?? across)?.name}.
      </p>
    </figure>
  );
}

/** Of validation rows. */
function shareOf({ confusion }: MapPicture): string {
  const size = Math.sqrt(confusion.length);
  const rows = confusion.reduce((a, b) => a + b, 0);
  const hits = confusion.filter((_, i) => i % (size + 1) === 0).reduce((a, b) => a + b, 0);
  return rows === 0 ? "" : `${formatNumber((100 * hits) / rows)} % right`;
}

interface ConfusionProps {
  readonly lane: string;
  readonly map: MapPicture | null;
  readonly classes: readonly string[];
}

/** Rows are what is so, columns what it was taken for. */
function Confusion({ lane, map, classes }: ConfusionProps) {
  if (map === null) return null;
  const most = Math.max(1, ...map.confusion);
  return (
    <table className="numbers confusion" aria-label={`Confusion matrix ${lane}`}>
      <caption className="visually-hidden">Validation rows of each class by what they were taken for</caption>
      <thead>
        <tr>
          <th scope="col" className="muted">
            is \ taken
          </th>
          {classes.map((name) => (
            <th scope="col" key={name} title={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {classes.map((name, row) => (
          <tr key={name}>
            <th scope="row" title={name}>
              {name}
            </th>
            {classes.map((taken, column) => {
              const count = map.confusion[row * classes.length + column] ?? 0;
              return (
                <td
                  key={taken}
                  className={row === column ? "right" : "wrong"}
                  style={{ backgroundSize: `100% ${(100 * count) / most}%` }}
                >
                  {count}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function pointsOf(dataset: TableDataset, seed: number): ClassPoint[] {
  const { training, validation } = splitDataset(dataset, new Generator(seed));
  const [across, second] = dataset.inputs;
  const up = second ?? across;
  const targets = dataset.targets.map(({ values }) => values);
  const every = Math.ceil((training.rows.length + validation.rows.length) / MOST_POINTS);
  return [training, validation].flatMap(({ rows }, part) =>
    Array.from(rows)
      .filter((_, i) => i % every === 0)
      .map((row) => ({
        x: across?.values[row] ?? 0,
        y: up?.values[row] ?? 0,
        label: classOf(targets, row),
        isValidation: part === 1,
      })),
  );
}
