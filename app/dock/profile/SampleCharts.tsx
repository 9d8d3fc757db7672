/** @file The loss of one sample and its pull on the prediction, all lanes on the same axes under one crosshair. */
import { type ReactNode, useMemo, useState } from "react";
import type { SampleWish } from "../../../engine/checks/sample/facts.ts";
import { Crosshair } from "../../charts/Crosshair.tsx";
import type { Curve } from "../../charts/curve.ts";
import { LaneSwatch } from "../../charts/LaneSwatch.tsx";
import { Plot } from "../../charts/Plot.tsx";
import type { ShadedArea } from "../../charts/plot-frame.ts";
import type { Domain } from "../../charts/ticks.ts";
import { Segments } from "../../ui/Segments.tsx";
import { formatNumber } from "../../verdict/format.ts";
import { ChartMenu } from "../ChartMenu.tsx";
import { LaneToggles } from "../Legend.tsx";
import { axisWords, leftNote, notesOf } from "./axis-words.ts";
import {
  aligned,
  broken,
  heightOf,
  type LaneCurve,
  lossPoints,
  type Pull,
  pullPoints,
  pulls,
  pullValues,
  pushes,
  spanOf,
  targetPlace,
  valueAt,
} from "./lines.ts";
import { profileCsv } from "./profile-csv.ts";
import { Rug } from "./Rug.tsx";
import { TargetHandle } from "./TargetHandle.tsx";
import { WishFields } from "./WishFields.tsx";

interface SampleChartsProps {
  readonly curves: readonly LaneCurve[];
  /** All there are, those taken out as well. */
  readonly lanes: readonly string[];
  readonly wish: SampleWish;
  readonly onWish: (change: Partial<SampleWish>) => void;
}

const pullNames: Readonly<Record<Pull, string>> = {
  gradient: "gradient",
  weight: "weight ψ/d",
  curvature: "curvature",
};
const pullSigns: Readonly<Record<Pull, (letter: string) => string>> = {
  gradient: (letter) => `ℓ′(${letter})`,
  weight: (letter) => `ψ(${letter}) / d`,
  curvature: (letter) => `ℓ″(${letter})`,
};

