/** @file For tests: a lane's run that has come to its end. */
import type { Progress } from "../../engine/train/progress.ts";
import { experimentOf } from "../document/lanes.ts";
import type { LaneTraining, State } from "./store.ts";

const series = { steps: [1, 2, 3], values: [3, Number.NaN, 1 / 3] };

export const progressOf = (fingerprint: string, mse = 1): Progress => ({
  status: "done",
  step: 2000,
  steps: 2000,
  stepsPerSecond: 1000,
  trainingLoss: series,
  trainingMeans: series,
  validationLoss: series,
  seconds: series,
  metricHistory: [{ name: "MSE", series }],
  metrics: {
    training: [{ name: "MSE", value: mse, unit: "" }],
    validation: [{ name: "MSE", value: mse, unit: "" }],
  },
  picture: { kind: "curves", curves: [] },
  fingerprint,
  gradients: null,
  components: null,
  failure: null,
  lost: null,
});

export const hashOf = (number: number): string => number.toString(16).padStart(16, "0");

/** Of a lane as it stands. */
export function madeRun({ document }: Pick<State, "document">, id: string, fingerprint: string, mse = 1): LaneTraining {
  const lane = document.lanes.find((each) => each.id === id);
  if (lane === undefined) throw new Error(`there is no lane ${id}`);
  const { source, language, handling, arguments: given } = lane;
  return {
    lane: id,
    progress: progressOf(fingerprint, mse),
    stopped: null,
    isRunning: false,
    source,
    language,
    handling,
    arguments: given,
    experiment: experimentOf(document, lane),
    data: document.data,
    isSwapped: false,
  };
}
