/** @file What the numbers of a model's output mean where they are no plain predictions of the targets: a distribution's parameters, or a place in a space. */
import type { TableDataset, TableKind } from "./dataset.ts";

export const spreadKinds = ["log-variance", "log-std", "softplus-std", "mixture"] as const;
export type SpreadKind = (typeof spreadKinds)[number];

export type Reading =
  | { readonly kind: SpreadKind | "embedding" }
  /** In order; one output each. */
  | { readonly kind: "quantiles"; readonly levels: readonly number[] };

export type ReadingKind = Reading["kind"];

export const readingLimits = {
  levels: { min: 2, max: 8 },
  level: { min: 0.001, max: 0.999 },
} as const;

interface ReadingRecord {
  readonly title: string;
  /** What stands where in the output. */
  readonly about: string;
  /** The data that can be read so, and what they are of then. */
  readonly of: TableKind;
  readonly becomes: TableKind;
  /** What the document holds when it is chosen. */
  readonly chosen: Reading;
  output(reading: Reading): readonly number[];
}

const spread = (kind: SpreadKind, title: string, about: string, width: number): ReadingRecord => ({
  title,
  about,
  of: "numbers",
  becomes: "distribution",
  chosen: { kind },
  output: () => [width],
});

export const readings: Readonly<Record<ReadingKind, ReadingRecord>> = {
  "log-variance": spread("log-variance", "mean, log σ²", "A normal distribution: its mean, then log σ².", 2),
  "log-std": spread("log-std", "mean, log σ", "A normal distribution: its mean, then log σ.", 2),
  "softplus-std": spread(
    "softplus-std",
    "mean, σ by softplus",
    "A normal distribution: its mean, then what softplus makes σ of.",
    2,
  ),
  mixture: spread(
    "mixture",
    "mixture of normals",
    "As many logits as components, then their means, then their log σ: three numbers a component.",
    9,
  ),
  quantiles: {
    title: "quantiles",
    about: "One number for each level, in order: below it lies that share of the targets.",
    of: "numbers",
    becomes: "distribution",
    chosen: { kind: "quantiles", levels: [0.1, 0.5, 0.9] },
    output: (reading) => [reading.kind === "quantiles" ? reading.levels.length : 3],
  },
  embedding: {
    title: "embedding",
    about: "A place in a space of as many dims as there are outputs: rows of one class shall lie near each other.",
    of: "classes",
    becomes: "embeddings",
    chosen: { kind: "embedding" },
    output: () => [2],
  },
};

export const readingKinds = Object.keys(readings).filter((name): name is ReadingKind => Object.hasOwn(readings, name));

/** The same data, of the kind that the reading makes of them; as they are where they cannot be read so. */
export function asRead(dataset: TableDataset, reading: Reading | null): TableDataset {
  if (reading === null) return dataset;
  const { of, becomes } = readings[reading.kind];
  return dataset.kind === of ? { ...dataset, kind: becomes, reading } : dataset;
}

/** What they are when nobody reads them otherwise. */
export const kindAsTheyAre = ({ kind, reading }: Pick<TableDataset, "kind" | "reading">): TableKind =>
  reading === null ? kind : readings[reading.kind].of;
