/** @file The page's end of the worker that compiles Python. */
import type { Compilation } from "../../../engine/language/program.ts";
import type { Block, Translation } from "../../../engine/language/translate/tree.ts";
import { CompilerError } from "../answers.ts";
import type { PythonReply, PythonRequest, PythonSymbols } from "./protocol.ts";
import PythonWorker from "./python.worker.ts?worker";

interface Waiting {
  readonly resolve: (reply: PythonReply) => void;
  readonly reject: (error: Error) => void;
}

export class PythonCompiler {
  #worker: Worker | null = null;
  #next = 0;
  readonly #waiting = new Map<number, Waiting>();
  #symbols: Promise<PythonSymbols> | null = null;

  /** Settles when questions are answered at once. */
  async boot(): Promise<void> {
    await this.#ask((id) => ({ type: "boot", id }));
  }

  async compile(source: string): Promise<Compilation> {
    const reply = await this.#ask((id) => ({ type: "compile", id, source }));
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
    const reply = await this.#ask(question);
    if (reply.type !== "translated") throw new Error("internal: a reply to another question");
    return reply.translation;
  }

  /** Asked once: they are the same for every loss. Rejected where the worker is ended meanwhile; then asked again. */
  symbols(): Promise<PythonSymbols> {
    this.#symbols ??= this.#ask((id) => ({ type: "symbols", id })).then((reply) => {
      if (reply.type !== "symbols") throw new Error("internal: a reply to another question");
      return reply.symbols;
    });
    return this.#symbols;
  }

  /** Ends the worker, whatever it is doing; the next question starts another. */
  restart(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(new CompilerError("compiler-failed"));
    this.#waiting.clear();
    this.#symbols = null;
  }

  #ask(question: (id: number) => PythonRequest): Promise<PythonReply> {
    const worker = this.#started();
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage(question(id));
    });
  }

  #started(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new PythonWorker();
    worker.onmessage = ({ data }: MessageEvent<PythonReply>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.type === "failed") waiting?.reject(new CompilerError(data.reason));
      else waiting?.resolve(data);
    };
    worker.onerror = () => this.restart();
    this.#worker = worker;
    return worker;
  }
}

/** One for the page: parsers keep nothing between two sources. */
export const pythonCompiler = new PythonCompiler();
