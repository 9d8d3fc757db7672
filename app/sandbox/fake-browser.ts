/** @file For tests: frames, and the one process that all of them share, without a browser. Time is the test's. */
import type { Report } from "../../engine/inspect/report.ts";
import type { Program } from "../../engine/language/program.ts";
import { emptyReport } from "../../engine/testing/empty-report.ts";
import type { Progress } from "../../engine/train/progress.ts";
import type { Reply, Request } from "../../engine/worker/protocol.ts";
import type { MakeFrame, Port } from "./Frame.ts";
import { FIRST_REALM, type FrameReply, type FrameRequest, type RealmEnd } from "./frame-protocol.ts";

/**
 * What a program does. `deaf`: its realm never says that it has begun. `hangs`: it begins and is never heard again. `bomb`: it brings the process
 * down. `floods`: the frame ends it. `rejects`: its realm says that it ends it, and why.
 */
export type Behaviour = "answers" | "slow" | "hangs" | "bomb" | "deaf" | "floods" | "rejects";

export function programOf(behaviour: Behaviour, text = ""): Program {
  const entry = { kind: "function", name: "forward", parameters: ["predictions", "targets"] } as const;
  return { js: `${behaviour} ${text}`, entry, probes: [], loops: [], knobs: [] };
}

const BOOT = 40;
const STEPS_A_SLICE = 100;
const SLICE = 50;

/** A report that says which text it is of. */
function reportOf({ js }: Program): Report {
  return {
    ...emptyReport,
    console: { lines: [{ level: "log", text: js, count: 1 }], omitted: 0 },
  };
}

export function textOf(report: Report): string {
  return report.console.lines[0]?.text ?? "";
}

const series = { steps: [], values: [] };

function progressOf(step: number, until: number): Progress {
  return {
    status: step >= until ? "paused" : "running",
    step,
    steps: until,
    stepsPerSecond: 1,
    trainingLoss: series,
    trainingMeans: series,
    validationLoss: series,
    seconds: series,
    metricHistory: [],
    metrics: { training: [], validation: [] },
    picture: { kind: "curves", curves: [] },
    fingerprint: step.toString(16).padStart(8, "0"),
    gradients: null,
    components: null,
    failure: null,
    lost: null,
  };
}

/** The process is replaced when its last frame has gone; threads live as long as it does, whatever their frame. */
interface Process {
  isDead: boolean;
  frames: number;
}

class FakePort implements Port {
  peer: FakePort | null = null;
  #listener: ((message: unknown, ports: readonly Port[]) => void) | null = null;
  readonly #process: Process;

  constructor(process: Process) {
    this.#process = process;
  }

  post(message: unknown, ports: readonly Port[] = []): void {
    setTimeout(() => {
      if (!this.#process.isDead && this.peer !== null) this.peer.#listener?.(message, ports);
    }, 1);
  }

  listen(onMessage: (message: unknown, ports: readonly Port[]) => void): void {
    this.#listener = onMessage;
  }

  close(): void {
    this.#listener = null;
  }
}

export interface FakeRealm {
  readonly programs: string[];
  isOpen: boolean;
  /** Its worker comes to its messages. */
  listens: boolean;
}

export class FakeBrowser {
  /** Every realm that ever was. */
  readonly realms: FakeRealm[] = [];
  /** Threads of programs that hang, and the process they burn in. */
  readonly #burning: Process[] = [];
  #process: Process = { isDead: false, frames: 0 };
  framesMade = 0;

  /** Threads that still compute, though nobody waits for them. */
  get burning(): number {
    return this.#burning.filter(({ isDead }) => !isDead).length;
  }

  get frames(): number {
    return this.#process.frames;
  }

  /** Realms that are booted and have run nothing. */
  get spares(): number {
    return this.realms.filter(({ isOpen, programs }) => isOpen && programs.length === 0).length;
  }

  kill(): void {
    this.#process.isDead = true;
  }

