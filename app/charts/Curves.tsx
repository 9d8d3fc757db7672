/**
 * @file The curves of a chart, drawn by themselves while its axes stand still. A library's lines are registered, measured and laid out anew with every
 * redraw, which took most of the page's time while training; a path of a hundred points costs next to nothing.
 */
import { createContext, useContext } from "react";
import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import { laneStyle } from "./lane-style.ts";
import type { Point } from "./series.ts";

const weights = {
  bold: { strokeWidth: 2, strokeOpacity: 1 },
  full: { strokeWidth: 1.75, strokeOpacity: 1 },
  thin: { strokeWidth: 1, strokeOpacity: 0.75 },
  /** Between two edges: nothing but its ground. */
  band: { strokeWidth: 0, strokeOpacity: 0 },
};

/** Every curve brings its own points, so that one that is long costs the others nothing. */
export interface Curve {
  readonly key: string;
  readonly lane: string;
  readonly weight: keyof typeof weights;
  readonly points: readonly Point[];
  /** Where it is a band: its lower edge, point by point below the upper one. */
  readonly floor?: readonly Point[];
  /** Of several of one lane, how strong it is drawn: 1 where nothing is said. */
  readonly strength?: number;
}

/** What is drawn comes past the chart, not through its properties: new curves alone must not make it draw its axes again. */
export const CurvesContext = createContext<readonly Curve[]>([]);

/** Stands within a chart of numerical axes, under a `CurvesContext`. */
export function Curves() {
  const curves = useContext(CurvesContext);
  const [xOf, yOf, area] = [useXAxisScale(), useYAxisScale(), usePlotArea()];
  if (xOf === undefined || yOf === undefined || area === undefined) return null;
  const { x, y, width, height } = area;
  return (
    // An inner svg cuts off what lies beyond the axes.
    <svg x={x} y={y} width={width} height={height} viewBox={`${x} ${y} ${width} ${height}`} aria-hidden="true">
      {curves.map(({ key, lane, weight, points, floor, strength = 1 }) => (
        <path
          key={key}
          className="curve"
          d={floor === undefined ? pathOf(points, xOf, yOf) : areaOf(points, floor, xOf, yOf)}
          fill={floor === undefined ? "none" : laneStyle(lane).stroke}
          fillOpacity={0.18}
          opacity={strength}
          strokeLinecap="round"
          strokeLinejoin="round"
          {...laneStyle(lane)}
          {...weights[weight]}
        />
      ))}
    </svg>
  );
}

type Scale = NonNullable<ReturnType<typeof useXAxisScale>>;

/** Straight from point to point; broken where a value has no place on the axis, and a point between two breaks is a dot. */
function pathOf(points: readonly Point[], xOf: Scale, yOf: Scale): string {
  let path = "";
  let isDown = false;
  for (const { x, y } of points) {
    const [left, top] = [xOf(x), y === null ? undefined : yOf(y)];
    if (left === undefined || top === undefined) {
      isDown = false;
      continue;
    }
    const place = `${left.toFixed(1)} ${top.toFixed(1)}`;
    path += isDown ? `L${place}` : `M${place}h0`;
    isDown = true;
  }
  return path;
}

/** The ground between two edges, in as many pieces as the breaks leave. */
function areaOf(high: readonly Point[], low: readonly Point[], xOf: Scale, yOf: Scale): string {
  let [path, upper, lower]: [string, string[], string[]] = ["", [], []];
  const close = (): void => {
    if (upper.length > 0) path += `M${upper.join("L")}L${lower.reverse().join("L")}Z`;
    [upper, lower] = [[], []];
  };
  high.forEach(({ x, y }, i) => {
    const below = low[i]?.y ?? null;
    const left = xOf(x);
    const [top, bottom] = [y === null ? undefined : yOf(y), below === null ? undefined : yOf(below)];
    if (left === undefined || top === undefined || bottom === undefined) close();
    else {
      upper.push(`${left.toFixed(1)} ${top.toFixed(1)}`);
      lower.push(`${left.toFixed(1)} ${bottom.toFixed(1)}`);
    }
  });
  close();
  return path;
}
