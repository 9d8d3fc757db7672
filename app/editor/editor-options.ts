/** @file How every editor on the page looks and behaves. */
import { monaco } from "./monaco.ts";

export const editorOptions: monaco.editor.IEditorOptions & monaco.editor.IGlobalEditorOptions = {
  automaticLayout: true,
  fontFamily: "'JetBrains Mono Variable', ui-monospace, Menlo, monospace",
  fontSize: 12.5,
  lineHeight: 20,
  fontLigatures: false,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  lineNumbersMinChars: 3,
  folding: false,
  glyphMargin: false,
  lineDecorationsWidth: 12,
  padding: { top: 10, bottom: 10 },
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  renderLineHighlight: "line",
  renderLineHighlightOnlyWhenFocus: true,
  stickyScroll: { enabled: false },
  inlayHints: { enabled: "on", fontSize: 11, maximumLength: 0 },
  lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.On },
  fixedOverflowWidgets: true,
  occurrencesHighlight: "off",
  wordBasedSuggestions: "off",
  bracketPairColorization: { enabled: false },
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
};
