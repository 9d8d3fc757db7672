/**
 * @file Keeps every run that comes to its end, and shows a run at once where what stands in a lane is what was run before: a run is the same to the
 * last bit whenever it is made. As long as the page is open all of it is there; of what was kept at earlier visits, its curves and numbers.
 */
import type { Dataset } from "../../../engine/data/dataset.ts";
import { ENGINE_VERSION } from "../../../engine/train/fingerprint.ts";
import { nothingDrawn } from "../../../engine/train/picture.ts";
import { experimentOf } from "../../document/lanes.ts";
import type { KeptRun } from "../../document/kept-run.ts";
import { keepRun, outcomeOf, subjectOfKept } from "../../store/kept-runs.ts";
import { changesOf, differencesOf, presentOf, type RunSubject } from "../../store/run-changes.ts";
import { type LaneTraining, laneOf, type State, type Store } from "../../store/store.ts";
import type { RunSource } from "../replay/Rerun.ts";
import type { Trainer } from "../Trainer.ts";
import { withArguments } from "../with-arguments.ts";

/** Runs whose pictures are held: some hundred kilobytes each. */
const MOST_WHOLE = 24;

interface Whole {
  readonly training: LaneTraining;
  readonly source: RunSource;
}

export interface RecorderOptions {
  readonly trainer: Pick<Trainer, "sourceOf" | "recall">;
  readonly dataset: () => Promise<Dataset | null>;
  readonly now: () => number;
  readonly freshId: () => string;
}

export class RunRecorder {
  readonly #store: Store;
  readonly #options: RecorderOptions;
  readonly #unsubscribe: () => void;
  #whole: readonly Whole[] = [];
  /** Changes with every edit: who waited for data meanwhile gives way. */
  #turn = 0;

  constructor(store: Store, options: RecorderOptions) {
    this.#store = store;
    this.#options = options;
    this.#unsubscribe = store.subscribe((now, before) => {
      if (now.training !== before.training) this.#record(now, before);
      const isEdited =
        now.document.lanes !== before.document.lanes ||
        now.document.experiment !== before.document.experiment ||
        now.document.data !== before.document.data;
      if (isEdited) this.#turn++;
      // A lane's text is compiled some time after it was typed.
      if (isEdited || (this.#turn > 0 && now.results !== before.results)) this.#recall(now);
    });
  }

  dispose(): void {
    this.#unsubscribe();
  }

  #record(now: State, before: State): void {
    for (const training of Object.values(now.training)) {
      const { lane, progress } = training;
      const was = before.training[lane];
      if (was === training || (was?.progress === progress && was?.isRunning === training.isRunning)) continue;
      // What was recalled is known.
      if (this.#whole.some((known) => known.training.progress === progress) || outcomeOf(training) === null) continue;
      const source = this.#options.trainer.sourceOf(lane);
      if (source !== null) {
        const others = this.#whole.filter((known) => differencesOf(known.training, training).length > 0);
        this.#whole = [{ training, source }, ...others].slice(0, MOST_WHOLE);
      }
      keepRun(this.#store, training, this.#options.freshId(), this.#options.now());
    }
  }

  #recall(state: State): void {
    for (const lane of state.document.lanes) {
      const standing = state.training[lane.id];
      if (standing?.isRunning === true) continue;
      if (standing !== undefined && changesOf(state, lane.id).length === 0) continue;
      const present = presentOf(state, lane);
      const whole = this.#whole.find(({ training }) => differencesOf(training, present).length === 0);
      if (whole !== undefined) {
        this.#options.trainer.recall({ ...whole.training, lane: lane.id }, whole.source);
        continue;
      }
      const kept = state.kept.list.find(
        (run) => isShownAgain(run) && differencesOf(subjectOfKept(run), present).length === 0,
      );
      if (kept !== undefined) void this.#recallKept(lane.id, kept, present);
    }
  }

  /** Its picture was not kept; its curves and its numbers were. */
  async #recallKept(id: string, kept: KeptRun, present: RunSubject): Promise<void> {
    const turn = this.#turn;
    const dataset = await this.#options.dataset();
    const state = this.#store.getState();
    const [lane, result, standing] = [laneOf(state, id), state.results[id], state.training[id]];
    const program = result?.source === present.source ? (result.compilation?.program ?? null) : null;
    if (turn !== this.#turn || dataset === null || lane === undefined || program === null) return;
    if (standing !== undefined && (standing.isRunning || changesOf(state, id).length === 0)) return;
    const experiment = experimentOf(state.document, lane);
    const training = trainingOf(id, kept, { ...present, experiment });
    const source: RunSource = {
      setup: { experiment, dataset },
      program: withArguments(program, lane.arguments),
      handling: lane.handling,
    };
    this.#whole = [{ training, source }, ...this.#whole].slice(0, MOST_WHOLE);
    this.#options.trainer.recall(training, source);
  }
}

/** Another engine may come to other bits: its runs are looked at, and not taken for one's own. Why one diverged was not kept. */
const isShownAgain = ({ outcome }: KeptRun): boolean =>
  outcome.status === "done" && outcome.mark.startsWith(`${ENGINE_VERSION}:`);

function trainingOf(lane: string, { outcome }: KeptRun, present: RunSubject): LaneTraining {
  const { curves, metrics, mark, step, stepsPerSecond, status } = outcome;
  const { steps } = present.experiment;
  return {
    ...present,
    lane,
    stopped: null,
    isRunning: false,
    isSwapped: false,
    progress: {
      status,
      step,
      steps,
      stepsPerSecond,
      trainingLoss: curves.training,
      trainingMeans: curves.means,
      validationLoss: curves.validation,
      seconds: { steps: [0, step], values: [0, stepsPerSecond === 0 ? 0 : step / stepsPerSecond] },
      metricHistory: curves.metrics,
      metrics,
      picture: nothingDrawn,
      fingerprint: mark.slice(mark.indexOf(":") + 1),
      gradients: null,
      components: null,
      failure: null,
      lost: null,
    },
  };
}
