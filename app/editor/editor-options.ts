/** @file How every editor on the page looks and behaves. */
import { documentLimits } from "../document/document.ts";
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
  // Each space that is selected would be measured and drawn.
  renderWhitespace: "none",
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
  // A line has as many pieces as a stranger likes.
  maxTokenizationLineLength: 2000,
  stopRenderingLineAfter: 2000,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
};

/** Longer texts go without what looks at all of them at once: nothing a stranger's text holds may hold up the page. */
const LONG = documentLimits.source;

const forAll: monaco.editor.IEditorOptions = {
  matchBrackets: "always",
  guides: { bracketPairs: false, indentation: true },
};
const forLong: monaco.editor.IEditorOptions = {
  matchBrackets: "never",
  guides: { bracketPairs: false, indentation: false },
};

/** Keeps an editor to what its text allows. */
export function boundWork(editor: monaco.editor.ICodeEditor, text: monaco.editor.ITextModel): void {
  let wasLong = false;
  const look = (): void => {
    const isLong = text.getValueLength() > LONG;
    if (isLong !== wasLong) editor.updateOptions(isLong ? forLong : forAll);
    wasLong = isLong;
  };
  look();
  const listening = text.onDidChangeContent(look);
  editor.onDidDispose(() => listening.dispose());
}
