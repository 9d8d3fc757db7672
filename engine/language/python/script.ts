/** @file A loss in the script it comes from: what of the script is run, and what is passed over. */
import type { Entry, PassedOver, Range } from "../program.ts";
import { isDefinition, lastName, wholeOf } from "./definitions.ts";
import { mentioned } from "./names.ts";
import { children, within } from "./parser/children.ts";
import type { Parsed } from "./parser/parse.ts";
import type { AnyNode, Expression, Statement as SyntaxStatement } from "./parser/tree.ts";
import { Scope } from "./scopes.ts";
import { unavailableIn } from "./unavailable.ts";

/** The modules of which something is here, by the first part of their names. script.test.ts holds the list to what the runtime has. */
export const presentModules: readonly string[] =
  "torch math numpy enum typing typing_extensions dataclasses functools warnings abc numbers random time __future__ collections itertools copy logging operator contextlib argparse scipy types sys os json string inspect gc functorch".split(
    " ",
  );

/** Of torch, what is not. */
const absentParts = /^torch\.(?:distributions|multiprocessing|onnx|jit\.)/;

export interface Script {
  readonly statements: readonly SyntaxStatement[];
  readonly passedOver: readonly PassedOver[];
}

interface Statement {
  readonly node: SyntaxStatement;
  readonly binds: ReadonlySet<string>;
  /** Names of what it changes in place. */
  readonly changes: ReadonlySet<string>;
  readonly reads: ReadonlyMap<string, number>;
}

/**
 * Runs what the loss needs, and of the rest all that a page can run at once. Passed over, where the loss needs none of it: what stands
 * under `if __name__ == "__main__"`, loops that train, what needs a module or a name that is not here, and what needs one of these.
 */
export function withoutScript({ module }: Parsed, entry: Entry): Script {
  const statements = module.body.map(statementOf);
  const needed = neededBy(statements, entry.name);
  const missingIn = unavailableIn(module);
  const reasons = new Map<Statement, Pick<PassedOver, "reason" | "name">>();
  for (const statement of statements) {
    const reason = needed.has(statement) ? null : reasonOf(statement, missingIn);
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
      .map(([{ node }, reason]) => ({ ...wholeOf(node), ...reason }))
      .sort((a, b) => a.start - b.start),
  };
}

/** Where statements stand without which the loss is all the same. */
export function needlessFor({ module }: Parsed, entry: Entry): Range[] {
  const statements = module.body.map(statementOf);
  const needed = neededBy(statements, entry.name);
  return statements
    .filter(({ node }) => !(node.kind === "ImportFrom" && node.module === "__future__"))
    .filter((statement) => !needed.has(statement))
    .map(({ node }) => wholeOf(node));
}

function statementOf(node: SyntaxStatement): Statement {
  const { names } = new Scope("module", null, new Set(), [node], 0);
  const changes = new Set<string>();
  changedIn(node, changes);
  const locals = localsIn(node);
  const reads = new Map([...mentioned(node)].filter(([name]) => !locals.has(name)));
  return { node, binds: names, changes, reads };
}

/** The names that are a function's own, wherever it stands: they are no names of the module, though it may have the same. */
function localsIn(node: AnyNode): ReadonlySet<string> {
  const found = new Set<string>();
  for (const each of within(node)) {
    if (each.kind === "arg") found.add(each.arg);
    if (each.kind !== "FunctionDef" && each.kind !== "AsyncFunctionDef") continue;
    for (const name of new Scope("function", null, new Set(), each.body, 0).names) found.add(name);
  }
  return found;
}

/** Adds the names of what a statement changes in place: `x.append(1)`, `x[0] = 1`, `x.a = 1`. */
function changedIn(node: AnyNode, into: Set<string>): void {
  if (isDefinition(node)) return;
  if (node.kind === "Expr" && node.value.kind === "Call") ownerOf(node.value.func, into);
  if (node.kind === "Assign") for (const target of node.targets) ownerOf(target, into);
  if (node.kind === "AugAssign" || node.kind === "AnnAssign") ownerOf(node.target, into);
  for (const child of children(node)) changedIn(child, into);
}

function ownerOf(node: Expression, into: Set<string>): void {
  if (node.kind !== "Attribute" && node.kind !== "Subscript") return;
  if (node.value.kind === "Name") into.add(node.value.id);
  else ownerOf(node.value, into);
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

const isMain = (node: SyntaxStatement): boolean =>
  node.kind === "If" && within(node.test).some((each) => each.kind === "Name" && each.id === "__name__");

function reasonOf(
  { node }: Statement,
  missingIn: ReturnType<typeof unavailableIn>,
): Pick<PassedOver, "reason" | "name"> | null {
  if (isMain(node)) return { reason: "main", name: "__main__" };
  if (trains(node)) return { reason: "training", name: "" };
  const absent = importedFrom(node).find((name) => !isPresent(name));
  if (absent !== undefined) return { reason: "missing", name: absent };
  const missing = missingIn(node);
  return missing === null ? null : { reason: "missing", name: missing.message.split(" ", 1)[0] };
}

function importedFrom(node: SyntaxStatement): string[] {
  if (node.kind === "ImportFrom")
    return node.names.flatMap(({ name }) =>
      name === "*" || node.module === "__future__" ? [] : [`${".".repeat(node.level)}${node.module ?? ""}.${name}`],
    );
  return node.kind === "Import" ? node.names.map(({ name }) => name) : [];
}

const isPresent = (module: string): boolean =>
  presentModules.includes(module.split(".", 1)[0]) && !absentParts.test(module);

/** A loop that descends a gradient; a function that has one trains when it is called. */
const trains = (node: SyntaxStatement): boolean => !isDefinition(node) && hasTrainingLoop(node);

const steps = new Set(["backward", "step"]);

function hasTrainingLoop(node: AnyNode): boolean {
  const isLoop = node.kind === "For" || node.kind === "While";
  if (
    isLoop &&
    within(node).some(
      (each) => each.kind === "Call" && each.func.kind === "Attribute" && steps.has(lastName(each.func)),
    )
  )
    return true;
  return children(node).some(hasTrainingLoop);
}

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
      if (made.node.kind === "FunctionDef" && hasTrainingLoop(made.node)) return name;
      if (find(made.reads.keys()) !== null) return name;
    }
    return null;
  };
  return find(statement.reads.keys());
}
