/** @file A Python source in TypeScript. */
import { entryOf } from "../python/entries.ts";
import { readPython } from "./from-python/read.ts";
import { printTypeScript } from "./to-typescript/print.ts";
import type { Translation } from "./tree.ts";

export function pythonToTypeScript(source: string): Translation {
  const read = readPython(source);
  return read.kind === "refused" ? read : printTypeScript(read.program, entryOf(read.tree).entry);
}
