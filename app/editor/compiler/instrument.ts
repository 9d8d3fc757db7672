/** @file Puts probes round expressions while TypeScript emits: see engine/language/runtime.ts for what becomes of what. */
import type ts from "typescript-api";
import type { Probe, Range } from "../../../engine/language/program.ts";
import { compoundOperator, operatorSymbol } from "./operators.ts";
import { isTensor, mayBeTensor, type Ts, takesPostfix } from "./types.ts";

/** The lines that carry the comment `broadcast ok`: one in a string is none. */
function acceptedLines(tsApi: Ts, file: ts.SourceFile): ReadonlySet<number> {
  const literals: Range[] = [];
  const collect = (node: ts.Node): void => {
    if (tsApi.isLiteralExpression(node) || tsApi.isTemplateMiddleOrTemplateTail(node) || tsApi.isTemplateHead(node))
      literals.push({ start: node.getStart(file), end: node.getEnd() });
    tsApi.forEachChild(node, collect);
  };
  if (file.text.includes("broadcast ok")) collect(file);
  const isText = (at: number) => literals.some(({ start, end }) => start <= at && at < end);
  const lines = new Set<number>();
  for (const { index } of file.text.matchAll(/\/\/(?=.*\bbroadcast ok\b)/g))
    if (!isText(index)) lines.add(file.getLineAndCharacterOfPosition(index).line);
  return lines;
}

export class Instrument {
  readonly probes: Probe[] = [];
  readonly loops: Range[] = [];
  readonly #ts: Ts;
  readonly #file: ts.SourceFile;
  readonly #checker: ts.TypeChecker;
  readonly #forward: ts.Node;
  readonly #acceptedLines: ReadonlySet<number>;

  constructor(tsApi: Ts, file: ts.SourceFile, checker: ts.TypeChecker, forward: ts.Node) {
    this.#ts = tsApi;
    this.#file = file;
    this.#checker = checker;
    this.#forward = forward;
    this.#acceptedLines = acceptedLines(tsApi, file);
  }

