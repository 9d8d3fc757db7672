/// <reference lib="webworker" />
/**
 * @file One script, two workers: the page's own compiles losses, Monaco's completes and explains. Which of the two it is, the first message says.
 * Trusted: it runs a compiler, never what that reads.
 */
import { initialize } from "monaco-editor/internal/common/initialize";
import { typescript } from "monaco-editor/languages/features/typescript/lib/typescriptServices";
import { TypeScriptWorker } from "monaco-editor/languages/features/typescript/tsWorker";
import typings from "../../engine/language/torch.generated.d.ts?raw";
import { compiledBy, translatedBy } from "./answers.ts";
import { TypeScriptService } from "./compiler/TypeScriptService.ts";
import type { TypeScriptReply, TypeScriptRequest } from "./compiling/typescript-protocol.ts";
import { readTypeScript } from "./translate/read-typescript.ts";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

let started: TypeScriptService | null = null;

function service(): TypeScriptService {
  started ??= new TypeScriptService(typings);
  return started;
}

async function answer(request: TypeScriptRequest): Promise<TypeScriptReply> {
  const { id } = request;
  switch (request.type) {
    case "boot":
      service().boot();
      return { type: "booted", id };
    case "compile": {
      const { source } = request;
      return { type: "compiled", id, compilation: await compiledBy(source, () => service().compile(source)) };
    }
    case "read": {
      const { source } = request;
      const read = () => service().with(source, (service, name) => readTypeScript(typescript, service, name));
      return { type: "read", id, read: await translatedBy(source, read) };
    }
  }
}

const isOurs = (data: unknown): data is TypeScriptRequest =>
  typeof data === "object" && data !== null && "to" in data && data.to === "losslab";

scope.onmessage = async ({ data }: MessageEvent<unknown>) => {
  if (isOurs(data)) scope.postMessage(await answer(data));
  else initialize((context, given) => new TypeScriptWorker(context, given));
};
