/** @file The engine against its peers: every implementation in a worker of its own on a blank page, in one run, in interleaved rounds. */
import { readFileSync } from "node:fs";
import type { Browser } from "@playwright/test";
import { cells } from "./cells.ts";
import { fullBudget, type Measured, measureCell, quickBudget } from "./measure-cell.ts";
import type { Options } from "./options.ts";
import type { Answer } from "./serve.ts";
import { type Served, Stage } from "./stage.ts";
import { median, minimum } from "./statistics.ts";
import { line, short, table } from "./table.ts";
import type { Workload } from "./workloads.ts";

interface Entry {
  readonly module: string;
  /** The package it comes in; null for our own. */
  readonly library: string | null;
}

/** By name, in the order of the columns; the first is what the others are compared with. */
const entries: Readonly<Record<string, Entry>> = {
  losslab: { module: "e2e/bench/losslab.ts", library: null },
  jax: { module: "e2e/bench/jax.ts", library: "@jax-js/jax" },
  "tfjs-wasm": { module: "e2e/bench/tfjs-wasm.ts", library: "@tensorflow/tfjs-backend-wasm" },
  "tfjs-cpu": { module: "e2e/bench/tfjs-cpu.ts", library: "@tensorflow/tfjs-backend-cpu" },
};

const widths = [44, ...Object.keys(entries).flatMap(() => [8, 7, 6])];

function versionOf(library: string | null): string {
  if (library === null) return "this tree";
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(`node_modules/${library}/package.json`, "utf8"),
  );
  return `${library} ${version}`;
}

const firstGradient: Workload = { kind: "loss", n: 64 };

interface Start {
  readonly contender: string;
  readonly description: string;
  readonly files: readonly Served[];
  readonly gzip: number;
  /** Milliseconds from a new worker to its first gradient. */
  readonly cold: readonly number[];
}

interface Row {
  readonly cell: string;
  readonly tolerance: number;
  readonly results: readonly Measured[];
}

export async function measureEngine(browser: Browser, options: Options): Promise<object> {
  const contenders = Object.keys(entries).filter((name) => options.peers?.includes(name) ?? true);
  const chosen = Object.fromEntries(contenders.map((name) => [name, entries[name].module]));
  const budget = options.isQuick ? quickBudget : fullBudget;
  const stage = await Stage.open(browser, chosen);
  try {
    const starts = await measureStarts(stage, contenders, options.isQuick ? 3 : 8);
    console.log(`\nThe engine and its peers, Chromium ${browser.version()}, one thread each\n`);
    for (const { contender, description } of starts) console.log(line([contender, description], [10]));
    console.log("\nMicroseconds a step. The first losses or the gradients of all agree before anything is timed:");
    console.log(`within ${cells[0]?.tolerance} relatively, losses over 20 steps, where no other number is given.\n`);
    console.log(line(["", ...contenders.flatMap((name) => [name, "", ""])], widths));
    console.log(line(["", ...contenders.flatMap(() => ["minimum", "median", "ratio"])], widths));
    const rows: Row[] = [];
    for (const cell of cells.filter(({ isQuick }) => isQuick || !options.isQuick)) {
      const results = await measureCell(stage, contenders, cell, budget);
      rows.push({ cell: cell.name, tolerance: cell.tolerance, results });
      const note = cell.tolerance === cells[0]?.tolerance ? "" : ` (within ${cell.tolerance})`;
      console.log(line([cell.name + note, ...results.flatMap((each) => told(each, results[0]))], widths));
      for (const { contender, skipped } of results)
        if (skipped !== null) console.log(`  ${contender} skipped: ${skipped}`);
    }
    console.log(
      "\nFrom a new worker to the first gradient (loss alone, N = 64), nothing cached, files from this machine\n",
    );
    console.log(
      table([
        ["", "ms, minimum", "median", "kB gzipped", "files"],
        ...starts.map(({ contender, cold, gzip, files }) => [
          contender,
          short(minimum(cold)),
          short(median(cold)),
          (gzip / 1000).toFixed(1),
          files.map(({ path }) => path.slice(path.lastIndexOf("/") + 1)).join(", "),
        ]),
      ]),
    );
    return { chromium: browser.version(), userAgent: await stage.userAgent(), budget, starts, rows: rows.map(summed) };
  } finally {
    await stage.close();
  }
}

/** Cold starts, in interleaved rounds. The workers of the last round stay. */
async function measureStarts(stage: Stage, contenders: readonly string[], rounds: number): Promise<readonly Start[]> {
  const cold = new Map<string, number[]>(contenders.map((name) => [name, []]));
  const files = new Map<string, readonly Served[]>();
  for (let round = 0; round < rounds; round++) {
    for (const name of contenders) {
      stage.takeServed();
      cold.get(name)?.push(await stage.cold(name, { type: "cold", workload: firstGradient }));
      files.set(name, stage.takeServed());
      await stage.ask(name, { type: "dispose" });
      if (round < rounds - 1) await stage.stop(name);
    }
  }
  const starts: Start[] = [];
  for (const contender of contenders) {
    const { text } = await stage.ask<Answer>(contender, { type: "start" });
    const description = `${versionOf(entries[contender].library)}${text}`;
    const fetched = files.get(contender) ?? [];
    const gzip = fetched.reduce((sum, each) => sum + each.gzip, 0);
    starts.push({ contender, description, files: fetched, gzip, cold: cold.get(contender) ?? [] });
  }
  return starts;
}

/** Minimum, median, and the minimum's ratio to that of the first column. */
function told({ samples, skipped }: Measured, first: Measured | undefined): readonly string[] {
  if (skipped !== null) return ["skipped", "", ""];
  return [short(minimum(samples)), short(median(samples)), short(minimum(samples) / minimum(first?.samples ?? []))];
}

function summed({ results, ...row }: Row): object {
  const base = minimum(results[0]?.samples ?? []);
  return {
    ...row,
    results: results.map((each) => ({
      ...each,
      rounds: each.samples.length,
      minimum: minimum(each.samples),
      median: median(each.samples),
      ratio: minimum(each.samples) / base,
    })),
  };
}
