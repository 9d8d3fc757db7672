/** @file The dock's tab of sweeps: what is swept, a map for each lane, the metric over it, and each lane at its best. */
import { useMemo, useState } from "react";
import { cellsOf, type SweepAxis } from "../../../engine/study/sweep.ts";
import { betterOf } from "../../../engine/train/metric-names.ts";
import { LaneSwatch } from "../../charts/LaneSwatch.tsx";
import { useController } from "../../lanes/controller-context.ts";
import { useLosslab, useLosslabStore } from "../../store/store-context.ts";
import { type Sweep, subjectOf, sweptValues } from "../../store/sweep.ts";
import { formatCount } from "../../verdict/format.ts";
import { ChartMenu } from "../ChartMenu.tsx";
import { sweepCsv } from "../../files/sweep-csv.ts";
import { HeatPicture } from "./HeatPicture.tsx";
import { AxisFields } from "./AxisFields.tsx";
import { BestTable } from "./BestTable.tsx";
import { FairRatesNote } from "./FairRatesNote.tsx";
import { HeatTable } from "./HeatTable.tsx";
import { SweepChart } from "./SweepChart.tsx";
import { goodness, heatMap, sweptMetrics } from "./sweep-rows.ts";
import { type Sweepable, sweepables } from "./sweepables.ts";

const axisOf = (sweepable: Sweepable | undefined): SweepAxis | null =>
  sweepable === undefined ? null : { kind: sweepable.kind, name: sweepable.name, values: sweepable.suggested };

const noAxes: readonly SweepAxis[] = [];

export function SweepTab() {
  const document = useLosslab((state) => state.document);
  const results = useLosslab((state) => state.results);
  const sweep = useLosslab((state) => state.sweep);
  const split = useLosslab((state) => state.split);
  const wanted = useLosslab((state) => state.metric);
  const controller = useController();
  const isRunning = useLosslab(({ study }) => study?.isRunning ?? false);
  const all = useMemo(() => sweepables({ document, results }), [document, results]);
  // What a link or a draft was swept over is what is offered first.
  const asked = useLosslab((state) => state.sweep?.axes ?? state.opened.study.sweep?.axes ?? noAxes);
  const [first, setFirst] = useState<SweepAxis | null>(() => asked[0] ?? axisOf(all[0]));
  const [second, setSecond] = useState<SweepAxis | null>(() => asked[1] ?? null);
  const isThere = (axis: SweepAxis | null): axis is SweepAxis =>
    axis !== null && all.some(({ kind, name }) => kind === axis.kind && name === axis.name);
  const axes = [first, second].filter(isThere);
  const runs = cellsOf(axes).length * document.seeds * document.lanes.length;
  const others = all.filter(({ kind, name }) => first?.kind !== kind || first.name !== name);
  const metrics = sweep === null ? [] : sweptMetrics(sweep, split);
  const metric = metrics.find(({ name }) => name === wanted)?.name ?? metrics[0]?.name ?? wanted;
  return (
    <div className="sweep">
      <section className="card sweep-form" aria-label="What is swept">
        <div className="card-head">
          <AxisFields label="Swept" shown="Sweep" sweepables={all} axis={first} canBeNone={false} onChange={setFirst} />
          <AxisFields label="Also swept" shown="and" sweepables={others} axis={second} canBeNone onChange={setSecond} />
          <button
            type="button"
            className="button primary"
            disabled={isRunning || axes.length === 0}
            title="Every lane, for every value and every seed"
            onClick={() => void controller.sweeper().then((sweeper) => sweeper.sweep(axes))}
          >
            Sweep: {formatCount(runs)} runs
          </button>
          <button
            type="button"
            className="button"
            disabled={isRunning}
            title="Finds each lane's own best learning rate: 13 of them with one seed, the better half with two, the best three with four"
            onClick={() => void controller.sweeper().then((sweeper) => sweeper.fairRates())}
          >
            Fair lr
          </button>
          <MetricChoice names={metrics.map(({ name }) => name)} metric={metric} />
          <SweepNotes />
        </div>
        <FairRatesNote />
      </section>
      {sweep === null ? (
        <p className="empty">
          A loss of another scale wants another learning rate. Press Sweep to see how each lane does over it.
        </p>
      ) : (
        <Results sweep={sweep} metric={metric} />
      )}
    </div>
  );
}

function Results({ sweep, metric }: { readonly sweep: Sweep; readonly metric: string }) {
  const split = useLosslab((state) => state.split);
  const what = sweep.axes.map(({ name }) => name).join(" × ");
  const title = `${metric} on ${split}, ${sweep.axes.length === 1 ? `${what} × seed` : what}`;
  const maps = sweep.lanes.map((lane) => {
    const map = heatMap(sweep, lane, metric, split);
    return { lane, map };
  });
  const shown = maps.flatMap(({ map }) => map.rows.flatMap(({ values }) => values.filter((value) => value !== null)));
  const shade = goodness(
    shown.length > 0 ? shown : sweptValues(Object.values(sweep.runs).flat(2), metric, split),
    betterOf(metric),
  );
  return (
    <>
      <div className="sweep-maps">
        {maps.map(({ lane, map }) => (
          <section className="card" key={lane} aria-label={`Map of lane ${lane}`}>
            <div className="card-head">
              <h2>
                <LaneSwatch lane={lane} />
              </h2>
              <h3>{title}</h3>
              <ChartMenu
                title={`Map of ${lane}`}
                heading={title}
                isOff={false}
                hasNumbers
                csv={() => sweepCsv(sweep)}
                picture={{
                  lanes: [lane],
                  legend: [],
                  plots: (
                    <div className="plot">
                      <HeatPicture lane={lane} map={map} goodness={shade} />
                    </div>
                  ),
                }}
              />
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key */}
            <section className="heat-body" tabIndex={0} aria-label={`Numbers of lane ${lane}`}>
              <HeatTable lane={lane} label={`${lane}: ${title}`} map={map} goodness={shade} />
            </section>
          </section>
        ))}
      </div>
      {sweep.axes.length === 1 && <SweepChart sweep={sweep} metric={metric} />}
      <BestTable sweep={sweep} metric={metric} />
    </>
  );
}

function MetricChoice({ names, metric }: { readonly names: readonly string[]; readonly metric: string }) {
  const store = useLosslabStore();
  if (names.length < 2) return null;
  return (
    <span className="field">
      <label>
        by{" "}
        <select
          className="select"
          aria-label="Metric of the sweep"
          value={metric}
          onChange={({ target }) => store.setState({ metric: target.value })}
        >
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
    </span>
  );
}

/** What of a sweep is not of what stands in the lanes, and who takes no part. */
function SweepNotes() {
  const document = useLosslab((state) => state.document);
  const sweep = useLosslab((state) => state.sweep);
  const isEarlier = useMemo(() => sweep !== null && sweep.of !== subjectOf({ document }), [document, sweep]);
  if (sweep === null) return null;
  return (
    <>
      {isEarlier && (
        <span className="stale-mark">of earlier code, seeds or settings: Sweep runs what stands there now</span>
      )}
      {sweep.left.map(({ lane, why }) => (
        <span key={lane} className="stale-mark">
          without {lane}: {why}
        </span>
      ))}
    </>
  );
}
