/** @file Calls in TypeScript: options become keywords, methods that stand for operators become operators. */
import type ts from "typescript-api";
import type { Call, Expression, Keyword } from "../../../engine/language/translate/tree.ts";
import { keywordsOf } from "./arguments.ts";
import { arrayMethod, arrayStatic, objectStatic } from "./arrays.ts";
import { bare, expression, kindAt, known, type ReadContext, rangeIn, refuse } from "./context.ts";
import { isInstanceMember, knownPath, mathFunctions } from "./names-in-scope.ts";
import { truth } from "./operators.ts";
import { tensorMethod, torchFunction } from "./tensors.ts";
import { textMethod } from "./text-methods.ts";

export function call(context: ReadContext, node: ts.CallExpression): Expression {
  const { ts: tsApi } = context;
  const range = rangeIn(context, node);
  const callee = bare(tsApi, node.expression);
  if (node.questionDotToken !== undefined) return refuse(context, node, "?. (ask for null first)");
  if (callee.kind === tsApi.SyntaxKind.SuperKeyword) {
    const init: Expression = { kind: "member", object: { kind: "super", range }, name: "__init__", range };
    return withOptions(context, node, init);
  }
  const path = knownPath(context, callee);
  if (path !== null) {
    if (/^torch\.(no_grad|enable_grad)$/.test(path))
      return refuse(context, node, `${path}() within an expression (give its result a name first)`);
    return torchFunction(context, node, path);
  }
  if (tsApi.isPropertyAccessExpression(callee)) return methodCall(context, node, callee);
  if (tsApi.isIdentifier(callee) && !context.names.isOwn(callee)) return conversion(context, node, callee.text);
  return ownCall(context, node, expression(context, callee));
}

/** A call whose last argument may hold options. */
export function withOptions(
  context: ReadContext,
  node: ts.CallExpression | ts.NewExpression,
  callee: Expression,
): Call {
  const { ts: tsApi } = context;
  const args = [...(node.arguments ?? [])];
  const last = args[args.length - 1];
  const options = last !== undefined ? bare(tsApi, last) : undefined;
  let keywords: Keyword[] = [];
  if (options !== undefined && tsApi.isObjectLiteralExpression(options)) {
    keywords = keywordsOf(context, options);
    args.pop();
  }
  return {
    kind: "call",
    callee,
    args: args.map((arg) => expression(context, arg)),
    keywords,
    range: rangeIn(context, node),
  };
}

/** A function of the source's own. What is left out by undefined is left out, and what follows is named. */
function ownCall(context: ReadContext, node: ts.CallExpression | ts.NewExpression, callee: Expression): Call {
  const { ts: tsApi } = context;
  const given = [...(node.arguments ?? [])];
  const isGap = (arg: ts.Expression) => tsApi.isIdentifier(arg) && arg.text === "undefined";
  const gap = given.findIndex(isGap);
  const plain = gap < 0 ? given : given.slice(0, gap);
  const keywords: Keyword[] = [];
  if (gap >= 0) {
    const parameters = context.checker.getResolvedSignature(node)?.parameters ?? [];
    for (const [i, arg] of given.entries()) {
      if (i < gap || isGap(arg)) continue;
      const name = parameters[i]?.valueDeclaration;
      if (name !== undefined && tsApi.isParameter(name) && tsApi.isIdentifier(name.name))
        keywords.push({ name: context.names.of(name.name), value: expression(context, arg) });
      else context.refusals.add(rangeIn(context, arg), "an argument after undefined");
    }
  }
  return {
    kind: "call",
    callee,
    args: plain.map((arg) => expression(context, arg)),
    keywords,
    range: rangeIn(context, node),
  };
}

export function construct(context: ReadContext, node: ts.NewExpression): Expression {
  const { ts: tsApi } = context;
  const callee = bare(tsApi, node.expression);
  const path = knownPath(context, callee);
  if (path !== null) return withOptions(context, node, expression(context, callee));
  if (tsApi.isIdentifier(callee) && callee.text === "Array" && !context.names.isOwn(callee))
    return arrayStatic(context, node, "new");
  if (tsApi.isIdentifier(callee) && context.names.isOwn(callee))
    return ownCall(context, node, expression(context, callee));
  return refuse(context, node, `new ${callee.getText(context.file)}`);
}

/** Number(x), String(x), Boolean(x) */
function conversion(context: ReadContext, node: ts.CallExpression, name: string): Expression {
  const range = rangeIn(context, node);
  const [arg] = node.arguments;
  if (arg === undefined) return refuse(context, node, `${name}()`);
  if (name === "Number" || name === "parseFloat") {
    if (kindAt(context, arg).name === "number") return expression(context, arg);
    return known(range, kindAt(context, arg).name === "boolean" ? "int" : "float", [expression(context, arg)]);
  }
  if (name === "String") return known(range, "str", [expression(context, arg)]);
  if (name === "Boolean") return known(range, "bool", [truth(context, arg)]);
  if (name === "Array") return arrayStatic(context, node, "new");
  return refuse(context, node, `${name}()`);
}

