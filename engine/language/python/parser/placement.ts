/** @file What CPython says where it makes code: statements and expressions in places where they may not stand. */
import { children } from "./children.ts";
import { Problem } from "./problem.ts";
import type {
  AnyNode,
  Arguments,
  DictComp,
  ElementComprehension,
  ExceptHandler,
  Expression,
  ImportFrom,
  Keyword,
  MatchMapping,
  Module,
  Pattern,
  Place,
  Statement,
  Try,
} from "./tree.ts";

interface Around {
  readonly within: "module" | "class" | "function" | "async function" | "comprehension";
  readonly inLoop: boolean;
  /** Within `except*`, and in no loop or function there. */
  readonly inGroup: boolean;
}

const refuse = (message: string, place: Place): never => {
  throw new Problem("SyntaxError", message, place);
};

/** Throws the first problem that there is. */
export function checkPlacement(module: Module): void {
  checkFutures(module);
  all(
    module.body.filter((statement) => !isFuture(statement)),
    { within: "module", inLoop: false, inGroup: false },
  );
}

const features = new Set(
  "nested_scopes generators division absolute_import with_statement print_function unicode_literals barry_as_FLUFL generator_stop annotations".split(
    " ",
  ),
);

function checkFutures({ body }: Module): void {
  let isBegun = false;
  body.forEach((statement, i) => {
    if (isFuture(statement)) {
      if (isBegun) refuse("from __future__ imports must occur at the beginning of the file", statement);
      for (const { name } of statement.names) {
        if (name === "braces") refuse("not a chance", statement);
        if (!features.has(name)) refuse(`future feature ${name} is not defined`, statement);
      }
    } else if (!(i === 0 && isText(statement))) isBegun = true;
  });
}

const isFuture = (statement: Statement): statement is ImportFrom =>
  statement.kind === "ImportFrom" && statement.module === "__future__" && statement.level === 0;

const isText = (statement: Statement): boolean =>
  statement.kind === "Expr" && statement.value.kind === "Constant" && statement.value.value.type === "str";

function all(nodes: readonly (AnyNode | null)[], around: Around): void {
  for (const node of nodes) if (node !== null) visit(node, around);
}

