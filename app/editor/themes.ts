/** @file Monaco's colours: those of the page (app/ui/tokens.css), contrast AA in both themes. */
import type { editor } from "monaco-editor/editor";
import { palette } from "./palette.ts";

/** Monaco's names of tokens, and which of our colours each has. */
const tokens = {
  "": "plain",
  keyword: "keyword",
  identifier: "plain",
  "type.identifier": "type",
  number: "number",
  string: "string",
  comment: "comment",
  delimiter: "delimiter",
} as const;

const rulesOf = (theme: "dark" | "light"): editor.ITokenThemeRule[] =>
  Object.entries(tokens).map(([token, colour]) => ({
    token,
    foreground: palette[theme][colour].slice(1),
    fontStyle: "",
  }));

export const themes: Record<"dark" | "light", editor.IStandaloneThemeData> = {
  dark: {
    base: "vs-dark",
    inherit: true,
    rules: rulesOf("dark"),
    colors: {
      "editor.background": "#0e1116",
      "editor.foreground": palette.dark.plain,
      "editorLineNumber.foreground": palette.dark.line,
      "editorLineNumber.activeForeground": "#e7ebf1",
      "editor.lineHighlightBackground": "#151a21",
      "editor.lineHighlightBorder": "#00000000",
      "editor.selectionBackground": "#2b4a75",
      "editorCursor.foreground": palette.dark.caret,
      "editorInlayHint.background": palette.dark["hint-back"],
      "editorInlayHint.foreground": palette.dark.hint,
      "editorWidget.background": "#151a21",
      "editorWidget.border": "#27303b",
      "editorSuggestWidget.background": "#151a21",
      "editorSuggestWidget.selectedBackground": "#24405f",
      "editorHoverWidget.background": "#151a21",
      "editorIndentGuide.background1": "#1b212a",
      "scrollbarSlider.background": "#27303b99",
      "diffEditor.removedLineBackground": "#f6767c10",
      "diffEditor.removedTextBackground": "#f6767c26",
      "diffEditor.insertedLineBackground": "#3fb68b10",
      "diffEditor.insertedTextBackground": "#3fb68b26",
      "diffEditor.diagonalFill": "#27303b66",
      focusBorder: "#7c9cff",
    },
  },
  light: {
    base: "vs",
    inherit: true,
    rules: rulesOf("light"),
    colors: {
      "editor.background": "#ffffff",
      "editor.foreground": palette.light.plain,
      "editorLineNumber.foreground": palette.light.line,
      "editorLineNumber.activeForeground": "#171b21",
      "editor.lineHighlightBackground": "#f5f6f8",
      "editor.lineHighlightBorder": "#00000000",
      "editor.selectionBackground": "#bcd6f7",
      "editorCursor.foreground": palette.light.caret,
      "editorInlayHint.background": palette.light["hint-back"],
      "editorInlayHint.foreground": palette.light.hint,
      "editorWidget.background": "#ffffff",
      "editorWidget.border": "#dfe3e8",
      "editorSuggestWidget.selectedBackground": "#d7e6fb",
      "editorSuggestWidget.selectedForeground": "#171b21",
      "editorSuggestWidget.highlightForeground": "#0b57b0",
      "diffEditor.removedLineBackground": "#b92a3410",
      "diffEditor.removedTextBackground": "#b92a3426",
      "diffEditor.insertedLineBackground": "#12705010",
      "diffEditor.insertedTextBackground": "#12705026",
      "diffEditor.diagonalFill": "#dfe3e8",
      focusBorder: "#3b5bdb",
    },
  },
};
