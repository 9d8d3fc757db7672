/** @file The page's end of a worker that answers questions. It starts at the first one. */

interface Numbered {
  readonly id: number;
}

export class WorkerClient<Request extends Numbered, Reply extends Numbered> {
  readonly #make: () => Worker;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #worker: Worker | null = null;
  #next = 0;

  constructor(make: () => Worker) {
    this.#make = make;
  }

  ask(question: (id: number) => Request): Promise<Reply> {
    const worker = this.#started();
    const id = this.#next++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      worker.postMessage(question(id));
    });
  }

  /** Ends the worker, whatever it is doing; the next question starts another. What was asked is never answered. */
  restart(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#waiting.clear();
  }

  #started(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = this.#make();
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      this.#waiting.get(data.id)?.(data);
      this.#waiting.delete(data.id);
    };
    this.#worker = worker;
    return worker;
  }
}