function visit(node: AnyNode, around: Around): void {
  const { within } = around;
  switch (node.kind) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      all([...node.decorator_list, ...defaultsOf(node.args), ...annotationsOf(node.args), node.returns], around);
      all(node.body, {
        within: node.kind === "FunctionDef" ? "function" : "async function",
        inLoop: false,
        inGroup: false,
      });
      return;
    case "Lambda":
      all(defaultsOf(node.args), around);
      visit(node.body, { within: "function", inLoop: false, inGroup: false });
      return;
    case "ClassDef":
      all(node.decorator_list, around);
      all(node.body, { within: "class", inLoop: false, inGroup: false });
      checkKeywords(node.keywords);
      all([...node.bases, ...node.keywords].map(argument), around);
      return;
    case "ImportFrom":
      if (isFuture(node)) refuse("from __future__ imports must occur at the beginning of the file", node);
      return;
    case "Return":
      if (!within.endsWith("function")) refuse("'return' outside function", node);
      if (around.inGroup) refuse("'break', 'continue' and 'return' cannot appear in an except* block", node);
      break;
    case "Break":
    case "Continue":
      if (around.inGroup) refuse("'break', 'continue' and 'return' cannot appear in an except* block", node);
      if (!around.inLoop)
        refuse(node.kind === "Break" ? "'break' outside loop" : "'continue' not properly in loop", node);
      return;
    case "AsyncFor":
    case "For":
      if (node.kind === "AsyncFor" && within !== "async function") refuse("'async for' outside async function", node);
      all([node.iter, node.target], around);
      all(node.body, { ...around, inLoop: true, inGroup: false });
      all(node.orelse, around);
      return;
    case "AsyncWith":
      if (within !== "async function") refuse("'async with' outside async function", node);
      break;
    case "While":
      visit(node.test, around);
      all(node.body, { ...around, inLoop: true, inGroup: false });
      all(node.orelse, around);
      return;
    case "Try":
    case "TryStar":
      checkHandlers(node.handlers, node.kind);
      tried(node, around);
      return;
    case "Assign":
      all([node.value, ...node.targets], around);
      return;
    case "AnnAssign":
      all([node.value, node.target, node.annotation], around);
      return;
    case "Starred":
      refuse(
        node.ctx === "Store"
          ? "starred assignment target must be in a list or tuple"
          : "can't use starred expression here",
        node,
      );
      return;
    case "List":
    case "Tuple":
      if (node.ctx === "Store") checkStars(node.elts, node);
      all(node.elts.map(argument), around);
      return;
    case "Set":
      all(node.elts.map(argument), around);
      return;
    case "Call":
      checkKeywords(node.keywords);
      all([node.func, ...node.args.map(argument), ...node.keywords], around);
      return;
    case "Yield":
    case "YieldFrom":
      if (!within.endsWith("function")) refuse("'yield' outside function", node);
      if (node.kind === "YieldFrom" && within === "async function") refuse("'yield from' inside async function", node);
      break;
    case "Await":
      if (within === "module" || within === "class") refuse("'await' outside function", node);
      if (within === "function") refuse("'await' outside async function", node);
      break;
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp": {
      const [first] = node.generators;
      if (node.kind !== "GeneratorExp" && within !== "async function" && within !== "comprehension" && isAsync(node))
        refuse("asynchronous comprehension outside of an asynchronous function", node);
      visit(first.iter, around);
      const inner: Around = { within: "comprehension", inLoop: false, inGroup: false };
      for (const each of node.generators) all([each === first ? null : each.iter, each.target, ...each.ifs], inner);
      all(node.kind === "DictComp" ? [node.key, node.value] : [node.elt], inner);
      return;
    }
    case "Match":
      visit(node.subject, around);
      node.cases.forEach((each, i) => {
        checkPattern(each.pattern, i === node.cases.length - 1 || each.guard !== null);
        all([each.pattern, each.guard, ...each.body], around);
      });
      return;
    default:
  }
  all(children(node), around);
}

/** Awaits something itself, in one of its own parts. */
function isAsync(node: ElementComprehension | DictComp): boolean {
  const [first] = node.generators;
  return node.generators.some((each) => each.is_async) || children(node).some((child) => awaits(child, first.iter));
}

function awaits(node: AnyNode, except: AnyNode): boolean {
  if (node === except || opaque.has(node.kind)) return false;
  return node.kind === "Await" || children(node).some((child) => awaits(child, except));
}

const opaque: ReadonlySet<AnyNode["kind"]> = new Set(["Lambda", "GeneratorExp"]);

/** What a star before it spreads, where one may stand. */
const argument = (node: Expression | Keyword): AnyNode => (node.kind === "Starred" ? node.value : node);

const defaultsOf = ({ defaults, kw_defaults }: Arguments): readonly (Expression | null)[] => [
  ...defaults,
  ...kw_defaults,
];

const annotationsOf = ({ posonlyargs, args, vararg, kwonlyargs, kwarg }: Arguments): readonly (AnyNode | null)[] =>
  [...posonlyargs, ...args, vararg, ...kwonlyargs, kwarg].map((each) => {
    const annotation = each?.annotation ?? null;
    return annotation === null ? null : argument(annotation);
  });

function tried(node: Try, around: Around): void {
  all(node.body, around);
  const inner = node.kind === "TryStar" ? { ...around, inGroup: true } : around;
  for (const { type, body } of node.handlers) {
    all([type], around);
    all(body, inner);
  }
  all([...node.orelse, ...node.finalbody], around);
}

