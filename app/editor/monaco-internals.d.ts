/** Parts of Monaco that it ships without declarations. */
declare module "monaco-editor/languages/features/typescript/lib/typescriptServices" {
  import ts from "typescript-api";

  export { ts as typescript };
}

declare module "monaco-editor/languages/features/typescript/lib/lib" {
  export const libFileMap: Record<string, string>;
}

declare module "monaco-editor/languages/features/typescript/tsWorker" {
  import type ts from "typescript-api";
  export interface TypeScriptWorkerData {
    readonly compilerOptions: ts.CompilerOptions;
    readonly extraLibs: Record<string, { readonly content: string; readonly version: number }>;
  }
  export class TypeScriptWorker {
    constructor(context: object, data: TypeScriptWorkerData);
    getLanguageService(): ts.LanguageService;
    _getScriptText(fileName: string): string | undefined;
  }
}

declare module "monaco-editor/internal/common/initialize" {
  import type { TypeScriptWorkerData } from "monaco-editor/languages/features/typescript/tsWorker";
  export function initialize(create: (context: object, data: TypeScriptWorkerData) => object): void;
}

declare module "monaco-editor/languages/definitions/python/python" {
  import type { languages } from "monaco-editor/editor";

  export const conf: languages.LanguageConfiguration;
  export const language: languages.IMonarchLanguage;
}
