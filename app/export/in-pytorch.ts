/** @file Runs train.py where Python has torch, as often as it takes to see for how long its curve is one. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { greatestDifference } from "./measured-runs.ts";

const python = process.env.PYTHON ?? "python3";
const folder = mkdtempSync(join(tmpdir(), "losslab-"));

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
        for name in ("x", "y", "OTHERS"):
            key = name + "_run" if name + "_run" in run else name
            if key in run:
                run[key] = run[key].double() if name == "x" else [c.double() if c.is_floating_point() else c for c in run[key]]
        if "COMPONENT_WEIGHTS" in run:
            run["COMPONENT_WEIGHTS"] = run["COMPONENT_WEIGHTS"].double()
    try:
        return own("train")()
    finally:
        if hook is not None:
            hook.remove()

json.dump([curve(change) for change in json.load(open("changes.json"))], open("losses.json", "w"))
`;

/**
 * The loss of every step: as it is, in float64 (which not every loss computes in), and as many times as `rounded` says with parameters that are rounded otherwise after every step.
 */
export function inPyTorch(text: string, rounded: number, isInDouble = true): readonly (readonly number[])[] {
  // 0: as it is. From 1: rounded otherwise. -1: in float64.
  const changes = [0, ...(isInDouble ? [-1] : []), ...Array.from({ length: rounded }, (_, i) => i + 1)];
  writeFileSync(join(folder, "train.py"), text);
  writeFileSync(join(folder, "harness.py"), harness);
  writeFileSync(join(folder, "changes.json"), JSON.stringify(changes));
  execFileSync(python, ["harness.py"], { cwd: folder, env: { ...process.env, OMP_NUM_THREADS: "1" } });
  // Python writes NaN as it is.
  const curves: readonly (readonly (number | null)[])[] = JSON.parse(
    readFileSync(join(folder, "losses.json"), "utf8").replaceAll(/-?\b(NaN|Infinity)\b/g, "null"),
  );
  return curves.map((curve) => curve.map((value) => value ?? Number.NaN));
}

/** Steps for which all of them agree. */
export function stableSteps(theirs: readonly number[], changed: readonly (readonly number[])[]): number {
  const at = theirs.findIndex((_, i) =>
    changed.some((losses) => greatestDifference(losses.slice(i, i + 1), theirs.slice(i, i + 1)) > 1e-4),
  );
  return at < 0 ? theirs.length : at;
}
