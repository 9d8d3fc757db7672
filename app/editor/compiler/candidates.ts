/** @file Which of the functions and classes of a TypeScript source is the loss. Where several could be it, all of them, so that people can be asked. */
import type ts from "typescript-api";
import { ENTRY_MARK } from "../../../engine/language/entry-mark.ts";
import { comparesWell, soundsLikeLoss } from "../../../engine/language/loss-names.ts";
import type { Entry, EntryChoice } from "../../../engine/language/program.ts";
import type { Ts } from "./types.ts";

type ForwardNode = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration;

export interface Candidate {
  readonly kind: Entry["kind"];
  readonly name: ts.Identifier;
  readonly forward: ForwardNode;
  /** What the constructor of a class takes. */
  readonly constructed: readonly ts.ParameterDeclaration[];
  /** The statement that defines it. */
  readonly statement: ts.Statement;
}

interface Found {
  readonly candidate: Candidate | null;
  readonly choices: readonly EntryChoice[];
}

/**
 * The loss: what the source marks as it; else the function called forward; else of the classes that extend nn.Module and have a forward, and where
 * there is none, of the functions that take predictions and targets, the one that no other is made of or derived from. Of those that are alike, the last.
 */
export function likeliest(tsApi: Ts, file: ts.SourceFile, checker: ts.TypeChecker): Found {
  const functions = file.statements.flatMap((statement) => functionsIn(tsApi, statement));
  const classes = file.statements.flatMap((statement) => classesIn(tsApi, statement, checker));
  const comparing = functions.filter(({ name, forward }) => compares(tsApi, name.text, forward));
  const marked = [...classes, ...functions].find(({ name }) => isMarked(file, name));
  const only = marked ?? functions.find(({ name }) => name.text === "forward");
  if (only !== undefined) return { candidate: only, choices: [] };
  const all = classes.length > 0 ? classes : comparing;
  const ranked = all.map((candidate) => ({ candidate, burden: burdenOf(tsApi, candidate, all) }));
  const least = Math.min(...ranked.map(({ burden }) => burden));
  const open = ranked.filter(({ burden }) => burden === least).map(({ candidate }) => candidate);
  const uses = usesIn(tsApi, file, all);
  const used = open.filter(({ name }) => uses.has(name.text));
  if (used.length === 1) return { candidate: used[0], choices: [] };
  const choices = open.length < 2 ? [] : open.map((candidate) => choiceOf(tsApi, file, candidate, uses));
  return { candidate: used.at(-1) ?? open.at(-1) ?? null, choices };
}

function functionsIn(tsApi: Ts, statement: ts.Statement): Candidate[] {
  const kind = "function";
  if (tsApi.isFunctionDeclaration(statement))
    return statement.name === undefined || statement.body === undefined
      ? []
      : [{ kind, name: statement.name, forward: statement, constructed: [], statement }];
  if (!tsApi.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    tsApi.isIdentifier(name) &&
    initializer !== undefined &&
    (tsApi.isArrowFunction(initializer) || tsApi.isFunctionExpression(initializer))
      ? [{ kind, name, forward: initializer, constructed: [], statement }]
      : [],
  );
}

function classesIn(tsApi: Ts, statement: ts.Statement, checker: ts.TypeChecker): Candidate[] {
  if (!tsApi.isClassDeclaration(statement) || statement.name === undefined || !isModule(checker, statement)) return [];
  const forward = statement.members.find(
    (member): member is ts.MethodDeclaration =>
      tsApi.isMethodDeclaration(member) && tsApi.isIdentifier(member.name) && member.name.text === "forward",
  );
  if (forward === undefined) return [];
  const made = statement.members.find(
    (member): member is ts.ConstructorDeclaration =>
      tsApi.isConstructorDeclaration(member) && member.body !== undefined,
  );
  return [{ kind: "class", name: statement.name, forward, constructed: made?.parameters ?? [], statement }];
}

function isModule(checker: ts.TypeChecker, node: ts.ClassDeclaration): boolean {
  const seen = new Set<ts.Type>();
  let types: readonly ts.Type[] = [checker.getTypeAtLocation(node)];
  while (types.length > 0) {
    if (types.some((type) => type.symbol?.escapedName === "Module")) return true;
    types = types.flatMap((type) => type.getBaseTypes() ?? []).filter((type) => !seen.has(type));
    for (const type of types) seen.add(type);
  }
  return false;
}

/** What has no default has to be given. */
export const isRequired = ({ initializer, questionToken, dotDotDotToken }: ts.ParameterDeclaration): boolean =>
  initializer === undefined && questionToken === undefined && dotDotDotToken === undefined;

const namesOf = (tsApi: Ts, parameters: readonly ts.ParameterDeclaration[]): string[] =>
  parameters.filter(isRequired).map(({ name }) => (tsApi.isIdentifier(name) ? name.text : "…"));

function compares(tsApi: Ts, name: string, { parameters }: ForwardNode): boolean {
  const names = namesOf(tsApi, parameters);
  return names.length >= 2 && (soundsLikeLoss(name) || comparesWell(names));
}

function isMarked(file: ts.SourceFile, name: ts.Identifier): boolean {
  const rest = /^[^\r\n]*/.exec(file.text.slice(name.getEnd()))?.[0] ?? "";
  return new RegExp(`//.*${ENTRY_MARK}`).test(rest);
}

/** How much speaks against taking it by itself. */
function burdenOf(tsApi: Ts, candidate: Candidate, all: readonly Candidate[]): number {
  const others = all.filter((other) => other !== candidate);
  const name = candidate.name.text;
  const isBase = others.some(({ statement }) => basesOf(tsApi, statement).has(name));
  const isPart = others.some(({ forward, statement }) =>
    mentioned(tsApi, candidate.kind === "class" ? statement : forward).has(name),
  );
  return isBase || isPart ? 1 : 0;
}

function basesOf(tsApi: Ts, statement: ts.Statement): ReadonlySet<string> {
  if (!tsApi.isClassDeclaration(statement)) return new Set();
  return new Set((statement.heritageClauses ?? []).flatMap((clause) => [...mentioned(tsApi, clause).keys()]));
}

/** Names that are used as variables in what stands below a node, each with its first place. */
function mentioned(tsApi: Ts, node: ts.Node, into = new Map<string, number>()): Map<string, number> {
  tsApi.forEachChild(node, (child) => {
    const isMember = tsApi.isPropertyAccessExpression(node) && node.name === child;
    if (tsApi.isIdentifier(child) && !isMember && !into.has(child.text)) into.set(child.text, child.getStart());
    mentioned(tsApi, child, into);
  });
  return into;
}

/** Where the rest of the source first uses each of them. */
function usesIn(tsApi: Ts, file: ts.SourceFile, all: readonly Candidate[]): ReadonlyMap<string, number> {
  const own = new Set(all.map(({ statement }) => statement));
  const uses = new Map<string, number>();
  for (const statement of file.statements)
    if (!own.has(statement))
      for (const [name, at] of mentioned(tsApi, statement)) if (!uses.has(name)) uses.set(name, at);
  return uses;
}

function choiceOf(
  tsApi: Ts,
  file: ts.SourceFile,
  { kind, name, forward, statement }: Candidate,
  uses: ReadonlyMap<string, number>,
): EntryChoice {
  const at = uses.get(name.text);
  const reason =
    at === undefined
      ? ({ kind: "takes", parameters: namesOf(tsApi, forward.parameters) } as const)
      : ({ kind: "used", offset: at } as const);
  return { kind, name: name.text, start: statement.getStart(file), end: name.getEnd(), reason };
}
