/** @file Documents of older versions, brought to the newest step by step. What comes out is checked by the schema like anything else. */
import type { EarlierVersion } from "./since.ts";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** From the version that is the key to the one after it: one of each version before the newest. */
const migrations: { readonly [Version in EarlierVersion]: (document: Fields) => Fields } = {
  // Lanes learned to say what becomes of a vector; before that, every one refused it.
  1: ({ experiment, lanes, ...rest }) => ({
    ...rest,
    version: 2,
    experiment: isFields(experiment) ? { ...experiment, matchFirstStep: false } : experiment,
    lanes: Array.isArray(lanes)
      ? lanes.map((lane: unknown) => (isFields(lane) ? { ...lane, handling: { kind: "refuse" } } : lane))
      : lanes,
  }),
  // Documents got a title and a note, data of their own, a way of being looked at, and the hashes of their author's runs.
  2: (document) => ({
    ...document,
    version: 3,
    title: "",
    note: "",
    data: null,
    view: { scale: "log", axis: "step", smoothing: 0.6, metric: "MSE", split: "validation" },
    runs: {},
  }),
  // Experiments got a scheduler; before that, lr stayed as it was. Options that are PyTorch's defaults are left out of optimisers.
  3: ({ experiment, ...rest }) => ({
    ...rest,
    version: 4,
    experiment: isFields(experiment) ? { ...experiment, scheduler: null } : experiment,
  }),
  // The page got panes; before that, their sizes were not anybody's choice.
  4: ({ view, ...rest }) => ({
    ...rest,
    version: 5,
    view: isFields(view) ? { ...view, lanesShare: null, editorShare: null } : view,
  }),
  // Data got any number of inputs, and classes; models an output with a shape; losses arguments that are no data.
  5: ({ experiment, data, lanes, view, ...rest }) => ({
    ...rest,
    version: 6,
    experiment: isFields(experiment) ? { ...experiment, toy: {}, tensors: [], output: null } : experiment,
    data: isFields(data) ? withInputs(data) : data,
    lanes: Array.isArray(lanes)
      ? lanes.map((lane: unknown) => (isFields(lane) ? { ...lane, arguments: {} } : lane))
      : lanes,
    view: isFields(view) ? { ...view, input: 0 } : view,
  }),
  // Outputs got a meaning of their own: distributions and embeddings.
  6: ({ experiment, ...rest }) => ({
    ...rest,
    version: 7,
    experiment: isFields(experiment) ? { ...experiment, reading: null } : experiment,
  }),
  // Lanes are compared over several seeds; before that, one decided.
  7: (document) => ({ ...document, version: 8, seeds: 1 }),
  // Lanes got a learning rate of their own.
  8: ({ lanes, ...rest }) => ({
    ...rest,
    version: 9,
    lanes: Array.isArray(lanes) ? lanes.map((lane: unknown) => (isFields(lane) ? { ...lane, lr: null } : lane)) : lanes,
  }),
  // Documents remember what was studied, and what it came to.
  9: (document) => ({ ...document, version: 10, study: { seeds: null, sweep: null } }),
  // The dock's open tab became part of how a document is looked at.
  10: ({ view, ...rest }) => ({
    ...rest,
    version: 11,
    view: isFields(view) ? { ...view, tab: "training" } : view,
  }),
};

const withInputs = ({ input, ...data }: Fields): Fields => ({ ...data, kind: "numbers", inputs: [input], classes: [] });

const isEarlier = (version: unknown): version is EarlierVersion =>
  typeof version === "number" && Object.hasOwn(migrations, version);

export function migrated(value: unknown): unknown {
  let document = value;
  while (isFields(document) && isEarlier(document.version)) document = migrations[document.version](document);
  return document;
}
