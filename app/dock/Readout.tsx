/** @file Every lane's values at one place of the curves. */

import { LaneSwatch } from "../charts/LaneSwatch.tsx";
import { type Clock, smoothed, valueAt } from "../charts/series.ts";
import { formatNumber } from "../verdict/format.ts";
import type { ShownRun } from "./shown-runs.ts";

export interface LaneValues {
  readonly lane: string;
  readonly train: number | null;
  readonly validation: number | null;
  readonly metric: number | null;
}

interface Shown {
  readonly clocks: ReadonlyMap<string, Clock>;
  readonly smoothing: number;
  readonly metric: string;
}

/** What the curves show there: smoothed, where they are. */
export function valuesAt(runs: readonly ShownRun[], at: number, { clocks, smoothing, metric }: Shown): LaneValues[] {
  return runs.map(({ lane, progress }) => {
    const clock = clocks.get(lane);
    const training = smoothing > 0 ? smoothed(progress.trainingMeans, smoothing) : progress.trainingLoss;
    const history = progress.metricHistory.find(({ name }) => name === metric);
    return {
      lane,
      train: valueAt(training, at, clock),
      validation: valueAt(progress.validationLoss, at, clock),
      metric: history === undefined ? null : valueAt(history.series, at, clock),
    };
  });
}

export function readoutText(place: string, values: readonly LaneValues[]): string {
  if (place === "") return "Arrow keys move along the curves";
  const texts = values.map(
    ({ lane, train, validation, metric }) =>
      `lane ${lane}: train ${formatNumber(train)}, validation ${formatNumber(validation)}, metric ${formatNumber(metric)}`,
  );
  return `${place}; ${texts.join("; ")}`;
}

interface ReadoutProps {
  readonly place: string;
  readonly values: readonly LaneValues[];
  readonly metric: string;
}

export function Readout({ place, values, metric }: ReadoutProps) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{place}</th>
          <th scope="col">train</th>
          <th scope="col">valid.</th>
          <th scope="col">{metric}</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ lane, train, validation, metric: value }) => (
          <tr key={lane}>
            <td>
              <LaneSwatch lane={lane} />
            </td>
            <td>{formatNumber(train)}</td>
            <td>{formatNumber(validation)}</td>
            <td>{formatNumber(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
