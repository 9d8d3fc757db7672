/** @file The colours of code, of which Monaco's themes are made and what stands there before Monaco. Contrast AA in both themes. */
import type { TokenKind } from "./painted/tokens.ts";

export type CodeColour = TokenKind | "line" | "caret" | "hint" | "hint-back";

export const palette: Readonly<Record<"dark" | "light", Readonly<Record<CodeColour, string>>>> = {
  dark: {
    plain: "#e7ebf1",
    keyword: "#c792ea",
    type: "#82aaff",
    number: "#f78c6c",
    string: "#a5d6a7",
    comment: "#98a3b2",
    delimiter: "#b6c0cd",
    line: "#7d8897",
    caret: "#58a6ff",
    hint: "#9aa5b4",
    "hint-back": "#1b212a",
  },
  light: {
    plain: "#171b21",
    keyword: "#7c2fb0",
    type: "#1d4fc4",
    number: "#a8480c",
    string: "#1b6b3a",
    comment: "#525c68",
    delimiter: "#3c4652",
    line: "#66707d",
    caret: "#0b69d0",
    hint: "#56606d",
    "hint-back": "#eef1f5",
  },
};

/** As custom properties of an element's style. */
export function codeColours(theme: "dark" | "light"): Readonly<Record<`--t-${string}`, string>> {
  return Object.fromEntries(Object.entries(palette[theme]).map(([name, colour]) => [`--t-${name}`, colour]));
}
