/** @file The shared tree as a Python source. */
import { join, layout, newline } from "../layout.ts";
import { Refusals } from "../refusals.ts";
import type { Block, Translation } from "../tree.ts";
import { Imports } from "./imports.ts";
import { block } from "./statements.ts";
import { wholesOf } from "./wholes.ts";

export function printPython(program: Block): Translation {
  const imports = new Imports();
  const refusals = new Refusals();
  const wholes = wholesOf(program, refusals);
  const body = block({ imports, wholes, quote: '"' }, program, true);
  if (!refusals.isEmpty) return { kind: "refused", isSyntax: false, refusals: refusals.all };
  const { statements } = imports;
  const all = statements.length === 0 ? body : [...statements, "", ...body];
  return { kind: "translated", text: `${layout(join(all, newline), { width: 100, indent: "    " })}\n` };
}
