// Adds up what vitest and Playwright report, and fails when the command did, whatever they counted.
import { readFileSync } from "node:fs";

const status = Number(process.argv[2]);
const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
};
const unit = read(".cache/unit.json");
const journeys = read("test-results/journeys.json");
const again = journeys?.stats.flaky ?? 0;
const passed = (unit?.numPassedTests ?? 0) + (journeys?.stats.expected ?? 0) + again;
const failed = (unit?.numFailedTests ?? 0) + (journeys?.stats.unexpected ?? 0);
if (again > 0) console.log(`Of the journeys ${again} passed at the second try.`);
// A step before the tests (format, types, lint, build) that fails counts as one failure.
const counted = status !== 0 && failed === 0 ? 1 : failed;
console.log(`${passed} passed, ${counted} failed`);
process.exit(status === 0 && counted === 0 ? 0 : 1);