  readonly transformer: ts.TransformerFactory<ts.SourceFile> = (context) => {
    const factory = context.factory;
    const tsApi = this.#ts;
    const call = (name: string, ...args: ts.Expression[]) =>
      factory.createCallExpression(
        factory.createPropertyAccessExpression(factory.createIdentifier("__ll"), name),
        undefined,
        args,
      );
    const number = (value: number) => factory.createNumericLiteral(value);

    const probed = (node: ts.Node, kind: Probe["kind"], value: ts.Expression): ts.Expression =>
      call("probe", call("enter", number(this.#add(node, kind))), value);

    const children = <T extends ts.Node>(node: T): T => tsApi.visitEachChild(node, visit, context);

    /** The entry's own returns are where the verdict points; those of helpers are expressions like others. */
    const returned = (node: ts.Node, operand: ts.Expression | undefined): ts.Expression => {
      if (operand === undefined) return probed(node, "return", factory.createVoidZero());
      return probed(
        operand,
        "return",
        this.#rewritten(operand, factory, visitExpression, call) ?? children(withoutProbe(operand)),
      );
    };

    // Assignments, callees and such are visited for what is inside them, and not probed themselves.
    const bare = new Set<ts.Node>();
    const withoutProbe = <T extends ts.Node>(node: T): T => {
      bare.add(node);
      if (tsApi.isCallExpression(node)) this.#markCallee(node, bare);
      return node;
    };

    const visitExpression = (node: ts.Expression): ts.Expression => {
      const result = visit(node);
      return result !== undefined && !Array.isArray(result) && tsApi.isExpression(result as ts.Node)
        ? (result as ts.Expression)
        : node;
    };

    const loopBody = (node: ts.Statement): ts.Block => {
      const id = this.loops.length;
      const loop = node.parent;
      this.loops.push({ start: loop.getStart(this.#file), end: loop.getEnd() });
      const visited = tsApi.visitNode(node, visit, tsApi.isStatement);
      const check = factory.createExpressionStatement(call("loop", number(id)));
      const statements =
        visited !== undefined && tsApi.isBlock(visited) ? visited.statements : visited === undefined ? [] : [visited];
      return factory.createBlock([check, ...statements], true);
    };

    const withParameters = (node: ts.FunctionLikeDeclaration, body: ts.Block): ts.Block => {
      const notes = node.parameters.flatMap((parameter) =>
        tsApi.isIdentifier(parameter.name) && mayBeTensor(tsApi, this.#checker.getTypeAtLocation(parameter))
          ? [
              factory.createExpressionStatement(
                call(
                  "parameter",
                  number(this.#add(parameter.name, "parameter")),
                  factory.createIdentifier(parameter.name.text),
                ),
              ),
            ]
          : [],
      );
      const visited = children(body);
      return factory.updateBlock(visited, [...notes, ...visited.statements]);
    };

    const visit = (node: ts.Node): ts.VisitResult<ts.Node | undefined> => {
      if (tsApi.isTypeNode(node)) return node;
      if (tsApi.isExportAssignment(node) || tsApi.isExportDeclaration(node)) return undefined;
      if (node.kind === tsApi.SyntaxKind.ExportKeyword || node.kind === tsApi.SyntaxKind.DefaultKeyword)
        return undefined;
      if (tsApi.isReturnStatement(node) && this.#belongsToForward(node)) {
        return factory.updateReturnStatement(node, returned(node, node.expression));
      }
      if (tsApi.isForStatement(node)) {
        const visitOptional = (part: ts.Expression | undefined) =>
          part === undefined ? undefined : visitExpression(part);
        const initializer = tsApi.visitNode(node.initializer, visit, tsApi.isForInitializer);
        return factory.updateForStatement(
          node,
          initializer,
          visitOptional(node.condition),
          visitOptional(node.incrementor),
          loopBody(node.statement),
        );
      }
      if (tsApi.isForOfStatement(node)) {
        return factory.updateForOfStatement(
          node,
          node.awaitModifier,
          node.initializer,
          visitExpression(node.expression),
          loopBody(node.statement),
        );
      }
      if (tsApi.isForInStatement(node)) {
        return factory.updateForInStatement(
          node,
          node.initializer,
          visitExpression(node.expression),
          loopBody(node.statement),
        );
      }
      if (tsApi.isWhileStatement(node))
        return factory.updateWhileStatement(node, visitExpression(node.expression), loopBody(node.statement));
      if (tsApi.isDoStatement(node))
        return factory.updateDoStatement(node, loopBody(node.statement), visitExpression(node.expression));
      if (tsApi.isArrowFunction(node) && !tsApi.isBlock(node.body) && node === this.#forward) {
        const result = factory.createReturnStatement(returned(node.body, node.body));
        const body = withParameters(node, factory.createBlock([]));
        return factory.updateArrowFunction(
          node,
          node.modifiers,
          node.typeParameters,
          node.parameters,
          node.type,
          node.equalsGreaterThanToken,
          factory.updateBlock(body, [...body.statements, result]),
        );
      }
      if (
        tsApi.isBlock(node) &&
        tsApi.isFunctionLike(node.parent) &&
        !tsApi.isConstructorDeclaration(node.parent) &&
        "body" in node.parent
      ) {
        return withParameters(node.parent as ts.FunctionLikeDeclaration, node);
      }
      return tsApi.isExpression(node) ? visited(node) : children(node);
    };

    const visited = (node: ts.Expression): ts.Expression => {
      // What the parser made up while something is still being typed: `error.` is error, `x = ;` is x = undefined.
      if (tsApi.isIdentifier(node) && node.text === "") return factory.createVoidZero();
      if (tsApi.isPropertyAccessExpression(node) && node.name.text === "") return visitExpression(node.expression);
      if (tsApi.isCallExpression(node)) this.#markCallee(node, bare);
      if (tsApi.isBinaryExpression(node) && this.#isAssignment(node)) bare.add(node.left);
      if (tsApi.isDeleteExpression(node) || tsApi.isPostfixUnaryExpression(node))
        bare.add(tsApi.isDeleteExpression(node) ? node.expression : node.operand);
      if (
        tsApi.isPrefixUnaryExpression(node) &&
        (node.operator === tsApi.SyntaxKind.PlusPlusToken || node.operator === tsApi.SyntaxKind.MinusMinusToken)
      )
        bare.add(node.operand);
      const rewritten = this.#rewritten(node, factory, visitExpression, call);
      if (rewritten !== null) return probed(node, "expression", rewritten);
      const inside = children(node);
      return this.#isProbed(node) && !bare.has(node) ? probed(node, "expression", inside) : inside;
    };

    return (file) => tsApi.visitEachChild(file, visit, context);
  };

  #add(node: ts.Node, kind: Probe["kind"]): number {
    const [start, end] = [node.getStart(this.#file), node.getEnd()];
    const line = (offset: number) => this.#file.getLineAndCharacterOfPosition(offset).line;
    this.probes.push({
      kind,
      start,
      end: this.#ts.isReturnStatement(node) ? start + "return".length : end,
      takesPostfix: takesPostfix(this.#ts, node),
      broadcastAccepted: this.#acceptedLines.has(line(start)) || this.#acceptedLines.has(line(end)),
      isName: this.#ts.isIdentifier(node),
      ...this.#operandsOf(node),
    });
    return this.probes.length - 1;
  }

  /** What a call computes with: names among it have no probe of their own. */
  #operandsOf(node: ts.Node): Pick<Probe, "operands"> {
    const tsApi = this.#ts;
    if (!tsApi.isCallExpression(node)) return {};
    const receiver = tsApi.isPropertyAccessExpression(node.expression) ? [node.expression.expression] : [];
    const operands = [...receiver, ...node.arguments].filter((operand) =>
      mayBeTensor(tsApi, this.#checker.getTypeAtLocation(operand)),
    );
    return {
      operands: operands.map((operand) => ({
        start: operand.getStart(this.#file),
        end: operand.getEnd(),
        takesPostfix: takesPostfix(tsApi, operand),
      })),
    };
  }

  /** `a.b(c)`: a is visited, a.b is not pulled apart, or `this` would be lost. */
  #markCallee(node: ts.CallExpression, bare: Set<ts.Node>): void {
    bare.add(node.expression);
  }

  #isProbed(node: ts.Expression): boolean {
    const tsApi = this.#ts;
    if (node.flags & tsApi.NodeFlags.OptionalChain && node.parent.flags & tsApi.NodeFlags.OptionalChain) return false;
    if (tsApi.isCallExpression(node)) return node.expression.kind !== tsApi.SyntaxKind.SuperKeyword;
    if (tsApi.isNewExpression(node)) return true;
    if (!tsApi.isPropertyAccessExpression(node) && !tsApi.isElementAccessExpression(node)) return false;
    if (node.expression.kind === tsApi.SyntaxKind.SuperKeyword) return false;
    return isTensor(this.#checker.getTypeAtLocation(node));
  }

  /** Operators where a tensor stands, or may stand. */
  #rewritten(
    node: ts.Expression,
    factory: ts.NodeFactory,
    visit: (node: ts.Expression) => ts.Expression,
    call: (name: string, ...args: ts.Expression[]) => ts.Expression,
  ): ts.Expression | null {
    const tsApi = this.#ts;
    const concerns = (...operands: ts.Expression[]) =>
      operands.some((operand) => mayBeTensor(tsApi, this.#checker.getTypeAtLocation(operand)));
    if (tsApi.isPrefixUnaryExpression(node)) {
      const symbol =
        node.operator === tsApi.SyntaxKind.MinusToken ? "-" : node.operator === tsApi.SyntaxKind.PlusToken ? "+" : null;
      return symbol !== null && concerns(node.operand)
        ? call("operator", factory.createStringLiteral(symbol), visit(node.operand))
        : null;
    }
    if (!tsApi.isBinaryExpression(node) || !concerns(node.left, node.right)) return null;
    const symbol = operatorSymbol(tsApi, node.operatorToken.kind);
    if (symbol !== null)
      return call("operator", factory.createStringLiteral(symbol), visit(node.left), visit(node.right));
    const compound = compoundOperator(tsApi, node.operatorToken.kind);
    if (compound === null || !tsApi.isIdentifier(node.left)) return null;
    return factory.createAssignment(
      node.left,
      call("operator", factory.createStringLiteral(compound), node.left, visit(node.right)),
    );
  }

  #isAssignment(node: ts.BinaryExpression): boolean {
    const { kind } = node.operatorToken;
    return kind >= this.#ts.SyntaxKind.FirstAssignment && kind <= this.#ts.SyntaxKind.LastAssignment;
  }

  #belongsToForward(node: ts.Node): boolean {
    let owner: ts.Node | undefined = node.parent;
    while (owner !== undefined && !this.#ts.isFunctionLike(owner)) owner = owner.parent;
    return owner === this.#forward;
  }
}
