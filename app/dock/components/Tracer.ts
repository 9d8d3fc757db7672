/** @file Has every lane's run taken again beside itself, and its components looked at on the way, while somebody looks: the run itself looks at none of them, which would cost it steps. */
import { createStore } from "zustand/vanilla";
import type { SurveyOf } from "../../../engine/study/landscape/facts.ts";
import type { RunSource } from "../../lanes/replay/Rerun.ts";
import type { Sandbox } from "../../sandbox/Sandbox.ts";
import { isTraining, type Store } from "../../store/store.ts";
import { Inquiry } from "../Inquiry.ts";

export type Course = SurveyOf<"components">;

export type Traced =
  | Course
  | { readonly kind: "none"; readonly reason: SurveyOf<"none">["reason"]; readonly failure: string | null }
  | { readonly kind: "ended" };

interface Asked {
  readonly source: RunSource;
  readonly until: number;
}

export interface Traces {
  readonly known: Readonly<Record<string, Asked & { readonly traced: Traced }>>;
  readonly busy: { readonly lane: string; readonly share: number } | null;
  readonly isStopped: boolean;
}

export class Tracer {
  readonly traces = createStore<Traces>(() => ({ known: {}, busy: null, isStopped: false }));
  readonly #store: Store;
  readonly #sourceOf: (lane: string) => RunSource | null;
  readonly #inquiry = new Inquiry<Asked & { readonly lane: string }>({
    next: () => this.#next(),
    isWanted: (current) => {
      const next = this.#next();
      return next?.lane === current.lane && isSame(next, current);
    },
    ask: (question, sandbox) => this.#ask(question, sandbox),
  });
  readonly #unsubscribe: () => void;

  constructor(store: Store, sourceOf: (lane: string) => RunSource | null) {
    this.#store = store;
    this.#sourceOf = sourceOf;
    this.#unsubscribe = store.subscribe((now, before) => {
      if (now.training !== before.training) this.#inquiry.onNews();
    });
    this.#inquiry.onNews();
  }

  stop(): void {
    this.traces.setState({ isStopped: true, busy: null });
    this.#inquiry.giveUp();
  }

  goOn(): void {
    this.traces.setState({ isStopped: false });
    this.#inquiry.onNews();
  }

  dispose(): void {
    this.#unsubscribe();
    this.#inquiry.dispose();
  }

  async #ask({ lane, source, until }: Asked & { readonly lane: string }, sandbox: Sandbox): Promise<boolean> {
    const ended = await sandbox.survey(source, { kind: "components", until }, (share) =>
      this.traces.setState({ busy: { lane, share } }),
    );
    this.traces.setState({ busy: null });
    if (ended.kind !== "superseded") {
      const found = ended.kind === "surveyed" ? ended.found : null;
      // Another answer than was asked for is a stranger's doing.
      const traced: Traced = found?.kind === "components" || found?.kind === "none" ? found : { kind: "ended" };
      this.traces.setState(({ known }) => ({ known: { ...known, [lane]: { source, until, traced } } }));
    }
    return true;
  }

  #next(): (Asked & { readonly lane: string }) | null {
    const state = this.#store.getState();
    const { known, isStopped } = this.traces.getState();
    if (isStopped || isTraining(state)) return null;
    for (const { id: lane } of state.document.lanes) {
      const progress = state.training[lane]?.progress ?? null;
      const source = this.#sourceOf(lane);
      // A run tells of its last step's components: where there are none, it is a scalar's.
      if (source === null || progress === null || progress.gradients === null || progress.step === 0) continue;
      const asked = { source, until: progress.step };
      const before = known[lane];
      if (before === undefined || !isSame(before, asked)) return { lane, ...asked };
    }
    return null;
  }
}

const isSame = (a: Asked, b: Asked): boolean => a.source === b.source && a.until === b.until;
