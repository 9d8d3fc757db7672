/** @file Where each lane ends from other starts: a table that is its own map, with a letter for each end. */
import { type CSSProperties, memo } from "react";
import { laneStyle } from "../../charts/lane-style.ts";
import { LaneSwatch } from "../../charts/LaneSwatch.tsx";
import { formatCount, formatNumber } from "../../verdict/format.ts";
import { ChartMenu } from "../ChartMenu.tsx";
import { surveyLimits } from "../../../engine/study/landscape/facts.ts";
import { type LaneBasins, letterOf } from "./drawn.ts";
import { basinsCsv } from "./landscape-csv.ts";
import type { Lay } from "./lay.ts";
import type { Surveyor } from "./Surveyor.ts";
import { tableOf } from "./table-of.ts";
import { basinWords } from "./words.ts";

interface BasinsCardProps {
  readonly surveyor: Surveyor;
  readonly all: readonly LaneBasins[];
  readonly isBusy: boolean;
  readonly lay: Lay;
}

export const BasinsCard = memo(function BasinsCard({ surveyor, all, isBusy, lay }: BasinsCardProps) {
  const starts = surveyLimits.basinSide ** 2;
  return (
    <section className="card landscape-basins" aria-label="Basins">
      <div className="card-head">
        <h2>Basins</h2>
        <span className="muted">
          where runs end that start at {formatCount(starts)} places of the plane, with the same batches; a letter for
          each end
        </span>
        <button
          type="button"
          className="button small"
          disabled={isBusy}
          title={`Trains each lane from ${formatCount(starts)} starts`}
          onClick={() => surveyor.findBasins()}
        >
          Find basins
        </button>
        {all.length > 0 && (
          <ChartMenu title="Basins" isOff={false} hasNumbers csv={() => basinsCsv(all, [lay.across, lay.up])} />
        )}
      </div>
      {all.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key
        <section className="heat-body" tabIndex={0} aria-label="Tables of basins">
          {all.map((each) => (
            <BasinTable key={each.lane} lay={lay} {...each} />
          ))}
        </section>
      )}
    </section>
  );
});

function BasinTable({ lay, ...basins }: LaneBasins & { readonly lay: Lay }) {
  const { lane, starts, found } = basins;
  const { columns, rows } = tableOf(starts);
  const { side } = starts;
  const { stroke } = laneStyle(lane);
  const styleOf = (basin: number): CSSProperties =>
    basin < 0 ? {} : { background: `color-mix(in srgb, ${stroke} ${Math.max(10, 70 - 16 * basin)}%, var(--panel))` };
  return (
    <div>
      <p className="map-head">
        <LaneSwatch lane={lane} /> <span>{basinWords(basins)}</span>
      </p>
      <table className="heat basins" aria-label={`${lane}: ends of starts over ${lay.across} and ${lay.up}`}>
        <thead>
          <tr>
            <th scope="col">up \ across</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values }, k) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {values.map((value, i) => {
                const basin = found.basin[(side - 1 - k) * side + i] ?? -1;
                return (
                  <td key={columns[i]} style={styleOf(basin)} className={basin < 0 ? "bad" : undefined}>
                    {basin < 0
                      ? "✕"
                      : `${letterOf(basin)} ${formatNumber(Number((value ?? Number.NaN).toPrecision(2)))}`}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
