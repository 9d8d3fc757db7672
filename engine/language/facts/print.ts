/** @file Writes the tables of facts from the ops' records: one op a line, so that two changes seldom meet. Only for `npm run generate`. */
import { catalogue } from "../../nn/catalogue.ts";
import { opFamilies, opKeys } from "../../ops/registry.ts";
import { allOps } from "../../torch.ts";
import type { ModuleFacts, OpFacts } from "./facts.ts";

const comparisons: ReadonlySet<string> = new Set(
  (opFamilies.find(({ title }) => title === "Comparison and logic")?.ops ?? []).flatMap(({ name, aliases }) => [
    name,
    ...aliases,
  ]),
);

function facts(): readonly OpFacts[] {
  return allOps.map(({ op: { name, params, places, returns, gradient, inPlace } }) => ({
    name,
    key: opKeys.get(name) ?? null,
    params,
    places,
    returns,
    gradient,
    inPlace,
    compares: comparisons.has(name),
  }));
}

const modules = (): readonly ModuleFacts[] =>
  catalogue.map(({ name, of, inputs, op: { params } }) => ({ name, of, inputs, params }));

const lines = (rows: readonly object[]): string => rows.map((row) => `  ${JSON.stringify(row)},\n`).join("");

export const factTables = (): string => `// Written by npm run generate.
import type { ModuleFacts, OpFacts } from "./facts.ts";

export const opTable: readonly OpFacts[] = [
${lines(facts())}];

export const moduleTable: readonly ModuleFacts[] = [
${lines(modules())}];
`;