  readonly makeFrame: MakeFrame = (onPorts) => {
    if (this.#process.frames === 0) this.#process = { isDead: false, frames: 0 };
    const process = this.#process;
    process.frames++;
    this.framesMade++;
    const realms = new Map<number, FakeRealm>();
    const [own, page] = this.#channel(process);
    own.listen((message) => {
      const request = message as FrameRequest;
      if (request.type === "ping") own.post({ type: "alive" } satisfies FrameReply);
      else if (request.type === "open") {
        own.post({ type: "realm", realm: request.realm } satisfies FrameReply, [
          this.#realm(process, realms, request.realm),
        ]);
      } else if (this.#close(realms.get(request.realm))) {
        own.post({ type: "closed", realm: request.realm } satisfies FrameReply);
      }
    });
    const first = this.#realm(process, realms, FIRST_REALM);
    let isGone = false;
    setTimeout(() => {
      if (!process.isDead && !isGone) onPorts(page, first);
    }, 10);
    return {
      remove: () => {
        if (isGone) return;
        isGone = true;
        process.frames--;
        for (const realm of realms.values()) this.#close(realm);
        own.close();
        if (process.frames === 0) process.isDead = true;
      },
    };
  };

  /** Whether it left by itself. */
  #close(realm: FakeRealm | undefined): boolean {
    if (realm !== undefined) realm.isOpen = false;
    return realm?.listens === true;
  }

  #channel(process: Process): [FakePort, FakePort] {
    const [a, b] = [new FakePort(process), new FakePort(process)];
    a.peer = b;
    b.peer = a;
    return [a, b];
  }

  #realm(process: Process, realms: Map<number, FakeRealm>, id: number): Port {
    const [worker, page] = this.#channel(process);
    const realm: FakeRealm = { programs: [], isOpen: true, listens: true };
    this.realms.push(realm);
    realms.set(id, realm);
    const post = (message: Reply | { readonly type: RealmEnd }): void => {
      if (realm.isOpen) worker.post(message);
    };
    let run = { step: 0, until: 0, isRunning: false, isStuck: false };
    const slice = (request: number): void => {
      if (run.isStuck || !realm.isOpen) return;
      run.step = Math.min(run.until, run.step + STEPS_A_SLICE);
      post({ type: "progress", id: request, progress: progressOf(run.step, run.until) });
      run.isRunning = run.step < run.until;
      if (run.isRunning) setTimeout(() => slice(request), SLICE);
    };
    const begin = ({ js }: Program, id: number, answer: () => void): void => {
      realm.programs.push(js);
      const [behaviour] = js.split(" ");
      realm.listens = !["deaf", "hangs", "bomb", "floods"].includes(behaviour ?? "");
      if (behaviour === "deaf") return;
      post({ type: "begun", id });
      if (behaviour === "hangs") {
        run.isStuck = true;
        this.#burning.push(process);
      } else if (behaviour === "bomb")
        setTimeout(() => {
          if (realm.isOpen) process.isDead = true;
        }, 200);
      else if (behaviour === "floods") post({ type: "flood" });
      else if (behaviour === "rejects") post({ type: "rejections" });
      else setTimeout(answer, behaviour === "slow" ? 1_200 : 5);
    };
    worker.listen((message) => {
      const request = message as Request;
      if (!realm.isOpen) return;
      switch (request.type) {
        case "evaluate":
          return begin(request.program, request.id, () =>
            post({ type: "report", id: request.id, report: reportOf(request.program) }),
          );
        case "check":
          return begin(request.program, request.id, () => post({ type: "checked", id: request.id, checks: [] }));
        case "train":
          run = { step: 0, until: request.until, isRunning: true, isStuck: false };
          return begin(request.program, request.id, () => slice(request.id));
        case "trainEach": {
          const { id, program, experiments, from } = request;
          const tell = (at: number): void => {
            const { seed, steps } = experiments[at] ?? { seed: 0, steps: 0 };
            // A seed that is an emergency: 13 hangs, 14 leaves something behind.
            if (seed === 13) {
              realm.listens = false;
              this.#burning.push(process);
              return;
            }
            const progress = { ...progressOf(steps, steps), status: "done" as const, fingerprint: String(seed) };
            post({ type: "trained", id, run: at, progress, isClean: seed !== 14 });
            if (seed !== 14 && at + 1 < experiments.length) setTimeout(() => tell(at + 1), SLICE);
          };
          return begin(program, id, () => tell(from));
        }
        case "resume":
          run.until = request.until;
          if (!run.isRunning) setTimeout(() => slice(request.id), 1);
          run.isRunning = true;
          return;
        case "swap":
          realm.programs.push(request.program.js);
          return;
        case "pause":
          run.until = run.step;
      }
    });
    setTimeout(() => post({ type: "ready" }), BOOT);
    return page;
  }
}
