/** @file Where runs end in the plane of two components: filled and joined by steps where nothing beats them, a ring elsewhere; a square for weights, a disc for what chooses a direction. */
import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import { laneStyle } from "../../charts/lane-style.ts";
import type { FrontRow } from "./front-rows.ts";

type Domain = readonly [number, number];

/** What is far off leaves the others room: beyond three times the front's own spread nothing is drawn. */
export function frontDomain(rows: readonly FrontRow[]): readonly [across: Domain, up: Domain] {
  const of = (value: (row: FrontRow) => number): Domain => {
    const all = rows.filter(({ first, second }) => Number.isFinite(first) && Number.isFinite(second));
    const front = all.filter(({ isOn }) => isOn).map(value);
    if (front.length === 0) return [0, 1];
    const [low, high] = [Math.min(...front), Math.max(...front)];
    const spread = Math.max(high - low, 0.1 * Math.abs(low), 1e-9);
    const most = Math.max(...all.map(value).filter((each) => each <= high + 2 * spread));
    return [low - 0.1 * spread, most + 0.1 * spread];
  };
  return [of(({ first }) => first), of(({ second }) => second)];
}

export function FrontMarks({ rows }: { readonly rows: readonly FrontRow[] }) {
  const [xOf, yOf, area] = [useXAxisScale(), useYAxisScale(), usePlotArea()];
  if (xOf === undefined || yOf === undefined || area === undefined) return null;
  const { x, y, width, height } = area;
  const drawn = rows.flatMap((row) => {
    const [left, top] = [xOf(row.first), yOf(row.second)];
    return left === undefined || top === undefined || !Number.isFinite(left) || !Number.isFinite(top)
      ? []
      : [{ ...row, left, top }];
  });
  const lanes = [...new Set(rows.map(({ lane }) => lane))];
  return (
    <svg x={x} y={y} width={width} height={height} viewBox={`${x} ${y} ${width} ${height}`} aria-hidden="true">
      {lanes.map((lane) => {
        const front = drawn.filter((row) => row.lane === lane && row.isOn).sort((a, b) => a.left - b.left);
        const [first] = front;
        if (first === undefined) return null;
        const d = front.map(({ left, top }) => `H${left.toFixed(1)}V${top.toFixed(1)}`).join("");
        return (
          <path
            key={lane}
            d={`M${first.left.toFixed(1)} ${first.top.toFixed(1)}${d}`}
            fill="none"
            {...laneStyle(lane)}
            strokeOpacity={0.6}
          />
        );
      })}
      {drawn.map(({ key, lane, handling, isOn, left, top }) => {
        const { stroke } = laneStyle(lane);
        const look = { fill: isOn ? stroke : "var(--panel)", stroke, strokeWidth: 1.5 };
        return handling.kind === "weights" ? (
          <rect key={key} x={left - 3.5} y={top - 3.5} width={7} height={7} {...look} />
        ) : (
          <circle key={key} cx={left} cy={top} r={4} {...look} />
        );
      })}
    </svg>
  );
}
