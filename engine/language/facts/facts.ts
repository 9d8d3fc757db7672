/**
 * @file What reading and printing a loss needs to know of PyTorch's functions, methods and modules, without the engine that computes them. The tables are
 * written by `npm run generate` from the ops' records.
 */
import type { Op } from "../../ops/op.ts";
import { type Place, shortName } from "../../ops/place.ts";
import type { OpKey } from "../../ops/registry.ts";
import { moduleTable, opTable } from "./tables.generated.ts";

/** An op under one of its names. */
export interface OpFacts extends Pick<Op, "name" | "params" | "places" | "returns" | "gradient" | "inPlace"> {
  /** What the code calls it, whichever of its names this is; null for one that draws random numbers. */
  readonly key: OpKey | null;
  /** Answers a question about elements: a comparison. */
  readonly compares: boolean;
}

/** A loss or activation module, with its constructor's parameters. */
export interface ModuleFacts extends Pick<Op, "name" | "params"> {
  /** The function whose arguments it holds. */
  readonly of: string;
  /** How many of the function's arguments forward takes; the constructor takes the others. */
  readonly inputs: number;
}

const byPlace = new Map<Place, ReadonlyMap<string, OpFacts>>();
const modules: ReadonlyMap<string, ModuleFacts> = new Map(moduleTable.map((module) => [module.name, module]));
const byAnyName: ReadonlyMap<string, OpFacts> = new Map(opTable.map((op) => [op.name, op]));

/** The ops of a place by the name they have there. */
export function opsAt(place: Place): ReadonlyMap<string, OpFacts> {
  let found = byPlace.get(place);
  if (found === undefined) {
    found = new Map(
      opTable.filter(({ places }) => places.includes(place)).map((op) => [shortName(op.name, place), op]),
    );
    byPlace.set(place, found);
  }
  return found;
}

/** By any of its names: linalg_inv, subtract. */
export const opNamed = (name: string): OpFacts | null => byAnyName.get(name) ?? null;

export const moduleNamed = (name: string): ModuleFacts | null => modules.get(name) ?? null;

export const moduleNames: readonly string[] = moduleTable.map(({ name }) => name);
