/** @file Numbers that a loss names: constants of the module and of the loss's class, and defaults of the parameters it is made with. The page turns them by hand. */
import type { Entry, Knob } from "../program.ts";
import { methodOf } from "./definitions.ts";
import { parametersOf } from "./functions.ts";
import type { Expression, Statement } from "./parser/tree.ts";

/** A numeric literal, perhaps negative. */
function knobOf(name: string, node: Expression | null): Knob[] {
  if (node === null) return [];
  const isNegative = node.kind === "UnaryOp" && node.op === "USub";
  const literal = isNegative ? node.operand : node;
  if (literal.kind !== "Constant" || (literal.value.type !== "int" && literal.value.type !== "float")) return [];
  const size = Number(literal.value.value);
  if (!Number.isFinite(size)) return [];
  const { start, end } = node;
  return [{ name, start, end, value: isNegative ? -size : size, isInteger: literal.value.type === "int" }];
}

/** name = 0.5 */
function constantOf(statement: Statement): Knob[] {
  const target =
    statement.kind === "Assign" && statement.targets.length === 1
      ? statement.targets[0]
      : statement.kind === "AnnAssign"
        ? statement.target
        : null;
  if (target?.kind !== "Name" || (statement.kind !== "Assign" && statement.kind !== "AnnAssign")) return [];
  return knobOf(target.id, statement.value);
}

export function knobsOf(statements: readonly Statement[], entry: Entry): Knob[] {
  const found: Knob[] = [];
  for (const statement of statements) {
    found.push(...constantOf(statement));
    if ((statement.kind !== "ClassDef" && statement.kind !== "FunctionDef") || statement.name !== entry.name) continue;
    if (statement.kind === "ClassDef") for (const member of statement.body) found.push(...constantOf(member));
    const made = statement.kind === "ClassDef" ? methodOf(statement, "__init__") : statement;
    if (made === null) continue;
    for (const { name, value } of parametersOf(made.args)) found.push(...knobOf(name, value));
  }
  return found;
}
