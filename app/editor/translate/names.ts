/** @file Names that Python keeps for itself, or that the printed text uses, get an underscore; so does what a block hides. */
import type ts from "typescript-api";
import type { Refusals } from "../../../engine/language/translate/refusals.ts";
import type { Ts } from "../compiler/types.ts";

const taken: ReadonlySet<string> = new Set(
  [
    "False None True and as assert async await break class continue def del elif else except finally for from global if import",
    "in is lambda nonlocal not or pass raise return try while with yield",
    "len range enumerate zip map filter sum min max abs int float bool str list tuple dict print isinstance any all sorted reversed",
    "self super math functools warnings torch nn F object",
  ].flatMap((line) => line.split(" ")),
);

export class Names {
  readonly #ts: Ts;
  readonly #checker: ts.TypeChecker;
  readonly #names = new Map<ts.Symbol, string>();

  constructor(tsApi: Ts, file: ts.SourceFile, checker: ts.TypeChecker, refusals: Refusals) {
    this.#ts = tsApi;
    this.#checker = checker;
    const declared: { readonly symbol: ts.Symbol; readonly name: ts.Identifier }[] = [];
    const visit = (node: ts.Node): void => {
      const name = declaredName(tsApi, node);
      if (name !== null) for (const symbol of symbolsOf(tsApi, checker, node, name)) declared.push({ symbol, name });
      tsApi.forEachChild(node, visit);
    };
    visit(file);
    const used = new Set(declared.map(({ name }) => name.text));
    for (const { symbol, name } of declared) {
      if (this.#names.has(symbol)) continue;
      if (name.text.includes("$"))
        refusals.add({ start: name.getStart(file), end: name.getEnd() }, `the name ${name.text}`);
      const hides = declared.some(
        (other) => other.name !== name && other.symbol !== symbol && this.#hides(name, other.name),
      );
      this.#names.set(symbol, hides || taken.has(name.text) ? fresh(`${name.text}_`, used) : name.text);
    }
  }

  of(node: ts.Identifier): string {
    const symbol = this.#ts.isShorthandPropertyAssignment(node.parent)
      ? this.#checker.getShorthandAssignmentValueSymbol(node.parent)
      : this.#checker.getSymbolAtLocation(node);
    return (symbol === undefined ? undefined : this.#names.get(symbol)) ?? node.text;
  }

  /** True if the source declares it: torch and Math are there already. */
  isOwn(node: ts.Identifier): boolean {
    const symbol = this.#ts.isShorthandPropertyAssignment(node.parent)
      ? this.#checker.getShorthandAssignmentValueSymbol(node.parent)
      : this.#checker.getSymbolAtLocation(node);
    return symbol !== undefined && this.#names.has(symbol);
  }

  /** A variable or parameter of the function that the node stands in. */
  isLocal(node: ts.Identifier): boolean {
    const declaration = this.#checker.getSymbolAtLocation(node)?.valueDeclaration;
    if (declaration === undefined) return false;
    return ownerOf(this.#ts, declaration) === ownerOf(this.#ts, node);
  }

  /** Where a variable that a function assigns lives, if not in that function. */
  scopeOf(node: ts.Identifier, inside: ts.Node): "global" | "nonlocal" | null {
    const declaration = this.#checker.getSymbolAtLocation(node)?.valueDeclaration;
    if (declaration === undefined) return null;
    const owner = ownerOf(this.#ts, declaration);
    if (owner === inside || owner === null) return null;
    return this.#ts.isSourceFile(owner) ? "global" : "nonlocal";
  }

  /** A block of JavaScript may have an x of its own within a function that has another; Python's function has one x. */
  #hides(inner: ts.Identifier, outer: ts.Identifier): boolean {
    if (inner.text !== outer.text) return false;
    const own = ownerOf(this.#ts, inner);
    if (own !== ownerOf(this.#ts, outer) || own === null) return false;
    // const w = no_grad(() => { const w = …; return w; }) is one w.
    if (takesFrom(this.#ts, outer, inner)) return false;
    const [innerBlock, outerBlock] = [blockOf(this.#ts, inner), blockOf(this.#ts, outer)];
    for (let at: ts.Node | undefined = innerBlock?.parent; at !== undefined; at = at.parent)
      if (at === outerBlock) return true;
    return false;
  }
}

/** A parameter that the constructor keeps is a parameter and an attribute. */
function symbolsOf(tsApi: Ts, checker: ts.TypeChecker, node: ts.Node, name: ts.Identifier): readonly ts.Symbol[] {
  if (tsApi.isParameter(node) && tsApi.isParameterPropertyDeclaration(node, node.parent))
    return checker.getSymbolsOfParameterPropertyDeclaration(node, name.text);
  const symbol = checker.getSymbolAtLocation(name);
  return symbol === undefined ? [] : [symbol];
}

function declaredName(tsApi: Ts, node: ts.Node): ts.Identifier | null {
  const isNamed =
    tsApi.isVariableDeclaration(node) ||
    tsApi.isParameter(node) ||
    tsApi.isFunctionDeclaration(node) ||
    tsApi.isClassDeclaration(node) ||
    tsApi.isBindingElement(node) ||
    tsApi.isFunctionExpression(node);
  if (!isNamed || node.name === undefined || !tsApi.isIdentifier(node.name)) return null;
  return node.name;
}

function fresh(wanted: string, used: Set<string>): string {
  let name = wanted;
  for (let i = 2; used.has(name); i++) name = `${wanted}${i}`;
  used.add(name);
  return name;
}

/** The function that a name's variable belongs to in Python. */
export function functionOf(tsApi: Ts, node: ts.Node): ts.Node | null {
  for (let at: ts.Node | undefined = node.parent; at !== undefined; at = at.parent) {
    // A function's own name belongs outside of it.
    if (tsApi.isFunctionLike(at) && !("name" in at && at.name === node)) return at;
    if (tsApi.isSourceFile(at)) return at;
  }
  return null;
}

/** The function that a variable belongs to, where the functions of no_grad and forEach are none. */
function ownerOf(tsApi: Ts, node: ts.Node): ts.Node | null {
  let at = functionOf(tsApi, node);
  while (at !== null && isTransparent(tsApi, at)) at = functionOf(tsApi, at);
  return at;
}

/** Whether a variable is given what a function of no_grad, in which the other is declared, gives. */
function takesFrom(tsApi: Ts, outer: ts.Node, inner: ts.Node): boolean {
  let declaration: ts.Node = outer;
  while (!tsApi.isVariableDeclaration(declaration)) {
    if (tsApi.isStatement(declaration) || tsApi.isSourceFile(declaration)) return false;
    declaration = declaration.parent;
  }
  for (let at: ts.Node = inner; !tsApi.isSourceFile(at); at = at.parent)
    if (isTransparent(tsApi, at)) return at.parent.parent === declaration;
  return false;
}

/** The function of no_grad and forEach becomes statements of the function around it. */
export function isTransparent(tsApi: Ts, node: ts.Node): boolean {
  if (!tsApi.isArrowFunction(node) || !tsApi.isCallExpression(node.parent)) return false;
  const callee = node.parent.expression;
  return tsApi.isPropertyAccessExpression(callee) && ["no_grad", "enable_grad", "forEach"].includes(callee.name.text);
}

/** The block that a name is declared in. */
function blockOf(tsApi: Ts, node: ts.Node): ts.Node | null {
  for (let at: ts.Node | undefined = node.parent; at !== undefined; at = at.parent) {
    if (
      tsApi.isBlock(at) ||
      tsApi.isForStatement(at) ||
      tsApi.isForOfStatement(at) ||
      tsApi.isForInStatement(at) ||
      tsApi.isCatchClause(at) ||
      tsApi.isSourceFile(at)
    )
      return at;
    if (tsApi.isFunctionLike(at) && !("name" in at && at.name === node)) return at;
  }
  return null;
}
