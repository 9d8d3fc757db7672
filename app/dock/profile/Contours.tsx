/** @file The loss of one sample over two outputs, a distribution's place and spread: one chart a lane, all on the same axes. */
import { useMemo, useState } from "react";
import type { SampleContour, SampleWish } from "../../../engine/checks/sample/facts.ts";
import { Plot } from "../../charts/Plot.tsx";
import { ContourLines, type Drawing } from "../../charts/plane/ContourLines.tsx";
import { leastOf, levelsByShare, nearestValue, type Place } from "../../charts/plane/grid.ts";
import { PlaneCrosshair } from "../../charts/plane/PlaneCrosshair.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { formatNumber } from "../../verdict/format.ts";
import { ChartMenu } from "../ChartMenu.tsx";
import { LaneMaps, stagedMaps } from "../LaneMaps.tsx";
import { LaneToggles } from "../Legend.tsx";
import { contourCsv } from "./profile-csv.ts";
import { TargetField } from "./WishFields.tsx";

export interface LaneContour {
  readonly lane: string;
  readonly contour: SampleContour;
}

interface ContoursProps {
  readonly contours: readonly LaneContour[];
  readonly lanes: readonly string[];
  readonly wish: SampleWish;
  readonly onWish: (change: Partial<SampleWish>) => void;
}

export function Contours({ contours, lanes, wish, onWish }: ContoursProps) {
  const [at, setAt] = useState<Place | null>(null);
  const maps = useMemo(
    () =>
      contours.map(({ lane, contour }) => {
        const { x, y, value } = leastOf(contour);
        return {
          lane,
          note: `least ${formatNumber(value)} at ${formatNumber(Number(x.toPrecision(2)))}, ${formatNumber(Number(y.toPrecision(2)))}`,
          painting: <ContourPlot lane={lane} contour={contour} />,
        };
      }),
    [contours],
  );
  const [first] = contours;
  if (first === undefined) return null;
  const { across, up, target } = first.contour;
  const said = at === null ? [] : contours.map(({ lane, contour }) => ({ lane, value: nearestValue(contour, at) }));
  const shown = maps.map(({ painting, ...map }) => ({
    ...map,
    painting: (
      <div className="plot layers contour-plot">
        <div aria-hidden="true">{painting}</div>
        <PlaneCrosshair
          label={map.lane === first.lane ? "Values at a place of the contours" : null}
          across={across}
          up={up}
          at={at}
          places="outputs"
          value="loss"
          said={said}
          onMove={setAt}
        />
      </div>
    ),
  }));
  return (
    <figure className="card contours" aria-label="Loss of one sample">
      <figcaption className="card-head">
        <h2>Loss of one sample</h2>
        <span className="muted">over what the model says: output 0 across, output 1 up; lines of equal loss</span>
        <LaneToggles lanes={lanes} />
        <Segments
          label="How far out"
          options={reaches}
          value={wish.isWide ? "wide" : "batch"}
          onChange={(next) => onWish({ isWide: next === "wide" })}
        />
        {target !== null && <TargetField target={target} wish={wish} onWish={onWish} />}
        <ChartMenu
          title="Loss of one sample"
          isOff={false}
          hasNumbers
          csv={() => contourCsv(contours)}
          picture={{
            lanes: contours.map(({ lane }) => lane),
            legend: [],
            plots: stagedMaps(maps.map((map) => ({ ...map, painting: <div className="plot">{map.painting}</div> }))),
          }}
        />
      </figcaption>
      <p className="visually-hidden">
        {maps.map(({ lane, note }) => `Lane ${lane}: ${note} (output 0, output 1).`).join(" ")}
      </p>
      <LaneMaps maps={shown} />
    </figure>
  );
}

const reaches = ["batch", "wide"] as const;

function ContourPlot({ lane, contour }: LaneContour) {
  const { across, up } = contour;
  const lines = useMemo(
    () => (
      <ContourLines
        lane={lane}
        grid={contour}
        levels={levelsByShare(contour)}
        draw={(drawing) => <Batch contour={contour} {...drawing} />}
      />
    ),
    [lane, contour],
  );
  return (
    <Plot
      curves={none}
      scale="linear"
      domain={[up.from, up.to]}
      start={across.from}
      end={across.to}
      across="output 0"
      up="output 1"
      rows={5}
      tickText={formatNumber}
      marks={lines}
    />
  );
}

const none: readonly never[] = [];

/** Where the batch's outputs are, and the target. */
function Batch({ contour: { places, target, up }, place, top, height }: Drawing & Pick<LaneContour, "contour">) {
  const dot = "m-1.6 0a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0";
  const [left = "0"] = place({ x: target?.chosen ?? 0, y: up.from }).split(" ");
  return (
    <>
      <path
        d={places.map(([x, y]) => `M${place({ x, y })}${dot}`).join("")}
        fill="var(--muted)"
        fillOpacity={0.7}
        stroke="none"
      />
      {target !== null && (
        <path
          d={`M${left} ${top}v${height}`}
          fill="none"
          stroke="var(--text)"
          strokeDasharray="2 3"
          strokeOpacity={0.7}
        />
      )}
    </>
  );
}
