/** @file The page's end of the worker that makes exports. */
import ExportWorker from "./export.worker.ts?worker";
import type { Exported, ExportRequest } from "./export-messages.ts";

/** Reading takes milliseconds; the first time a parser has to load. */
const BUDGET = 10_000;

export class Exporter {
  #worker: Worker | null = null;
  /** Ends the wait for an answer that will not come. */
  #giveUp: () => void = () => undefined;
  /** One question at a time. */
  #last: Promise<unknown> = Promise.resolve();

  ask(request: ExportRequest): Promise<Exported> {
    const answer = this.#last.then(() => this.#answer(request));
    this.#last = answer;
    return answer;
  }

  /** What is being made then is refused; a question after that starts another worker. */
  dispose(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#giveUp();
  }

  #answer(request: ExportRequest): Promise<Exported> {
    this.#worker ??= new ExportWorker();
    const worker = this.#worker;
    return new Promise((resolve) => {
      const refuse = (reason: string): void => {
        clearTimeout(overdue);
        resolve({ kind: "refused", line: null, reason });
      };
      const failed = "The export could not be made. Check the connection and try again.";
      const overdue = setTimeout(() => {
        refuse(`Reading the loss took more than ${BUDGET / 1000} s and was stopped.`);
        this.dispose();
      }, BUDGET);
      this.#giveUp = () => refuse(failed);
      worker.onmessage = ({ data }: MessageEvent<Exported>) => {
        clearTimeout(overdue);
        resolve(data);
      };
      worker.onerror = () => this.dispose();
      worker.postMessage(request);
    });
  }
}
