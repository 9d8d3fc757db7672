/** @file The parts of a tree's nodes, in the order they are evaluated. */
import type { Block, Expression, Statement } from "./tree.ts";

export function childrenOf(node: Expression): Expression[] {
  switch (node.kind) {
    case "template":
      return node.parts.flatMap((part) => (typeof part === "string" ? [] : [part.value]));
    case "member":
      return [node.object];
    case "subscript":
      return [node.object, ...node.items];
    case "slice":
      return [node.start, node.stop, node.step].filter((part) => part !== null);
    case "call":
      return [node.callee, ...node.args, ...node.keywords.map(({ value }) => value)];
    case "unary":
    case "spread":
      return [node.value];
    case "binary":
    case "compare":
    case "logical":
      return [node.left, node.right];
    case "conditional":
      return [node.test, node.whenTrue, node.whenFalse];
    case "list":
    case "tuple":
      return [...node.items];
    case "dict":
      return node.entries.flatMap(({ key, value }) => (key === null ? [value] : [key, value]));
    case "lambda":
      return [...node.parameters.flatMap(({ value }) => (value === null ? [] : [value])), node.body];
    case "comprehension":
      return [
        ...node.clauses.flatMap(({ iterable, target, conditions }) => [iterable, target, ...conditions]),
        ...(node.key === null ? [] : [node.key]),
        node.element,
      ];
    default:
      return [];
  }
}

/** A statement's own expressions, without those of its blocks. */
export function expressionsOf(statement: Statement): Expression[] {
  switch (statement.kind) {
    case "function":
      return statement.parameters.flatMap(({ value }) => (value === null ? [] : [value]));
    case "class":
      return statement.base === null ? [] : [statement.base];
    case "assign":
      return [statement.value, ...statement.targets];
    case "augmented":
      return [statement.target, statement.value];
    case "evaluate":
      return [statement.value];
    case "return":
      return statement.value === null ? [] : [statement.value];
    case "if":
      return statement.branches.flatMap(({ test }) => (test === null ? [] : [test]));
    case "for":
      return [statement.iterable, statement.target];
    case "while":
      return [statement.test];
    case "raise":
      return statement.message === null ? [] : [statement.message];
    case "assert":
      return statement.message === null ? [statement.test] : [statement.test, statement.message];
    default:
      return [];
  }
}

export function blocksOf(statement: Statement): Block[] {
  switch (statement.kind) {
    case "function":
    case "class":
    case "for":
    case "while":
    case "gradMode":
      return [statement.body];
    case "if":
      return statement.branches.map(({ body }) => body);
    case "try":
      return [statement.body, statement.handler, statement.last].filter((block) => block !== null);
    default:
      return [];
  }
}

/** Every expression of a statement and of its blocks, from the outside in. */
export function* everyExpression(block: Block): Iterable<Expression> {
  for (const statement of block.statements) {
    for (const node of expressionsOf(statement)) yield* within(node);
    for (const inner of blocksOf(statement)) yield* everyExpression(inner);
  }
}

export function* within(node: Expression): Iterable<Expression> {
  yield node;
  for (const child of childrenOf(node)) yield* within(child);
}

export function* everyStatement(block: Block): Iterable<Statement> {
  for (const statement of block.statements) {
    yield statement;
    for (const inner of blocksOf(statement)) yield* everyStatement(inner);
  }
}
