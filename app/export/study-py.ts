/**
 * @file A study as one file for PyTorch: every lane's train.py as it is exported alone, what of it differs from cell to cell, and a run of it for each seed,
 * over many processes. It computes nothing that train.py does not: it runs it, and reads what it says of validation. Pure.
 */
import { cellsOf, type SweepAxis, type SweepValue } from "../../engine/study/sweep.ts";
import { oneLine, wrapped } from "./python-text.ts";

export interface StudyPyInput {
  /** Of the document. */
  readonly name: string;
  /** None for a study of seeds alone. */
  readonly axes: readonly SweepAxis[];
  readonly seeds: readonly number[];
  readonly lanes: readonly StudyPyLane[];
}

export interface StudyPyLane {
  readonly id: string;
  readonly name: string;
  /** Its train.py, cell by cell. */
  readonly texts: readonly string[];
}

/** Lines `from` to `to` (without it) of the first cell's text are others in this one. */
type Edit = readonly [from: number, to: number, lines: readonly string[]];

export function studyPy({ name, axes, seeds, lanes }: StudyPyInput): string {
  const cells = cellsOf(axes);
  const what = axes.length === 0 ? "" : ` over ${axes.map((axis) => axis.name).join(" and ")}`;
  const facts = `${lanes.length} ${lanes.length === 1 ? "loss" : "losses"}${what}: ${cells.length} ${cells.length === 1 ? "setting" : "settings"} times ${seeds.length} ${seeds.length === 1 ? "seed" : "seeds"} each. Every run is the train.py that Losslab exports of it, with that seed.`;
  return `"""${oneLine(name)}: a study of Losslab in PyTorch.

${wrapped(facts)}

    python sweep.py                          joblib or Ray where they are installed, else processes of Python's own
    python sweep.py --engine processes -j 4
    torchrun --nproc_per_node 4 sweep.py     over processes, or machines, that torchrun starts
"""

import argparse
import contextlib
import csv
import importlib.util
import io
import math
import os
import re

AXES = ${listOf(axes.map((axis) => pythonText(axis.name)))}
CELLS = ${listOf(cells.map((cell) => `(${cell.map((value) => `${pythonValue(value)},`).join(" ")})`))}
SEEDS = ${listOf(seeds.map(String))}

# By lane: what it is called, its train.py in the first cell, and for each cell the lines that are others there.
LANES = {
${lanes.map(laneText).join("")}}


${machinery}`;
}

const listOf = (items: readonly string[]): string => `[${items.join(", ")}]`;

const pythonValue = (value: SweepValue): string => (typeof value === "number" ? String(value) : pythonText(value));

/** Python reads JSON's texts as JSON does. */
const pythonText = (text: string): string => JSON.stringify(text);

function laneText({ id, name, texts }: StudyPyLane): string {
  const [first = ""] = texts;
  const edits = texts.map((text) => editsOf(first, withHeadingOf(first, text)));
  return `    ${pythonText(id)}: (
        ${pythonText(oneLine(name))},
        ${block(first)},
        [
${edits.map((cell) => `            [${cell.map(([from, to, lines]) => `(${from}, ${to}, ${listOf(lines.map(pythonText))})`).join(", ")}],\n`).join("")}        ],
    ),
`;
}

/** Somebody's text as it stands, between quotes that it cannot end. */
const block = (text: string): string => `'''\\\n${text.replaceAll("\\", "\\\\").replaceAll("'''", "\\'\\'\\'")}'''`;

/** What a file says of itself decides nothing. */
function withHeadingOf(first: string, text: string): string {
  const end = (whole: string): number => whole.indexOf('"""', 3);
  return first.slice(0, end(first)) + text.slice(end(text));
}

/** Line by line where both have as many; else all between the first and the last line that differ. */
export function editsOf(before: string, after: string): readonly Edit[] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  if (a.length === b.length)
    return a.flatMap((line, i): Edit[] => (line === b[i] ? [] : [[i, i + 1, b.slice(i, i + 1)]]));
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let same = 0;
  while (same < Math.min(a.length, b.length) - start && a.at(-1 - same) === b.at(-1 - same)) same++;
  return [[start, a.length - same, b.slice(start, b.length - same)]];
}

