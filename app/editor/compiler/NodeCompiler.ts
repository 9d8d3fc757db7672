/** @file The compiler outside a page, on the TypeScript that Monaco carries: for tests, and for measuring compiled losses. */
import { readFileSync } from "node:fs";
import { libFileMap } from "monaco-editor/languages/features/typescript/lib/lib";
import { typescript as tsApi } from "monaco-editor/languages/features/typescript/lib/typescriptServices";
import type ts from "typescript-api";
import type { Compilation } from "../../../engine/language/program.ts";
import { compileLoss } from "./compile.ts";
import { compilerOptions, TYPINGS_PATH } from "./service.ts";

const LOSS = "file:///loss.ts";

export class NodeCompiler {
  readonly #files = new Map<string, string>([
    [TYPINGS_PATH, readFileSync("engine/language/torch.generated.d.ts", "utf8")],
  ]);
  readonly #service: ts.LanguageService;
  #version = 0;

  constructor() {
    const read = (name: string) => this.#files.get(name) ?? libFileMap[name] ?? libFileMap[`lib.${name}.d.ts`];
    this.#service = tsApi.createLanguageService({
      getCompilationSettings: () => compilerOptions,
      getScriptFileNames: () => [...this.#files.keys()],
      getScriptVersion: (name) => (name === LOSS ? String(this.#version) : "1"),
      getScriptSnapshot: (name) => {
        const text = read(name);
        return text === undefined ? undefined : tsApi.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => "",
      getDefaultLibFileName: () => "lib.es2023.d.ts",
      fileExists: (name) => read(name) !== undefined,
      readFile: read,
    });
  }

  compile(source: string): Compilation {
    return this.with(source, (service, fileName) => compileLoss(tsApi, service, fileName));
  }

  /** Asks something else about a source. */
  with<T>(source: string, ask: (service: ts.LanguageService, fileName: string) => T): T {
    this.#files.set(LOSS, source);
    this.#version++;
    return ask(this.#service, LOSS);
  }
}
