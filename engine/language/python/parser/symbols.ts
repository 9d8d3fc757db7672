/** @file What CPython says of names before it makes code: those declared too late, twice, or where they can't be. */
import { children } from "./children.ts";
import { Problem } from "./problem.ts";
import type {
  AnyNode,
  Arguments,
  Comprehension,
  DictComp,
  ElementComprehension,
  FunctionDef,
  Lambda,
  Module,
  NamedExpr,
  NamesOf,
  Place,
} from "./tree.ts";

/** What is known of a name in a block. */
interface Symbol {
  isParameter?: boolean;
  isLocal?: boolean;
  isUsed?: boolean;
  isAnnotated?: boolean;
  isImported?: boolean;
  isIterated?: boolean;
  global?: Place;
  nonlocal?: Place;
}

interface Block {
  readonly kind: "module" | "class" | "function" | "comprehension";
  readonly parent: Block | null;
  readonly inner: Block[];
  readonly symbols: Map<string, Symbol>;
  readonly comprehension: string;
  /** Where the iterable of a comprehension is read. */
  iterables: number;
  isTarget: boolean;
}

const comprehensions: Readonly<Record<string, string>> = {
  ListComp: "list comprehension",
  SetComp: "set comprehension",
  DictComp: "dict comprehension",
  GeneratorExp: "generator expression",
};

/** Throws the first problem that there is. */
export function checkSymbols(module: Module): void {
  const table = new Table();
  table.visit(module);
  analyse(table.block);
}

const refuse = (message: string, place: Place): never => {
  throw new Problem("SyntaxError", message, place);
};

class Table {
  block: Block = blockOf("module", null);

