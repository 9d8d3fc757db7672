/** @file Classes of a TypeScript source: fields and the constructor become __init__. */
import type ts from "typescript-api";
import type {
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Parameter,
  Statement,
} from "../../../engine/language/translate/tree.ts";
import { noTrivia } from "../../../engine/language/translate/tree.ts";
import { parametersOf } from "./arguments.ts";
import { docOf, docText } from "./comments.ts";
import { expression, type ReadContext, rangeIn } from "./context.ts";
import { functionOf, withOuter } from "./definitions.ts";

type Lines = readonly (string | null)[];

export function classOf(outer: ReadContext, node: ts.ClassDeclaration): ClassDefinition {
  const context: ReadContext = { ...outer, hasSelf: true, isInLoop: false };
  const { ts: tsApi, trivia, file } = context;
  const range = rangeIn(context, node.name ?? node);
  const heritage = node.heritageClauses?.find(({ token }) => token === tsApi.SyntaxKind.ExtendsKeyword)?.types[0];
  const base = heritage === undefined ? null : expression(context, heritage.expression);
  const doc = docOf(tsApi, node);
  const open = node.members.pos;
  trivia.skipTo(open);
  const after = trivia.after();
  const fields: Statement[] = [];
  const methods: Statement[] = [];
  let place = -1;
  let init: FunctionDefinition | null = null;
  for (const member of node.members) {
    const before = trivia.before(member.getStart(file));
    if (tsApi.isPropertyDeclaration(member)) {
      const field = fieldOf(context, member, before);
      if (field !== null) {
        if (place < 0) place = methods.length;
        fields.push(field);
      } else if (before.some((line) => line !== null))
        methods.push({ kind: "remark", range: rangeIn(context, member), trivia: { before, after: null } });
    } else if (tsApi.isConstructorDeclaration(member)) {
      place = methods.length;
      init = constructorOf(context, member, before);
    } else if (tsApi.isMethodDeclaration(member) || tsApi.isGetAccessor(member)) {
      const isStatic = member.modifiers?.some(({ kind }) => kind === tsApi.SyntaxKind.StaticKeyword) === true;
      const made = functionOf(
        context,
        member,
        isStatic ? "static" : tsApi.isGetAccessor(member) ? "property" : "method",
      );
      methods.push({ ...made, trivia: { before, after: made.trivia.after } });
    } else if (!tsApi.isSemicolonClassElement(member)) {
      context.refusals.add(rangeIn(context, member), "this member of a class");
    }
    trivia.skipTo(member.getEnd());
  }
  const made = initialised(context, node, init, fields, base !== null);
  if (made !== null) methods.splice(Math.max(0, place), 0, made);
  const end = trivia.before(node.getEnd() - 1).filter((line) => line !== null);
  trivia.skipTo(node.getEnd());
  return {
    kind: "class",
    name: node.name?.text ?? "",
    base,
    doc: doc === null ? null : docText(file, doc),
    body: { statements: spaced(methods), end },
    range,
    trivia: { before: [], after },
  };
}

/** A blank line between methods, where the fields that stood between them have gone. */
function spaced(methods: readonly Statement[]): Statement[] {
  return methods.map((each, i) => {
    const { before } = each.trivia;
    const isApart = i === 0 || each.kind !== "function" || before[0] === null;
    return isApart ? each : { ...each, trivia: { ...each.trivia, before: [null, ...before] } };
  });
}

