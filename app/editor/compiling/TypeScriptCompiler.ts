/**
 * @file The page's end of the worker that compiles TypeScript. Monaco's own, which completes and explains, is another one: a verdict waits for
 * neither the editor nor what the editor asks.
 */
import type { Compilation } from "../../../engine/language/program.ts";
import type { ReadSource } from "../../../engine/language/translate/from-python/read.ts";
import TypeScriptWorker from "../loss-ts.worker.ts?worker";
import type { TypeScriptReply, TypeScriptRequest } from "./typescript-protocol.ts";
import { WorkerClient } from "./WorkerClient.ts";

const client = new WorkerClient<TypeScriptRequest, TypeScriptReply>(() => new TypeScriptWorker());

export const typeScriptCompiler = {
  /** Settles when the worker has read the library. */
  async boot(): Promise<void> {
    await client.ask((id) => ({ to: "losslab", type: "boot", id }));
  },
  async compile(source: string): Promise<Compilation> {
    const reply = await client.ask((id) => ({ to: "losslab", type: "compile", id, source }));
    if (reply.type !== "compiled") throw new Error("internal: a reply to another question");
    return reply.compilation;
  },
  async read(source: string): Promise<ReadSource> {
    const reply = await client.ask((id) => ({ to: "losslab", type: "read", id, source }));
    if (reply.type !== "read") throw new Error("internal: a reply to another question");
    return reply.read;
  },
  restart(): void {
    client.restart();
  },
};
