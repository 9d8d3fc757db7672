/** @file Asks a sandbox of its own one question after the other, as long as there is one, and gives up what is worth nothing any more. */
import { Sandbox } from "../sandbox/Sandbox.ts";

export interface InquiryOptions<Q> {
  /** What is to be asked now; null where all is known. */
  readonly next: () => Q | null;
  /** Whether what is being asked is worth waiting for. */
  readonly isWanted: (current: Q) => boolean;
  /** Asks and takes the answer; false where nothing more can be asked until there is news. */
  readonly ask: (question: Q, sandbox: Sandbox) => Promise<boolean>;
}

export class Inquiry<Q> {
  readonly #options: InquiryOptions<Q>;
  readonly #sandbox = new Sandbox();
  #current: Q | null = null;
  #isDisposed = false;

  constructor(options: InquiryOptions<Q>) {
    this.#options = options;
  }

  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  /** Something that questions are made of has changed. */
  onNews(): void {
    if (this.#isDisposed) return;
    if (this.#current === null) void this.#ask();
    else if (!this.#options.isWanted(this.#current)) this.#sandbox.giveUp();
  }

  giveUp(): void {
    this.#sandbox.giveUp();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#sandbox.dispose();
  }

  async #ask(): Promise<void> {
    const question = this.#options.next();
    if (question === null) return;
    this.#current = question;
    const goesOn = await this.#options.ask(question, this.#sandbox);
    this.#current = null;
    if (goesOn) this.onNews();
  }
}
