/** @file The page's end of the worker that compiles Python. */
import type { Compilation } from "../../../engine/language/program.ts";
import type { Block, Translation } from "../../../engine/language/translate/tree.ts";
import { WorkerClient } from "../compiling/WorkerClient.ts";
import type { PythonReply, PythonRequest } from "./protocol.ts";
import PythonWorker from "./python.worker.ts?worker";

export class PythonCompiler {
  readonly #client = new WorkerClient<PythonRequest, PythonReply>(() => new PythonWorker());

  /** Settles when questions are answered at once. */
  async boot(): Promise<void> {
    await this.#client.ask((id) => ({ type: "boot", id }));
  }

  async compile(source: string): Promise<Compilation> {
    const reply = await this.#client.ask((id) => ({ type: "compile", id, source }));
    if (reply.type !== "compiled") throw new Error("internal: a reply to another question");
    return reply.compilation;
  }

  async toTypeScript(source: string): Promise<Translation> {
    return this.#translated((id) => ({ type: "toTypeScript", id, source }));
  }

  async toPython(program: Block): Promise<Translation> {
    return this.#translated((id) => ({ type: "toPython", id, program }));
  }

  async #translated(question: (id: number) => PythonRequest): Promise<Translation> {
    const reply = await this.#client.ask(question);
    if (reply.type !== "translated") throw new Error("internal: a reply to another question");
    return reply.translation;
  }

  /** Ends the worker, whatever it is doing; the next question starts another. */
  restart(): void {
    this.#client.restart();
  }
}

/** One for the page: parsers keep nothing between two sources. */
export const pythonCompiler = new PythonCompiler();
