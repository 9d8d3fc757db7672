/** @file Kept runs as entries of a shelf: each run is one, and so are own data, of which several runs may be. Pure. */
import { freshId } from "../../document/fresh-id.ts";
import { type KeptRun, parseKeptRun, plainOf } from "../../document/kept-run.ts";
import type { OwnData } from "../../document/own-data.ts";

const RUN = "run.";
const DATA = "data.";

/** What an entry of data is called, for as long as its object is the same. */
export class DataNames {
  readonly #names = new WeakMap<OwnData, string>();

  of(data: OwnData): string {
    const name = this.#names.get(data) ?? freshId();
    this.#names.set(data, name);
    return name;
  }

  set(data: OwnData, name: string): void {
    this.#names.set(data, name);
  }
}

/** Every entry, with the object that it is made of: what is the same object need not be written again. */
export function entriesOf(list: readonly KeptRun[], names: DataNames): ReadonlyMap<string, object> {
  return new Map(
    list.flatMap((run): [string, object][] => {
      const { data } = run.document;
      return [
        [RUN + run.id, run],
        ...(data === null ? [] : [[DATA + names.of(data), data] satisfies [string, object]]),
      ];
    }),
  );
}

/** As it is written. */
export function writtenOf(key: string, list: readonly KeptRun[], names: DataNames): unknown {
  const run = list.find(({ id }) => key === RUN + id);
  if (run !== undefined) {
    const { data } = run.document;
    return plainOf({ ...run, document: { ...run.document, data: data === null ? null : names.of(data) } });
  }
  return list.find(({ document: { data } }) => data !== null && key === DATA + names.of(data))?.document.data ?? null;
}

export interface ReadRuns {
  readonly runs: readonly KeptRun[];
  readonly unreadable: number;
}

export function runsIn(entries: ReadonlyMap<string, unknown>, names: DataNames): ReadRuns {
  const shared = new Map<string, OwnData>();
  const read = [...entries].filter(([key]) => key.startsWith(RUN)).map(([, value]) => runIn(value, entries, shared));
  for (const [name, data] of shared) names.set(data, name);
  const runs = read.flatMap((run) => run ?? []);
  return { runs, unreadable: read.length - runs.length };
}

/** Runs of the same data share one object. */
function runIn(value: unknown, entries: ReadonlyMap<string, unknown>, shared: Map<string, OwnData>): KeptRun | null {
  const name = dataNameIn(value);
  if (name === null) return parseKeptRun(value);
  const known = shared.get(name);
  const run = parseKeptRun(withData(value, known ?? entries.get(DATA + name) ?? null));
  if (run === null || run.document.data === null) return null;
  const data = known ?? run.document.data;
  shared.set(name, data);
  return { ...run, document: { ...run.document, data } };
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function dataNameIn(value: unknown): string | null {
  if (!isFields(value) || !isFields(value.document)) return null;
  const { data } = value.document;
  return typeof data === "string" ? data : null;
}

function withData(value: unknown, data: unknown): unknown {
  return isFields(value) && isFields(value.document) ? { ...value, document: { ...value.document, data } } : value;
}
