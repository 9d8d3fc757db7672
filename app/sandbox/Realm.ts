/** @file A worker in which one program runs, and no other before or after it. */
import type { Reply, Request, Setup } from "../../engine/worker/protocol.ts";
import { type Misfit, parseReply } from "../../engine/worker/validate.ts";
import type { Port } from "./Frame.ts";
import type { RealmEnd } from "./frame-protocol.ts";

export interface RealmHandlers {
  onReply(reply: Reply): void;
  /** A Misfit where it said what cannot be understood. */
  onEnd(end: RealmEnd | Misfit): void;
}

export interface RealmSurroundings {
  /** It has said something. */
  onHeard(): void;
  /** It waits for its program from now on. */
  onReady(): void;
}

const ends: readonly RealmEnd[] = ["flood", "rejections", "unsafe", "tampered"];

export class Realm {
  readonly #surroundings: RealmSurroundings;
  #port: Port | null = null;
  #waiting: Request[] = [];
  #setup: Setup | null = null;
  #isReady = false;
  #isClosed = false;
  #end: RealmEnd | Misfit | null = null;
  #handlers: RealmHandlers | null = null;

  constructor(surroundings: RealmSurroundings) {
    this.#surroundings = surroundings;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** Whoever runs a program in it hears it from now on. */
  listen(handlers: RealmHandlers): void {
    this.#handlers = handlers;
    if (this.#end !== null) handlers.onEnd(this.#end);
  }

  connect(port: Port): void {
    if (this.#isClosed) return port.close();
    this.#port = port;
    port.listen((message) => this.#receive(message));
  }

  /** What programs are run on; known already, it is not sent again. */
  setUp(setup: Setup): void {
    const known = this.#setup;
    if (setup.experiment === known?.experiment && setup.dataset === known.dataset) return;
    this.#setup = setup;
    this.send({ type: "setup", setup });
  }

  /** Takes back a program that was not sent yet: nothing has run here. False where it was. */
  withdraw(): boolean {
    if (this.#isReady || this.#isClosed) return false;
    this.#handlers = null;
    this.#waiting = this.#waiting.filter(({ type }) => type === "setup");
    return true;
  }

  send(request: Request): void {
    if (this.#isReady) this.#port?.post(request);
    else this.#waiting.push(request);
  }

  close(): void {
    this.#isClosed = true;
    this.#handlers = null;
    this.#port?.close();
  }

  #receive(message: unknown): void {
    if (this.#isClosed) return;
    this.#surroundings.onHeard();
    const type: unknown = typeof message === "object" && message !== null && "type" in message ? message.type : null;
    const end = ends.find((known) => known === type);
    if (end !== undefined) return this.#over(end);
    const reply = parseReply(message);
    if (reply.type === "misfit") return this.#over(reply);
    if (reply.type === "ready") {
      this.#isReady = true;
      for (const request of this.#waiting.splice(0)) this.#port?.post(request);
      this.#surroundings.onReady();
    }
    this.#handlers?.onReply(reply);
  }

  #over(end: RealmEnd | Misfit): void {
    this.#end = end;
    this.#handlers?.onEnd(end);
  }
}
