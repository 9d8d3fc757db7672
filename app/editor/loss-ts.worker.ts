/** @file Monaco's TypeScript worker, which also compiles losses: one checker serves completion, hover and probes. */
import { initialize } from "monaco-editor/internal/common/initialize";
import { typescript } from "monaco-editor/languages/features/typescript/lib/typescriptServices";
import { TypeScriptWorker } from "monaco-editor/languages/features/typescript/tsWorker";
import type { Compilation } from "../../engine/language/program.ts";
import type { ReadSource } from "../../engine/language/translate/from-python/read.ts";
import { compiledBy, translatedBy } from "./answers.ts";
import { compileLoss } from "./compiler/compile.ts";
import { readTypeScript } from "./translate/read-typescript.ts";

export class LossWorker extends TypeScriptWorker {
  async compileLoss(fileName: string): Promise<Compilation> {
    return compiledBy(this.#text(fileName), () => compileLoss(typescript, this.getLanguageService(), fileName));
  }

  /** The first half of a translation into Python; the worker that knows Python prints it. */
  async readLoss(fileName: string): Promise<ReadSource> {
    return translatedBy(this.#text(fileName), () => readTypeScript(typescript, this.getLanguageService(), fileName));
  }

  /** Reads the library: what the first answer would wait for. */
  async boot(): Promise<void> {
    try {
      this.getLanguageService().getProgram();
    } catch {
      // A source that cannot be read says so when it is compiled.
    }
  }

  #text(fileName: string): string {
    return this._getScriptText(fileName) ?? "";
  }
}

self.onmessage = () => initialize((context, data) => new LossWorker(context, data));
