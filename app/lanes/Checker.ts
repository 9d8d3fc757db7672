/**
 * @file Finds out what there is to know about the lanes' losses, when nobody types and nothing trains: in a sandbox of its own, so that the next
 * keystroke waits for nothing.
 */
import type { Dataset } from "../../engine/data/dataset.ts";
import type { Report } from "../../engine/inspect/report.ts";
import type { Program } from "../../engine/language/program.ts";
import { Sandbox } from "../sandbox/Sandbox.ts";
import { isTraining, laneOf, type State, type Store } from "../store/store.ts";
import { withArguments } from "./with-arguments.ts";

/** Without a keystroke, in milliseconds: what a run would show is tried before (LiveLane), and its report is the one to follow. */
const IDLE = 1_200;

interface Wanted {
  readonly lane: string;
  readonly report: Report;
  readonly program: Program;
}

export class Checker {
  readonly #store: Store;
  readonly #dataset: () => Promise<Dataset | null>;
  readonly #unsubscribe: () => void;
  #sandbox: Sandbox | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is being found out about. */
  #current: Wanted | null = null;
  /** Reports that no answer came to: their losses are left alone. */
  readonly #unanswered = new WeakSet<Report>();

  constructor(store: Store, dataset: () => Promise<Dataset | null>) {
    this.#store = store;
    this.#dataset = dataset;
    this.#unsubscribe = store.subscribe((now, before) => {
      const isNews =
        now.results !== before.results || now.training !== before.training || now.document !== before.document;
      if (isNews) this.#onNews(now);
    });
  }

  dispose(): void {
    this.#unsubscribe();
    clearTimeout(this.#timer);
    this.#sandbox?.dispose();
    this.#sandbox = null;
  }

  #onNews(state: State): void {
    if (this.#current !== null && !stands(state, this.#current)) this.#sandbox?.giveUp();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), IDLE);
  }

  async #look(): Promise<void> {
    const wanted = this.#current === null ? this.#next() : null;
    if (wanted === null) return;
    this.#current = wanted;
    const { experiment } = this.#store.getState().document;
    const dataset = await this.#dataset();
    if (dataset !== null && stands(this.#store.getState(), wanted)) {
      this.#sandbox ??= new Sandbox();
      const known = await this.#sandbox.check({ experiment, dataset }, wanted.program);
      if (known.kind === "stopped") this.#unanswered.add(wanted.report);
      if (known.kind === "checked" && stands(this.#store.getState(), wanted)) {
        const checkup = { of: wanted.report, checks: known.checks };
        this.#store.setState(({ checkups }) => ({ checkups: { ...checkups, [wanted.lane]: checkup } }));
      }
    }
    this.#current = null;
    this.#onNews(this.#store.getState());
  }

  /** The first lane whose loss has gone well, is not known yet, and is what stands in its editor. */
  #next(): Wanted | null {
    const state = this.#store.getState();
    const { document, results, checkups, isWaiting } = state;
    if (isWaiting || isTraining(state) || document.lanes.some(({ id }) => results[id]?.phase === "computing"))
      return null;
    for (const { id, arguments: given } of document.lanes) {
      const { report = null, compilation = null, isForeseen = false } = results[id] ?? {};
      if (isForeseen) continue;
      const program = compilation?.program ?? null;
      if (report === null || program === null || report.failure !== null || report.outcome?.kind !== "tensor") continue;
      const wanted = { lane: id, report, program: withArguments(program, given) };
      if (checkups[id]?.of !== report && !this.#unanswered.has(report) && stands(state, wanted)) return wanted;
    }
    return null;
  }
}

/** Nothing was typed or chosen since. */
function stands(state: State, { lane, report }: Wanted): boolean {
  const result = state.results[lane];
  return !isTraining(state) && result?.report === report && laneOf(state, lane)?.source === result.source;
}