  #enter(kind: Block["kind"], rule: () => void, comprehension = ""): void {
    const outer = this.block;
    this.block = blockOf(kind, outer, comprehension);
    outer.inner.push(this.block);
    rule();
    this.block = outer;
  }

  #symbol(name: string, block = this.block): Symbol {
    let found = block.symbols.get(name);
    if (found === undefined) {
      found = {};
      block.symbols.set(name, found);
    }
    return found;
  }

  #bind(name: string, place: Place): void {
    const symbol = this.#symbol(name);
    if (this.block.isTarget) {
      if (symbol.global !== undefined || symbol.nonlocal !== undefined)
        refuse(`comprehension inner loop cannot rebind assignment expression target '${name}'`, place);
      symbol.isIterated = true;
    }
    symbol.isLocal = true;
  }

  #all(nodes: readonly (AnyNode | null)[]): void {
    for (const node of nodes) if (node !== null) this.visit(node);
  }

  visit(node: AnyNode): void {
    switch (node.kind) {
      case "Name":
        if (node.ctx === "Load") this.#symbol(node.id).isUsed = true;
        else this.#bind(node.id, node);
        return;
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.#function(node);
        return;
      case "Lambda":
        this.#lambda(node);
        return;
      case "ClassDef":
        this.#bind(node.name, node);
        this.#all([...node.bases, ...node.keywords, ...node.decorator_list]);
        this.#enter("class", () => this.#all(node.body));
        return;
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        this.#comprehension(node);
        return;
      case "NamedExpr":
        this.#named(node);
        return;
      case "Yield":
      case "YieldFrom": {
        if (node.value !== null) this.visit(node.value);
        const { kind, comprehension } = this.block;
        if (kind === "comprehension") refuse(`'yield' inside ${comprehension}`, node);
        return;
      }
      case "Global":
      case "Nonlocal":
        this.#declared(node);
        return;
      case "AnnAssign": {
        const { target } = node;
        if (target.kind === "Name") this.#annotated(target.id, node, node.simple, node.value !== null);
        else this.visit(target);
        this.#all([node.annotation, node.value]);
        return;
      }
      case "alias": {
        if (node.name === "*") {
          if (this.block.kind !== "module") refuse("import * only allowed at module level", node);
          return;
        }
        this.#symbol(node.asname ?? node.name.split(".")[0]).isImported = true;
        return;
      }
      case "Try":
      case "TryStar":
        this.#all([...node.body, ...node.orelse, ...node.handlers, ...node.finalbody]);
        return;
      case "ExceptHandler":
        if (node.type !== null) this.visit(node.type);
        if (node.name !== null) this.#bind(node.name, node);
        this.#all(node.body);
        return;
      case "MatchAs":
      case "MatchStar":
        if (node.kind === "MatchAs" && node.pattern !== null) this.visit(node.pattern);
        if (node.name !== null) this.#bind(node.name, node);
        return;
      case "MatchMapping":
        this.#all([...node.keys, ...node.patterns]);
        if (node.rest !== null) this.#bind(node.rest, node);
        return;
      default:
        this.#all(children(node));
    }
  }

  #function(node: FunctionDef): void {
    this.#bind(node.name, node);
    const { args } = node;
    this.#all([...args.defaults, ...args.kw_defaults]);
    const all = [...args.posonlyargs, ...args.args, args.vararg, args.kwarg, ...args.kwonlyargs];
    this.#all([...all.map((each) => each?.annotation ?? null), node.returns, ...node.decorator_list]);
    this.#enter("function", () => {
      this.#parameters(args);
      this.#all(node.body);
    });
  }

  #lambda({ args, body }: Lambda): void {
    this.#all([...args.defaults, ...args.kw_defaults]);
    this.#enter("function", () => {
      this.#parameters(args);
      this.visit(body);
    });
  }

  #parameters({ posonlyargs, args, kwonlyargs, vararg, kwarg }: Arguments): void {
    for (const each of [...posonlyargs, ...args, ...kwonlyargs, vararg, kwarg]) {
      if (each === null) continue;
      const symbol = this.#symbol(each.arg);
      if (symbol.isParameter === true) refuse(`duplicate argument '${each.arg}' in function definition`, each);
      symbol.isParameter = true;
    }
  }

  #comprehension(node: ElementComprehension | DictComp): void {
    const [first, ...others] = node.generators;
    this.#iterable(first);
    this.#enter(
      "comprehension",
      () => {
        this.#clause(first, false);
        for (const each of others) this.#clause(each, true);
        this.#all(node.kind === "DictComp" ? [node.value, node.key] : [node.elt]);
      },
      comprehensions[node.kind],
    );
  }

  #iterable({ iter }: Comprehension): void {
    const { block } = this;
    block.iterables++;
    this.visit(iter);
    block.iterables--;
  }

  #clause(node: Comprehension, isInner: boolean): void {
    this.block.isTarget = true;
    this.visit(node.target);
    this.block.isTarget = false;
    if (isInner) this.#iterable(node);
    this.#all(node.ifs);
  }

  #named(node: NamedExpr): void {
    if (this.block.iterables > 0)
      refuse("assignment expression cannot be used in a comprehension iterable expression", node);
    if (this.block.kind === "comprehension") this.#extended(node.target.id, node.target);
    this.visit(node.value);
    this.visit(node.target);
  }

  /** A name that a comprehension binds outside of itself. */
  #extended(name: string, place: Place): void {
    for (let block: Block | null = this.block; block !== null; block = block.parent) {
      const symbol = block.symbols.get(name);
      if (block.kind === "comprehension") {
        if (symbol?.isIterated === true)
          refuse(`assignment expression cannot rebind comprehension iteration variable '${name}'`, place);
        continue;
      }
      if (block.kind === "class")
        refuse("assignment expression within a comprehension cannot be used in a class body", place);
      if (block.kind === "module" || symbol?.global !== undefined) this.#symbol(name).global = place;
      else this.#symbol(name).nonlocal = place;
      this.#symbol(name, block)[block.kind === "module" ? "isUsed" : "isLocal"] = true;
      return;
    }
  }

  #declared(node: NamesOf): void {
    const word = node.kind === "Global" ? "global" : "nonlocal";
    for (const name of node.names) {
      const known = this.#symbol(name);
      if (known.isParameter === true) refuse(`name '${name}' is parameter and ${word}`, node);
      if (known.isUsed === true) refuse(`name '${name}' is used prior to ${word} declaration`, node);
      if (known.isAnnotated === true) refuse(`annotated name '${name}' can't be ${word}`, node);
      if (known.isLocal === true) refuse(`name '${name}' is assigned to before ${word} declaration`, node);
      known[word] = node;
    }
  }

  #annotated(name: string, node: Place, isSimple: boolean, isAssigned: boolean): void {
    const known = this.#symbol(name);
    const word = known.global !== undefined ? "global" : known.nonlocal !== undefined ? "nonlocal" : null;
    if (word !== null && isSimple && this.block.kind !== "module")
      refuse(`annotated name '${name}' can't be ${word}`, node);
    if (isSimple) known.isAnnotated = true;
    if (isSimple || isAssigned) known.isLocal = true;
  }
}

function blockOf(kind: Block["kind"], parent: Block | null, comprehension = ""): Block {
  return {
    kind,
    parent,
    inner: [],
    symbols: new Map(),
    comprehension,
    iterables: parent?.iterables ?? 0,
    isTarget: false,
  };
}

/** What is declared nonlocal is some function's outside. */
function analyse(block: Block): void {
  for (const [name, { global, nonlocal }] of block.symbols) {
    if (nonlocal === undefined) continue;
    if (global !== undefined)
      refuse(`name '${name}' is nonlocal and global`, global.start < nonlocal.start ? global : nonlocal);
    if (block.kind === "module") refuse("nonlocal declaration not allowed at module level", nonlocal);
    if (!isBoundOutside(name, block)) refuse(`no binding for nonlocal '${name}' found`, nonlocal);
  }
  for (const inner of block.inner) analyse(inner);
}

function isBoundOutside(name: string, { parent, kind }: Block): boolean {
  // Of a class's own, which its methods have.
  if (name === "__class__" && kind === "function" && parent?.kind === "class") return true;
  for (let block = parent; block !== null; block = block.parent) {
    if (block.kind === "module") return false;
    const symbol = block.kind === "class" ? undefined : block.symbols.get(name);
    if (symbol === undefined) continue;
    if (symbol.global !== undefined) return false;
    if (symbol.isParameter === true || symbol.isLocal === true || symbol.isImported === true) return true;
  }
  return false;
}
