/** @file Asks for the landscape round the lanes' runs while somebody looks at it: where each run went, then what each loss is over the plane through them, and, when asked, where other starts end. In a sandbox of its own, one question after the other. */
import { createStore } from "zustand/vanilla";
import { type Survey, type SurveyOf, surveyLimits } from "../../../engine/study/landscape/facts.ts";
import type { RunSource } from "../../lanes/replay/Rerun.ts";
import type { Sandbox } from "../../sandbox/Sandbox.ts";
import { isTraining, type Store } from "../../store/store.ts";
import { Inquiry } from "../Inquiry.ts";
import { type LanePath, type Lay, layOf, type PlaneWish, plainWish, samePlane } from "./lay.ts";

/** What a lane was asked for, and did not tell. */
export type Lack =
  | { readonly kind: "none"; readonly reason: SurveyOf<"none">["reason"]; readonly failure: string | null }
  | { readonly kind: "ended" }
  /** Numbers were turned in its run. */
  | { readonly kind: "swapped" }
  /** What is shown was run before, and has no realm that knows how. */
  | { readonly kind: "kept" };

/** What was asked last of a lane, and what came: equal in every part, it need not be asked again. */
interface Asked<T> {
  readonly of: readonly unknown[];
  readonly found: T | Lack;
}

export interface Busy {
  readonly lane: string;
  readonly what: "path" | "surface" | "basins";
  readonly share: number;
}

export interface Landscapes {
  readonly wish: PlaneWish;
  readonly paths: Readonly<Record<string, Asked<LanePath>>>;
  /** The plane that stands; null before there is one. */
  readonly lay: Lay | null;
  readonly surfaces: Readonly<Record<string, Asked<SurveyOf<"surface">>>>;
  readonly basins: Readonly<Record<string, Asked<SurveyOf<"basins">>>>;
  /** Somebody wants to see where other starts end. */
  readonly wantsBasins: boolean;
  readonly busy: Busy | null;
  /** Nothing is asked until somebody wants more. */
  readonly isStopped: boolean;
}

interface Question {
  readonly lane: string;
  readonly source: RunSource;
  readonly survey: Exclude<Survey, { kind: "components" }>;
  readonly of: readonly unknown[];
}

export const isFound = <T extends { readonly kind: string }>(found: T | Lack): found is T =>
  !["none", "ended", "swapped", "kept"].includes(found.kind);

