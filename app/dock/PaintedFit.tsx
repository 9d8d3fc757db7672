/** @file What each lane has learned, painted as its kind of picture is. */
import { useMemo } from "react";
import { type Paint, Painting } from "../charts/Painting.tsx";
import type { LegendEntry } from "../charts/legend-lines.ts";
import { StaleMarks } from "../charts/StaleMark.tsx";
import { useLosslab } from "../store/store-context.ts";
import { ClassLegend } from "./ClassLegend.tsx";
import { LaneMaps, stagedMaps } from "./LaneMaps.tsx";
import { aboutOf, isPainted, type Painted, type PaintedKind, paintOf, wordsOf } from "./paintings.ts";
import { SaveMenu } from "./SaveMenu.tsx";
import { useMoments } from "./shown-runs.ts";

interface PaintedFitProps {
  readonly kind: PaintedKind;
  /** Stands beside the heading. */
  readonly heading: string;
  /** What stands there before anything was learned. */
  readonly empty: string;
  readonly classes: readonly string[];
}

export function PaintedFit({ kind, heading, empty, classes }: PaintedFitProps) {
  const id = useLosslab(({ document }) => document.experiment.dataset);
  const hidden = useLosslab((state) => state.hidden);
  const shown = useMoments()
    .filter(({ experiment, lane }) => experiment.dataset === id && !hidden.includes(lane))
    .flatMap(({ lane, frame: { picture } }) => (isPainted(picture, kind) ? [{ lane, picture }] : []));
  const [first] = shown;
  const maps = shown.map(({ lane, picture }) => ({
    lane,
    note: "",
    painting: <LanePainting lane={lane} picture={picture} />,
  }));
  return (
    <figure className="card" aria-label="Fit">
      <figcaption className="card-head">
        <h2>Fit</h2>
        <span className="muted">
          {heading}
          {first === undefined ? "" : `, ${aboutOf(kind, first.picture)}`}
        </span>
        <StaleMarks lanes={shown.map(({ lane }) => lane)} />
        {classes.length > 0 && <ClassLegend classes={classes} />}
        <SaveMenu of="fit" picture={{ lanes: shown.map(({ lane }) => lane), legend: none, plots: stagedMaps(maps) }} />
      </figcaption>
      {shown.length === 0 ? <p className="empty">{empty}</p> : <LaneMaps maps={maps} />}
    </figure>
  );
}

const none: readonly LegendEntry[] = [];

function LanePainting({ lane, picture }: { readonly lane: string; readonly picture: Painted }) {
  const paint = useMemo((): Paint => paintOf(picture.kind, picture, lane), [picture, lane]);
  return (
    <>
      <Painting paint={paint} />
      <p className="visually-hidden">
        Lane {lane}: {wordsOf(picture.kind, picture)}.
      </p>
    </>
  );
}
