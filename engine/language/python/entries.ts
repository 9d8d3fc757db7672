/** @file Which of the functions and classes of a source is the loss. Where several could be it, all of them, so that people can be asked. */
import { ENTRY_MARK } from "../entry-mark.ts";
import { comparesWell, soundsLikeLoss } from "../loss-names.ts";
import type { Annotated, Entry, EntryChoice, EntryReason } from "../program.ts";
import { type Definition, isDefinition, lastName, methodOf, wordsOf } from "./definitions.ts";
import { parametersOf } from "./functions.ts";
import { heldBy } from "./uses.ts";
import { mentioned } from "./names.ts";
import { within } from "./parser/children.ts";
import type { Parsed } from "./parser/parse.ts";
import type { AnyNode, FunctionDef, Statement } from "./parser/tree.ts";

export interface FoundEntry {
  readonly entry: Entry | null;
  /** Two or more losses of which nothing says which one is meant; otherwise none. */
  readonly choices: readonly EntryChoice[];
}

interface Candidate {
  readonly entry: Entry;
  readonly definition: Definition;
  readonly order: number;
  /** By what it is called, or what it takes: it would be the loss if it stood alone. */
  readonly isLikely: boolean;
  /** Of a class: __init__ cannot be called without these. */
  readonly needs: readonly string[];
  readonly weight: number;
}

/**
 * The loss: what the source marks as it; else forward; else what a script itself uses; else the likeliest of the classes and functions that
 * take predictions and targets. A class that cannot be constructed without arguments, that another loss is made of or derived
 * from, that leaves its forward to others or has only `__call__`, is never taken before one that is none of these.
 */
export function entryOf(tree: Parsed, wanted?: string): FoundEntry {
  const candidates = tree.module.body.flatMap((statement, order) => candidateOf(statement, order, wanted));
  const found = chosen(tree, candidates);
  const last = found.entry === null ? lastResort(tree, candidates) : found;
  const candidate = candidates.find(({ entry }) => entry === last.entry);
  return last.entry === null || candidate === undefined
    ? last
    : { ...last, entry: { ...last.entry, ...heldIn(candidate, tree) } };
}

/** How its forward's parameters hold their tensors, where not all of them are one. */
function heldIn({ definition, entry }: Candidate, tree: Parsed): Pick<Entry, "held"> {
  const forward =
    definition.kind === "ClassDef" ? (methodOf(definition, "forward") ?? methodOf(definition, "__call__")) : definition;
  if (forward === null) return {};
  const held = heldBy(
    forward,
    entry.parameters,
    tree.module.body.flatMap((node) => within(node)),
  );
  return Object.keys(held).length > 0 ? { held } : {};
}

/** Where nothing sounds like a loss: the functions that no other makes use of, and that take something. */
function lastResort({ module }: Parsed, candidates: readonly Candidate[]): FoundEntry {
  const definitions = module.body.filter(isDefinition);
  const roots = candidates.filter(
    (candidate) =>
      candidate.entry.kind === "function" &&
      candidate.entry.parameters.length > 0 &&
      !candidates.some((other) => other !== candidate && isMadeOf(other, candidate.entry.name, definitions)),
  );
  const least = Math.max(...roots.map(({ entry }) => Math.min(2, entry.parameters.length)));
  const open = roots.filter(({ entry }) => Math.min(2, entry.parameters.length) === least);
  const places = usesIn(module.body, open);
  const choices = open.length < 2 ? [] : open.map((candidate) => choiceOf(candidate, places));
  return { entry: open.at(-1)?.entry ?? null, choices };
}

function chosen(tree: Parsed, candidates: readonly Candidate[]): FoundEntry {
  const statements = tree.module.body;
  const definitions = statements.filter(isDefinition);
  const only = (entry: Entry | null): FoundEntry => ({ entry, choices: [] });
  const named = candidates.find(({ weight }) => weight >= 1000) ?? markedIn(tree, candidates);
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
  return { name, kind, start: definition.start, end: definition.at.end, reason };
}

/** How much speaks against taking it by itself. */
function burdenOf(candidate: Candidate, all: readonly Candidate[], definitions: readonly Definition[]): number {
  if (candidate.weight >= 100) return 0;
  const { entry, definition } = candidate;
  const others = all.filter((other) => other !== candidate);
  const isPart = others.some((other) => other.isLikely && isMadeOf(other, entry.name, definitions));
  const isBase = others.some((other) => basesOf(other.definition).includes(entry.name)) || isAbstract(definition);
  const isOnlyCalled = definition.kind === "ClassDef" && methodOf(definition, "forward") === null;
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
function isMadeOf(user: Candidate, name: string, definitions: readonly Definition[]): boolean {
  const seen = new Set<string>([user.entry.name]);
  const waiting = [user.definition];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const names = namesWithin(next.body);
    if (names.has(name)) return true;
    for (const definition of definitions) {
      if (!names.has(definition.name) || seen.has(definition.name)) continue;
      seen.add(definition.name);
      waiting.push(definition);
    }
  }
  return false;
}

function namesWithin(nodes: readonly AnyNode[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const node of nodes) mentioned(node, found);
  return found;
}

