/** @file Monaco, set up once: its workers, the language of losses, the two themes. */
import * as monaco from "monaco-editor/editor";
import "monaco-editor/features/register.all";
import "monaco-editor/languages/definitions/typescript/register";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import { getTypeScriptWorker, typescriptDefaults } from "monaco-editor/languages/features/typescript/register";
import typings from "../../engine/language/torch.generated.d.ts?raw";
import { compilerOptions, TYPINGS_PATH } from "./compiler/service.ts";
import type { LossWorker } from "./loss-ts.worker.ts";
import LossTsWorker from "./loss-ts.worker.ts?worker";
import { themes } from "./themes.ts";

globalThis.MonacoEnvironment = {
  getWorker: (_module: string, label: string) => (label === "typescript" ? new LossTsWorker() : new EditorWorker()),
};

typescriptDefaults.setCompilerOptions(compilerOptions);
// Markers come from our own compilation: one pass over the types a keystroke, not two.
typescriptDefaults.setModeConfiguration({
  completionItems: true,
  hovers: true,
  documentSymbols: false,
  definitions: true,
  references: true,
  documentHighlights: true,
  rename: true,
  diagnostics: false,
  documentRangeFormattingEdits: true,
  signatureHelp: true,
  onTypeFormattingEdits: true,
  codeActions: false,
  inlayHints: false,
});
typescriptDefaults.setEagerModelSync(true);
typescriptDefaults.addExtraLib(typings, TYPINGS_PATH);

for (const [name, theme] of Object.entries(themes)) monaco.editor.defineTheme(`losslab-${name}`, theme);

/** Monaco sets its TypeScript mode up some moments after the first model, and until then refuses to say where the worker is. */
async function typeScriptWorker(): ReturnType<typeof getTypeScriptWorker> {
  for (;;) {
    const worker = await getTypeScriptWorker().catch(() => null);
    if (worker !== null) return worker;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The worker that knows this model's types. */
export async function lossWorker(uri: monaco.Uri): Promise<LossWorker> {
  const worker: unknown = await (await typeScriptWorker())(uri);
  // Monaco types its worker without what our subclass adds; loss-ts.worker.ts is where it is made.
  return worker as LossWorker;
}

/** Settles when the worker has read the library. */
export async function bootTypeScript(): Promise<void> {
  const [model] = monaco.editor.getModels();
  if (model !== undefined) await (await lossWorker(model.uri)).boot();
}

/** Ends the TypeScript worker, whatever it is doing; the next request starts another. */
export function restartTypeScript(): void {
  typescriptDefaults.setCompilerOptions(compilerOptions);
}

export { monaco };
