/**
 * @file A plot as a drawing: axes and curves at shares of whatever room there is, so that it needs no measuring and can be drawn before there
 * is a browser. The live one (LiveAxes.tsx) takes its place without a jump.
 */
import { useContext } from "react";
import type { ChartScale } from "../store/store.ts";
import { formatCount, formatNumber } from "../verdict/format.ts";
import { CurvesContext, curvePath, weights } from "./curve.ts";
import { laneStyle } from "./lane-style.ts";

export interface StillAxis {
  readonly from: number;
  readonly to: number;
  readonly scale: ChartScale;
  readonly ticks: readonly number[];
  /** Without one, nothing is written on it. */
  readonly title: string | null;
  readonly tickText?: ((value: number) => string) | undefined;
}

/** What lies round the drawing, in pixels. */
export interface StillFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface StillAxesProps {
  readonly x: StillAxis;
  readonly y: StillAxis;
  readonly frame: StillFrame;
  readonly hasGrid?: boolean;
}

/** The drawing's own units, which are stretched to the room there is: a tenth of one is hardly seen. */
const SIDE = 100;

export function StillAxes({ x, y, frame, hasGrid = false }: StillAxesProps) {
  const curves = useContext(CurvesContext);
  const xOf = (value: number): number => shareOf(x, value) * SIDE;
  const yOf = (value: number): number => (1 - shareOf(y, value)) * SIDE;
  return (
    <div className="still">
      <div className={`still-area${x.title === null ? "" : " across"}${y.title === null ? "" : " up"}`} style={frame}>
        <svg viewBox={`0 0 ${SIDE} ${SIDE}`} preserveAspectRatio="none" aria-hidden="true">
          {hasGrid && (
            <path className="still-lines" d={y.ticks.map((tick) => `M0 ${near(yOf(tick))}H${SIDE}`).join("")} />
          )}
          {curves.map((curve) => (
            <path
              key={curve.key}
              d={curvePath(curve, xOf, yOf)}
              fill={curve.floor === undefined ? "none" : laneStyle(curve.lane).stroke}
              fillOpacity={0.18}
              opacity={curve.strength ?? 1}
              strokeLinecap="round"
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
              {...laneStyle(curve.lane)}
              {...weights[curve.weight]}
            />
          ))}
        </svg>
        {x.title !== null && <Ticks axis={x} className="across" format={x.tickText ?? formatCount} />}
        {y.title !== null && <Ticks axis={y} className="up" format={y.tickText ?? formatNumber} />}
      </div>
      {x.title !== null && (
        <span className="still-title across" style={{ left: frame.left, right: frame.right }}>
          {x.title}
        </span>
      )}
      {y.title !== null && (
        <span className="still-title up" style={{ top: frame.top, bottom: frame.bottom }}>
          <span>{y.title}</span>
        </span>
      )}
    </div>
  );
}

interface TicksProps {
  readonly axis: StillAxis;
  readonly className: "across" | "up";
  readonly format: (value: number) => string;
}

function Ticks({ axis, className, format }: TicksProps) {
  return axis.ticks.map((tick) => {
    const share = `${near(shareOf(axis, tick) * 100)}%`;
    return (
      <span
        key={tick}
        className={`still-tick ${className}`}
        style={className === "up" ? { bottom: share } : { left: share }}
      >
        {format(tick)}
      </span>
    );
  });
}

function shareOf({ from, to, scale }: StillAxis, value: number): number {
  return scale === "log" ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
}

const near = (value: number): number => Math.round(value * 10) / 10;
