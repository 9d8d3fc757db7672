/// <reference lib="webworker" />
/**
 * @file One script, two workers: the page's own compiles losses, Monaco's completes and explains. Which of the two it is, the first message says.
 * Trusted: it runs a compiler, never what that reads.
 */
import { initialize } from "monaco-editor/internal/common/initialize";
import { typescript } from "monaco-editor/languages/features/typescript/lib/typescriptServices";
import { TypeScriptWorker } from "monaco-editor/languages/features/typescript/tsWorker";
import typings from "../../engine/language/torch.generated.d.ts?raw";
import { TypeScriptService } from "./compiler/TypeScriptService.ts";
import type { TypeScriptReply, TypeScriptRequest } from "./compiling/typescript-protocol.ts";
import { readTypeScript } from "./translate/read-typescript.ts";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

let service: TypeScriptService | null = null;

function answer({ type, id, source }: TypeScriptRequest): TypeScriptReply {
  service ??= new TypeScriptService(typings);
  // Expressions nested some thousands deep exhaust the compiler's stack.
  const place = { start: 0, end: 1 };
  try {
    if (type === "compile") return { type: "compiled", id, compilation: service.compile(source) };
    const read = service.with(source, (languageService, name) => readTypeScript(typescript, languageService, name));
    return { type: "read", id, read };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (type === "compile") {
      const message = "This is nested too deeply to be compiled.";
      const compilation = {
        program: null,
        diagnostics: [{ code: "too-deep", severity: "error" as const, ...place, message }],
      };
      return { type: "compiled", id, compilation };
    }
    const refusals = [{ ...place, message: "what is nested too deeply" }];
    return { type: "read", id, read: { kind: "refused", isSyntax: false, refusals } };
  }
}

const isOurs = (data: unknown): data is TypeScriptRequest =>
  typeof data === "object" && data !== null && "to" in data && data.to === "losslab";

scope.onmessage = (event: MessageEvent<unknown>) => {
  const { data } = event;
  if (isOurs(data)) scope.postMessage(answer(data));
  else initialize((context, given) => new TypeScriptWorker(context, given));
};
