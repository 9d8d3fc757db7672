/** @file A frame on the page's side: the realms in it, and whether who passes their messages on is alive. */
import { FIRST_REALM, type FrameRequest } from "./frame-protocol.ts";
import { Realm } from "./Realm.ts";

export interface Port {
  post(message: unknown): void;
  listen(onMessage: (message: unknown, ports: readonly Port[]) => void): void;
  close(): void;
}

/** In the page an iframe; under test, plain objects. `onPorts` gets the frame's port and that of its first realm. */
export type MakeFrame = (onPorts: (frame: Port, first: Port) => void) => { remove(): void };

export const BOOT_BUDGET = 10_000;
const BEAT = 500;
/** A frame that does not answer for this long has died with its process. */
const SILENCE_BUDGET = 1_500;
/** After a laptop slept, timers fire before the messages that were waiting: look again a moment later. */
export const SECOND_LOOK = 60;

export interface FrameHandlers {
  /** A realm waits for its program. */
  onReady(): void;
  onSilent(): void;
  onUnbooted(): void;
}

export class Frame {
  readonly #element: { remove(): void };
  readonly #handlers: FrameHandlers;
  readonly #realms = new Map<number, Realm>();
  /** Realms that were told to leave, and who wants to know that they have. */
  readonly #leaving = new Map<number, () => void>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #port: Port | null = null;
  #first: Port | null = null;
  #next = FIRST_REALM;
  #heardAt = 0;
  /** Questions whether it is alive; answers come in their order. */
  #asked = 0;
  #answered = 0;
  #asking: { readonly asked: number; readonly onAlive: () => void }[] = [];
  #isGone = false;

  constructor(make: MakeFrame, handlers: FrameHandlers) {
    this.#handlers = handlers;
    this.#element = make((frame, first) => this.#onPorts(frame, first));
    this.#after(BOOT_BUDGET, () => {
      if (this.#port === null) handlers.onUnbooted();
    });
  }

  /** Calls back when it has said that it is alive, after it was asked now. One that has died with its process never does. */
  ifAlive(onAlive: () => void): void {
    const asked = this.#asked + 1;
    this.#asking.push({ asked, onAlive });
    this.#ping();
  }

  /** A realm that no program has seen. It can be sent to at once: what it is sent waits until it is ready. */
  open(): Realm {
    const id = this.#next++;
    const realm = new Realm({ onHeard: () => this.#heard(), onReady: () => this.#handlers.onReady() });
    this.#realms.set(id, realm);
    // The first is booted by the frame itself, and comes with its first word.
    if (id !== FIRST_REALM) this.#post({ type: "open", realm: id });
    else if (this.#first !== null) realm.connect(this.#first);
    return realm;
  }

  /** Ends a realm. Calls back once it is gone for certain, which is never where its worker does not listen. */
  close(realm: Realm, onClosed: () => void): void {
    if (this.#port === null) onClosed();
    for (const [id, held] of this.#realms) {
      if (held !== realm) continue;
      this.#realms.delete(id);
      if (this.#port !== null) this.#leaving.set(id, onClosed);
      this.#post({ type: "close", realm: id });
    }
    realm.close();
  }

  /** Asks for a sign of life. Who boots still has a budget of its own. */
  expectWord(budget: number): void {
    if (this.#port === null) return;
    const asked = performance.now();
    this.#ping();
    const look = (isSecond: boolean): void => {
      if (this.#heardAt >= asked) return;
      if (isSecond) this.#handlers.onSilent();
      else this.#after(SECOND_LOOK, () => look(true));
    };
    this.#after(budget, () => look(false));
  }

  /** What stops all that runs in it for certain, if no other frame keeps its process alive. */
  remove(): void {
    this.#isGone = true;
    for (const timer of this.#timers) clearTimeout(timer);
    for (const realm of this.#realms.values()) realm.close();
    this.#port?.close();
    this.#element.remove();
  }

  #onPorts(frame: Port, first: Port): void {
    if (this.#isGone) return;
    this.#port = frame;
    this.#heard();
    frame.listen((message, [port]) => this.#receive(message, port));
    if (this.#next === FIRST_REALM) this.#first = first;
    else if (this.#realms.has(FIRST_REALM)) this.#realms.get(FIRST_REALM)?.connect(first);
    else this.#post({ type: "close", realm: FIRST_REALM });
    for (const id of this.#realms.keys()) if (id !== FIRST_REALM) this.#post({ type: "open", realm: id });
    this.#beat();
  }

  #receive(message: unknown, port: Port | undefined): void {
    this.#heard();
    if (typeof message !== "object" || message === null) return;
    const realm = "realm" in message && typeof message.realm === "number" ? message.realm : null;
    if (realm === null) return this.#onAnswer();
    if (port !== undefined) return this.#realms.get(realm)?.connect(port);
    this.#leaving.get(realm)?.();
    this.#leaving.delete(realm);
  }

  #ping(): void {
    if (this.#port === null) return;
    this.#asked++;
    this.#port.post({ type: "ping" } satisfies FrameRequest);
  }

  #onAnswer(): void {
    this.#answered++;
    const told = this.#asking.filter(({ asked }) => asked <= this.#answered);
    this.#asking = this.#asking.filter(({ asked }) => asked > this.#answered);
    for (const { onAlive } of told) onAlive();
  }

  #heard(): void {
    this.#heardAt = performance.now();
  }

  #beat(): void {
    this.expectWord(SILENCE_BUDGET);
    this.#after(BEAT, () => this.#beat());
  }

  #post(request: FrameRequest): void {
    this.#port?.post(request);
  }

  #after(milliseconds: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.#isGone) work();
    }, milliseconds);
    this.#timers.add(timer);
  }
}
