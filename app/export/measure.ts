/**
 * @file Makes engine/testdata/exports: train.py of each source program, and what real PyTorch makes of it. Run it where Python has torch:
 *
 *   PYTHON=/usr/bin/python3 npx tsx app/export/measure.ts [only this run]…
 */
import { readFileSync, writeFileSync } from "node:fs";
import { inPyTorch, stableSteps } from "./in-pytorch.ts";
import { greatestDifference, type Measured, measuredRuns, sampled } from "./measured-runs.ts";
import { lossOf, recordedRun } from "./recorded-run.ts";
import { exportsFolder, settings, sourcePrograms } from "./source-programs.ts";
import { trainPy } from "./train-py.ts";

/** How many runs have their parameters rounded otherwise; one more computes in float64. */
const ROUNDED = 8;

const texts = new Map(
  measuredRuns.map((run) => [run.id, trainPy({ name: run.id, loss: lossOf(run.source, run.arguments), ...run }).text]),
);
const [kept] = Object.keys(settings);
for (const { id } of sourcePrograms) writeFileSync(`${exportsFolder}/${id}.py`, texts.get(`${id}, ${kept}`) ?? "");

const only = process.argv.slice(2);
const before: readonly Measured[] = JSON.parse(readFileSync(`${exportsFolder}/losses.json`, "utf8"));
const measured: Measured[] = [];
for (const { id, source, experiment, handling, arguments: given, dataset } of measuredRuns) {
  const known = before.find((row) => row.id === id);
  if (known !== undefined && only.length > 0 && !only.includes(id)) {
    measured.push(known);
    continue;
  }
  const [theirs = [], ...changed] = inPyTorch(texts.get(id) ?? "", ROUNDED);
  const stable = stableSteps(theirs, changed);
  const { losses } = recordedRun(source, experiment, handling, dataset, given);
  const apart = greatestDifference(losses.slice(0, stable), theirs.slice(0, stable));
  console.log(`${id}: ${apart.toExponential(1)} over ${stable} of ${theirs.length} steps`);
  measured.push({ id, stable, losses: sampled(theirs).map((loss) => Number(loss.toPrecision(8))) });
}
const rows = measured.map((row) => JSON.stringify(row)).join(",\n");
writeFileSync(`${exportsFolder}/losses.json`, `[\n${rows}\n]\n`);
