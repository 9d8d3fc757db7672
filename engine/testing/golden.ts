/** @file `npm run golden -- DIR [--only FILE]`: every reference case of a folder, a line a file, each failure by its id. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { PythonError } from "../language/python/runtime/exceptions.ts";
import { defaultGenerator } from "../random/generator.ts";
import { Tensor } from "../tensor/tensor.ts";
import { type AggregatorCase, aggregatorProblem } from "./aggregator-cases.ts";
import { type ErrorCase, errorProblem } from "./error-cases.ts";
import { excused } from "./excused.ts";
import { invoke, load } from "./python.ts";
import { difference, isStoredType, numbersOf, type Precision, type StoredTensor } from "./stored.ts";
import { type TrainingCase, type TrainingFile, trainingProblem } from "./training-cases.ts";
import { type DoubleCase, doubleProblem, functionText, type ValueCase, valueProblem } from "./value-cases.ts";

interface RandomCase {
  readonly id: string;
  readonly seed: number;
  readonly code: string;
  readonly output?: StoredTensor;
  readonly outputs?: readonly StoredTensor[];
}

type AnyCase = { readonly id: string };
type Check = (given: AnyCase, file: unknown) => string | null;

const inBoth =
  <T>(check: (given: T, precision: Precision) => string | null) =>
  (given: T): string | null => {
    for (const precision of ["float32", "float64"] as const) {
      const problem = check(given, precision);
      if (problem !== null) return `${precision}: ${problem}`;
    }
    return null;
  };

/** Which cases a file holds is told by what they look like, so that a new file of a known kind needs nothing here. */
function checkOf(given: AnyCase): Check {
  if ("outcome" in given) return (item) => errorProblem(item as ErrorCase);
  if ("aggregator" in given) return (item) => aggregatorProblem(item as AggregatorCase);
  if ("grad_of_grad" in given) return (item) => inBoth(doubleProblem)(item as DoubleCase);
  if ("code" in given && "seed" in given) return (item) => randomProblem(item as RandomCase);
  if ("model" in given)
    return (item, file) =>
      inBoth<TrainingCase>((each, precision) => trainingProblem(file as TrainingFile, each, precision))(
        item as TrainingCase,
      );
  return (item) => inBoth(valueProblem)(item as ValueCase);
}

function randomProblem(given: RandomCase): string | null {
  defaultGenerator.seed(given.seed);
  const { entry } = load(functionText(given.code, []), { entry: "case" });
  const result = invoke(entry, []);
  const results = Array.isArray(result) ? [...result] : [result];
  const outputs = given.outputs ?? (given.output === undefined ? [] : [given.output]);
  for (const [i, output] of outputs.entries()) {
    const actual = results[i];
    if (!Tensor.isTensor(actual)) return "is no tensor";
    if (actual.shape.join() !== output.shape?.join() || !isStoredType(actual.dtype, output.dtype, "float32"))
      return `has shape [${actual.shape.join()}] and dtype ${actual.dtype}`;
    // Equal in float32. One number in float64 was recorded with another C library, whose last bit differs.
    const rtol = actual.dtype === "float64" ? 2 ** -52 : 0;
    const problem = difference(numbersOf(actual), output.data, { rtol, atol: 0 });
    if (problem !== null) return problem;
  }
  return null;
}

export interface FileResult {
  readonly file: string;
  readonly total: number;
  readonly failures: readonly { readonly id: string; readonly why: string }[];
  readonly excused: readonly string[];
}

export function runFile(folder: string, file: string): FileResult {
  const content = JSON.parse(readFileSync(join(folder, file), "utf8")) as { readonly cases?: readonly AnyCase[] };
  const cases = content.cases ?? [];
  const failures: { id: string; why: string }[] = [];
  for (const given of cases) {
    const why = attempt(() => checkOf(given)(given, content));
    if (why !== null) failures.push({ id: given.id, why });
  }
  return {
    file,
    total: cases.length,
    failures: failures.filter(({ id }) => !(id in excused)),
    excused: failures.map(({ id }) => id).filter((id) => id in excused),
  };
}

function attempt(check: () => string | null): string | null {
  try {
    return check();
  } catch (error) {
    if (error instanceof PythonError) return `${error.type}: ${error.message}`;
    return error instanceof Error ? `${error.constructor.name}: ${error.message}` : String(error);
  }
}

export const goldenFiles = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith(".json"));

function main(): void {
  const { values, positionals } = parseArgs({ options: { only: { type: "string" } }, allowPositionals: true });
  const [folder = "engine/testdata/pytorch"] = positionals;
  const { only } = values;
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  if (only !== undefined && !goldenFiles(folder).includes(only)) throw new Error(`There is no ${only} in ${folder}.`);
  let [passed, failed, forgiven] = [0, 0, 0];
  for (const file of goldenFiles(folder).filter((name) => only === undefined || name === only)) {
    const result = runFile(folder, file);
    for (const { id, why } of result.failures) console.log(`  ${id}: ${why}`);
    const met = result.total - result.failures.length - result.excused.length;
    console.log(
      `${file}: ${met}/${result.total}${result.excused.length === 0 ? "" : ` (${result.excused.length} excused)`}`,
    );
    passed += met;
    failed += result.failures.length;
    forgiven += result.excused.length;
  }
  if (forgiven > 0) console.log(`${forgiven} excused`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

if (process.argv[1]?.endsWith("golden.ts")) main();
