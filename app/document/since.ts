/**
 * @file Since which version documents have each of their fields. A field that is added does not compile until it stands here, and the law of
 * `document.test.ts`, that documents of every version open, fails until a migration gives it to older ones.
 */
import type { Experiment } from "../../engine/train/experiment.ts";
import type { Lane, LossDocument, VERSION } from "./document.ts";
import type { DocumentView } from "./view.ts";

/** 1, 2, ... up to N. */
type UpTo<N extends number, Seen extends readonly unknown[] = [unknown]> = Seen["length"] extends N
  ? Seen["length"]
  : Seen["length"] | UpTo<N, readonly [...Seen, unknown]>;

export type Version = UpTo<typeof VERSION>;
export type EarlierVersion = Exclude<Version, typeof VERSION>;

type Since<T> = { readonly [Field in keyof T]-?: Version };

export const since: {
  readonly document: Since<LossDocument>;
  readonly experiment: Since<Experiment>;
  readonly lane: Since<Lane>;
  readonly view: Since<DocumentView>;
} = {
  document: { version: 1, title: 3, note: 3, experiment: 1, seeds: 8, data: 3, lanes: 1, view: 3, runs: 3, study: 10 },
  experiment: {
    dataset: 1,
    model: 1,
    optimizer: 1,
    lr: 1,
    batchSize: 1,
    seed: 1,
    steps: 1,
    matchFirstStep: 2,
    scheduler: 4,
    toy: 6,
    tensors: 6,
    output: 6,
    reading: 7,
  },
  lane: { id: 1, name: 1, language: 1, source: 1, handling: 2, arguments: 6, lr: 9 },
  view: { scale: 3, axis: 3, smoothing: 3, metric: 3, split: 3, lanesShare: 5, editorShare: 5, input: 6, tab: 11 },
};
