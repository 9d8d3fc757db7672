/** @file Every lane over all seeds: median ± spread, what the seeds show of two lanes, and each seed, which can be looked at alone. */
import { spreadOf, type Summary } from "../../../engine/study/statistics.ts";
import { StaleMark } from "../../charts/StaleMark.tsx";
import { download, fileNameOf } from "../../files/download.ts";
import { seedsCsv } from "../../files/seeds-csv.ts";
import { nameOf } from "../../document/name.ts";
import type { SplitName } from "../../store/store.ts";
import { seedsReproduction } from "../../store/study-marks.ts";
import { LaneHeads } from "../LaneHeads.tsx";
import { ReproductionMark } from "../Reproduced.tsx";
import { useLosslab, useLosslabStore } from "../../store/store-context.ts";
import { DownloadIcon } from "../../ui/icons.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { Explained } from "../../ui/Term.tsx";
import { formatColumn, formatNumber } from "../../verdict/format.ts";
import { lanePairs, seedRows, metricOf } from "./seed-values.ts";
import { latexTable, markdownTable, type PaperTable } from "./paper-tables.ts";
import { useStudied } from "./use-studied.ts";
import { formatP, pairWords } from "./words.ts";

const splits = ["validation", "training"] as const satisfies readonly SplitName[];

export function SeedsTable() {
  const store = useLosslabStore();
  const studied = useStudied();
  const seeds = useLosslab(({ seedStudy }) => seedStudy?.seeds ?? []);
  const split = useLosslab((state) => state.split);
  const wanted = useLosslab((state) => state.metric);
  const rows = seedRows(studied, split);
  const metric = rows.find(({ name }) => name === wanted)?.name ?? rows[0]?.name ?? "MSE";
  const pairs = lanePairs(studied, metric, split);
  const diverged = studied.map(({ runs }) => runs.filter((run) => Number.isNaN(metricOf(run, metric, split))).length);
  const save = (extension: string, type: string, content: string): void =>
    download(fileNameOf(nameOf(store.getState().document), "Seeds", extension), type, content);
  const paper = (): PaperTable => ({
    rows,
    pairs: Object.fromEntries(rows.map(({ name }) => [name, lanePairs(studied, name, split)])),
    names: Object.fromEntries(store.getState().document.lanes.map(({ id, name }) => [id, name])),
    seeds: seeds.length,
  });
  return (
    <section className="card" aria-label="Over all seeds">
      <div className="card-head">
        <h2 title="Median ± half the distance between the quartiles">Over {seeds.length} seeds</h2>
        <ReproductionMark found={useLosslab(seedsReproduction)} what="seeds" />
        <Segments label="Split" options={splits} value={split} onChange={(next) => store.setState({ split: next })} />
        <span className="save-menu">
          <Menu
            label="Save seeds"
            actions={[
              { title: "Numbers (CSV)", run: () => save("csv", "text/csv", seedsCsv(studied, seeds)) },
              { title: "Table (Markdown)", run: () => save("md", "text/markdown", markdownTable(paper())) },
              { title: "Table (LaTeX)", run: () => save("tex", "text/x-tex", latexTable(paper())) },
            ]}
          >
            <DownloadIcon />
          </Menu>
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key */}
      <section className="metrics-body" tabIndex={0} aria-label="Metrics of all lanes over seeds">
        {pairs.map((pair) => (
          <p key={pair.other} className="seeds-verdict">
            {pairWords(pair, metric, studied.length === 2)}
          </p>
        ))}
        <table className="numbers metrics" aria-label="Metrics over seeds">
          <LaneHeads
            first="metric"
            lanes={studied.map(({ lane }) => lane)}
            beside={(lane) => <StaleMark lane={lane} />}
          />
          <tbody>
            {rows.map(({ name, unit, cells }) => (
              <tr key={name}>
                <th scope="row">
                  {name} <span className="muted">{unit}</span>
                </th>
                {cells.map(({ lane, summary, isBest }) => (
                  <td key={lane} className={isBest ? "best" : undefined} title={wholeWords(summary)}>
                    <span className="value">
                      {isBest && (
                        <>
                          <span aria-hidden="true">★</span>
                          <span className="visually-hidden">best: </span>
                        </>
                      )}
                      {summary.count === 0 ? "–" : formatColumn(summary.median)}
                    </span>{" "}
                    <span className="muted">± {spreadWords(summary)}</span>
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">diverged</th>
              {studied.map(({ lane, runs }, i) => (
                <td key={lane}>
                  {diverged[i]} of {runs.filter((run) => run !== null).length}
                </td>
              ))}
            </tr>
            {pairs.map(({ one, other, wins, losses, ties, p, corrected, effect }) => (
              <tr key={other}>
                <th scope="row">
                  <Explained text={`${one} : ${other} in ${metric}`} />
                </th>
                <td
                  colSpan={studied.length}
                  title="Wilcoxon's signed-rank test, exact, two-sided; effect: rank-biserial"
                >
                  {wins} : {losses}
                  {ties > 0 && `, ${ties} alike`} · p = {formatP(p)}
                  {corrected !== p && ` (Holm ${formatP(corrected)})`} · effect{" "}
                  {formatNumber(Number(effect.toFixed(2)))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <table className="numbers metrics each-seed" aria-label="Each seed">
          <thead>
            <tr>
              <th scope="col">each seed</th>
              {studied.map(({ lane }) => (
                <th scope="col" key={lane}>
                  {metric} {lane}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {seeds.map((seed, place) => (
              <tr key={seed}>
                <th scope="row">
                  <button
                    type="button"
                    className="button small quiet"
                    title="Show the run of this seed alone"
                    onClick={() => store.setState({ shownSeed: seed })}
                  >
                    Seed {seed}
                  </button>
                </th>
                {studied.map(({ lane, runs }) => (
                  <td key={lane} title={`run ${runs[place]?.progress?.fingerprint ?? "–"}`}>
                    {formatColumn(metricOf(runs[place] ?? null, metric, split))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** With as many digits as the median can use. */
function spreadWords(summary: Summary): string {
  const spread = spreadOf(summary);
  return Number.isNaN(spread) ? "–" : formatNumber(Number(spread.toPrecision(2)));
}

const wholeWords = ({ low, firstQuartile, median, thirdQuartile, high, diverged }: Summary): string =>
  `${[low, firstQuartile, median, thirdQuartile, high].map(formatNumber).join(" · ")} (least, quartile, median, quartile, greatest)${diverged > 0 ? `, ${diverged} diverged` : ""}`;
