/** @file Losses, weights, cosines and conflicts of components over steps: a chart each, all lanes on the same axes under one crosshair. */
import { useMemo, useState } from "react";
import { Crosshair } from "../../charts/Crosshair.tsx";
import { LaneSwatch } from "../../charts/LaneSwatch.tsx";
import { Plot } from "../../charts/Plot.tsx";
import { domainOf } from "../../charts/ticks.ts";
import { useLosslab } from "../../store/store-context.ts";
import { formatCount, formatNumber } from "../../verdict/format.ts";
import { ChartMenu } from "../ChartMenu.tsx";
import { LaneToggles } from "../Legend.tsx";
import { coursesCsv, curvesOf, type LaneCourse, linesOf, valueAt, type View, views, viewTitles } from "./courses.ts";

interface CourseChartsProps {
  readonly courses: readonly LaneCourse[];
  readonly lanes: readonly string[];
}

/** Lines that a readout names one by one. */
const MOST_NAMED = 6;

export function CourseCharts({ courses, lanes }: CourseChartsProps) {
  const [at, setAt] = useState<number | null>(null);
  const [zoom, setZoom] = useState<readonly [number, number] | null>(null);
  const last = Math.max(...courses.map(({ course }) => course.steps.at(-1) ?? 0));
  const shown = views.filter((view) => courses.some(({ course }) => linesOf(course, view).length > 0));
  return shown.map((view) => (
    <CourseChart
      key={view}
      view={view}
      courses={courses}
      lanes={lanes}
      isFirst={view === shown[0]}
      last={last}
      at={at}
      zoom={zoom}
      onMove={setAt}
      onZoom={(range) => {
        setZoom(range);
        setAt(null);
      }}
    />
  ));
}

interface CourseChartProps extends CourseChartsProps {
  readonly view: View;
  readonly isFirst: boolean;
  readonly last: number;
  readonly at: number | null;
  readonly zoom: readonly [number, number] | null;
  readonly onMove: (at: number | null) => void;
  readonly onZoom: (range: readonly [number, number] | null) => void;
}

function CourseChart({ view, courses, lanes, isFirst, last, at, zoom, onMove, onZoom }: CourseChartProps) {
  const wanted = useLosslab((state) => state.scale);
  // Only losses may want a logarithm: cosines have a sign, and weights are often 0.
  const scale = view === "values" ? wanted : "linear";
  const curves = useMemo(() => courses.flatMap((each) => curvesOf(each, view, scale)), [courses, view, scale]);
  const title = viewTitles[view];
  const [start, end] = zoom ?? [0, Math.max(1, last)];
  const plot = (
    <Plot
      curves={curves}
      scale={scale}
      {...(view === "cosines" ? { domain: [-1, 1] as const } : {})}
      {...(view === "conflicts" ? { domain: domainOf([1], "linear") } : {})}
      start={start}
      end={end}
      across="step"
      up={title}
      rows={4}
    />
  );
  const named = courses.flatMap(({ lane, course }) =>
    linesOf(course, view)
      .slice(0, MOST_NAMED)
      .map((line) => ({ lane, name: line.name, value: at === null ? Number.NaN : valueAt(course, line, at) })),
  );
  const place = at === null ? "" : `step ${formatCount(at)}`;
  const text = named.map(({ lane, name, value }) => `lane ${lane} ${name}: ${formatNumber(value)}`).join("; ");
  return (
    <figure className="card" aria-label={title}>
      <figcaption className="card-head">
        <h2>{title}</h2>
        {isFirst && <LaneToggles lanes={lanes} />}
        {isFirst && <span className="muted">{courses.map(linesWords).join("; ")}</span>}
        {isFirst && zoom !== null && (
          <button type="button" className="button small" onClick={() => onZoom(null)}>
            Whole run
          </button>
        )}
        <ChartMenu
          title={title}
          isOff={false}
          hasNumbers
          csv={() => coursesCsv(courses)}
          picture={{
            lanes: courses.map(({ lane }) => lane),
            legend: [],
            plots: <div className="plot">{plot}</div>,
          }}
        />
      </figcaption>
      <p className="visually-hidden">
        {courses.map(({ lane, course }) => `Lane ${lane} in the end: ${endWords(course, view)}.`).join(" ")}
      </p>
      <div className="plot layers">
        <div aria-hidden="true">{plot}</div>
        <Crosshair
          label={isFirst ? "Values at a step of the components" : null}
          start={start}
          end={end}
          last={last}
          isWhole
          at={at}
          text={place === "" ? "Arrow keys move along the curves" : `${place}; ${text}`}
          onMove={onMove}
          onZoom={onZoom}
        >
          <table>
            <thead>
              <tr>
                <th scope="col" colSpan={3}>
                  {place}
                </th>
              </tr>
            </thead>
            <tbody>
              {named.map(({ lane, name, value }) => (
                <tr key={`${lane} ${name}`}>
                  <td>
                    <LaneSwatch lane={lane} />
                  </td>
                  <td>{name}</td>
                  <td>{formatNumber(value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Crosshair>
      </div>
    </figure>
  );
}

const linesWords = ({ lane, course }: LaneCourse): string =>
  course.isEach
    ? `${lane}: ${formatCount(course.components)} components, the first one strongest`
    : `${lane}: median of ${formatCount(course.components)} components, and what all lie between`;

const endWords = (course: LaneCourse["course"], view: View): string =>
  linesOf(course, view)
    .slice(0, MOST_NAMED)
    .map(({ name, values }) => `${name} ${formatNumber(values.at(-1) ?? Number.NaN)}`)
    .join(", ");
