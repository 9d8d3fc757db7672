/**
 * @file Makes engine/testdata/exports: train.py of each source program, and what real PyTorch makes of it. Run it where Python has torch:
 *
 *   PYTHON=/usr/bin/python3 npx tsx app/export/measure.ts
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { datasetOf, lossOf, recordedRun } from "./recorded-run.ts";
import {
  experimentOf,
  exportsFolder,
  greatestDifference,
  type Measured,
  sampled,
  settings,
  sourcePrograms,
} from "./source-programs.ts";
import { trainPy } from "./train-py.ts";

const python = process.env.PYTHON ?? "python3";
const folder = mkdtempSync(join(tmpdir(), "losslab-"));

/** How many runs start from parameters that were rounded otherwise; one more computes in float64. */
const ROUNDED = 8;

const harness = `import json, sys, torch
import train as run
change = int(sys.argv[1])
draws = torch.Generator().manual_seed(abs(change))
with torch.no_grad():
    for parameter in run.model.parameters():
        signs = torch.randint(-1, 2, parameter.shape, generator=draws)
        parameter *= 1 + (signs * 2.0**-23 if 0 < change else 0)
if change < 0:
    run.model.double()
    run.x, run.y = run.x.double(), [column.double() for column in run.y]
json.dump(run.train(), open("losses.json", "w"))
`;

/** 0: as it is. From 1: rounded otherwise. -1: in float64. */
const changes = [0, -1, ...Array.from({ length: ROUNDED }, (_, i) => i + 1)];

function inPyTorch(text: string, change: number): number[] {
  writeFileSync(join(folder, "train.py"), text);
  writeFileSync(join(folder, "harness.py"), harness);
  execFileSync(python, ["harness.py", String(change)], { cwd: folder });
  const losses: number[] = JSON.parse(readFileSync(join(folder, "losses.json"), "utf8"));
  return losses;
}

function stableSteps(theirs: readonly number[], changed: readonly (readonly number[])[]): number {
  const at = theirs.findIndex((_, i) =>
    changed.some((losses) => greatestDifference(losses.slice(i, i + 1), theirs.slice(i, i + 1)) > 1e-4),
  );
  return at < 0 ? theirs.length : at;
}

const measured: Measured[] = [];
for (const program of sourcePrograms) {
  for (const [setting, chosen] of Object.entries(settings)) {
    const experiment = experimentOf(program, chosen);
    const { text } = trainPy({
      name: program.id,
      loss: lossOf(program.source),
      handling: { kind: "refuse" },
      experiment,
      dataset: datasetOf(experiment.dataset),
    });
    if (setting === Object.keys(settings)[0]) writeFileSync(`${exportsFolder}/${program.id}.py`, text);
    const [theirs = [], ...changed] = changes.map((change) => inPyTorch(text, change));
    const stable = stableSteps(theirs, changed);
    const { losses } = recordedRun(program.source, experiment, { kind: "refuse" });
    const apart = greatestDifference(losses.slice(0, stable), theirs.slice(0, stable));
    console.log(`${program.id}, ${setting}: ${apart.toExponential(1)} over ${stable} of ${theirs.length} steps`);
    measured.push({
      program: program.id,
      setting,
      stable,
      losses: sampled(theirs).map((loss) => Number(loss.toPrecision(8))),
    });
  }
}
const rows = measured.map((row) => JSON.stringify(row)).join(",\n");
writeFileSync(`${exportsFolder}/losses.json`, `[\n${rows}\n]\n`);
