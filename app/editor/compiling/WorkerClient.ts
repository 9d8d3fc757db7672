/** @file The page's end of a worker that answers questions. It starts at the first one. */
import { CompilerError, type Unanswered } from "../answers.ts";

interface Numbered {
  readonly id: number;
}

interface Failed extends Numbered {
  readonly type: "failed";
  readonly reason: Unanswered;
}

interface Waiting<Reply> {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

export class WorkerClient<Request extends Numbered, Reply extends Numbered> {
  readonly #make: () => Worker;
  readonly #waiting = new Map<number, Waiting<Reply>>();
  #worker: Worker | null = null;
  #next = 0;

  constructor(make: () => Worker) {
    this.#make = make;
  }

  /** Rejected with a CompilerError where the worker fails, or is ended before it answers. */
  ask(question: (id: number) => Request): Promise<Reply> {
    const worker = this.#started();
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage(question(id));
    });
  }

  /** Ends the worker, whatever it is doing; the next question starts another. */
  restart(): void {
    this.#worker?.terminate();
    this.#worker = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new CompilerError("compiler-failed"));
  }

  #started(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = this.#make();
    worker.onmessage = ({ data }: MessageEvent<Reply | Failed>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (hasFailed(data)) waiting?.reject(new CompilerError(data.reason));
      else waiting?.resolve(data);
    };
    worker.onerror = () => this.restart();
    this.#worker = worker;
    return worker;
  }
}

function hasFailed<Reply extends Numbered>(reply: Reply | Failed): reply is Failed {
  return "type" in reply && reply.type === "failed";
}
