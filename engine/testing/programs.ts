/** @file `npm run programs -- DIR…`: every program of a folder against what PyTorch recorded, each difference on a line. */
import { outcomeProblem } from "./compare-outcomes.ts";
import { CasesError, type ProgramCase, programCases } from "./program-cases.ts";
import { outcomeOf } from "./program-outcome.ts";

/** The folders that are run when none is named. */
export const corpus = ["programs", "errors", "python", "library"].map((folder) => `engine/testdata/forum/${folder}`);

/** What is wrong with a case, on one line; null if it goes as recorded. */
export function problemOf({ source, expected }: ProgramCase): string | null {
  if (source === null) return "has an entry in expected.json and no program";
  if (expected === null) return "has no entry in expected.json";
  return outcomeProblem(outcomeOf(source), expected);
}

/** Says line by line what differs; whether nothing does. */
export function runPrograms(folders: readonly string[], say: (line: string) => void): boolean {
  let [passed, failed, meant] = [0, 0, 0];
  try {
    const all = folders.map(programCases);
    for (const each of all.flat()) {
      const problem = problemOf(each);
      if (problem === null && each.difference === null) passed++;
      else if (problem !== null && each.difference !== null) meant++;
      else {
        failed++;
        say(`${each.name}: ${problem ?? "is named in differences.json, and is none"}`);
      }
    }
  } catch (error) {
    if (!(error instanceof CasesError)) throw error;
    say(error.message);
    return false;
  }
  if (meant > 0) say(`${meant} meant to differ`);
  say(`${passed} passed, ${failed} failed`);
  return failed === 0;
}

if (process.argv[1]?.endsWith("programs.ts")) {
  const folders = process.argv.slice(2);
  if (!runPrograms(folders.length === 0 ? corpus : folders, console.log)) process.exitCode = 1;
}
