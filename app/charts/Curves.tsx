/**
 * @file The curves of a chart, drawn by themselves while its axes stand still. A library's lines are registered, measured and laid out anew with every
 * redraw, which took most of the page's time while training; a path of a hundred points costs next to nothing.
 */
import { useContext } from "react";
import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import { laneStyle } from "./lane-style.ts";
import { CurvesContext, curvePath, weights } from "./curve.ts";

/** Stands within a chart of numerical axes, under a `CurvesContext`. */
export function Curves() {
  const curves = useContext(CurvesContext);
  const [xOf, yOf, area] = [useXAxisScale(), useYAxisScale(), usePlotArea()];
  if (xOf === undefined || yOf === undefined || area === undefined) return null;
  const { x, y, width, height } = area;
  return (
    // An inner svg cuts off what lies beyond the axes.
    <svg x={x} y={y} width={width} height={height} viewBox={`${x} ${y} ${width} ${height}`} aria-hidden="true">
      {curves.map((curve) => (
        <path
          key={curve.key}
          className="curve"
          d={curvePath(curve, xOf, yOf)}
          fill={curve.floor === undefined ? "none" : laneStyle(curve.lane).stroke}
          fillOpacity={0.18}
          opacity={curve.strength ?? 1}
          strokeLinecap="round"
          strokeLinejoin="round"
          {...laneStyle(curve.lane)}
          {...weights[curve.weight]}
        />
      ))}
    </svg>
  );
}
