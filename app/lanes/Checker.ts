/**
 * @file Finds out what there is to know about the lanes' losses, when nobody types and nothing trains: in a sandbox of its own, so that the next
 * keystroke waits for nothing.
 */
import type { Dataset } from "../../engine/data/dataset.ts";
import type { Program } from "../../engine/language/program.ts";
import { Sandbox } from "../sandbox/Sandbox.ts";
import { checksIn, type Examined, examinedIn, isSame } from "../store/checkups.ts";
import { isTraining, type State, type Store } from "../store/store.ts";
import { withArguments } from "./with-arguments.ts";

/** Without a keystroke, in milliseconds: what a run would show is tried before (LiveLane). */
const IDLE = 1_200;

interface Wanted {
  readonly lane: string;
  readonly examined: Examined;
  readonly program: Program;
}

/** What finds out about a loss, one at a time. */
export type Finding = Pick<Sandbox, "check" | "giveUp" | "dispose">;

export class Checker {
  readonly #store: Store;
  readonly #dataset: () => Promise<Dataset | null>;
  readonly #unsubscribe: () => void;
  readonly #boot: () => Finding;
  #sandbox: Finding | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is being found out about. */
  #current: Wanted | null = null;
  /** Of each lane, what no answer came to: it is left alone. */
  readonly #unanswered = new Map<string, Examined>();

  constructor(store: Store, dataset: () => Promise<Dataset | null>, boot: () => Finding = () => new Sandbox()) {
    this.#store = store;
    this.#boot = boot;
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
      this.#sandbox ??= this.#boot();
      const known = await this.#sandbox.check({ experiment, dataset }, wanted.program);
      if (known.kind === "stopped") this.#unanswered.set(wanted.lane, wanted.examined);
      if (known.kind === "checked" && stands(this.#store.getState(), wanted)) {
        const checkup = { of: wanted.examined, checks: known.checks };
        this.#store.setState(({ checkups }) => ({ checkups: { ...checkups, [wanted.lane]: checkup } }));
      }
    }
    this.#current = null;
    this.#onNews(this.#store.getState());
  }

  /** The first lane whose loss has gone well, is not known yet, and is what stands in its editor. */
  #next(): Wanted | null {
    const state = this.#store.getState();
    const { document, results, isWaiting } = state;
    if (isWaiting || isTraining(state) || document.lanes.some(({ id }) => results[id]?.phase === "computing"))
      return null;
    for (const { id, arguments: given } of document.lanes) {
      const { report = null, compilation = null, isForeseen = false } = results[id] ?? {};
      if (isForeseen) continue;
      const program = compilation?.program ?? null;
      if (report === null || program === null || report.failure !== null || report.outcome?.kind !== "tensor") continue;
      const examined = examinedIn(state, id);
      if (examined === null || checksIn(state, id) !== null) continue;
      const wanted = { lane: id, examined, program: withArguments(program, given) };
      if (!isSame(examined, this.#unanswered.get(id) ?? null) && stands(state, wanted)) return wanted;
    }
    return null;
  }
}

/** Nothing was typed or chosen since. */
function stands(state: State, { lane, examined }: Wanted): boolean {
  return !isTraining(state) && isSame(examinedIn(state, lane), examined);
}
