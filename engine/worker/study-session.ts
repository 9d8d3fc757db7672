/**
 * @file Several runs of one program in one realm, one after the other, each as if it were alone. A realm costs as much as two short runs do, so that
 * they share one; what a program leaves behind, though, would be met by the next run. So the first run, for which the realm is fresh, is begun again
 * right after itself: where its first steps then come to other bits, or the engine's own settings are no longer as they were found, nothing else runs here.
 */
import type { Dataset } from "../data/dataset.ts";
import type { Define } from "../language/loss.ts";
import { nothingDrawn } from "../train/picture.ts";
import type { Progress } from "../train/progress.ts";
import type { Host } from "./host.ts";
import type { Request } from "./protocol.ts";
import { surroundings } from "./surroundings.ts";
import { TrainingSession } from "./training-session.ts";

type StudyRequest = Extract<Request, { type: "trainEach" }>;

/** Steps of the first run that are taken again. */
const PROOF = 64;
/** Milliseconds: who tells more is taken for a flood. */
const TELL_EVERY = 5;

export class StudySession {
  readonly #host: Host;
  readonly #dataset: Dataset;
  readonly #request: StudyRequest;
  readonly #found = surroundings();
  #run: number;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(host: Host, dataset: Dataset, request: StudyRequest) {
    let define: Define | null = null;
    // A script runs nothing of the program's by itself: what it hands over does, anew for each loss.
    this.#host = { ...host, load: (js) => (define ??= host.load(js)) };
    this.#dataset = dataset;
    this.#request = request;
    this.#run = request.from;
  }

  begin(): void {
    const { experiments, from } = this.#request;
    if (from === experiments.length - 1) return this.#next(true);
    let atProof: Progress | null = null;
    const session = this.#session(from, (progress) => {
      if (atProof === null) {
        atProof = progress;
        if (progress.status === "paused") return session.runTo(this.#stepsOf(from));
      }
      session.cancel();
      this.#prove(atProof, progress);
    });
    session.runTo(PROOF);
  }

  /** Takes the first steps again, and tells how the run came out. */
  #prove(atProof: Progress, whole: Progress): void {
    const again = this.#session(this.#run, (progress) => {
      again.cancel();
      const isSame = progress.step === atProof.step && progress.fingerprint === atProof.fingerprint;
      this.#tell(whole, isSame && this.#isAsFound);
    });
    again.runTo(PROOF);
  }

  #next(isAlone = false): void {
    if (this.#run >= this.#request.experiments.length) return;
    const session = this.#session(this.#run, (progress) => {
      session.cancel();
      this.#tell(progress, isAlone || this.#isAsFound);
    });
    session.runTo(this.#stepsOf(this.#run));
  }

  get #isAsFound(): boolean {
    return surroundings() === this.#found;
  }

  #stepsOf(run: number): number {
    return this.#request.experiments[run]?.steps ?? 0;
  }

  #session(run: number, onStanding: (progress: Progress) => void): TrainingSession {
    const { id, program, handling, experiments } = this.#request;
    const experiment = experiments[run];
    if (experiment === undefined) throw new Error("internal: there is no such run in the study");
    return new TrainingSession(this.#host, { experiment, dataset: this.#dataset }, id, program, handling, onStanding);
  }

  #tell(progress: Progress, isClean: boolean): void {
    const now = this.#host.now();
    // Messages that have come are heard meanwhile.
    if (now - this.#toldAt < TELL_EVERY) return this.#host.yield(() => this.#tell(progress, isClean));
    this.#toldAt = now;
    const { id, tells } = this.#request;
    this.#host.post({
      type: "trained",
      id,
      run: this.#run++,
      progress: tells === "curves" ? progress : endOf(progress),
      isClean,
    });
    if (isClean) this.#host.yield(() => this.#next());
  }
}

const nothing = { steps: [], values: [] };

/** What a run came to, without how it got there. */
const endOf = (progress: Progress): Progress => ({
  ...progress,
  trainingLoss: nothing,
  trainingMeans: nothing,
  validationLoss: nothing,
  seconds: nothing,
  metricHistory: [],
  picture: nothingDrawn,
  gradients: null,
  lost: null,
});
