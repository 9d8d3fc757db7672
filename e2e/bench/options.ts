/** @file The command line of the benchmark. */
import { parseArgs } from "node:util";

export interface Options {
  readonly only: "engine" | "page" | null;
  readonly isQuick: boolean;
  /** Names of the implementations that are measured; null for all. */
  readonly peers: readonly string[] | null;
  readonly json: string | null;
}

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string" },
      quick: { type: "boolean", default: false },
      peers: { type: "string" },
      json: { type: "string" },
    },
  });
  const { only = null } = values;
  if (only !== null && only !== "engine" && only !== "page") {
    throw new Error(`--only takes engine or page, got ${only}.`);
  }
  return { only, isQuick: values.quick, peers: values.peers?.split(",") ?? null, json: values.json ?? null };
}
