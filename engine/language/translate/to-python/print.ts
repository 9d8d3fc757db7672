/** @file The shared tree as a Python source. */
import { join, layout, newline } from "../layout.ts";
import type { Block } from "../tree.ts";
import { Imports } from "./imports.ts";
import { block } from "./statements.ts";

export function printPython(program: Block): string {
  const imports = new Imports();
  const body = block({ imports, quote: '"' }, program, true);
  const { statements } = imports;
  const all = statements.length === 0 ? body : [...statements, "", ...body];
  return `${layout(join(all, newline), { width: 100, indent: "    " })}\n`;
}
