/** @file Monaco's colours: those of the page (app/ui/tokens.css), contrast AA in both themes. */
import type { editor } from "monaco-editor/editor";

const rule = (token: string, foreground: string, fontStyle = ""): editor.ITokenThemeRule => ({ token, foreground, fontStyle });

export const themes: Record<"dark" | "light", editor.IStandaloneThemeData> = {
  dark: {
    base: "vs-dark",
    inherit: true,
    rules: [rule("", "e7ebf1"), rule("keyword", "c792ea"), rule("identifier", "e7ebf1"), rule("type.identifier", "82aaff"), rule("number", "f78c6c"), rule("string", "a5d6a7"), rule("comment", "8c97a6"), rule("delimiter", "b6c0cd")],
    colors: {
      "editor.background": "#0e1116",
      "editor.foreground": "#e7ebf1",
      "editorLineNumber.foreground": "#7d8897",
      "editorLineNumber.activeForeground": "#e7ebf1",
      "editor.lineHighlightBackground": "#151a21",
      "editor.lineHighlightBorder": "#00000000",
      "editor.selectionBackground": "#2b4a75",
      "editorCursor.foreground": "#58a6ff",
      "editorInlayHint.background": "#1b212a",
      "editorInlayHint.foreground": "#9aa5b4",
      "editorWidget.background": "#151a21",
      "editorWidget.border": "#27303b",
      "editorSuggestWidget.background": "#151a21",
      "editorSuggestWidget.selectedBackground": "#24405f",
      "editorHoverWidget.background": "#151a21",
      "editorIndentGuide.background1": "#1b212a",
      "scrollbarSlider.background": "#27303b99",
      focusBorder: "#7c9cff",
    },
  },
  light: {
    base: "vs",
    inherit: true,
    rules: [rule("", "171b21"), rule("keyword", "7c2fb0"), rule("identifier", "171b21"), rule("type.identifier", "1d4fc4"), rule("number", "a8480c"), rule("string", "1b6b3a"), rule("comment", "5c6673"), rule("delimiter", "3c4652")],
    colors: {
      "editor.background": "#ffffff",
      "editor.foreground": "#171b21",
      "editorLineNumber.foreground": "#66707d",
      "editorLineNumber.activeForeground": "#171b21",
      "editor.lineHighlightBackground": "#f5f6f8",
      "editor.lineHighlightBorder": "#00000000",
      "editor.selectionBackground": "#bcd6f7",
      "editorCursor.foreground": "#0b69d0",
      "editorInlayHint.background": "#eef1f5",
      "editorInlayHint.foreground": "#56606d",
      "editorWidget.background": "#ffffff",
      "editorWidget.border": "#dfe3e8",
      "editorSuggestWidget.selectedBackground": "#d7e6fb",
      "editorSuggestWidget.selectedForeground": "#171b21",
      "editorSuggestWidget.highlightForeground": "#0b57b0",
      focusBorder: "#3b5bdb",
    },
  },
};