function checkHandlers(handlers: readonly ExceptHandler[], kind: Try["kind"]): void {
  handlers.forEach((handler, i) => {
    if (kind === "Try" && handler.type === null && i < handlers.length - 1)
      refuse("default 'except:' must be last", handler);
  });
}

function checkStars(elements: readonly Expression[], place: Place): void {
  const stars = elements.filter(({ kind }) => kind === "Starred");
  if (stars.length > 1) refuse("multiple starred expressions in assignment", place);
}

function checkKeywords(keywords: readonly Keyword[]): void {
  const seen = new Set<string>();
  for (const keyword of keywords) {
    if (keyword.arg === null) continue;
    if (seen.has(keyword.arg)) refuse(`keyword argument repeated: ${keyword.arg}`, keyword);
    seen.add(keyword.arg);
  }
}

/** `mayMatchAll`: nothing comes after it. */
function checkPattern(pattern: Pattern, mayMatchAll: boolean): void {
  if (pattern.kind === "MatchAs" && pattern.pattern === null && !mayMatchAll)
    refuse(
      pattern.name === null
        ? "wildcard makes remaining patterns unreachable"
        : `name capture '${pattern.name}' makes remaining patterns unreachable`,
      pattern,
    );
  boundBy(pattern);
}

function checkKeys(pattern: MatchMapping): void {
  const seen = new Set<string>();
  for (const key of pattern.keys) {
    if (key.kind !== "Constant" || (key.value.type !== "str" && key.value.type !== "int")) continue;
    const shown = key.value.type === "str" ? `'${key.value.value}'` : String(key.value.value);
    if (seen.has(shown)) refuse(`mapping pattern checks duplicate key (${shown})`, pattern);
    seen.add(shown);
  }
}

/** What CPython looked at last. */
function lastWithin(pattern: Pattern): Pattern {
  const inner = pattern.kind === "MatchSequence" ? pattern.patterns.at(-1) : undefined;
  return inner === undefined ? pattern : lastWithin(inner);
}

/** The names that a pattern binds. */
function boundBy(pattern: Pattern, bound = new Set<string>()): Set<string> {
  const bind = (name: string | null) => {
    if (name === null) return;
    if (bound.has(name)) refuse(`multiple assignments to name '${name}' in pattern`, pattern);
    bound.add(name);
  };
  switch (pattern.kind) {
    case "MatchAs":
      if (pattern.pattern !== null) boundBy(pattern.pattern, bound);
      bind(pattern.name);
      return bound;
    case "MatchStar":
      bind(pattern.name);
      return bound;
    case "MatchSequence": {
      if (pattern.patterns.filter(({ kind }) => kind === "MatchStar").length > 1)
        refuse("multiple starred names in sequence pattern", pattern);
      for (const each of pattern.patterns) boundBy(each, bound);
      return bound;
    }
    case "MatchMapping":
      checkKeys(pattern);
      for (const each of pattern.patterns) boundBy(each, bound);
      bind(pattern.rest);
      return bound;
    case "MatchClass":
      pattern.kwd_attrs.forEach((name, i) => {
        if (pattern.kwd_attrs.indexOf(name) < i)
          refuse(`attribute name repeated in class pattern: ${name}`, pattern.kwd_patterns[i]);
      });
      for (const each of [...pattern.patterns, ...pattern.kwd_patterns]) boundBy(each, bound);
      return bound;
    case "MatchOr": {
      const each = pattern.patterns.map((alternative) => boundBy(alternative, new Set(bound)));
      pattern.patterns.forEach((alternative, i) => {
        if (i < each.length - 1) checkPattern(alternative, false);
        if (each[i].size !== each[0].size || [...each[i]].some((name) => !each[0].has(name)))
          refuse("alternative patterns bind different names", lastWithin(alternative));
      });
      for (const name of each[0]) bound.add(name);
      return bound;
    }
    default:
      return bound;
  }
}
