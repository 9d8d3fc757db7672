/** @file A compiler in a worker, under a watchdog: a short source can keep one busy for minutes. */
import { COMPILE_SECONDS, CompilerError, type Unanswered } from "./answers.ts";

/** Milliseconds. The worker loads, and reads its library. */
const BOOT = 20_000;
const BUDGET = COMPILE_SECONDS * 1000;

export interface Watchable {
  /** Settles when the worker can begin with what it is asked. */
  readonly boot: () => Promise<unknown>;
  /** Ends the worker, whatever it is doing; the next question starts another. */
  readonly end: () => void;
  /** A cold compiler is slower at its first question. */
  readonly firstBudget: number;
}

const reasonOf = (error: unknown): Unanswered => (error instanceof CompilerError ? error.reason : "compiler-failed");

const isUnanswered = (answer: unknown): answer is Unanswered => typeof answer === "string";

/** One question at a time, so that nobody's time is taken by another's source. */
export class Watched {
  readonly #compiler: Watchable;
  #line: Promise<unknown> = Promise.resolve();
  #booted: Promise<unknown> | null = null;
  #bootTime = 0;
  #isCold = true;

  constructor(compiler: Watchable) {
    this.#compiler = compiler;
  }

  /** The answer, or why there is none. */
  ask<T extends object>(question: () => Promise<T>): Promise<T | Unanswered> {
    const answer = this.#line.then(() => this.#asked(question));
    this.#line = answer;
    return answer;
  }

  async #asked<T extends object>(question: () => Promise<T>): Promise<T | Unanswered> {
    if (this.#booted === null) {
      const start = performance.now();
      this.#booted = this.#compiler.boot().then(() => {
        this.#bootTime = performance.now() - start;
      });
    }
    const booted = await this.#inTime(this.#booted, BOOT);
    if (isUnanswered(booted)) return booted;
    const answer = await this.#inTime(question(), this.#isCold ? this.#firstBudget : BUDGET);
    this.#isCold = isUnanswered(answer);
    return answer;
  }

  /** A machine that takes long to load a compiler takes long to run it for the first time. */
  get #firstBudget(): number {
    return Math.min(BOOT, Math.max(this.#compiler.firstBudget, 4 * this.#bootTime));
  }

  async #inTime<T>(answer: Promise<T>, budget: number): Promise<T | Unanswered> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const overdue = new Promise<Unanswered>((resolve) => {
      timer = setTimeout(() => resolve("compile-timeout"), budget);
    });
    // A worker that is ended never answers, or says so too late to matter.
    const given = await Promise.race([answer.catch(reasonOf), overdue]);
    clearTimeout(timer);
    if (isUnanswered(given)) {
      this.#booted = null;
      this.#compiler.end();
    }
    return given;
  }
}
