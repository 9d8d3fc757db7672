/** @file Numbers that a loss names: constants of the module and of the loss's class, and defaults of the parameters it is made with. The page turns them by hand. */
import type { Entry, Knob } from "../program.ts";
import { parametersOf } from "./functions.ts";
import { field, parts, type SyntaxNode } from "./syntax.ts";

const bare = (node: SyntaxNode): SyntaxNode =>
  node.type === "decorated_definition" ? field(node, "definition") : node;

/** A numeric literal, perhaps negative. */
function knobOf(name: string, node: SyntaxNode | null): Knob[] {
  if (node === null) return [];
  const isNegative = node.type === "unary_operator" && field(node, "operator").type === "-";
  const literal = isNegative ? field(node, "argument") : node;
  if (literal.type !== "integer" && literal.type !== "float") return [];
  const value = Number(node.text.replaceAll("_", ""));
  if (!Number.isFinite(value)) return [];
  return [{ name, start: node.startIndex, end: node.endIndex, value, isInteger: literal.type === "integer" }];
}

/** name = 0.5 */
function constantOf(statement: SyntaxNode): Knob[] {
  if (statement.type !== "expression_statement") return [];
  const [assignment] = parts(statement);
  if (assignment?.type !== "assignment" || field(assignment, "left").type !== "identifier") return [];
  return knobOf(field(assignment, "left").text, assignment.childForFieldName("right"));
}

export function knobsOf(statements: readonly SyntaxNode[], entry: Entry): Knob[] {
  const found: Knob[] = [];
  for (const statement of statements.map(bare)) {
    found.push(...constantOf(statement));
    const isEntry =
      (statement.type === "class_definition" || statement.type === "function_definition") &&
      field(statement, "name").text === entry.name;
    if (!isEntry) continue;
    if (statement.type === "class_definition")
      for (const member of parts(field(statement, "body"))) found.push(...constantOf(member));
    const made = statement.type === "function_definition" ? statement : constructorOf(statement);
    if (made === null) continue;
    for (const { name, value } of parametersOf(field(made, "parameters"))) found.push(...knobOf(name, value));
  }
  return found;
}

function constructorOf(definition: SyntaxNode): SyntaxNode | null {
  return (
    parts(field(definition, "body"))
      .map(bare)
      .find((member) => member.type === "function_definition" && field(member, "name").text === "__init__") ?? null
  );
}