/** Where a script uses each of its losses, outside of all of them. */
function usesIn(statements: readonly Statement[], candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const isLoss = (node: Statement) => candidates.some(({ definition, isLikely }) => isLikely && definition === node);
  return namesWithin(
    statements.filter((node) => !isLoss(node) && node.kind !== "Import" && node.kind !== "ImportFrom"),
  );
}

function markedIn({ source, comments }: Parsed, candidates: readonly Candidate[]): Candidate | undefined {
  const marks = comments.filter(({ start, end }) => source.slice(start, end).includes(ENTRY_MARK));
  return candidates.find(({ definition }) =>
    marks.some(({ start }) => definition.start < start && !/[\r\n]/.test(source.slice(definition.start, start))),
  );
}

interface Required {
  readonly names: readonly string[];
  /** The last of them takes all that is left, as `*losses` does. */
  readonly hasRest: boolean;
  readonly annotated: Readonly<Record<string, Annotated>>;
}

const none: Required = { names: [], hasRest: false, annotated: {} };

function required({ args }: FunctionDef, skip: number, takesRest: boolean): Required {
  const all = parametersOf(args);
  const plain = all.filter(({ value, kind }) => value === null && kind === "plain").slice(skip);
  // What comes besides two is left out, as what has a default is.
  const rest = takesRest && plain.length < 2 ? all.filter(({ kind }) => kind === "rest") : [];
  const found = [...plain, ...rest];
  const annotated = found.flatMap(({ name, annotation }) => {
    const type = annotation === null ? null : typeNamed(wordsOf(annotation));
    return type === null ? [] : [[name, type] as const];
  });
  return {
    names: found.map(({ name }) => name),
    hasRest: rest.length > 0,
    annotated: Object.fromEntries(annotated),
  };
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
  definition: Definition,
): Entry {
  const annotated = { ...init.annotated, ...forward.annotated };
  return {
    ...entry,
    parameters: forward.names,
    isPython: true,
    ...(forward.hasRest ? { hasRest: true } : {}),
    ...(init.names.length > 0 ? { needs: init.names } : {}),
    ...(Object.keys(annotated).length > 0 ? { annotated } : {}),
    ...(asksForGradients(definition) ? { differentiates: true } : {}),
  };
}

function asksForGradients(definition: Definition): boolean {
  for (const node of within(definition)) if (node.kind === "Call" && lastName(node.func) === "grad") return true;
  return false;
}

const basesOf = (definition: Definition): readonly string[] =>
  definition.kind === "ClassDef" ? definition.bases.map(lastName) : [];

/** Its forward is there to be written by others. */
function isAbstract(definition: Definition): boolean {
  if (definition.kind !== "ClassDef") return false;
  const forward = methodOf(definition, "forward") ?? methodOf(definition, "__call__");
  if (forward === null) return false;
  const body = forward.body.filter((node) => !isConstant(node, "str"));
  if (body.every((node) => node.kind === "Pass" || isConstant(node, "Ellipsis"))) return true;
  const [only] = body;
  if (body.length !== 1 || only?.kind !== "Raise" || only.exc === null) return false;
  const { exc } = only;
  return lastName(exc.kind === "Call" ? exc.func : exc) === "NotImplementedError";
}

const isConstant = (node: Statement, type: "str" | "Ellipsis"): boolean =>
  node.kind === "Expr" && node.value.kind === "Constant" && node.value.value.type === type;

function candidateOf(definition: Statement, order: number, wanted: string | undefined): Candidate[] {
  if (!isDefinition(definition)) return [];
  const { name } = definition;
  const sounds = soundsLikeLoss(name) ? 2 : 0;
  if (definition.kind !== "ClassDef") {
    const forward = required(definition, 0, true);
    const parameters = forward.names;
    const compares = parameters.length >= 2 && (sounds > 0 || comparesWell(parameters));
    const weight = name === wanted ? 1000 : name === "forward" ? 100 : compares ? 3 + sounds : 0;
    const entry = described({ kind: "function", name }, forward, none, definition);
    return [{ entry, definition, order, isLikely: compares, needs: [], weight: weightAt(weight, order) }];
  }
  const bases = [...definition.bases, ...definition.keywords.map(({ value }) => value)].map(wordsOf).join(" ");
  // A node of the tape has a forward of another kind.
  if (/\bFunction\b/.test(bases) && name !== wanted) return [];
  const forward = methodOf(definition, "forward") ?? methodOf(definition, "__call__");
  const isModule = /Module|Loss/.test(bases);
  if (forward === null && !(name === wanted || (isModule && sounds > 0))) return [];
  const taken = forward === null ? { ...none, names: ["predictions", "targets"] } : required(forward, 1, true);
  const parameters = taken.names;
  const takesTargets = parameters.length >= 2 ? 4 : 0;
  const likeness = (isModule ? 1 : 0) + sounds + takesTargets;
  const weight = name === wanted ? 1000 : likeness > 1 ? likeness : 0;
  const made = methodOf(definition, "__init__");
  const init = made === null ? none : required(made, 1, false);
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
