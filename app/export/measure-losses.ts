/**
 * @file Makes engine/testdata/losses/curves.json: what real PyTorch makes of each loss there, on the data it was found to fit. Run it where
 * Python has torch:
 *
 *   PYTHON=/usr/bin/python3 npx tsx app/export/measure-losses.ts [only this loss]…
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { inPyTorch, stableSteps } from "./in-pytorch.ts";
import { fittedRun, lossesFolder, lossNames } from "./loss-table.ts";
import { greatestDifference, type Measured, sampled } from "./measured-runs.ts";
import { lossOf, recordedRun } from "./recorded-run.ts";
import { trainPy } from "./train-py.ts";

const file = `${lossesFolder}/curves.json`;
const before: readonly Measured[] = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
const only = process.argv.slice(2);
const measured: Measured[] = [];
for (const name of lossNames) {
  const known = before.find(({ id }) => id === name);
  if (known !== undefined && !only.includes(name)) {
    measured.push(known);
    continue;
  }
  const run = fittedRun(name);
  if (run === null) {
    console.log(`${name}: nothing fits`);
    continue;
  }
  const { source, experiment, handling, dataset, arguments: given } = run;
  const [theirs = [], ...changed] = inPyTorch(trainPy({ name, loss: lossOf(source, given), ...run }).text, 2, false);
  const stable = stableSteps(theirs, changed);
  const { losses } = recordedRun(source, experiment, handling, dataset, given);
  const apart = greatestDifference(losses.slice(0, stable), theirs.slice(0, stable));
  console.log(`${name}: ${apart.toExponential(1)} over ${stable} of ${theirs.length} steps`);
  measured.push({ id: name, stable, losses: sampled(theirs).map((loss) => Number(loss.toPrecision(8))) });
}
writeFileSync(file, `[\n${measured.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`);
