/** @file Curves over steps or seconds, with their axes. */
import { memo, Suspense } from "react";
import { later } from "../ui/later.tsx";
import { CurvesContext, type Curve } from "./curve.ts";
import { ACROSS, type AxesProps, type GapArea, inset, margin, type PlotFrame } from "./plot-frame.ts";
import { StillAxes } from "./StillAxes.tsx";
import { type Domain, domainOf, ticksOf } from "./ticks.ts";
import { useIsLive } from "./use-is-live.ts";

const live = later(async () => (await import("./LiveAxes.tsx")).LiveAxes);

interface PlotProps extends AxesProps {
  readonly curves: readonly Curve[];
  readonly gaps?: readonly GapArea[];
  /** What the vertical axis spans, where the curves do not decide it. */
  readonly domain?: Domain;
}

const noGaps: readonly GapArea[] = [];

/** Stays as it is while only the crosshair over it moves. */
export const Plot = memo(function Plot({ curves, gaps = noGaps, domain, ...axes }: PlotProps) {
  const { start, end } = axes;
  const [low, high] =
    domain ??
    domainOf(
      curves.flatMap(({ points, floor = [] }) =>
        [...points, ...floor].flatMap(({ x, y }) => (x < start || x > end ? [] : (y ?? []))),
      ),
      axes.scale,
    );
  return (
    <CurvesContext value={curves}>
      <Axes {...axes} low={low} high={high} gaps={gaps.length === 0 ? noGaps : gaps} />
    </CurvesContext>
  );
});

const untitled = { ...margin, left: inset.left };
const titled = { ...untitled, bottom: ACROSS };

/** What cannot be used yet is drawn by the page itself: a library's axes are dear, and there is time for them when somebody comes. */
function Axes(frame: PlotFrame) {
  const { start, end, low, high, scale, across, up, rows, gaps, areas = [], marks = null, spaced, tickText } = frame;
  const isPlain = gaps.length === 0 && areas.length === 0 && marks === null && spaced === undefined;
  const isLive = useIsLive(live.load);
  const still = (
    <StillAxes
      x={{ from: start, to: end, scale: "linear", ticks: ticksOf([start, end], "linear", 6), title: across, tickText }}
      y={{ from: low, to: high, scale, ticks: ticksOf([low, high], scale, rows), title: up }}
      frame={across === null ? untitled : titled}
      hasGrid
    />
  );
  if (isPlain && !isLive) return still;
  return (
    <Suspense fallback={still}>
      <live.Part {...frame} />
    </Suspense>
  );
}
