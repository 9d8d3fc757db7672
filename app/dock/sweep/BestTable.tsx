/** @file Each lane where it is at its best, and what the seeds show of two lanes there. */
import { spreadOf } from "../../../engine/study/statistics.ts";
import { cellsOf, isAtEdgeOf, valueText } from "../../../engine/study/sweep.ts";
import { nameOf } from "../../document/name.ts";
import { download, fileNameOf } from "../../files/download.ts";
import { sweepCsv } from "../../files/sweep-csv.ts";
import { useController } from "../../lanes/controller-context.ts";
import { disputed, takeBest } from "../../lanes/sweep/take-best.ts";
import { sweepReproduction } from "../../store/study-marks.ts";
import { LaneHeads } from "../LaneHeads.tsx";
import { ReproductionMark } from "../Reproduced.tsx";
import { useLosslab, useLosslabStore } from "../../store/store-context.ts";
import type { Sweep } from "../../store/sweep.ts";
import { formatColumn, formatNumber, listed } from "../../verdict/format.ts";
import { latexTable, markdownTable } from "../seeds/paper-tables.ts";
import { bestPaper } from "./best-paper.ts";
import { pairWords } from "../seeds/words.ts";
import { bestPairs, laneBests, summaryAt, sweptMetrics } from "./sweep-rows.ts";

export function BestTable({ sweep, metric }: { readonly sweep: Sweep; readonly metric: string }) {
  const store = useLosslabStore();
  const controller = useController();
  const split = useLosslab((state) => state.split);
  const bests = laneBests(sweep, metric, split);
  const pairs = bestPairs(bests, metric, split);
  const found = bests.filter(({ best }) => best !== null);
  const undecided = disputed(sweep.axes, found);
  const cells = cellsOf(sweep.axes).length;
  return (
    <section className="card" aria-label="At their best">
      <div className="card-head">
        <h2>Each at its best {sweep.axes.map(({ name }) => name).join(" and ")}</h2>
        <ReproductionMark found={useLosslab(sweepReproduction)} what="sweep" />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key */}
      <section className="metrics-body" tabIndex={0} aria-label="Each lane at its best">
        <table className="numbers metrics" aria-label="Each at its best">
          <LaneHeads first="at its best" lanes={bests.map(({ lane }) => lane)} />
          <tbody>
            {sweep.axes.map((axis, i) => (
              <tr key={axis.name}>
                <th scope="row">{axis.name}</th>
                {bests.map(({ lane, values: at }) => {
                  const value = at[i];
                  const isEnd = isAtEdgeOf(axis, value);
                  return (
                    <td
                      key={lane}
                      title={isEnd ? "The first or the last that was tried: better ones may lie beyond" : ""}
                    >
                      {value === undefined ? "–" : valueText(value)}
                      {isEnd && <span className="muted"> at the edge</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
            {sweptMetrics(sweep, split).map(({ name, unit }) => (
              <tr key={name}>
                <th scope="row">
                  {name} <span className="muted">{unit}</span>
                </th>
                {bests.map((best) => {
                  const summary = summaryAt(best, name, split);
                  return (
                    <td key={best.lane}>
                      {summary.count === 0 ? "–" : formatColumn(summary.median)}
                      {summary.count > 1 && (
                        <span className="muted"> ± {formatNumber(Number(spreadOf(summary).toPrecision(2)))}</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
            <tr>
              <th scope="row">diverged</th>
              {bests.map(({ lane, diverged, count }) => (
                <td key={lane}>
                  {diverged} of {count}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
        {pairs.map((pair) => (
          <p key={pair.other} className="seeds-verdict">
            {pairWords({ ...pair, corrected: Math.min(1, pair.p * pairs.length) }, metric, bests.length === 2)}
          </p>
        ))}
        <p className="sweep-actions">
          <button
            type="button"
            className="button small"
            disabled={found.length === 0 || undecided.length > 0}
            onClick={() => takeBest(store, controller, sweep.axes, found)}
          >
            Use these
          </button>
          {undecided.length > 0 &&
            found.map((best) => (
              <button
                type="button"
                key={best.lane}
                className="button small"
                title={`Lanes share ${listed(undecided)}, and are best with different ones`}
                onClick={() => takeBest(store, controller, sweep.axes, [best])}
              >
                Use {best.lane}'s
              </button>
            ))}
          <button
            type="button"
            className="button small"
            onClick={() =>
              download(fileNameOf(nameOf(store.getState().document), "Sweep", "csv"), "text/csv", sweepCsv(sweep))
            }
          >
            CSV
          </button>
          {(["md", "tex"] as const).map((kind) => (
            <button
              type="button"
              key={kind}
              className="button small"
              disabled={found.length === 0}
              title="Median ± spread of each lane at its best, the best in bold where the seeds show that it is"
              onClick={() => {
                const { document } = store.getState();
                const table = bestPaper(sweep, metric, split, document.lanes);
                const [type, text] =
                  kind === "md" ? ["text/markdown", markdownTable(table)] : ["text/x-tex", latexTable(table)];
                download(fileNameOf(nameOf(document), "Sweep", kind), type, text);
              }}
            >
              {kind === "md" ? "Markdown" : "LaTeX"}
            </button>
          ))}
          <span className="muted">
            {cells} {cells === 1 ? "cell" : "cells"} × {sweep.seeds.length}{" "}
            {sweep.seeds.length === 1 ? "seed" : "seeds"} a lane
          </span>
        </p>
      </section>
    </section>
  );
}