/** mse = new nn.MSELoss(); is self.mse = nn.MSELoss() in __init__. */
function fieldOf(context: ReadContext, node: ts.PropertyDeclaration, before: Lines): Statement | null {
  const { ts: tsApi, trivia } = context;
  const range = rangeIn(context, node);
  if (node.modifiers?.some(({ kind }) => kind === tsApi.SyntaxKind.StaticKeyword) === true)
    context.refusals.add(range, "a static field");
  if (node.initializer === undefined) {
    trivia.skipTo(node.getEnd());
    return null;
  }
  const value = expression(context, node.initializer);
  const inner = trivia.within(node.getEnd());
  const target: Expression = {
    kind: "member",
    object: { kind: "self", range },
    name: node.name.getText(context.file).replace(/^#/, "_"),
    range,
  };
  return {
    kind: "assign",
    targets: [target],
    annotation: null,
    value,
    range,
    trivia: { before: [...before, ...inner], after: trivia.after() },
  };
}

function constructorOf(context: ReadContext, node: ts.ConstructorDeclaration, before: Lines): FunctionDefinition {
  const { ts: tsApi, trivia, file } = context;
  const range = rangeIn(context, node);
  const doc = docOf(tsApi, node);
  const parameters = parametersOf(context, node.parameters);
  const kept = node.parameters.flatMap((parameter, i): Statement[] => {
    if (!tsApi.isParameterPropertyDeclaration(parameter, node)) return [];
    return [keptOf(context, parameter, parameters[i])];
  });
  const inside = node.body;
  const inner = inside === undefined ? [] : trivia.within(inside.getStart(file) + 1);
  const after = trivia.after();
  const statements = inside === undefined ? [] : context.read.statements(context, inside.statements);
  const end = inside === undefined ? [] : trivia.before(inside.getEnd() - 1).filter((line) => line !== null);
  const at = statements.findIndex(isSuper);
  const all = [...statements.slice(0, at + 1), ...kept, ...statements.slice(at + 1)];
  return {
    kind: "function",
    name: "__init__",
    parameters,
    returns: null,
    doc: doc === null ? null : docText(file, doc),
    body: withOuter(context, node, { statements: all, end }),
    role: "method",
    range,
    trivia: { before: [...before, ...inner], after },
  };
}

/** constructor(readonly x = 1) keeps x. */
function keptOf(context: ReadContext, node: ts.ParameterDeclaration, parameter: Parameter): Statement {
  const range = rangeIn(context, node);
  const target: Expression = {
    kind: "member",
    object: { kind: "self", range },
    name: node.name.getText(context.file),
    range,
  };
  const value: Expression = { kind: "name", name: parameter.name, range };
  return { kind: "assign", targets: [target], annotation: null, value, range, trivia: noTrivia };
}

const isSuper = (statement: Statement): boolean =>
  statement.kind === "evaluate" &&
  statement.value.kind === "call" &&
  statement.value.callee.kind === "member" &&
  statement.value.callee.object.kind === "super";

/** __init__ with the fields, which JavaScript sets right after super(). */
function initialised(
  context: ReadContext,
  node: ts.ClassDeclaration,
  init: FunctionDefinition | null,
  fields: readonly Statement[],
  hasBase: boolean,
): FunctionDefinition | null {
  if (init === null && fields.length === 0) return null;
  const range = rangeIn(context, node);
  if (init === null) {
    const callee: Expression = { kind: "member", object: { kind: "super", range }, name: "__init__", range };
    const parent: Statement = {
      kind: "evaluate",
      value: { kind: "call", callee, args: [], keywords: [], range },
      range,
      trivia: noTrivia,
    };
    const [first] = fields;
    const lead = first.trivia.before;
    const statements = [...(hasBase ? [parent] : []), ...fields];
    return {
      kind: "function",
      name: "__init__",
      parameters: [],
      returns: null,
      doc: null,
      body: { statements: statements.map((each) => (each === first ? withoutBlank(each) : each)), end: [] },
      role: "method",
      range,
      trivia: { before: lead[0] === null ? [null] : [], after: null },
    };
  }
  const { statements } = init.body;
  let at = statements.findIndex(isSuper) + 1;
  // What the parameters keep comes first, as in TypeScript.
  while (isKept(statements[at])) at++;
  return {
    ...init,
    body: {
      ...init.body,
      statements: [...statements.slice(0, at), ...fields.map(withoutBlank), ...statements.slice(at)],
    },
  };
}

function isKept(statement: Statement | undefined): boolean {
  return (
    statement?.kind === "assign" &&
    statement.targets[0].kind === "member" &&
    statement.value.kind === "name" &&
    statement.trivia === noTrivia &&
    statement.targets[0].name === statement.value.name
  );
}

const withoutBlank = (statement: Statement): Statement => ({
  ...statement,
  trivia: { ...statement.trivia, before: statement.trivia.before.filter((line, i) => line !== null || i > 0) },
});
