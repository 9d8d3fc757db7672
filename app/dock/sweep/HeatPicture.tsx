/** @file A heat map as a drawing, for a picture of it: on the page its table is what is read. */
import { laneStyle } from "../../charts/lane-style.ts";
import { formatNumber } from "../../verdict/format.ts";
import type { HeatMap } from "./sweep-rows.ts";

interface HeatPictureProps {
  readonly lane: string;
  readonly map: HeatMap;
  readonly goodness: (value: number) => number;
}

/** A cell, and the room that names take, in units of the drawing. */
const [WIDTH, HEIGHT, LEFT, TOP] = [46, 22, 64, 34];
const GAP = 2;
const LEAST = 320;

export function HeatPicture({ lane, map, goodness }: HeatPictureProps) {
  const { stroke } = laneStyle(lane);
  const [width, height] = [LEFT + map.columns.length * WIDTH, TOP + map.rows.length * HEIGHT];
  // A small map stays as small as its text is in other pictures.
  const box = `0 0 ${Math.max(width, LEAST)} ${Math.max(height, LEAST * 0.75)}`;
  return (
    <svg className="picture-drawing" width="100%" height="100%" viewBox={box} preserveAspectRatio="xMinYMin">
      <title>{`${map.down} by ${map.across}`}</title>
      <text x={LEFT + (map.columns.length * WIDTH) / 2} y={11} fontSize={11} textAnchor="middle" fill="var(--muted)">
        {map.across}
      </text>
      <text x={LEFT - 6} y={TOP - 6} fontSize={11} textAnchor="end" fill="var(--muted)">
        {map.down}
      </text>
      {map.columns.map((column, i) => (
        <text
          key={column}
          x={LEFT + (i + 0.5) * WIDTH}
          y={TOP - 6}
          fontSize={10}
          textAnchor="middle"
          fill="var(--muted)"
        >
          {column}
        </text>
      ))}
      {map.rows.map(({ name, values }, row) => (
        <g key={name} transform={`translate(0 ${TOP + row * HEIGHT})`}>
          <text x={LEFT - 6} y={HEIGHT / 2 + 3} fontSize={10} textAnchor="end" fill="var(--muted)">
            {name}
          </text>
          {values.map((value, i) => {
            const isNumber = value !== null && Number.isFinite(value);
            return (
              <g key={map.columns[i]} transform={`translate(${LEFT + i * WIDTH} 0)`}>
                <rect
                  width={WIDTH - GAP}
                  height={HEIGHT - GAP}
                  rx={2}
                  fill={isNumber ? stroke : "var(--muted)"}
                  fillOpacity={isNumber ? 0.08 + 0.62 * goodness(value) : 0.08}
                />
                <text
                  x={(WIDTH - GAP) / 2}
                  y={HEIGHT / 2 + 3}
                  fontSize={10}
                  textAnchor="middle"
                  fill={isNumber || value === null ? "var(--text)" : "var(--bad)"}
                >
                  {value === null ? "" : isNumber ? formatNumber(Number(value.toPrecision(3))) : "NaN"}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}
