/**
 * @file Code of ours round a text of somebody's in one module, of which neither meets the other's names: what ours binds and the text binds too gets
 * another name in ours, and what ours takes from Python or an import is taken before the text could give it another meaning. Read by tokens:
 * comments, docstrings and the text stay as they are.
 */
import { codeOf, type Token, tokensOf } from "../../engine/language/python/tokens.ts";
import type { ModuleNames } from "./module-names.ts";

/** Stands before a name of the text's in code of ours. No character of Python's. */
export const THEIRS = "\uE001";

/** Where names that are taken beforehand get their line in `before`. */
export const TAKEN_BEFORE = "\uE002";

interface Bound {
  readonly inModule: ReadonlySet<string>;
  readonly inFunctions: ReadonlySet<string>;
}

export interface Around {
  readonly before: string;
  readonly after: string;
}

/** `entry`: the name that ours calls. */
export function apart({ before, after }: Around, text: string, binds: ModuleNames, entry: string): Around {
  const both = `${before}\n${after}`;
  const ours = boundIn(both);
  const used = namesIn(both);
  const avoided = new Set([...used, ...namesIn(codeOf(text)), ...binds.names]);
  const isBound = (name: string): boolean => binds.all || binds.names.has(name);
  const free = (name: string): string => {
    let found = `${name}_run`;
    while (avoided.has(found)) found += "_";
    avoided.add(found);
    return found;
  };
  const renamed = new Map<string, string>();
  const taken: string[] = [];
  for (const name of used) {
    const isOurs = (ours.inModule.has(name) && isBound(name)) || (ours.inFunctions.has(name) && name === entry);
    const isTaken = !ours.inModule.has(name) && !ours.inFunctions.has(name) && isBound(name);
    if (!isOurs && !isTaken) continue;
    const other = free(name);
    renamed.set(name, other);
    if (isTaken) taken.push(`${other} = ${name}\n`);
  }
  const applied = (code: string): string => withNames(code, renamed).replaceAll(THEIRS, "");
  return {
    before: applied(before).replace(TAKEN_BEFORE, taken.join("")),
    after: applied(after),
  };
}

const isAttribute = (tokens: readonly Token[], i: number): boolean => {
  const before = tokens[i - 1]?.text;
  return before === "." || before === THEIRS;
};

/** A method is asked for by its name from outside. */
const isMethod = (tokens: readonly Token[], i: number, code: string): boolean => {
  const before = tokens[i - 1];
  return before?.text === "def" && before.start > 0 && code[before.start - 1] !== "\n";
};

/** A name that a call gives an argument by. */
const isKeyword = (tokens: readonly Token[], i: number): boolean =>
  (tokens[i]?.depth ?? 0) > 0 && tokens[i + 1]?.text === "=";

/** Names of a code that stand for themselves, those within f-strings too. */
function namesIn(code: string): ReadonlySet<string> {
  const found = new Set<string>();
  replaced(code, (name) => {
    found.add(name);
    return name;
  });
  return found;
}

const withNames = (code: string, names: ReadonlyMap<string, string>): string =>
  replaced(code, (name) => names.get(name) ?? name);

function replaced(code: string, other: (name: string) => string): string {
  const tokens = tokensOf(code);
  let [text, at, isImport] = ["", 0, false];
  tokens.forEach((token, i) => {
    const isFirst = i === 0 || tokens[i - 1]?.kind === "newline";
    if (isFirst) isImport = token.text === "import" || token.text === "from";
    if (isImport) return;
    const instead =
      token.kind === "name" && !isAttribute(tokens, i) && !isKeyword(tokens, i) && !isMethod(tokens, i, code)
        ? other(token.text)
        : token.kind === "string" && /^[rR]?[fF]/.test(token.text)
          ? inInterpolations(token.text, other)
          : null;
    if (instead === null) return;
    text += code.slice(at, token.start) + instead;
    at = token.end;
  });
  return text + code.slice(at);
}

/** `7d` of a format is no name. */
function inInterpolations(literal: string, other: (name: string) => string): string {
  const code = codeOf(literal);
  const tokens = tokensOf(code);
  let [text, at] = ["", 0];
  tokens.forEach(({ kind, text: name, start, end }, i) => {
    const before = tokens[i - 1];
    const isOfFormat = before?.kind === "number" && before.end === start;
    if (kind !== "name" || isAttribute(tokens, i) || isOfFormat) return;
    text += literal.slice(at, start) + other(name);
    at = end;
  });
  return text + literal.slice(at);
}

/** What code of ours binds: definitions, parameters, targets. What it imports it takes, as it takes builtins. */
function boundIn(code: string): Bound {
  const [inModule, inFunctions] = [new Set<string>(), new Set<string>()];
  const lines: Token[][] = [[]];
  for (const token of tokensOf(code)) {
    if (token.kind === "newline") lines.push([]);
    else lines.at(-1)?.push(token);
  }
  let isLocal = false;
  for (const line of lines) {
    const [first] = line;
    if (first === undefined) continue;
    const isIndented = first.start > 0 && code[first.start - 1] !== "\n";
    const isDefinition = first.text === "def" || first.text === "class";
    if (!isIndented) isLocal = isDefinition;
    const into = isLocal && isIndented ? inFunctions : inModule;
    if (isDefinition) {
      const [, name, ...rest] = line;
      if (name !== undefined && !isIndented) into.add(name.text);
      if (first.text === "def") for (const { kind, text } of rest) if (kind === "name") inFunctions.add(text);
      continue;
    }
    if (first.text === "import" || first.text === "from") continue;
    for (const name of targetsIn(line)) into.add(name);
  }
  return { inModule, inFunctions };
}

function targetsIn(line: readonly Token[]): readonly string[] {
  const names: string[] = [];
  const end = line.findIndex(({ text, depth }) => text === "=" && depth === 0);
  line.slice(0, Math.max(0, end)).forEach(({ kind, text }, i) => {
    const next = line[i + 1]?.text ?? "";
    if (kind === "name" && !isAttribute(line, i) && next !== "." && next !== "[") names.push(text);
  });
  line.forEach(({ text }, i) => {
    if (text !== "for") return;
    const until = line.findIndex((token, j) => j > i && token.text === "in");
    for (const token of line.slice(i + 1, until)) if (token.kind === "name") names.push(token.text);
  });
  return names;
}
