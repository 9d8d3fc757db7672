/** @file A loss in the script it comes from: what of the script is run, and what is passed over. */
import type { Entry, PassedOver, Range } from "../program.ts";
import { bare } from "./entries.ts";
import { mentioned } from "./names.ts";
import { Scope } from "./scopes.ts";
import { field, fields, parts, type SyntaxNode } from "./syntax.ts";
import { unavailableName } from "./unavailable.ts";

/** The modules of which something is here, by the first part of their names. script.test.ts holds the list to what the runtime has. */
export const presentModules: readonly string[] =
  "torch math numpy enum typing typing_extensions dataclasses functools warnings abc numbers random time __future__ collections itertools copy logging operator contextlib types sys os json string inspect gc functorch".split(
    " ",
  );

/** Of torch, what is not. */
const absentParts = /^torch\.(?:distributions|multiprocessing|onnx|jit\.)/;

export interface Script {
  readonly statements: readonly SyntaxNode[];
  readonly passedOver: readonly PassedOver[];
}

interface Statement {
  readonly node: SyntaxNode;
  readonly binds: ReadonlySet<string>;
  /** Names of what it changes in place. */
  readonly changes: ReadonlySet<string>;
  readonly reads: ReadonlyMap<string, number>;
}

/**
 * Runs what the loss needs, and of the rest all that a page can run at once. Passed over, where the loss needs none of it: what stands
 * under `if __name__ == "__main__"`, loops that train, what needs a module or a name that is not here, and what needs one of these.
 */
export function withoutScript(root: SyntaxNode, entry: Entry): Script {
  const statements = parts(root).map(statementOf);
  const needed = neededBy(statements, entry.name);
  const reasons = new Map<Statement, Pick<PassedOver, "reason" | "name">>();
  for (const statement of statements) {
    const reason = needed.has(statement) ? null : reasonOf(root, statement);
    if (reason !== null) reasons.set(statement, reason);
  }
  for (let before = -1; before !== reasons.size; ) {
    before = reasons.size;
    for (const statement of statements) {
      if (needed.has(statement) || reasons.has(statement)) continue;
      const name = lostIn(statement, statements, reasons);
      if (name !== null) reasons.set(statement, { reason: "after", name });
    }
  }
  return {
    statements: statements.filter((statement) => !reasons.has(statement)).map(({ node }) => node),
    passedOver: [...reasons]
      .map(([{ node }, reason]) => ({ start: node.startIndex, end: node.endIndex, ...reason }))
      .sort((a, b) => a.start - b.start),
  };
}

/** Where statements stand without which the loss is all the same. */
export function needlessFor(root: SyntaxNode, entry: Entry): Range[] {
  const statements = parts(root).map(statementOf);
  const needed = neededBy(statements, entry.name);
  return statements
    .filter((statement) => !needed.has(statement) && statement.node.type !== "future_import_statement")
    .map(({ node }) => ({ start: node.startIndex, end: node.endIndex }));
}

function statementOf(node: SyntaxNode): Statement {
  const { names } = new Scope("module", null, new Set(), [node], 0);
  const changes = new Set<string>();
  changedIn(node, changes);
  const locals = localsIn(node);
  const reads = new Map([...mentioned(node)].filter(([name]) => !locals.has(name)));
  return { node, binds: names, changes, reads };
}

/** The names that are a function's own, wherever it stands: they are no names of the module, though it may have the same. */
function localsIn(node: SyntaxNode, into = new Set<string>()): Set<string> {
  if (node.type === "parameters" || node.type === "lambda_parameters")
    for (const parameter of parts(node)) into.add(/^[*]*(\w*)/.exec(parameter.text)?.[1] ?? "");
  if (node.type === "function_definition") {
    const { names } = new Scope("function", null, new Set(), parts(field(node, "body")), 0);
    for (const name of names) into.add(name);
  }
  for (const child of parts(node)) localsIn(child, into);
  return into;
}

