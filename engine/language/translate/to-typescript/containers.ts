/** @file Methods of lists, dicts and strings. */
import type { Doc } from "../layout.ts";
import { textMethods } from "../spellings.ts";
import type { Call, Expression } from "../tree.ts";
import type { Type } from "../types.ts";
import {
  binds,
  expression,
  inPlace,
  type PrintContext,
  type Printed,
  printed,
  receiver,
  refuse,
  value,
} from "./context.ts";
import { sortedInPlace } from "./sorted.ts";
import { isSteady } from "./steady.ts";

const argument = (context: PrintContext, node: Call, i: number): Doc =>
  node.args[i] === undefined ? "undefined" : value(context, node.args[i]);

export function ofList(context: PrintContext, node: Call, object: Expression, name: string, type: Type): Printed {
  const owner = receiver(context, object);
  if (type.kind === "list" && type.holder !== undefined) {
    const own = [value(context, object), ".", name, "(", ...node.args.map((arg) => value(context, arg)), ")"];
    if (name === "parameters" || (name === "append" && type.holder === "ModuleList")) return printed(own);
    return refuse(context, node, `.${name}() of nn.${type.holder}`);
  }
  if (type.kind === "list") {
    if (name === "append") return printed([owner, ".push(", argument(context, node, 0), ")"]);
    if (name === "extend") return printed([owner, ".push(...", argument(context, node, 0), ")"]);
    if (name === "pop" && node.args.length === 0) return printed([owner, ".pop()"]);
    if (name === "reverse") return printed([owner, ".reverse()"]);
    if (name === "sort") return sortedInPlace(context, node, object, type.item);
    if (name === "index" && node.args.length === 1)
      return printed([owner, ".indexOf(", argument(context, node, 0), ")"]);
    const [at] = node.args;
    if (name === "insert" && at?.kind === "number" && at.value === 0)
      return printed([owner, ".unshift(", argument(context, node, 1), ")"]);
    if (name === "copy") return printed([owner, ".slice()"]);
  }
  if (name === "numel" && type.kind === "list" && type.isShape)
    return printed([owner, ".reduce((total, size) => total * size, 1)"]);
  return refuse(context, node, `.${name}() of a ${type.kind}`);
}

export function ofDict(context: PrintContext, node: Call, object: Expression, name: string): Printed {
  const held = value(context, object);
  switch (name) {
    case "items":
      return printed(["Object.entries(", held, ")"]);
    case "values":
      return printed(["Object.values(", held, ")"]);
    case "keys":
      return printed(["Object.keys(", held, ")"]);
    case "get": {
      const found: Doc = [receiver(context, object), "[", argument(context, node, 0), "]"];
      const otherwise =
        node.args[1] === undefined ? "null" : inPlace(expression(context, node.args[1]), binds.nullish + 1);
      return printed([found, " ?? ", otherwise], binds.nullish);
    }
    case "update":
      return printed(["Object.assign(", held, ", ", argument(context, node, 0), ")"]);
    default:
      return refuse(context, node, `.${name}() of a dict`);
  }
}

export function ofString(context: PrintContext, node: Call, object: Expression, name: string): Printed {
  const known = textMethods[name];
  if (known !== undefined && node.args.length <= 1)
    return printed([
      receiver(context, object),
      `.${known}(`,
      ...(node.args.length === 0 ? [] : [argument(context, node, 0)]),
      ")",
    ]);
  if (name === "join" && node.args.length === 1)
    return printed([receiver(context, node.args[0]), ".join(", value(context, object), ")"]);
  return refuse(context, node, `.${name}() of a string${isSteady(object) ? "" : " (use an f-string)"}`);
}
