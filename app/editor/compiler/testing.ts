/** @file The TypeScript front end in Node: what the page does in Monaco's worker, for tests. */
import { readFileSync } from "node:fs";
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

  private constructor(library: Record<string, string>) {
    const read = (name: string) => this.#files.get(name) ?? library[name] ?? library[`lib.${name}.d.ts`];
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

  static async create(): Promise<NodeCompiler> {
    const { libFileMap } = await import("monaco-editor/languages/features/typescript/lib/lib");
    return new NodeCompiler(libFileMap);
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
