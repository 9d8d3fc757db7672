/** @file A Python source in TypeScript. */
import { entryOf } from "../python/entries.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { readPython } from "./from-python/read.ts";
import { printTypeScript } from "./to-typescript/print.ts";
import type { Translation } from "./tree.ts";

export function pythonToTypeScript(source: string, root: SyntaxNode): Translation {
  const read = readPython(source, root);
  return read.kind === "refused" ? read : printTypeScript(read.program, entryOf(root).entry);
}
