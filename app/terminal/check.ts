/** @file `npm run check -- FILE`: says in a terminal what the page says of a loss. */
import { parseArgs } from "node:util";
import { look } from "./look.ts";
import { jsonOf, linesOf, statusOf } from "./said.ts";
import { AskedWrongly } from "./setting.ts";

const USAGE = "npm run check -- FILE… [--data ID | --tensors] [--train STEPS] [--json]";

function asked() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: "string" },
      tensors: { type: "boolean", default: false },
      train: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const { data = null, tensors, json, train } = values;
  if (positionals.length === 0) throw new AskedWrongly("no file is named");
  if (data !== null && tensors) throw new AskedWrongly("--data and --tensors: one of them");
  const steps = train === undefined ? null : Number(train);
  if (steps !== null && !(Number.isInteger(steps) && steps > 0))
    throw new AskedWrongly(`--train: a number of steps, got ${train}`);
  return { files: positionals, data, tensors, json, train: steps };
}

function main(): number {
  const { files, json, ...how } = asked();
  let worst = 0;
  for (const file of files) {
    const seen = look({ file, ...how });
    console.log(json ? jsonOf(file, seen) : linesOf(file, seen).join("\n"));
    worst = Math.max(worst, statusOf(seen));
  }
  return worst;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 2;
}
