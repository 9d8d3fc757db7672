/**
 * @file Makes engine/testdata/exports: train.py of each source program, and what real PyTorch makes of it. Run it where Python has torch:
 *
 *   PYTHON=/usr/bin/python3 npx tsx app/export/measure.ts [only this run]…
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { greatestDifference, type Measured, measuredRuns, sampled } from "./measured-runs.ts";
import { lossOf, recordedRun } from "./recorded-run.ts";
import { exportsFolder, settings, sourcePrograms } from "./source-programs.ts";
import { trainPy } from "./train-py.ts";

const python = process.env.PYTHON ?? "python3";
const folder = mkdtempSync(join(tmpdir(), "losslab-"));

/** How many runs have their parameters rounded otherwise after every step; one more computes in float64. */
const ROUNDED = 8;

const harness = `import json, torch
from torch.optim.optimizer import register_optimizer_step_post_hook

def curve(change):
    run = {"__name__": "run"}
    exec(compile(open("train.py").read(), "train.py", "exec"), run)
    # A name that the loss has too got an ending.
    own = lambda name: run[name + "_run" if name + "_run" in run else name]
    draws = torch.Generator().manual_seed(abs(change))
    def rounded_otherwise(optimizer, *_):
        with torch.no_grad():
            for group in optimizer.param_groups:
                for parameter in group["params"]:
                    parameter.mul_(1 + torch.randint(-1, 2, parameter.shape, generator=draws) * 2.0**-23)
    hook = register_optimizer_step_post_hook(rounded_otherwise) if change > 0 else None
    if change < 0:
        own("model").double()
        for name in ("x", "y"):
            key = name + "_run" if name + "_run" in run else name
            run[key] = run[key].double() if name == "x" else [column.double() for column in run[key]]
        if "COMPONENT_WEIGHTS" in run:
            run["COMPONENT_WEIGHTS"] = run["COMPONENT_WEIGHTS"].double()
    try:
        return own("train")()
    finally:
        if hook is not None:
            hook.remove()

json.dump([curve(change) for change in json.load(open("changes.json"))], open("losses.json", "w"))
`;

/** 0: as it is. From 1: rounded otherwise. -1: in float64. */
const changes = [0, -1, ...Array.from({ length: ROUNDED }, (_, i) => i + 1)];

function inPyTorch(text: string): readonly (readonly number[])[] {
  writeFileSync(join(folder, "train.py"), text);
  writeFileSync(join(folder, "harness.py"), harness);
  writeFileSync(join(folder, "changes.json"), JSON.stringify(changes));
  execFileSync(python, ["harness.py"], { cwd: folder, env: { ...process.env, OMP_NUM_THREADS: "1" } });
  return JSON.parse(readFileSync(join(folder, "losses.json"), "utf8"));
}

function stableSteps(theirs: readonly number[], changed: readonly (readonly number[])[]): number {
  const at = theirs.findIndex((_, i) =>
    changed.some((losses) => greatestDifference(losses.slice(i, i + 1), theirs.slice(i, i + 1)) > 1e-4),
  );
  return at < 0 ? theirs.length : at;
}

const texts = new Map(
  measuredRuns.map((run) => [run.id, trainPy({ name: run.id, loss: lossOf(run.source), ...run }).text]),
);
const [kept] = Object.keys(settings);
for (const { id } of sourcePrograms) writeFileSync(`${exportsFolder}/${id}.py`, texts.get(`${id}, ${kept}`) ?? "");

const only = process.argv.slice(2);
const before: readonly Measured[] = JSON.parse(readFileSync(`${exportsFolder}/losses.json`, "utf8"));
const measured: Measured[] = [];
for (const { id, source, experiment, handling, dataset } of measuredRuns) {
  const known = before.find((row) => row.id === id);
  if (known !== undefined && only.length > 0 && !only.includes(id)) {
    measured.push(known);
    continue;
  }
  const [theirs = [], ...changed] = inPyTorch(texts.get(id) ?? "");
  const stable = stableSteps(theirs, changed);
  const { losses } = recordedRun(source, experiment, handling, dataset);
  const apart = greatestDifference(losses.slice(0, stable), theirs.slice(0, stable));
  console.log(`${id}: ${apart.toExponential(1)} over ${stable} of ${theirs.length} steps`);
  measured.push({ id, stable, losses: sampled(theirs).map((loss) => Number(loss.toPrecision(8))) });
}
const rows = measured.map((row) => JSON.stringify(row)).join(",\n");
writeFileSync(`${exportsFolder}/losses.json`, `[\n${rows}\n]\n`);
