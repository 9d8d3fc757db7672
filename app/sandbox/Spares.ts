/** @file Realms booted ahead, so that a program waits for none: one at once, the other in the pause after an answer. */
import type { Setup } from "../../engine/worker/protocol.ts";
import type { Frame } from "./Frame.ts";
import type { Realm } from "./Realm.ts";

/** Who types a key while something else is found out about a loss, or faster than realms boot for a while, finds a realm all the same. */
const AHEAD = 2;
/**
 * Milliseconds after an answer. It is drawn first; then there is time until the next key, which people press after 120 and more: one realm boots, and
 * is ready by then.
 */
const DRAWN = 25;
/** Milliseconds since a program was given its realm, after which nobody seems to type: until then a further one would share the machine with the next key. */
const AT_REST = 400;

export class Spares {
  readonly #frame: () => Frame;
  #realms: Realm[] = [];
  #isAhead = false;
  /** What the next program will most likely run on. */
  #setup: Setup | null = null;
  #later: ReturnType<typeof setTimeout> | undefined;
  #hasServed = false;

  constructor(frame: () => Frame) {
    this.#frame = frame;
  }

  prepare(setup: Setup | null): void {
    this.#isAhead = true;
    this.#setup = setup ?? this.#setup;
    this.refill();
  }

  /** One that is ready, if there is any. */
  take(): Realm {
    const ready = this.#realms.findIndex(({ isReady }) => isReady);
    const [realm] = this.#realms.splice(Math.max(ready, 0), 1);
    // A run is not answered for long, and somebody may type meanwhile.
    this.atRest();
    return realm ?? this.#frame().open();
  }

  putBack(realm: Realm): void {
    this.#realms.unshift(realm);
  }

  /** They have gone with their frame. */
  clear(): void {
    clearTimeout(this.#later);
    this.#realms = [];
  }

  /** A program has been answered. */
  served(): void {
    this.#hasServed = true;
    this.#addIn(DRAWN);
  }

  /** There is one, at least. */
  refill(): void {
    if (!this.#isAhead) return;
    if (this.#realms.length === 0) this.#open();
    if (this.#setup !== null) for (const realm of this.#realms) realm.setUp(this.#setup);
  }

  /** What is missing besides follows when nobody types; at a first visit, not before something was answered. */
  atRest(): void {
    this.#addIn(AT_REST);
  }

  #addIn(milliseconds: number): void {
    clearTimeout(this.#later);
    if (!this.#isAhead || !this.#hasServed) return;
    this.#later = setTimeout(() => {
      const isBooting = this.#realms.some(({ isReady }) => !isReady);
      if (this.#realms.length < AHEAD && !isBooting) this.#open();
      this.refill();
    }, milliseconds);
  }

  #open(): void {
    this.#realms.push(this.#frame().open());
  }
}
