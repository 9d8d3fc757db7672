/** @file Every lane on the same yardstick, whatever its loss. */
import { useLosslab } from "../app-context.ts";
import { formatNumber, formatRate } from "../panels/format.ts";

export function MetricsTable() {
  const lanes = useLosslab(({ document }) => document.lanes);
  const training = useLosslab((state) => state.training);
  const runs = lanes.map(({ id }) => ({ id, progress: training[id]?.progress ?? null }));
  const known = runs.flatMap(({ progress }) => progress?.metrics ?? []);
  const names =
    known.length > 0
      ? [...new Map(known.map(({ name, unit }) => [name, unit]))]
      : [["MSE", ""] as const, ["MAE", ""] as const];
  const fingerprint = runs.find(({ progress }) => progress?.fingerprint)?.progress?.fingerprint ?? "";
  return (
    <section className="card" aria-label="On the same yardstick">
      <div className="card-head">
        <h2>On the same yardstick</h2>
        <span className="muted">validation split</span>
      </div>
      <table className="numbers metrics" aria-label="Metrics">
        <thead>
          <tr>
            <th scope="col">metric</th>
            {lanes.map(({ id }) => (
              <th scope="col" key={id}>
                {id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map(([name, unit]) => (
            <tr key={name}>
              <th scope="row">
                {name} <span className="muted">{unit}</span>
              </th>
              {runs.map(({ id, progress }) => (
                <td key={id}>{formatNumber(progress?.metrics.find((metric) => metric.name === name)?.value)}</td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">loss</th>
            {runs.map(({ id, progress }) => (
              <td key={id}>{formatNumber(progress?.validationLoss.values.at(-1))}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">steps/s</th>
            {runs.map(({ id, progress }) => (
              <td key={id}>
                {progress === null || progress.stepsPerSecond === 0 ? "–" : formatRate(progress.stepsPerSecond)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="fingerprint muted" title="A hash of every loss of the run: equal hash, equal run, to the last bit">
        run <output aria-label="Run fingerprint">{fingerprint === "" ? "–" : fingerprint}</output>
      </p>
    </section>
  );
}
