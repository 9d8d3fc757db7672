/** @file Monaco, set up once: its workers, the language of losses, the two themes. */
import * as monaco from "monaco-editor/editor";
import "monaco-editor/features/register.all";
import "monaco-editor/languages/definitions/typescript/register";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import { typescriptDefaults } from "monaco-editor/languages/features/typescript/register";
import typings from "../../engine/language/torch.generated.d.ts?raw";
import { compilerOptions, TYPINGS_PATH } from "./compiler/service.ts";
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

export { monaco };