export class Surveyor {
  readonly landscapes = createStore<Landscapes>(() => ({
    wish: plainWish,
    paths: {},
    lay: null,
    surfaces: {},
    basins: {},
    wantsBasins: false,
    busy: null,
    isStopped: false,
  }));
  readonly #store: Store;
  readonly #sourceOf: (lane: string) => RunSource | null;
  readonly #inquiry = new Inquiry<Question>({
    next: () => this.#next(),
    isWanted: (current) => {
      const next = this.#next();
      return next !== null && isSame(next, current);
    },
    ask: (question, sandbox) => this.#ask(question, sandbox),
  });
  readonly #unsubscribe: () => void;

  constructor(store: Store, sourceOf: (lane: string) => RunSource | null) {
    this.#store = store;
    this.#sourceOf = sourceOf;
    this.#unsubscribe = store.subscribe((now, before) => {
      const isNews =
        now.training !== before.training ||
        now.document.lanes !== before.document.lanes ||
        now.metric !== before.metric ||
        now.hidden !== before.hidden;
      if (isNews) this.#inquiry.onNews();
    });
    this.#inquiry.onNews();
  }

  wish(change: Partial<PlaneWish>): void {
    this.landscapes.setState(({ wish }) => ({ wish: { ...wish, ...change }, isStopped: false }));
    this.#inquiry.onNews();
  }

  /** Goes on with what was stopped. */
  draw(): void {
    this.landscapes.setState({ isStopped: false });
    this.#inquiry.onNews();
  }

  findBasins(): void {
    this.landscapes.setState({ wantsBasins: true, isStopped: false });
    this.#inquiry.onNews();
  }

  /** What has come stands. */
  stop(): void {
    this.landscapes.setState({ isStopped: true, wantsBasins: false, busy: null });
    this.#inquiry.giveUp();
  }

  dispose(): void {
    this.#unsubscribe();
    this.#inquiry.dispose();
  }

  async #ask({ lane, source, survey, of }: Question, sandbox: Sandbox): Promise<boolean> {
    const what = survey.kind;
    const tell = (share: number): void => this.landscapes.setState({ busy: { lane, what, share } });
    tell(0);
    const ended = await sandbox.survey(source, survey, tell);
    this.landscapes.setState({ busy: null });
    if (ended.kind !== "superseded") {
      const lack: Lack | null =
        ended.kind === "stopped" ? { kind: "ended" } : ended.found.kind === "none" ? ended.found : null;
      if (survey.kind === "path") this.#keep("paths", lane, of, lack ?? pathOf(ended));
      else if (survey.kind === "surface") this.#keep("surfaces", lane, of, lack ?? foundOf(ended, "surface"));
      else this.#keep("basins", lane, of, lack ?? foundOf(ended, "basins"));
    }
    return true;
  }

  #keep<K extends "paths" | "surfaces" | "basins">(
    kind: K,
    lane: string,
    of: readonly unknown[],
    found: Landscapes[K][string]["found"],
  ): void {
    this.landscapes.setState((state) => ({ [kind]: { ...state[kind], [lane]: { of, found } } }));
  }

  /** What is not known yet, and wanted; the lanes' paths first, since the plane goes through all of them. */
  #next(): Question | null {
    const state = this.#store.getState();
    const { isStopped, wish, wantsBasins } = this.landscapes.getState();
    if (isStopped || isTraining(state)) return null;
    const runs = state.document.lanes.flatMap(({ id }) => {
      const run = state.training[id];
      const until = run?.progress?.step ?? 0;
      return run === undefined || until === 0 || state.hidden.includes(id) ? [] : [{ lane: id, until }];
    });
    const sources = runs.flatMap(({ lane, until }) => {
      const source = this.#sourceOf(lane);
      if (source !== null) return [{ lane, until, source }];
      this.#lacks(lane, state.training[lane]?.isSwapped === true ? "swapped" : "kept");
      return [];
    });
    for (const { lane, until, source } of sources) {
      const of = [source, until];
      if (!isKnown(this.landscapes.getState().paths[lane], of))
        return { lane, source, survey: { kind: "path", until }, of };
    }
    const lay = this.#lay(sources.map(({ lane }) => lane));
    if (lay === null || lay.plane === null) return null;
    const { plane } = lay;
    const { surfaces, basins, paths } = this.landscapes.getState();
    const asked = lay.lanes.flatMap((lane) => {
      const source = sources.find((each) => each.lane === lane)?.source;
      const path = paths[lane]?.found;
      return source === undefined || path === undefined || !isFound(path) ? [] : [{ lane, source, path }];
    });
    for (const { lane, source, path } of asked) {
      const measured = { component: wish.components[lane] ?? null, metric: state.metric };
      const of = [path, plane, wish.side, ...Object.values(measured)];
      const standing = { learned: path.learned, step: path.steps.at(-1) ?? 0, epoch: path.epoch };
      if (!isKnown(surfaces[lane], of))
        return { lane, source, survey: { kind: "surface", plane, side: wish.side, standing, ...measured }, of };
    }
    if (!wantsBasins) return null;
    for (const { lane, source, path } of asked) {
      const measured = { component: wish.components[lane] ?? null, metric: state.metric };
      const of = [path, plane, ...Object.values(measured)];
      const side = surveyLimits.basinSide;
      if (!isKnown(basins[lane], of)) return { lane, source, survey: { kind: "basins", plane, side, ...measured }, of };
    }
    return null;
  }

  /** The plane through these lanes' paths: the same one as long as nothing changes. */
  #lay(lanes: readonly string[]): Lay | null {
    const { paths, wish, lay } = this.landscapes.getState();
    const held = lanes.flatMap((lane) => {
      const path = paths[lane]?.found;
      return path === undefined || !isFound(path) ? [] : [{ lane, path }];
    });
    if (held.length === 0) {
      if (lay !== null) this.landscapes.setState({ lay: null });
      return null;
    }
    const of = [samePlane(wish), ...held.flatMap(({ lane, path }) => [lane, path])];
    if (lay !== null && isAlike(lay.of, of)) return lay;
    const made = layOf(held, wish, of);
    this.landscapes.setState({ lay: made });
    return made;
  }

  #lacks(lane: string, kind: "swapped" | "kept"): void {
    const { paths } = this.landscapes.getState();
    if (paths[lane]?.found.kind === kind) return;
    this.landscapes.setState({ paths: { ...paths, [lane]: { of: [], found: { kind } } } });
  }
}

type Ended = Awaited<ReturnType<Sandbox["survey"]>>;

function foundOf<K extends "surface" | "basins">(ended: Ended, kind: K): SurveyOf<K> | Lack {
  const isIt = (found: { readonly kind: string }): found is SurveyOf<K> => found.kind === kind;
  // Another answer than was asked for is a stranger's doing.
  return ended.kind === "surveyed" && isIt(ended.found) ? ended.found : { kind: "ended" };
}

function pathOf(ended: Ended): LanePath | Lack {
  if (ended.kind !== "surveyed" || ended.found.kind !== "path") return { kind: "ended" };
  const { found, numbers } = ended;
  const { steps, width, tensors } = found;
  const counted = tensors.reduce((sum, { shape }) => sum + shape.reduce((product, size) => product * size, 1), 0);
  if (numbers.length !== steps.length * width || counted !== width || steps.length === 0) return { kind: "ended" };
  return { ...found, moments: steps.map((_, i) => numbers.subarray(i * width, (i + 1) * width)) };
}

const isAlike = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((part, i) => part === b[i]);

const isKnown = (asked: Asked<unknown> | undefined, of: readonly unknown[]): boolean =>
  asked !== undefined && isAlike(asked.of, of);

const isSame = (a: Question, b: Question): boolean =>
  a.lane === b.lane && a.survey.kind === b.survey.kind && isAlike(a.of, b.of);
