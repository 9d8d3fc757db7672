/** @file What the worker's entry needs of its surroundings. In the page that is the sandbox's worker; under test, plain functions. */
import type { ConsoleText } from "../inspect/report.ts";
import type { Define } from "../language/loss.ts";
import type { Reply } from "./protocol.ts";

export interface ProgramConsole {
  /** What the program gets as `console`. */
  readonly console: object;
  /** What was written to it, bounded. */
  readonly text: () => ConsoleText;
}

export interface Host {
  post(reply: Reply): void;
  /** The engine no longer computes what it did before the program came: nothing more is posted. */
  distrust(): void;
  /** Runs the script and returns what it handed to `__losslab`; throws what the script throws. */
  load(js: string): Define;
  /** Milliseconds, never going back. */
  now(): number;
  /** Calls back after messages that have come were handled. */
  yield(callback: () => void): void;
  consoleFor(): ProgramConsole;
}
