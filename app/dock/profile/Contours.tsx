/** @file The loss of one sample over two outputs, a distribution's place and spread: one chart a lane, all on the same axes. */
import { type KeyboardEvent, type PointerEvent, useMemo, useState } from "react";
import type { SampleContour, SampleWish } from "../../../engine/checks/sample/facts.ts";
import { LaneSwatch } from "../../charts/LaneSwatch.tsx";
import { Plot } from "../../charts/Plot.tsx";
import { inset } from "../../charts/plot-frame.ts";
import { Segments } from "../../ui/Segments.tsx";
import { formatNumber } from "../../verdict/format.ts";
import { ChartMenu } from "../ChartMenu.tsx";
import { LaneMaps, stagedMaps } from "../LaneMaps.tsx";
import { LaneToggles } from "../Legend.tsx";
import { ContourLines } from "./ContourLines.tsx";
import { contourCsv, leastOf, levelsOf, nearestValue } from "./contour-levels.ts";
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

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where the plot of Plot.tsx ends: above, and over its axis. */
const frame = { top: 6, bottom: 34 };

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
  const shown = maps.map(({ painting, ...map }) => ({
    ...map,
    painting: (
      <div className="plot layers contour-plot">
        <div aria-hidden="true">{painting}</div>
        <Pad across={across} up={up} at={at} onMove={setAt} label={map.lane === first.lane} values={contours} />
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
    () => <ContourLines lane={lane} contour={contour} levels={levelsOf(contour)} />,
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

interface PadProps {
  readonly across: SampleContour["across"];
  readonly up: SampleContour["up"];
  readonly at: Place | null;
  /** Whether it is the one that is reached by key. */
  readonly label: boolean;
  readonly values: readonly LaneContour[];
  readonly onMove: (at: Place | null) => void;
}

/** A place in the plane by pointer or arrow keys, and every lane's loss there. */
function Pad({ across, up, at, label, values, onMove }: PadProps) {
  const [width, height] = [across.to - across.from, up.to - up.from];
  const within = ({ x, y }: Place): Place => ({
    x: Math.min(across.to, Math.max(across.from, x)),
    y: Math.min(up.to, Math.max(up.from, y)),
  });
  const onPointer = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    onMove(
      within({
        x: across.from + ((event.clientX - box.left) / box.width) * width,
        y: up.to - ((event.clientY - box.top) / box.height) * height,
      }),
    );
  };
  const onKey = (event: KeyboardEvent): void => {
    const steps: Record<string, readonly [number, number]> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    };
    const step = steps[event.key];
    if (event.key === "Escape") return onMove(null);
    if (step === undefined) return;
    event.preventDefault();
    const { x, y } = at ?? { x: across.from + width / 2, y: up.from + height / 2 };
    onMove(within({ x: x + (step[0] * width) / 50, y: y + (step[1] * height) / 50 }));
  };
  const said = at === null ? [] : values.map(({ lane, contour }) => ({ lane, value: nearestValue(contour, at) }));
  const place =
    at === null ? "" : `${formatNumber(Number(at.x.toPrecision(3)))}, ${formatNumber(Number(at.y.toPrecision(3)))}`;
  const pointer = {
    className: "crosshair",
    style: { left: inset.left, right: inset.right, top: frame.top, bottom: frame.bottom },
    onPointerMove: onPointer,
    onPointerDown: onPointer,
    onPointerLeave: () => onMove(null),
  };
  const mark = at !== null && (
    <>
      <span
        className="contour-place"
        style={{ left: `${((at.x - across.from) / width) * 100}%`, top: `${((up.to - at.y) / height) * 100}%` }}
      />
      <div className="crosshair-readout right">
        <table>
          <thead>
            <tr>
              <th scope="col" colSpan={2}>
                {place}
              </th>
            </tr>
          </thead>
          <tbody>
            {said.map(({ lane, value }) => (
              <tr key={lane}>
                <td>
                  <LaneSwatch lane={lane} />
                </td>
                <td>{formatNumber(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
  if (!label)
    return (
      <div {...pointer} aria-hidden="true">
        {mark}
      </div>
    );
  return (
    <div
      {...pointer}
      role="slider"
      // Of two directions: the text says both.
      tabIndex={0}
      aria-label="Values at a place of the contours"
      aria-valuemin={across.from}
      aria-valuemax={across.to}
      aria-valuenow={at?.x ?? across.from + width / 2}
      aria-valuetext={
        at === null
          ? "Arrow keys move across and up"
          : `outputs ${place}; ${said.map(({ lane, value }) => `lane ${lane}: loss ${formatNumber(value)}`).join("; ")}`
      }
      onKeyDown={onKey}
      onBlur={() => onMove(null)}
    >
      {mark}
    </div>
  );
}
