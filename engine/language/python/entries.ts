/** @file Which of the functions and classes of a source is the loss. Where several could be it, all of them, so that people can be asked. */
import { ENTRY_MARK } from "../entry-mark.ts";
import { comparesWell, soundsLikeLoss } from "../loss-names.ts";
import type { Annotated, Entry, EntryChoice, EntryReason } from "../program.ts";
import { parametersOf } from "./functions.ts";
import { mentioned } from "./names.ts";
import { field, parts, type SyntaxNode } from "./syntax.ts";
import { codeOf, commentsOf } from "./tokens.ts";

export interface FoundEntry {
  readonly entry: Entry | null;
  /** Two or more losses of which nothing says which one is meant; otherwise none. */
  readonly choices: readonly EntryChoice[];
}

interface Candidate {
  readonly entry: Entry;
  readonly definition: SyntaxNode;
  readonly order: number;
  /** By what it is called, or what it takes: it would be the loss if it stood alone. */
  readonly isLikely: boolean;
  /** Of a class: __init__ cannot be called without these. */
  readonly needs: readonly string[];
  readonly weight: number;
}

/** What a definition is once its decorators are taken off. */
export function bare(node: SyntaxNode): SyntaxNode {
  return node.type === "decorated_definition" ? field(node, "definition") : node;
}

/**
 * The loss: what the source marks as it; else forward; else what a script itself uses; else the likeliest of the classes and functions that
 * take predictions and targets. A class that cannot be constructed without arguments, that another loss is made of or derived
 * from, that leaves its forward to others or has only `__call__`, is never taken before one that is none of these.
 */
export function entryOf(root: SyntaxNode, wanted?: string): FoundEntry {
  const statements = parts(root);
  const definitions = statements.map(bare);
  const candidates = definitions.flatMap((definition, order) => candidateOf(definition, order, wanted));
  const only = (entry: Entry | null): FoundEntry => ({ entry, choices: [] });
  const named = candidates.find(({ weight }) => weight >= 1000) ?? markedIn(root, candidates);
  if (named !== undefined) return only(named.entry);
  const ranked = candidates
    .filter(({ weight }) => weight > 0)
    .map((candidate) => ({ candidate, burden: burdenOf(candidate, candidates, definitions) }))
    .sort((a, b) => a.burden - b.burden || b.candidate.weight - a.candidate.weight);
  const first = ranked[0]?.candidate;
  if (first === undefined || first.weight >= 100) return only(first?.entry ?? null);
  const lightest = ranked[0]?.burden;
  const open = ranked
    .filter(({ candidate, burden }) => candidate.isLikely && burden === lightest)
    .map(({ candidate }) => candidate);
  const places = usesIn(statements, candidates);
  const used = open.filter(({ entry }) => places.has(entry.name));
  if (used.length === 1) return only(used[0].entry);
  if (open.length < 2) return only(first.entry);
  const choices = [...open].sort((a, b) => a.order - b.order).map((candidate) => choiceOf(candidate, places));
  return { entry: (used.at(0) ?? first).entry, choices };
}

function choiceOf({ entry, definition }: Candidate, uses: ReadonlyMap<string, number>): EntryChoice {
  const at = uses.get(entry.name);
  const reason: EntryReason =
    at === undefined ? { kind: "takes", parameters: entry.parameters } : { kind: "used", offset: at };
  const { name, kind } = entry;
  return { name, kind, start: definition.startIndex, end: field(definition, "name").endIndex, reason };
}

/** How much speaks against taking it by itself. */
function burdenOf(candidate: Candidate, all: readonly Candidate[], definitions: readonly SyntaxNode[]): number {
  if (candidate.weight >= 100) return 0;
  const { entry, definition } = candidate;
  const others = all.filter((other) => other !== candidate);
  const isPart = others.some((other) => other.isLikely && isMadeOf(other, entry.name, definitions));
  const isBase = others.some((other) => basesOf(other.definition).includes(entry.name)) || isAbstract(definition);
  const isOnlyCalled = definition.type === "class_definition" && methodOf(definition, "forward") === null;
  const isUnlikely = !candidate.isLikely;
  return (
    (isUnlikely ? 5.5 : 0) +
    (isPart ? 5 : 0) +
    (isBase ? 6 : 0) +
    (candidate.needs.length > 0 ? 5 : 0) +
    (isOnlyCalled ? 4 : 0)
  );
}

/** Makes use of a name, itself or by way of functions that are none of its own; deriving from it is no use. */
function isMadeOf(user: Candidate, name: string, definitions: readonly SyntaxNode[]): boolean {
  const seen = new Set<string>([user.entry.name]);
  const waiting = [field(user.definition, "body")];
  for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) {
    const names = mentioned(body);
    if (names.has(name)) return true;
    for (const definition of definitions) {
      if (definition.type !== "function_definition" && definition.type !== "class_definition") continue;
      const own = field(definition, "name").text;
      if (!names.has(own) || seen.has(own)) continue;
      seen.add(own);
      waiting.push(field(definition, "body"));
    }
  }
  return false;
}

/** Where a script uses each of its losses, outside of all of them. */
function usesIn(statements: readonly SyntaxNode[], candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const isLoss = (node: SyntaxNode) =>
    candidates.some(({ definition, isLikely }) => isLikely && definition.id === bare(node).id);
  const uses = new Map<string, number>();
  for (const statement of statements) {
    if (isLoss(statement) || /^(import|future)/.test(statement.type)) continue;
    for (const [name, offset] of mentioned(statement)) if (!uses.has(name)) uses.set(name, offset);
  }
  return uses;
}

