/** @file The page's colours: those that were last chosen in this browser, else the system's. */
import type { Theme } from "../store/store.ts";
import { type SmallStorage, tryToGet, tryToSet } from "./browser-storage.ts";

const THEME = "losslab.theme";

export function initialTheme(storage: SmallStorage): Theme {
  const chosen = tryToGet(storage, THEME);
  if (chosen === "dark" || chosen === "light") return chosen;
  return matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
}

export function keepTheme(storage: SmallStorage, theme: Theme): void {
  tryToSet(storage, THEME, theme);
}