/** Adds the names of what a statement changes in place: `x.append(1)`, `x[0] = 1`, `x.a = 1`. */
function changedIn(node: SyntaxNode, into: Set<string>): void {
  if (node.type === "function_definition" || node.type === "class_definition") return;
  if (node.type === "call" && node.parent?.type === "expression_statement") ownerOf(field(node, "function"), into);
  if (node.type === "assignment" || node.type === "augmented_assignment") ownerOf(field(node, "left"), into);
  for (const child of parts(node)) changedIn(child, into);
}

function ownerOf(node: SyntaxNode, into: Set<string>): void {
  if (node.type === "attribute") nameAtStart(field(node, "object"), into);
  if (node.type === "subscript") nameAtStart(field(node, "value"), into);
}

function nameAtStart(node: SyntaxNode, into: Set<string>): void {
  if (node.type === "identifier") into.add(node.text);
  else ownerOf(node, into);
}

/** The statements without which the loss is not what it is. */
function neededBy(statements: readonly Statement[], name: string): ReadonlySet<Statement> {
  const needed = new Set<Statement>();
  const waiting = [name];
  const seen = new Set(waiting);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const statement of statements) {
      const concerns = statement.binds.has(next) || statement.changes.has(next);
      if (!concerns || needed.has(statement) || isMain(statement.node)) continue;
      needed.add(statement);
      for (const read of statement.reads.keys()) {
        if (seen.has(read)) continue;
        seen.add(read);
        waiting.push(read);
      }
    }
  }
  return needed;
}

const isMain = (node: SyntaxNode): boolean =>
  node.type === "if_statement" && /\b__name__\b/.test(field(node, "condition").text);

function reasonOf(root: SyntaxNode, { node }: Statement): Pick<PassedOver, "reason" | "name"> | null {
  if (isMain(node)) return { reason: "main", name: "__main__" };
  if (trains(node)) return { reason: "training", name: "" };
  const module = importedFrom(node).find((name) => !isPresent(name));
  if (module !== undefined) return { reason: "missing", name: module };
  const missing = unavailableName(root, [node]);
  return missing === null ? null : { reason: "missing", name: missing.message.split(" ", 1)[0] };
}

function importedFrom(node: SyntaxNode): string[] {
  if (node.type === "import_from_statement") {
    const module = field(node, "module_name").text;
    return fields(node, "name").map((name) => `${module}.${name.text}`);
  }
  if (node.type !== "import_statement") return [];
  return fields(node, "name").map((name) => (name.type === "aliased_import" ? field(name, "name").text : name.text));
}

const isPresent = (module: string): boolean =>
  presentModules.includes(module.split(".", 1)[0]) && !absentParts.test(module);

const isLoop = ({ type }: SyntaxNode): boolean => type === "for_statement" || type === "while_statement";
const isDefinition = (node: SyntaxNode): boolean => /^(?:function|class)_definition$/.test(bare(node).type);

/** A loop that descends a gradient; a function that has one trains when it is called. */
function trains(node: SyntaxNode): boolean {
  if (isDefinition(node)) return false;
  return hasTrainingLoop(node);
}

const hasTrainingLoop = (node: SyntaxNode): boolean =>
  (isLoop(node) && /\.(?:backward|step)\s*\(/.test(node.text)) || parts(node).some(hasTrainingLoop);

/** A name that a statement reads and nothing that is run binds; or a function it calls that trains, or reads such a name. */
function lostIn(
  statement: Statement,
  statements: readonly Statement[],
  reasons: ReadonlyMap<Statement, unknown>,
): string | null {
  if (isDefinition(statement.node)) return null;
  const isLost = (name: string): boolean => {
    const binders = statements.filter(({ binds }) => binds.has(name));
    return binders.length > 0 && binders.every((binder) => reasons.has(binder));
  };
  const seen = new Set<string>();
  const find = (reads: Iterable<string>): string | null => {
    for (const name of reads) {
      if (seen.has(name)) continue;
      seen.add(name);
      if (isLost(name)) return name;
      const made = statements.find(({ node, binds }) => isDefinition(node) && binds.has(name));
      if (made === undefined) continue;
      if (bare(made.node).type === "function_definition" && hasTrainingLoop(made.node)) return name;
      if (find(made.reads.keys()) !== null) return name;
    }
    return null;
  };
  return find(statement.reads.keys());
}
