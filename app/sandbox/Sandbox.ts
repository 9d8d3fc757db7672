/** @file The page's side of a sandbox: the only code that knows an iframe and a worker exist. */
import { unreachable } from "../../engine/exactly.ts";
import type { Report } from "../../engine/inspect/report.ts";
import type { Program } from "../../engine/language/program.ts";
import type { Progress } from "../../engine/train/progress.ts";
import type { VectorHandling } from "../../engine/vector/handling.ts";
import type { Request, Setup } from "../../engine/worker/protocol.ts";
import { type Misfit, parseReply } from "../../engine/worker/validate.ts";

/** Why a sandbox was ended; a Misfit where it said what cannot be understood. */
export type StopReason = "overrun" | "user" | "flood" | "crashed" | "unsafe" | "unresponsive" | Misfit;

export type Evaluated =
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "stopped"; readonly reason: StopReason }
  | { readonly kind: "superseded" };

/** An evaluation has this long, everything included but the boot. */
const EVALUATION_BUDGET = 2_000;
/** Training shows signs of life at least this often, or is ended; several runs share the machine, and get that much more. */
const SILENCE_BUDGET = 1_500;
const BOOT_BUDGET = 10_000;
/** A frame that came over the network has spoken before it is loaded, or at least by then. */
const FIRST_WORD = 400;
/** After a laptop slept, timers fire before the messages that were waiting: look again a moment later. */
const SECOND_LOOK = 60;
/** Scripts stay in a worker's memory. */
const MOST_PROGRAMS = 500;

interface Frame {
  readonly element: HTMLIFrameElement;
  port: MessagePort | null;
  isReady: boolean;
}

interface PendingEvaluation {
  readonly id: number;
  readonly program: Program;
  readonly resolve: (evaluated: Evaluated) => void;
}

interface TrainingRun {
  readonly id: number;
  /** Runs at the same time, this one counted. */
  readonly runs: number;
  readonly onProgress: (progress: Progress) => void;
  readonly onStopped: (reason: StopReason) => void;
}

export class Sandbox {
  #frame: Frame;
  #setup: Setup | null = null;
  #waiting: Request[] = [];
  #evaluation: PendingEvaluation | null = null;
  #training: TrainingRun | null = null;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #lastSign = 0;
  #nextId = 1;
  #programs = 0;
  #isDisposed = false;
  #isUnsafe = false;

