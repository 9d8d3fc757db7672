/** @file TypeScript's compiler over one loss at a time, without an editor: in a worker of the page, and in Node. */
import { libFileMap } from "monaco-editor/languages/features/typescript/lib/lib";
import { typescript as tsApi } from "monaco-editor/languages/features/typescript/lib/typescriptServices";
import type ts from "typescript-api";
import type { Compilation } from "../../../engine/language/program.ts";
import { CompilerError } from "../answers.ts";
import { compileLoss } from "./compile.ts";
import { hasTooManyDecorators } from "./decorators.ts";
import { compilerOptions, TYPINGS_PATH } from "./service.ts";

const LOSS = "file:///loss.ts";

export class TypeScriptService {
  readonly #files: Map<string, string>;
  readonly #service: ts.LanguageService;
  #version = 0;

  /** `typings`: the declarations of torch, nn and F. */
  constructor(typings: string) {
    this.#files = new Map([[TYPINGS_PATH, typings]]);
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

  /** Reads the library: what the first answer would wait for. */
  boot(): void {
    this.#service.getProgram();
  }

  compile(source: string): Compilation {
    return this.with(source, (service, fileName) => compileLoss(tsApi, service, fileName));
  }

  /** Asks something else about a source. Throws a CompilerError where that would take the checker for seconds. */
  with<T>(source: string, ask: (service: ts.LanguageService, fileName: string) => T): T {
    if (hasTooManyDecorators(source)) throw new CompilerError("too-many-decorators");
    if (this.#files.get(LOSS) !== source) {
      this.#files.set(LOSS, source);
      this.#version++;
    }
    return ask(this.#service, LOSS);
  }
}
