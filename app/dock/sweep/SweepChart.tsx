/** @file The metric over what was swept: the median of each lane, what all seeds lie between, and their quartiles. */
import { numbersOf } from "../../../engine/study/sweep.ts";
import { Plot } from "../../charts/Plot.tsx";
import { useLosslab } from "../../store/store-context.ts";
import type { Sweep } from "../../store/sweep.ts";
import { sweepCsv } from "../../files/sweep-csv.ts";
import { ChartMenu } from "../ChartMenu.tsx";
import { bandCurves } from "../seeds/band-curves.ts";
import { bandOverAxis, sweptMetrics } from "./sweep-rows.ts";

/** From here on, the ratio of the greatest to the least value wants a logarithm. */
const WIDE = 20;

/** 0.01, 3e-4 */
const shortest = (value: number): string =>
  [String(value), value.toExponential()].reduce((a, b) => (b.length < a.length ? b : a));

export function SweepChart({ sweep, metric }: { readonly sweep: Sweep; readonly metric: string }) {
  const scale = useLosslab((state) => state.scale);
  const split = useLosslab((state) => state.split);
  const [axis] = sweep.axes;
  const values = axis === undefined ? null : numbersOf(axis);
  // Names have no place on an axis: their map says it all.
  if (axis === undefined || values === null) return null;
  const [start = 0, end = 1] = [values[0], values.at(-1)];
  const curves = sweep.lanes.flatMap((lane) => bandCurves(lane, bandOverAxis(sweep, lane, metric, split), scale));
  const unit = sweptMetrics(sweep, split).find(({ name }) => name === metric)?.unit ?? "";
  const plot = (
    <Plot
      curves={curves}
      scale={scale}
      start={start}
      end={end}
      across={axis.name}
      up={unit === "" ? metric : `${metric} (${unit})`}
      rows={5}
      tickText={shortest}
      spaced={{ at: values, scale: start > 0 && end / start >= WIDE ? "log" : "linear" }}
    />
  );
  return (
    <figure className="card" aria-label={`${metric} over ${axis.name}`}>
      <figcaption className="card-head">
        <h2>
          {metric} over {axis.name}
        </h2>
        <span className="muted">median, quartiles and all seeds</span>
        <ChartMenu
          title={`${metric} over ${axis.name}`}
          isOff={false}
          hasNumbers
          csv={() => sweepCsv(sweep)}
          picture={{ lanes: sweep.lanes, legend: [], plots: <div className="plot">{plot}</div> }}
        />
      </figcaption>
      <div className="plot" aria-hidden="true">
        {plot}
      </div>
    </figure>
  );
}
