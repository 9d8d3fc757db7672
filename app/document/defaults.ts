/** @file What a document begins with: a scalar beside a vector, the question Losslab is about. */
import { defaultHandling } from "../../engine/vector/handling.ts";
import { type Lane, type LaneId, type LaneLanguage, type LossDocument, VERSION } from "./document.ts";
import { exampleOf } from "./examples.ts";
import { noStudy } from "./study.ts";
import { defaultView } from "./view.ts";

function laneOf(id: LaneId, name: string, language: LaneLanguage): Lane {
  const example = exampleOf(name);
  const source = language === "python" ? example.python : example.source;
  return { id, name: example.name, language, source, handling: defaultHandling, arguments: {}, lr: null };
}

/** What a lane that is added begins with. */
export function freshLane(id: LaneId, language: LaneLanguage): Lane {
  return laneOf(id, "Mean squared error", language);
}

export const defaultDocument: LossDocument = {
  version: VERSION,
  title: "",
  note: "",
  experiment: {
    dataset: "auto-mpg",
    toy: {},
    tensors: [],
    model: { kind: "mlp", widths: [32, 32], activation: "tanh" },
    output: null,
    reading: null,
    optimizer: { name: "Adam" },
    lr: 0.01,
    scheduler: null,
    batchSize: 64,
    seed: 0,
    steps: 2000,
    matchFirstStep: false,
  },
  seeds: 1,
  data: null,
  lanes: [laneOf("A", "Mean absolute error", "typescript"), laneOf("B", "Per-sample squared error", "python")],
  view: defaultView,
  runs: {},
  study: noStudy,
};

/** What a first visit opens with: the same, and the vector is made a step of, so that both can be shown trained. */
export const firstDocument: LossDocument = {
  ...defaultDocument,
  lanes: defaultDocument.lanes.map((lane) =>
    lane.id === "B" ? { ...lane, handling: { kind: "aggregator", name: "UPGrad", parameters: {} } } : lane,
  ),
};
