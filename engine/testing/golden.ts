/** @file `npm run golden -- DIR [--only FILE]`: every reference case of a folder, a line a file, each failure by its id. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Case, runCase } from "./golden-cases.ts";

/** Files whose cases are expressions with inputs, outputs and gradients; the others have runners of their own in the tests. */
export const expressionFiles = (file: string): boolean => /^(ops_(?!double)|losses_functional)/.test(file);

export interface FileResult {
  readonly file: string;
  readonly total: number;
  readonly passed: number;
  readonly failures: readonly { readonly id: string; readonly why: string }[];
  readonly unsupported: readonly { readonly id: string; readonly why: string }[];
}

export function runFile(folder: string, file: string): FileResult {
  const { cases } = JSON.parse(readFileSync(join(folder, file), "utf8")) as { readonly cases: readonly Case[] };
  const results = cases.map((given) => ({ id: given.id, verdict: runCase(given) }));
  const of = (kind: "failed" | "unsupported") =>
    results.flatMap(({ id, verdict }) => (verdict.kind === kind ? [{ id, why: verdict.why }] : []));
  return {
    file,
    total: cases.length,
    passed: results.filter(({ verdict }) => verdict.kind === "passed").length,
    failures: of("failed"),
    unsupported: of("unsupported"),
  };
}

function main(): void {
  const [folder = "engine/testdata/pytorch", ...options] = process.argv.slice(2);
  const only = options[0] === "--only" ? options[1] : undefined;
  let [passed, failed] = [0, 0];
  for (const file of readdirSync(folder).filter(
    (name) => name.endsWith(".json") && expressionFiles(name) && (only === undefined || name === only),
  )) {
    const result = runFile(folder, file);
    for (const { id, why } of result.failures) console.log(`  ${id}: ${why}`);
    for (const { id, why } of result.unsupported) console.log(`  ${id}: not there yet, ${why}`);
    console.log(`${file}: ${result.passed}/${result.total}`);
    passed += result.passed;
    failed += result.total - result.passed;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

if (process.argv[1]?.endsWith("golden.ts")) main();