  constructor() {
    this.#frame = this.#boot();
    addEventListener("message", this.#onWindowMessage);
  }

  setup(setup: Setup): void {
    this.#setup = setup;
    this.#send({ type: "setup", setup });
  }

  /** A newer evaluation takes the place of an older one that has not been answered. */
  evaluate(program: Program, handling: VectorHandling): Promise<Evaluated> {
    this.#evaluation?.resolve({ kind: "superseded" });
    if (this.#isUnsafe) return Promise.resolve({ kind: "stopped", reason: "unsafe" });
    if (this.#programs >= MOST_PROGRAMS && this.#training === null) this.#replace();
    return new Promise((resolve) => {
      const id = this.#nextId++;
      this.#evaluation = { id, program, resolve };
      this.#programs++;
      this.#send({ type: "evaluate", id, program, handling });
      if (this.#frame.isReady) this.#watch(EVALUATION_BUDGET);
    });
  }

  train(program: Program, handling: VectorHandling, until: number, handlers: Omit<TrainingRun, "id">): void {
    if (this.#isUnsafe) return handlers.onStopped("unsafe");
    const id = this.#nextId++;
    this.#training = { id, ...handlers };
    this.#programs++;
    this.#send({ type: "train", id, program, handling, until });
    if (this.#frame.isReady) this.#watch(SILENCE_BUDGET * handlers.runs);
  }

  resume(until: number): void {
    if (this.#training === null) return;
    this.#send({ type: "resume", id: this.#training.id, until });
    this.#watch(SILENCE_BUDGET * this.#training.runs);
  }

  /** The run goes on with another loss. */
  swap(program: Program): void {
    if (this.#training === null) return;
    this.#programs++;
    this.#send({ type: "swap", id: this.#training.id, program });
  }

  pause(): void {
    if (this.#training !== null) this.#send({ type: "pause", id: this.#training.id });
  }

  /** Ends whatever runs, at once. */
  stop(): void {
    if (this.#evaluation !== null || this.#training !== null) this.#end("user");
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#evaluation?.resolve({ kind: "superseded" });
    clearTimeout(this.#watchdog);
    removeEventListener("message", this.#onWindowMessage);
    this.#frame.element.remove();
  }

  #boot(): Frame {
    const element = document.createElement("iframe");
    element.setAttribute("sandbox", "allow-scripts");
    element.setAttribute("allow", "");
    element.referrerPolicy = "no-referrer";
    element.src = new URL("sandbox.html", document.baseURI).href;
    element.title = "Sandbox";
    element.tabIndex = -1;
    element.setAttribute("aria-hidden", "true");
    element.style.cssText = "position:absolute;width:1px;height:1px;border:0;opacity:0;pointer-events:none";
    document.body.append(element);
    const frame: Frame = { element, port: null, isReady: false };
    element.addEventListener("load", () => setTimeout(() => void this.#bootFromCache(frame), FIRST_WORD), {
      once: true,
    });
    setTimeout(() => {
      if (!frame.isReady && frame === this.#frame && !this.#isDisposed) this.#end("unresponsive");
    }, BOOT_BUDGET);
    return frame;
  }

  /**
   * A frame of opaque origin is nobody's whom a service worker may serve. Where the network did not bring it, the page takes the same document out
   * of its cache: its own policy still holds, and the page's besides.
   */
  async #bootFromCache({ element, port }: Frame): Promise<void> {
    if (port !== null || !element.isConnected || navigator.serviceWorker?.controller == null) return;
    const answer = await fetch(element.src).catch(() => null);
    if (answer?.ok === true) element.srcdoc = await answer.text();
  }

  /** Only the frame's first word is taken from the window; from then on there is a port that nobody else has. */
  readonly #onWindowMessage = (event: MessageEvent<unknown>): void => {
    const frame = this.#frame;
    const [port] = event.ports;
    if (event.source !== frame.element.contentWindow || frame.port !== null || port === undefined) return;
    frame.port = port;
    port.onmessage = ({ data }: MessageEvent<unknown>) => this.#receive(frame, data);
  };

  #receive(frame: Frame, message: unknown): void {
    if (frame !== this.#frame || this.#isDisposed) return;
    const type: unknown = typeof message === "object" && message !== null && "type" in message ? message.type : null;
    if (type === "frame-alive") return;
    if (type === "ended") return this.#end("flood");
    if (type === "unsafe") {
      this.#isUnsafe = true;
      return this.#end("unsafe");
    }
    const reply = parseReply(message);
    if (reply.type === "misfit") return this.#end(reply);
    this.#lastSign = performance.now();
    switch (reply.type) {
      case "ready":
        return this.#onReady(frame);
      case "report": {
        const evaluation = this.#evaluation;
        if (evaluation === null || evaluation.id !== reply.id) return;
        this.#evaluation = null;
        this.#rest();
        return evaluation.resolve({ kind: "report", report: reply.report });
      }
      case "progress":
        if (this.#training?.id !== reply.id) return;
        if (reply.progress.status !== "running") this.#rest();
        return this.#training.onProgress(reply.progress);
      case "heartbeat":
        return;
      default:
        return unreachable(reply);
    }
  }

  #onReady(frame: Frame): void {
    frame.isReady = true;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const request of waiting) frame.port?.postMessage(request);
    if (this.#evaluation !== null) this.#watch(EVALUATION_BUDGET);
    else if (this.#training !== null) this.#watch(SILENCE_BUDGET * this.#training.runs);
  }

  #send(request: Request): void {
    if (this.#frame.isReady) this.#frame.port?.postMessage(request);
    else if (!(request.type === "evaluate" && this.#waiting.some(({ type }) => type === "evaluate")))
      this.#waiting.push(request);
    else this.#waiting = [...this.#waiting.filter(({ type }) => type !== "evaluate"), request];
  }

  /** Ends the sandbox if nothing is heard for this long. */
  #watch(budget: number): void {
    clearTimeout(this.#watchdog);
    this.#lastSign = performance.now();
    const look = (isSecond: boolean): void => {
      const silence = performance.now() - this.#lastSign;
      if (silence < budget) this.#watchdog = setTimeout(look, budget - silence, false);
      else if (!isSecond) this.#watchdog = setTimeout(look, SECOND_LOOK, true);
      else this.#end("overrun");
    };
    this.#watchdog = setTimeout(look, budget, false);
  }

  #rest(): void {
    clearTimeout(this.#watchdog);
  }

  /** Removing the frame is what stops a worker for certain; a new one is there at once. */
  #end(reason: StopReason): void {
    const [evaluation, training] = [this.#evaluation, this.#training];
    this.#evaluation = null;
    this.#training = null;
    this.#rest();
    if (!this.#isDisposed) this.#replace();
    evaluation?.resolve({ kind: "stopped", reason });
    training?.onStopped(reason);
  }

  #replace(): void {
    this.#frame.element.remove();
    this.#waiting = this.#setup === null ? [] : [{ type: "setup", setup: this.#setup }];
    this.#programs = 0;
    this.#frame = this.#boot();
  }
}