export function SampleCharts({ curves, lanes, wish, onWish }: SampleChartsProps) {
  const [wanted, setPull] = useState<Pull>("gradient");
  const [at, setAt] = useState<number | null>(null);
  const [zoom, setZoom] = useState<Domain | null>(null);
  const [isTall, setTall] = useState(false);
  const found = useMemo(() => aligned(curves), [curves]);
  const drawn = found?.drawn ?? none;
  const axis = found?.axis ?? "difference";
  const hasTarget = drawn.some(({ curve }) => targetPlace(curve) !== null);
  const options = hasTarget ? pulls : pulls.filter((name) => name !== "weight");
  const pull = hasTarget || wanted !== "weight" ? wanted : "gradient";
  const { letter, about, across } = axisWords[axis];
  const span = useMemo(() => spanOf(drawn), [drawn]);
  const [start, end] = zoom ?? span;
  const losses = useMemo(
    () => drawn.map(({ lane, curve }): Curve => ({ key: lane, lane, weight: "bold", points: lossPoints(curve) })),
    [drawn],
  );
  const slopes = useMemo(
    () => drawn.map(({ lane, curve }): Curve => ({ key: lane, lane, weight: "bold", points: pullPoints(curve, pull) })),
    [drawn, pull],
  );
  const areas = useMemo(() => areasOf(drawn), [drawn]);
  const unnamed = useMemo(() => areas.map((area) => ({ ...area, text: "" })), [areas]);
  const marks = useMemo(() => <Rug at={drawn[0]?.curve.rug ?? []} />, [drawn]);
  const heights = useMemo(
    () =>
      [losses, slopes].map((each) =>
        heightOf(
          each.map(({ points }) => points),
          [start, end],
          isTall,
        ),
      ),
    [losses, slopes, start, end, isTall],
  );
  const values = drawn.map(({ lane, curve }) => ({
    lane,
    loss: at === null ? Number.NaN : valueAt(curve.at, curve.values, at),
    pull: at === null ? Number.NaN : valueAt(curve.at, pullValues(curve, pull), at),
  }));
  const place = at === null ? "" : `${letter} = ${formatNumber(Number(at.toPrecision(3)))}`;
  const crosshair = {
    start,
    end,
    onZoom: (range: Domain | null) => {
      setZoom(range);
      setAt(null);
    },
    first: span[0],
    last: span[1],
    isWhole: false,
    at,
    text:
      place === ""
        ? "Arrow keys move along the curves"
        : `${place}; ${values.map((each) => `lane ${each.lane}: loss ${formatNumber(each.loss)}, ${pullNames[pull]} ${formatNumber(each.pull)}`).join("; ")}`,
    onMove: setAt,
  };
  const plots = [
    <Plot
      key="loss"
      curves={losses}
      scale="linear"
      domain={heights[0] ?? [0, 1]}
      start={start}
      end={end}
      across={across}
      up={`ℓ(${letter})`}
      rows={4}
      tickText={formatNumber}
      areas={areas}
      marks={marks}
    />,
    <Plot
      key="pull"
      curves={slopes}
      scale="linear"
      domain={heights[1] ?? [0, 1]}
      start={start}
      end={end}
      across={across}
      up={pullSigns[pull](letter)}
      rows={5}
      tickText={formatNumber}
      areas={unnamed}
    />,
  ] as const;
  const readout = (
    <table>
      <thead>
        <tr>
          <th scope="col">{place}</th>
          <th scope="col">ℓ</th>
          <th scope="col">{pullSigns[pull]("")}</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ lane, loss, pull: slope }) => (
          <tr key={lane}>
            <td>
              <LaneSwatch lane={lane} />
            </td>
            <td>{formatNumber(loss)}</td>
            <td>{formatNumber(slope)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  const notes = [...notesOf(drawn), ...(found?.left ?? none).map(leftNote)];
  const shown = drawn.map(({ lane }) => lane);
  const target = drawn.find(({ curve }) => curve.target !== null && curve.target.from < curve.target.to)?.curve.target;
  return (
    <>
      <figure className="card" aria-label="Loss of one sample">
        <figcaption className="card-head">
          <h2>Loss of one sample ℓ({letter})</h2>
          <span className="muted">{about}</span>
          <LaneToggles lanes={lanes} />
          <Segments
            label="How far out"
            options={reaches}
            value={wish.isWide ? "wide" : "batch"}
            onChange={(next) => {
              setZoom(null);
              onWish({ isWide: next === "wide" });
            }}
          />
          <button type="button" className="button small" aria-pressed={isTall} onClick={() => setTall(!isTall)}>
            Full height
          </button>
          {zoom !== null && (
            <button type="button" className="button small" onClick={() => setZoom(null)}>
              Whole axis
            </button>
          )}
          <WishFields drawn={drawn} wish={wish} onWish={onWish} />
          {notes.map((note) => (
            <span key={note} className="muted profile-note">
              {note}
            </span>
          ))}
          <Save title="Loss of one sample" lanes={shown} plot={plots[0]} csv={() => profileCsv(drawn)} />
        </figcaption>
        <p className="visually-hidden">{drawn.map(({ lane, curve }) => summary(lane, curve)).join(" ")}</p>
        <div className="plot layers">
          <div aria-hidden="true">{plots[0]}</div>
          <Crosshair {...crosshair} label="Values at a place of the profile">
            {readout}
          </Crosshair>
          {target != null && axis === "prediction" && (
            <TargetHandle target={target} start={start} end={end} onMove={(next) => onWish({ target: next })} />
          )}
        </div>
      </figure>
      <figure className="card" aria-label="Pull on the prediction">
        <figcaption className="card-head">
          <h2>Pull on the prediction {pullSigns[pull](letter)}</h2>
          <Segments
            label="What is drawn of the pull"
            options={options}
            value={pull}
            names={pullNames}
            onChange={setPull}
          />
          <Save title="Pull on the prediction" lanes={shown} plot={plots[1]} csv={() => profileCsv(drawn)} />
        </figcaption>
        <div className="plot layers">
          <div aria-hidden="true">{plots[1]}</div>
          <Crosshair {...crosshair} label={null}>
            {readout}
          </Crosshair>
        </div>
      </figure>
    </>
  );
}

const none: readonly LaneCurve[] = [];
const reaches = ["batch", "wide"] as const;

function areasOf(drawn: readonly LaneCurve[]): ShadedArea[] {
  return drawn.flatMap(({ lane, curve }) => [
    ...pushes(curve).map(({ from, to }, i) => ({ key: `${lane} push ${i}`, from, to, text: `${lane} pushes away` })),
    ...broken(curve).map(({ from, to }, i) => ({ key: `${lane} none ${i}`, from, to, text: `✕ ${lane} NaN or ∞` })),
  ]);
}

interface SaveProps {
  readonly title: string;
  readonly lanes: readonly string[];
  readonly plot: ReactNode;
  readonly csv: () => string;
}

function Save({ title, lanes, plot, csv }: SaveProps) {
  return (
    <ChartMenu
      title={title}
      isOff={false}
      hasNumbers
      csv={csv}
      picture={{ lanes, legend: [], plots: <div className="plot">{plot}</div> }}
    />
  );
}

function summary(lane: string, curve: LaneCurve["curve"]): string {
  const { letter } = axisWords[curve.axis];
  const away = pushes(curve).map(
    ({ from, to }) => `${formatNumber(Number(from.toPrecision(3)))} to ${formatNumber(Number(to.toPrecision(3)))}`,
  );
  const ends = `${formatNumber(curve.values[0])} at ${letter} = ${formatNumber(curve.from)} and ${formatNumber(curve.values.at(-1))} at ${formatNumber(curve.to)}`;
  return `Lane ${lane}: the loss of one sample is ${ends}${away.length === 0 ? "" : `; it pushes away from the target for ${letter} from ${away.join(" and from ")}`}.`;
}
