/** @file Asks for the profile of every lane's loss while somebody looks at it: in a sandbox of its own, one lane after the other, anew with whatever changes. */
import { createStore } from "zustand/vanilla";
import { plainWish, type SampleFacts, type SampleWish } from "../../../engine/checks/sample/facts.ts";
import type { Dataset } from "../../../engine/data/dataset.ts";
import type { Compilation, Program } from "../../../engine/language/program.ts";
import type { Arguments } from "../../../engine/language/roles.ts";
import type { Experiment } from "../../../engine/train/experiment.ts";
import { withArguments } from "../../lanes/with-arguments.ts";
import type { Sandbox } from "../../sandbox/Sandbox.ts";
import type { State, Store } from "../../store/store.ts";
import { Inquiry } from "../Inquiry.ts";

/** `ended`: it did not answer in time, or could not. */
export type Sampled = SampleFacts | { readonly kind: "ended" };

/** All that a profile is made of: equal in every part, it is the same. */
interface Question {
  readonly lane: string;
  readonly compilation: Compilation;
  readonly program: Program;
  readonly given: Arguments;
  readonly experiment: Experiment;
  readonly data: State["document"]["data"];
  readonly wish: SampleWish;
}

export interface Answer {
  readonly question: Question;
  readonly sampled: Sampled;
}

export interface Profiles {
  readonly wish: SampleWish;
  /** The last of each lane: until the next has come it stands. */
  readonly answers: Readonly<Record<string, Answer>>;
}

export class Profiler {
  readonly profiles = createStore<Profiles>(() => ({ wish: plainWish, answers: {} }));
  readonly #store: Store;
  readonly #dataset: () => Promise<Dataset | null>;
  readonly #inquiry = new Inquiry<Question>({
    next: () => {
      const { answers } = this.profiles.getState();
      const isNew = (each: Question): boolean => {
        const known = answers[each.lane];
        return known === undefined || !isSame(known.question, each);
      };
      return this.#questions().find(isNew) ?? null;
    },
    isWanted: (current) => this.#questions().some((question) => isSame(question, current)),
    ask: (question, sandbox) => this.#ask(question, sandbox),
  });
  readonly #unsubscribe: () => void;

  constructor(store: Store, dataset: () => Promise<Dataset | null>) {
    this.#store = store;
    this.#dataset = dataset;
    this.#unsubscribe = store.subscribe((now, before) => {
      if (now.results !== before.results || now.document !== before.document) this.#inquiry.onNews();
    });
    this.#inquiry.onNews();
  }

  wish(change: Partial<SampleWish>): void {
    this.profiles.setState(({ wish }) => ({ wish: { ...wish, ...change } }));
    this.#inquiry.onNews();
  }

  dispose(): void {
    this.#unsubscribe();
    this.#inquiry.dispose();
  }

  async #ask(question: Question, sandbox: Sandbox): Promise<boolean> {
    const dataset = await this.#dataset();
    if (dataset === null || this.#inquiry.isDisposed) return false;
    const setup = { experiment: question.experiment, dataset };
    const answered = await sandbox.profile(setup, question.program, question.wish);
    if (answered.kind !== "superseded") {
      const sampled: Sampled = answered.kind === "profiled" ? answered.sample : { kind: "ended" };
      this.profiles.setState(({ answers }) => ({ answers: { ...answers, [question.lane]: { question, sampled } } }));
    }
    return true;
  }

  /** Of every lane whose loss has gone well, in the order in which they stand. */
  #questions(): Question[] {
    const { document, results, isWaiting } = this.#store.getState();
    const { wish } = this.profiles.getState();
    if (isWaiting) return [];
    const { experiment, data } = document;
    return document.lanes.flatMap(({ id, arguments: given }) => {
      const { compilation = null, report = null, phase = "loading" } = results[id] ?? {};
      const program = compilation?.program ?? null;
      const isWell = phase === "ready" && report?.failure === null && report.outcome?.kind === "tensor";
      if (compilation === null || program === null || !isWell) return [];
      return [{ lane: id, compilation, program: withArguments(program, given), given, experiment, data, wish }];
    });
  }
}

function isSame(a: Question, b: Question): boolean {
  return (
    a.lane === b.lane &&
    a.compilation === b.compilation &&
    a.given === b.given &&
    a.experiment === b.experiment &&
    a.data === b.data &&
    a.wish === b.wish
  );
}