function methodCall(context: ReadContext, node: ts.CallExpression, callee: ts.PropertyAccessExpression): Expression {
  const { ts: tsApi } = context;
  const range = rangeIn(context, node);
  const name = callee.name.text;
  const owner = bare(tsApi, callee.expression);
  if (callee.questionDotToken !== undefined) return refuse(context, node, "?. (ask for null first)");
  if (tsApi.isIdentifier(owner) && !context.names.isOwn(owner)) {
    if (owner.text === "Math") return math(context, node, name);
    if (owner.text === "console") return print(context, node, name);
    if (owner.text === "Object") return objectStatic(context, node, name);
    if (owner.text === "Array") return arrayStatic(context, node, name);
    if (owner.text === "Number") return numberStatic(context, node, name);
  }
  const self = owner.kind === tsApi.SyntaxKind.ThisKeyword || owner.kind === tsApi.SyntaxKind.SuperKeyword;
  if (self || isInstanceMember(context, callee)) {
    const member: Expression = { kind: "member", object: expression(context, owner), name, range };
    return ownCall(context, node, member);
  }
  const kind = kindAt(context, owner).name;
  switch (kind) {
    case "tensor":
      return tensorMethod(context, node, owner, name);
    case "module":
      // module.forward(x) is module(x).
      return ownCall(
        context,
        node,
        name === "forward"
          ? expression(context, owner)
          : { kind: "member", object: expression(context, owner), name, range },
      );
    case "array":
      return arrayMethod(context, node, owner, name);
    case "string":
    case "number":
    case "boolean":
      return textMethod(context, node, owner, name, kind);
    case "instance":
    case "function":
    case "record":
      return ownCall(context, node, { kind: "member", object: expression(context, owner), name, range });
    case "dict": {
      const key: Expression = { kind: "string", value: name, range: rangeIn(context, callee.name) };
      return ownCall(context, node, {
        kind: "subscript",
        object: expression(context, owner),
        items: [key],
        isTuple: false,
        range,
      });
    }
    default:
      return ofAny(context, node, owner, name);
  }
}

/** Something whose type was not written: its methods tell what it is. */
function ofAny(context: ReadContext, node: ts.CallExpression, owner: ts.Expression, name: string): Expression {
  const range = rangeIn(context, node);
  const isOfArray = [
    "map",
    "filter",
    "reduce",
    "push",
    "some",
    "every",
    "flatMap",
    "join",
    "slice",
    "includes",
  ].includes(name);
  if (isOfArray) return arrayMethod(context, node, owner, name);
  if (name === "forward") return ownCall(context, node, expression(context, owner));
  if (["toFixed", "toString", "toUpperCase", "toLowerCase"].includes(name)) return refuse(context, node, `.${name}()`);
  const found = tensorMethod(context, node, owner, name);
  return found.kind === "constant" ? { ...found, range } : found;
}

function math(context: ReadContext, node: ts.CallExpression, name: string): Expression {
  const { ts: tsApi } = context;
  const range = rangeIn(context, node);
  const args = node.arguments.map((arg) => expression(context, arg));
  const [first, second] = args;
  if (first === undefined)
    return refuse(context, node, `Math.${name}()${name === "random" ? " (use torch.rand)" : ""}`);
  if (name === "max" || name === "min") {
    // Math.max(...xs) is max(xs).
    if (args.length === 1 && first.kind === "spread") return known(range, name, [first.value]);
    return known(range, name, args);
  }
  if (name === "pow") return { kind: "binary", operator: "**", left: first, right: second, range };
  if (name === "floor") {
    const inner = bare(tsApi, node.arguments[0]);
    const isDivision = tsApi.isBinaryExpression(inner) && inner.operatorToken.kind === tsApi.SyntaxKind.SlashToken;
    if (isDivision && first.kind === "binary") return { ...first, operator: "//", range };
  }
  if (name === "round") {
    const half: Expression = { kind: "number", text: "0.5", value: 0.5, isFloat: true, range };
    return known(range, "math.floor", [{ kind: "binary", operator: "+", left: first, right: half, range }]);
  }
  const path = mathFunctions[`Math.${name}`];
  return path === undefined ? refuse(context, node, `Math.${name}()`) : known(range, path, args);
}

function numberStatic(context: ReadContext, node: ts.CallExpression, name: string): Expression {
  const path = { isNaN: "math.isnan", isFinite: "math.isfinite", parseFloat: "float" }[name];
  if (path === undefined) return refuse(context, node, `Number.${name}()`);
  return known(
    rangeIn(context, node),
    path,
    node.arguments.map((arg) => expression(context, arg)),
  );
}

function print(context: ReadContext, node: ts.CallExpression, name: string): Expression {
  const args = node.arguments.map((arg) => expression(context, arg));
  const range = rangeIn(context, node);
  if (name === "warn" && args.length === 1) return known(range, "warnings.warn", args);
  return known(range, "print", args);
}