const machinery = `def program(lane, cell, seed):
    """train.py of a lane, in a cell, with a seed."""
    _, text, edits = LANES[lane]
    lines = text.split("\\n")
    for start, end, changed in reversed(edits[cell]):
        lines[start:end] = changed
    return re.sub(r"(?m)^(\\w+)\\.manual_seed\\(\\d+\\)$", rf"\\1.manual_seed({seed})", "\\n".join(lines), count=1)


def run(job):
    """What train.py says of validation, by metric; nothing where it stopped with an error."""
    import torch

    lane, cell, seed = job
    torch.set_num_threads(1)
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):
            exec(compile(program(lane, cell, seed), f"train.py of {lane}", "exec"), {"__name__": "__main__"})
    except Exception as error:  # one run that fails is no reason to lose the others
        return {"error": f"{type(error).__name__}: {error}"}
    found = {}
    lines = [line for line in said.getvalue().splitlines() if line.startswith("validation")]
    for line in lines:
        where, _, values = line.partition(": ")
        target = where.partition(", ")[2] if len(lines) > 1 else ""
        for metric, value in re.findall(r"([^,\\d][^,]*?) (-?[\\d.]+(?:e[-+]?\\d+)?|nan|-?inf)(?=,|$)", values):
            found[f"{metric.strip()} {target}".strip()] = float(value)
    return found


def with_joblib(jobs, processes):
    from joblib import Parallel, delayed

    return Parallel(n_jobs=processes)(delayed(run)(job) for job in jobs)


def with_ray(jobs, processes):
    import ray

    ray.init(num_cpus=processes)
    return ray.get([ray.remote(run).remote(job) for job in jobs])


def with_processes(jobs, processes):
    from multiprocessing import get_context

    with get_context("spawn").Pool(processes) as pool:
        return pool.map(run, jobs, chunksize=1)


def with_torchrun(jobs):
    """Every process takes its share; the first one has them all in the end, and None is what the others get."""
    import torch.distributed as dist

    dist.init_process_group("gloo")
    rank, world = dist.get_rank(), dist.get_world_size()
    for name in ("RANK", "WORLD_SIZE", "LOCAL_RANK"):  # train.py is to run by itself
        os.environ.pop(name, None)
    own = [run(job) for job in jobs[rank::world]]
    shares = [None] * world
    dist.all_gather_object(shares, own)
    dist.destroy_process_group()
    if rank > 0:
        return None
    results = [None] * len(jobs)
    for first, share in enumerate(shares):
        results[first::world] = share
    return results


def quantile(values, q):
    ordered = sorted(math.inf if math.isnan(value) else value for value in values)
    place = (len(ordered) - 1) * q
    low, high = ordered[math.floor(place)], ordered[math.ceil(place)]
    return low if low == high else low + (high - low) * (place - math.floor(place))


def table(jobs, results):
    """Median and half the distance between the quartiles over seeds: the page's table."""
    metrics = list(dict.fromkeys(metric for found in results for metric in found if metric != "error"))
    print("\\t".join(["lane", *AXES, *metrics]))
    for lane, (name, _, _) in LANES.items():
        for cell, values in enumerate(CELLS):
            runs = [found for (at, of, _), found in zip(jobs, results) if (at, of) == (lane, cell)]
            texts = []
            for metric in metrics:
                all_seeds = [found.get(metric, math.nan) for found in runs]
                middle, low, high = (quantile(all_seeds, q) for q in (0.5, 0.25, 0.75))
                texts.append(f"{middle:.5g} ± {(high - low) / 2:.2g}")
            print("\\t".join([f"{lane} {name}", *map(str, values), *texts]))
    for (lane, cell, seed), found in zip(jobs, results):
        if "error" in found:
            print(f"{lane}, {CELLS[cell]}, seed {seed}: {found['error']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", choices=["auto", "joblib", "ray", "processes", "one"], default="auto")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count(), help="processes at once")
    parser.add_argument("--csv", default="sweep.csv", help="where every run's numbers go")
    given = parser.parse_args()
    jobs = [(lane, cell, seed) for lane in LANES for cell in range(len(CELLS)) for seed in SEEDS]
    engine = given.engine
    if engine == "auto":
        engine = next((name for name in ("joblib", "ray") if importlib.util.find_spec(name)), "processes")
    if int(os.environ.get("WORLD_SIZE", 1)) > 1:
        results = with_torchrun(jobs)
    elif engine == "one":
        results = [run(job) for job in jobs]
    else:
        engines = {"joblib": with_joblib, "ray": with_ray, "processes": with_processes}
        results = engines[engine](jobs, given.jobs)
    if results is None:
        return
    with open(given.csv, "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["lane", *AXES, "seed", "metric", "value"])
        for (lane, cell, seed), found in zip(jobs, results):
            for metric, value in found.items():
                rows.writerow([lane, *CELLS[cell], seed, metric, value])
    table(jobs, results)


if __name__ == "__main__":
    main()
`;