function markedIn(root: SyntaxNode, candidates: readonly Candidate[]): Candidate | undefined {
  const { text } = root;
  const marks = commentsOf(text).filter((comment) => comment.text.includes(ENTRY_MARK));
  return candidates.find(({ definition: { startIndex } }) =>
    marks.some(({ start }) => {
      const first = startIndex - root.startIndex;
      return first < start && !/[\r\n]/.test(text.slice(first, start));
    }),
  );
}

interface Required {
  readonly names: readonly string[];
  readonly annotated: Readonly<Record<string, Annotated>>;
}

const none: Required = { names: [], annotated: {} };

function required(definition: SyntaxNode, skip: number): Required {
  const found = parametersOf(field(definition, "parameters"))
    .filter(({ value, kind }) => value === null && kind === "plain")
    .slice(skip);
  const annotated = found.flatMap(({ name, annotation = "" }) => {
    const type = typeNamed(annotation);
    return type === null ? [] : [[name, type] as const];
  });
  return { names: found.map(({ name }) => name), annotated: Object.fromEntries(annotated) };
}

const types: readonly (readonly [RegExp, Annotated])[] = [
  [/tensor/i, "tensor"],
  [/\b(float|int)\b/, "number"],
  [/\bbool\b/, "boolean"],
  [/\b(str|Literal)\b/, "text"],
];

const typeNamed = (annotation: string): Annotated | null =>
  types.find(([pattern]) => pattern.test(annotation))?.[1] ?? null;

/** With what is known of its parameters. */
function described(
  entry: Pick<Entry, "kind" | "name">,
  forward: Required,
  init: Required,
  definition: SyntaxNode,
): Entry {
  const annotated = { ...init.annotated, ...forward.annotated };
  return {
    ...entry,
    parameters: forward.names,
    ...(init.names.length > 0 ? { needs: init.names } : {}),
    ...(Object.keys(annotated).length > 0 ? { annotated } : {}),
    ...(/\bgrad\s*\(/.test(codeOf(definition.text)) ? { differentiates: true } : {}),
  };
}

function methodOf(definition: SyntaxNode, name: string): SyntaxNode | null {
  const methods = parts(field(definition, "body"))
    .map(bare)
    .filter(({ type }) => type === "function_definition");
  return methods.find((method) => field(method, "name").text === name) ?? null;
}

function basesOf(definition: SyntaxNode): string[] {
  const given = definition.childForFieldName("superclasses");
  return given === null ? [] : parts(given).map((base) => base.text.split(".").at(-1) ?? "");
}

/** Its forward is there to be written by others. */
function isAbstract(definition: SyntaxNode): boolean {
  if (definition.type !== "class_definition") return false;
  const forward = methodOf(definition, "forward") ?? methodOf(definition, "__call__");
  if (forward === null) return false;
  const body = parts(field(forward, "body")).filter(({ text }) => !/^[rRuU]?["']/.test(text));
  const isEmpty = body.every(({ type, text }) => type === "pass_statement" || text === "...");
  return isEmpty || (body.length === 1 && /^raise\s+NotImplementedError\b/.test(body[0].text));
}

function candidateOf(definition: SyntaxNode, order: number, wanted: string | undefined): Candidate[] {
  if (definition.type !== "function_definition" && definition.type !== "class_definition") return [];
  const name = field(definition, "name").text;
  const sounds = soundsLikeLoss(name) ? 2 : 0;
  if (definition.type === "function_definition") {
    const forward = required(definition, 0);
    const parameters = forward.names;
    const compares = parameters.length >= 2 && (sounds > 0 || comparesWell(parameters));
    const weight = name === wanted ? 1000 : name === "forward" ? 100 : compares ? 3 + sounds : 0;
    const entry = described({ kind: "function", name }, forward, none, definition);
    return [{ entry, definition, order, isLikely: compares, needs: [], weight: weightAt(weight, order) }];
  }
  const bases = definition.childForFieldName("superclasses")?.text ?? "";
  // A node of the tape has a forward of another kind.
  if (/\bFunction\b/.test(bases) && name !== wanted) return [];
  const forward = methodOf(definition, "forward") ?? methodOf(definition, "__call__");
  const isModule = /Module|Loss/.test(bases);
  if (forward === null && !(name === wanted || (isModule && sounds > 0))) return [];
  const taken = forward === null ? { ...none, names: ["predictions", "targets"] } : required(forward, 1);
  const parameters = taken.names;
  const takesTargets = parameters.length >= 2 ? 4 : 0;
  const likeness = (isModule ? 1 : 0) + sounds + takesTargets;
  const weight = name === wanted ? 1000 : likeness > 1 ? likeness : 0;
  const made = methodOf(definition, "__init__");
  const init = made === null ? none : required(made, 1);
  return [
    {
      entry: described({ kind: "class", name }, taken, init, definition),
      definition,
      order,
      isLikely: parameters.length >= 2 && (sounds > 0 || comparesWell(parameters)),
      needs: init.names,
      weight: weightAt(weight, order),
    },
  ];
}

/** Of those that are alike, the last. */
const weightAt = (weight: number, order: number): number => (weight === 0 ? 0 : weight + order / 1000);
