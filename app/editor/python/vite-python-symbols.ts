/** @file Vite plugin: what completion and hover say in Python, as data, so that the page needs no engine to say it. */
import type { Plugin } from "vite";
import { symbols } from "./symbols.ts";

const NAME = "virtual:losslab-python-symbols";

export const pythonSymbols: Plugin = {
  name: "losslab:python-symbols",
  resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
  load: (id) => (id === `\0${NAME}` ? `export const symbols = ${JSON.stringify(symbols())};` : null),
};
