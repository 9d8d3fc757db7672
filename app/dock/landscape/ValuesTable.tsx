/** @file The maps' numbers as tables: at nine by nine of their places. */
import { memo } from "react";
import { thinned } from "../../charts/plane/grid.ts";
import { LaneSwatch } from "../../charts/LaneSwatch.tsx";
import { HeatTable } from "../sweep/HeatTable.tsx";
import type { HeatMap } from "../sweep/sweep-rows.ts";
import type { LaneSurface } from "./drawn.ts";
import type { Lay } from "./lay.ts";
import { tableOf } from "./table-of.ts";

interface ValuesTableProps {
  readonly surfaces: readonly LaneSurface[];
  readonly value: "loss" | "metric";
  readonly named: string;
  readonly lay: Lay;
}

const ROWS = 9;

/** Stays as it is while only the crosshair over the maps moves. */
export const ValuesTable = memo(function ValuesTable({ surfaces, value, named, lay }: ValuesTableProps) {
  return (
    <section className="card landscape-values" aria-label="Values of the landscape">
      <div className="card-head">
        <h2>Values</h2>
        <span className="muted">{named} at some of the places; all of them as CSV</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key */}
      <section className="heat-body" tabIndex={0} aria-label="Tables of the landscape">
        {surfaces.map((surface) => {
          const map: HeatMap = tableOf(thinned(surface[value], ROWS));
          const sorted = map.rows.flatMap(({ values }) =>
            values.filter((each) => each !== null && Number.isFinite(each)),
          );
          return (
            <div key={surface.lane}>
              <p className="map-head">
                <LaneSwatch lane={surface.lane} />{" "}
                <span className="muted">
                  across: {lay.across}; up: {lay.up}
                </span>
              </p>
              <HeatTable
                lane={surface.lane}
                label={`${surface.lane}: ${named} over ${lay.across} and ${lay.up}`}
                map={map}
                goodness={byRank(sorted)}
              />
            </div>
          );
        })}
      </section>
    </section>
  );
});

/** By rank: what is lower is stronger, whatever the scale. */
const byRank =
  (all: readonly (number | null)[]) =>
  (value: number): number =>
    1 - all.filter((each) => each !== null && each < value).length / Math.max(1, all.length - 1);
