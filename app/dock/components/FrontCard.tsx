/** @file Two components against each other: where each handling and each weighing ends, the front that nothing beats, and the same as a table. */
import { useState } from "react";
import { useShallow } from "zustand/react/shallow";
import { betterOf } from "../../../engine/train/metric-names.ts";
import { LaneSwatch } from "../../charts/LaneSwatch.tsx";
import { Plot } from "../../charts/Plot.tsx";
import { useController } from "../../lanes/controller-context.ts";
import { setLane } from "../../store/store.ts";
import { useLosslab, useLosslabStore } from "../../store/store-context.ts";
import { findFronts, frontLanes, handlingsFor } from "../../studies/fronts.ts";
import { Choice } from "../../ui/Choice.tsx";
import { formatCount, formatNumber } from "../../verdict/format.ts";
import { ChartMenu } from "../ChartMenu.tsx";
import { FrontMarks, frontDomain } from "./FrontMarks.tsx";
import { type FrontRow, frontCsv, frontRows } from "./front-rows.ts";

export function FrontCard() {
  const store = useLosslabStore();
  const { studies, trainer } = useController();
  const front = useLosslab((state) => state.front);
  const metric = useLosslab((state) => state.metric);
  const isRunning = useLosslab(({ study }) => study?.isRunning ?? false);
  const seeds = useLosslab(({ document }) => document.seeds);
  const names = useLosslab(useShallow((state) => longest(frontLanes(state).map((lane) => lane.names))));
  const count = useLosslab((state) => frontLanes(state).length);
  const [pair, setPair] = useState<readonly [number, number]>([0, 1]);
  const [one, other] = pair.every((at) => at < names.length) ? pair : [0, 1];
  const options = names.map((name, i) => [String(i), name] as const);
  const runs = handlingsFor(names.length, [one, other]).length * count * seeds;
  return (
    <section className="card pareto" aria-label="Pareto front">
      <div className="card-head">
        <h2>Pareto front</h2>
        {names.length < 2 ? (
          <span className="muted">of losses with 2 to 8 components, whose run has ended</span>
        ) : (
          <>
            <Choice
              label="Component across"
              shown=""
              value={String(one)}
              options={options.filter(([at]) => at !== String(other))}
              onChange={(at) => setPair([Number(at), other])}
            />
            <Choice
              label="Component up"
              shown="against"
              value={String(other)}
              options={options.filter(([at]) => at !== String(one))}
              onChange={(at) => setPair([one, Number(at)])}
            />
            <button
              type="button"
              className="button small"
              disabled={isRunning}
              title="Trains with weights between the two, and with every handling"
              onClick={() => findFronts(store, studies, (lane) => trainer.sourceOf(lane), [one, other])}
            >
              Find front: {formatCount(runs)} runs
            </button>
            <span className="muted">on validation; handlings and weights that nothing beats in both are filled</span>
          </>
        )}
        {front !== null && <FrontMenu rows={frontRows(front, metric)} />}
      </div>
      {front !== null && <FrontBody rows={frontRows(front, metric)} />}
    </section>
  );
}

const longest = (all: readonly (readonly string[])[]): readonly string[] =>
  all.reduce<readonly string[]>((best, names) => (names.length > best.length ? names : best), []);

function useAxes(): readonly [string, string] {
  return useLosslab(
    useShallow(({ front }): [string, string] => {
      const names = front?.names[front.lanes[0] ?? ""] ?? [];
      const [one = 0, other = 1] = front?.pair ?? [];
      return [names[one] ?? "", names[other] ?? ""];
    }),
  );
}

function FrontPlot({ rows }: { readonly rows: readonly FrontRow[] }) {
  const [across, up] = useAxes();
  const [[start, end], domain] = frontDomain(rows);
  return (
    <Plot
      curves={none}
      scale="linear"
      domain={domain}
      start={start}
      end={end}
      across={across}
      up={up}
      rows={5}
      tickText={formatNumber}
      marks={<FrontMarks rows={rows} />}
    />
  );
}

const none: readonly never[] = [];

function FrontMenu({ rows }: { readonly rows: readonly FrontRow[] }) {
  const axes = useAxes();
  const metric = useLosslab((state) => state.metric);
  const lanes = [...new Set(rows.map(({ lane }) => lane))];
  return (
    <ChartMenu
      title="Pareto front"
      isOff={rows.length === 0}
      hasNumbers={rows.length > 0}
      csv={() => frontCsv(rows, axes, metric)}
      picture={{
        lanes,
        legend: [],
        plots: (
          <div className="plot">
            <FrontPlot rows={rows} />
          </div>
        ),
      }}
    />
  );
}

function FrontBody({ rows }: { readonly rows: readonly FrontRow[] }) {
  const store = useLosslabStore();
  const axes = useAxes();
  const metric = useLosslab((state) => state.metric);
  const seeds = useLosslab(({ front }) => front?.seeds ?? 1);
  return (
    <div className="pareto-body">
      <div className="plot" aria-hidden="true">
        <FrontPlot rows={rows} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key */}
      <section className="metrics-body" tabIndex={0} aria-label="What each handling comes to">
        <table className="numbers metrics" aria-label="Pareto front">
          <thead>
            <tr>
              <th scope="col">handling{seeds > 1 && <span className="muted"> median of {seeds} seeds</span>}</th>
              <th scope="col">{axes[0]}</th>
              <th scope="col">{axes[1]}</th>
              <th scope="col">
                {metric} {betterOf(metric) === "high" ? "↑" : ""}
              </th>
              <th scope="col">front</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, lane, handling, title, first, second, metric: value, isOn }) => (
              <tr key={key}>
                <th scope="row">
                  <LaneSwatch lane={lane} />{" "}
                  <button
                    type="button"
                    className="button small"
                    title={`Lane ${lane} takes this handling`}
                    onClick={() => setLane(store, lane, { handling })}
                  >
                    {title}
                  </button>
                </th>
                {Number.isFinite(first) && Number.isFinite(second) ? (
                  <>
                    <td>{formatNumber(first)}</td>
                    <td>{formatNumber(second)}</td>
                  </>
                ) : (
                  <td className="bad" colSpan={2}>
                    diverged
                  </td>
                )}
                <td>{formatNumber(value)}</td>
                <td>{isOn ? "●" : ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
