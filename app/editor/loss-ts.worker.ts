/** @file Monaco's TypeScript worker, which also compiles losses: one checker serves completion, hover and probes. */
import { initialize } from "monaco-editor/internal/common/initialize";
import { typescript } from "monaco-editor/languages/features/typescript/lib/typescriptServices";
import { TypeScriptWorker } from "monaco-editor/languages/features/typescript/tsWorker";
import type { Compilation } from "../../engine/language/program.ts";
import type { ReadSource } from "../../engine/language/translate/from-python/read.ts";
import { compileLoss } from "./compiler/compile.ts";
import { readTypeScript } from "./translate/read-typescript.ts";

export class LossWorker extends TypeScriptWorker {
  async compileLoss(fileName: string): Promise<Compilation> {
    try {
      return compileLoss(typescript, this.getLanguageService(), fileName);
    } catch (error) {
      // Expressions nested some thousands deep exhaust the compiler's stack.
      if (!(error instanceof RangeError)) throw error;
      const message = "This is nested too deeply to be compiled.";
      return { program: null, diagnostics: [{ code: "too-deep", severity: "error", start: 0, end: 1, message }] };
    }
  }

  /** The first half of a translation into Python; the worker that knows Python prints it. */
  async readLoss(fileName: string): Promise<ReadSource> {
    try {
      return readTypeScript(typescript, this.getLanguageService(), fileName);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return {
        kind: "refused",
        isSyntax: false,
        refusals: [{ start: 0, end: 1, message: "what is nested too deeply" }],
      };
    }
  }
}

self.onmessage = () => initialize((context, data) => new LossWorker(context, data));
