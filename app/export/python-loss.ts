/** @file A lane's loss in Python, and what an export has to know of it. */
import type { Entry } from "../../engine/language/program.ts";
import { field, parts, type SyntaxNode } from "../../engine/language/python/syntax.ts";
import { codeOf } from "../../engine/language/python/tokens.ts";
import { type ModuleNames, moduleNames } from "./module-names.ts";

export interface PythonLoss {
  readonly source: string;
  readonly entry: Entry;
  /** The entry is a class that descends from nn.Module: it is called, and it may hold parameters. */
  readonly isModule: boolean;
  /** An instance is called as it is; one of a class that has only forward is not. */
  readonly isCallable: boolean;
  /** What the text binds in its module. */
  readonly binds: ModuleNames;
  /** Draws random numbers while it is called, as far as its text tells. */
  readonly isRandom: boolean;
}

const random =
  /\b(randn?|randint|randperm|rand_like|randn_like|bernoulli|multinomial|normal|dropout\w*|Dropout\w*|randint_like|\w+_normal_|\w+_uniform_|normal_|uniform_|bernoulli_|exponential_|cauchy_|geometric_|random_|orthogonal_|sparse_)\s*\(|\bnn\.(Linear|LazyLinear|Bilinear|Embedding\w*|\w*Conv\w+|RNN\w*|LSTM\w*|GRU\w*|Transformer\w*|MultiheadAttention)\s*\(/;

export function pythonLossOf(source: string, root: SyntaxNode, entry: Entry): PythonLoss {
  const ofModule = isModule(root, entry.name);
  return {
    source,
    entry,
    isModule: ofModule,
    isCallable: ofModule || hasCall(root, entry.name),
    binds: moduleNames(root),
    isRandom: random.test(codeOf(source)),
  };
}

/** A class of the source that has, or inherits, `__call__`. */
function hasCall(root: SyntaxNode, name: string, seen: ReadonlySet<string> = new Set()): boolean {
  const found = classesIn(root).find((node) => field(node, "name").text === name);
  if (found === undefined || seen.has(name)) return false;
  const bases = parts(found.childForFieldName("superclasses") ?? { ...found, namedChildren: [] });
  return (
    parts(field(found, "body")).some((node) => definitionIn(node)?.text === "__call__") ||
    bases.some(({ text }) => hasCall(root, text, new Set([...seen, name])))
  );
}

const definitionIn = (node: SyntaxNode): SyntaxNode | null =>
  (node.type === "decorated_definition" ? field(node, "definition") : node).childForFieldName("name");

const classesIn = (root: SyntaxNode): readonly SyntaxNode[] =>
  parts(root)
    .map((node) => (node.type === "decorated_definition" ? field(node, "definition") : node))
    .filter(({ type }) => type === "class_definition");

function isModule(root: SyntaxNode, name: string): boolean {
  const classes = classesIn(root);
  const find = (wanted: string) => classes.find((node) => field(node, "name").text === wanted);
  const seen = new Set<string>();
  const descends = (wanted: string): boolean => {
    const found = find(wanted);
    if (found === undefined || seen.has(wanted)) return false;
    seen.add(wanted);
    const bases = parts(found.childForFieldName("superclasses") ?? { ...found, namedChildren: [] });
    // A class that is not defined here comes from torch.
    return bases.some(({ text }) => (find(text) === undefined ? text !== "object" : descends(text)));
  };
  return descends(name);
}

/** How the loss is made, once, of what its constructor takes: a statement; none for a function. `mark` stands before names of the source's. */
export function construction({ entry }: PythonLoss, name: string, given: string, mark: string): string {
  return entry.kind === "class" ? `${name} = ${mark}${entry.name}(${given})\n` : "";
}

/** What is called with predictions and targets. */
export const callee = ({ entry, isCallable }: PythonLoss, name: string, mark = ""): string =>
  entry.kind === "function" ? `${mark}${entry.name}` : isCallable ? name : `${name}.forward`;
