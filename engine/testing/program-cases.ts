/**
 * @file Programs in Python and what CPython and PyTorch made of each: a folder of NAME.py with an expected.json,
 * `{"torch": version, "cases": {NAME: {"stdout": text, "error"?: {"type", "message", "line"?, "column"?}}}}`.
 * differences.json beside it names those that are meant to go otherwise here, each with its reason.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { Outcome } from "./program-outcome.ts";

const place = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1)));
const raised = v.object({ type: v.string(), message: v.string(), line: place, column: place });
const recorded = v.strictObject({ stdout: v.string(), error: v.exactOptional(raised) });
const expectedFile = v.object({ cases: v.record(v.string(), recorded) });
const differencesFile = v.record(v.string(), v.string());

export interface ProgramCase {
  readonly name: string;
  /** Null where an entry has no program. */
  readonly source: string | null;
  /** Null where a program has no entry. */
  readonly expected: Outcome | null;
  /** Why it goes otherwise here; null where it may not. */
  readonly difference: string | null;
}

/** A folder that does not hold what it should, in words. */
export class CasesError extends Error {}

function parsed<S extends v.GenericSchema>(path: string, schema: S): v.InferOutput<S> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new CasesError(`${path} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = v.safeParse(schema, content);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new CasesError(`${path} has another format: ${v.getDotPath(issue) ?? "the file"}: ${issue.message}`);
}

/** Every program and every entry of a folder, by name. */
export function programCases(folder: string): ProgramCase[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new CasesError(`There is no folder ${folder}.`);
  const expectedPath = join(folder, "expected.json");
  if (!existsSync(expectedPath)) throw new CasesError(`There is no expected.json in ${folder}.`);
  const cases = new Map(Object.entries(parsed(expectedPath, expectedFile).cases));
  const differencesPath = join(folder, "differences.json");
  const differences = new Map(
    existsSync(differencesPath) ? Object.entries(parsed(differencesPath, differencesFile)) : [],
  );
  const programs = new Set(
    readdirSync(folder)
      .filter((file) => file.endsWith(".py"))
      .map((file) => file.slice(0, -".py".length)),
  );
  for (const name of differences.keys())
    if (!cases.has(name)) throw new CasesError(`${differencesPath} names ${name}, which expected.json does not.`);
  const names = [...new Set([...programs, ...cases.keys()])].sort();
  if (names.length === 0) throw new CasesError(`There is no program in ${folder}.`);
  return names.map((name) => {
    const { stdout, error = null } = cases.get(name) ?? { stdout: "" };
    return {
      name,
      source: programs.has(name) ? readFileSync(join(folder, `${name}.py`), "utf8") : null,
      expected: cases.has(name) ? { stdout, error } : null,
      difference: differences.get(name) ?? null,
    };
  });
}
