/** @file A heat map that is its own table: every cell has its number, and its colour says how good it is among all of them. */
import type { CSSProperties } from "react";
import { laneStyle } from "../../charts/lane-style.ts";
import { formatNumber } from "../../verdict/format.ts";
import type { HeatMap } from "./sweep-rows.ts";

interface HeatTableProps {
  readonly lane: string;
  readonly label: string;
  readonly map: HeatMap;
  readonly goodness: (value: number) => number;
}

export function HeatTable({ lane, label, map, goodness }: HeatTableProps) {
  const style = (value: number | null): CSSProperties =>
    value === null || !Number.isFinite(value)
      ? {}
      : {
          background: `color-mix(in srgb, ${laneStyle(lane).stroke} ${Math.round(8 + 62 * goodness(value))}%, var(--panel))`,
        };
  return (
    <table className="heat" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">
            {map.down} \ {map.across}
          </th>
          {map.columns.map((column) => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {map.rows.map(({ name, values }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, i) => (
              <td
                key={map.columns[i]}
                style={style(value)}
                className={value !== null && !Number.isFinite(value) ? "bad" : undefined}
              >
                {value === null ? "" : Number.isFinite(value) ? short(value) : "NaN"}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const short = (value: number): string => formatNumber(Number(value.toPrecision(3)));
