/** @file Python's own functions, and math's. */
import { byName } from "../../../by-name.ts";
import { bracketed, type Doc } from "../layout.ts";
import { mathFunctions, numpyFunctions } from "../spellings.ts";
import type { Call, Expression } from "../tree.ts";
import { isNumber, isTensor, itemOf, type Type } from "../types.ts";
import { mapped } from "./comprehensions.ts";
import {
  binds,
  expression,
  inPlace,
  type PrintContext,
  type Printed,
  printed,
  receiver,
  refuse,
  typeAt,
  value,
} from "./context.ts";
import { sayNo } from "./known.ts";
import { truth } from "./operators.ts";
import { sorted } from "./sorted.ts";

/** A number, also out of a tensor with one element. */
function number(context: PrintContext, node: Expression): Doc {
  return isTensor(typeAt(context, node)) ? [receiver(context, node), ".item()"] : value(context, node);
}

const isList = (type: Type): boolean => type.kind === "list" || type.kind === "tuple";

export function builtin(context: PrintContext, node: Call, path: string): Printed {
  const { args } = node;
  const [first, second] = args;
  const math = mathFunctions[path] ?? numpyFunctions[path];
  if (math !== undefined && !(path === "math.log" && args.length > 1)) {
    if (path.startsWith("numpy.") && args.some((arg) => !isNumber(typeAt(context, arg))))
      return refuse(context, node, `${path} of something that may be no number`);
    const list = args.map((arg) => number(context, arg));
    return printed([math, bracketed("(", list, ")")]);
  }
  if (path === "math.log")
    return printed(
      ["Math.log(", number(context, first), ") / Math.log(", number(context, second), ")"],
      binds.multiplicative,
    );
  if (path === "math.isinf") return printed(["Math.abs(", number(context, first), ") === Infinity"], binds.equality);
  if (first === undefined && path !== "print") return refuse(context, node, sayNo(path));
  if (path === "sorted" && first !== undefined) return sorted(context, node, first);
  if (node.keywords.length > 0 && path !== "print")
    return refuse(context, node, `${path}() with ${node.keywords.map(({ name }) => name).join(", ")}`);
  switch (path) {
    case "print":
      if (node.keywords.some(({ name }) => name !== "flush")) return refuse(context, node, "print() with sep or end");
      return printed([
        "console.log",
        bracketed(
          "(",
          args.map((arg) => value(context, arg)),
          ")",
        ),
      ]);
    case "warnings.warn":
      return printed(["console.warn(", value(context, first), ")"]);
    case "len":
      return length(context, node, first);
    case "int":
      return asInteger(context, node, first);
    case "float":
      return asFloat(context, node, first);
    case "bool":
      return truth(context, first);
    case "round":
      // The same digits, but for exact ties. Without digits Python rounds half to even, which JavaScript has no word for.
      return second?.kind === "number" && isNumber(typeAt(context, first))
        ? printed(["Number(", receiver(context, first), ".toFixed(", value(context, second), "))"])
        : refuse(context, node, sayNo(path));
    case "str":
      return printed(["String(", value(context, first), ")"]);
    case "abs": {
      const type = typeAt(context, first);
      if (isTensor(type)) return printed([receiver(context, first), ".abs()"]);
      return isNumber(type)
        ? printed(["Math.abs(", value(context, first), ")"])
        : refuse(context, node, "abs() of something that may be a tensor or a number (annotate it)");
    }
    case "pow":
      if (args.every((arg) => isNumber(typeAt(context, arg))))
        return printed(["Math.pow(", value(context, first), ", ", value(context, second), ")"]);
      return refuse(context, node, "pow() (use **)");
    case "min":
    case "max":
      return extreme(context, node, path);
    case "sum":
      return sum(context, node, first, second);
    case "any":
    case "all":
      return quantified(context, node, first, path);
    case "list":
    case "tuple":
      return isList(typeAt(context, first))
        ? printed(["[...", inPlace(expression(context, first), binds.arrow), "]"], binds.atom)
        : refuse(context, node, `${path}() of something that is no list`);
    case "reversed":
      return isList(typeAt(context, first))
        ? printed([receiver(context, first), ".toReversed()"])
        : refuse(context, node, "reversed() of something that is no list");
    case "isinstance":
      return isInstance(context, node, first, second);
    case "map":
    case "range":
    case "enumerate":
    case "zip":
      return mapped(context, node);
    default:
      return refuse(context, node, sayNo(path));
  }
}

function length(context: PrintContext, node: Call, first: Expression): Printed {
  const type = typeAt(context, first);
  if (isTensor(type)) return printed([receiver(context, first), ".size(0)"]);
  if (isList(type) || type.kind === "string") return printed([receiver(context, first), ".length"]);
  if (type.kind === "dict") return printed(["Object.keys(", value(context, first), ").length"]);
  return refuse(context, node, "len() of something that may be a tensor or a list (annotate it)");
}

function asInteger(context: PrintContext, node: Call, first: Expression): Printed {
  const type = typeAt(context, first);
  if (type.kind === "number" && type.form === "int") return expression(context, first);
  if (type.kind === "bool") return printed(["Number(", value(context, first), ")"]);
  if (isTensor(type) || isNumber(type)) return printed(["Math.trunc(", number(context, first), ")"]);
  return refuse(context, node, "int() of something that may be no number");
}

function asFloat(context: PrintContext, node: Call, first: Expression): Printed {
  if (first.kind === "string") {
    const text = first.value.trim().toLowerCase().replace(/^\+/, "");
    if (text === "inf" || text === "infinity") return printed("Infinity", binds.atom);
    if (text === "-inf" || text === "-infinity") return printed("-Infinity", binds.unary);
    if (text === "nan") return printed("NaN", binds.atom);
  }
  const type = typeAt(context, first);
  if (isTensor(type)) return printed([receiver(context, first), ".item()"]);
  if (type.kind === "number") return expression(context, first);
  if (type.kind === "bool" || type.kind === "string") return printed(["Number(", value(context, first), ")"]);
  return refuse(context, node, "float() of something that may be no number");
}

function extreme(context: PrintContext, node: Call, name: "min" | "max"): Printed {
  const { args } = node;
  if (args.length === 1) {
    const item = itemOf(typeAt(context, args[0]));
    if (item !== null && isNumber(item) && isList(typeAt(context, args[0])))
      return printed([`Math.${name}(...`, inPlace(expression(context, args[0]), binds.arrow), ")"]);
  } else if (args.every((arg) => isNumber(typeAt(context, arg))))
    return printed([
      `Math.${name}`,
      bracketed(
        "(",
        args.map((arg) => value(context, arg)),
        ")",
      ),
    ]);
  return refuse(context, node, `${name}() of Python on something that may be a tensor (use torch.${name}imum)`);
}

function sum(context: PrintContext, node: Call, first: Expression, start: Expression | undefined): Printed {
  const type = typeAt(context, first);
  if (isTensor(type) && start === undefined) return printed([receiver(context, first), ".sum(0)"]);
  const item = itemOf(type);
  if (!isList(type) || item === null) return refuse(context, node, "sum() of something that is no list");
  const [total, each] = [context.names.inner("total"), context.names.inner("each")];
  if (isTensor(item)) {
    const from: Doc = start === undefined ? "" : [", ", value(context, start)];
    if (start !== undefined && !isTensor(typeAt(context, start)))
      return refuse(context, node, "sum() of tensors with a start that is no tensor");
    return printed([receiver(context, first), `.reduce((${total}, ${each}) => ${total}.add(${each})`, from, ")"]);
  }
  if (!isNumber(item)) return refuse(context, node, "sum() of items that may be tensors or numbers");
  const from = start === undefined ? "0" : value(context, start);
  const added = item.kind === "bool" ? `Number(${each})` : each;
  return printed([receiver(context, first), `.reduce((${total}, ${each}) => ${total} + ${added}, `, from, ")"]);
}

/** any(f(x) for x in xs) is xs.some((x) => f(x)). */
function quantified(context: PrintContext, node: Call, first: Expression, name: "any" | "all"): Printed {
  const method = name === "any" ? "some" : "every";
  if (first.kind === "comprehension" && first.clauses.length === 1)
    return mapped(context, { ...node, args: [first] }, method);
  const item = itemOf(typeAt(context, first));
  if (isList(typeAt(context, first)) && item !== null && (item.kind === "bool" || isNumber(item)))
    return printed([receiver(context, first), `.${method}(Boolean)`]);
  return refuse(context, node, `${name}() of something that is no list (a tensor has .${name}())`);
}

const typeofs: Readonly<Record<string, string>> = byName({
  float: "number",
  int: "number",
  bool: "boolean",
  str: "string",
});

function isInstance(context: PrintContext, node: Call, first: Expression, kind: Expression | undefined): Printed {
  const held = value(context, first);
  const kinds = kind?.kind === "tuple" ? kind.items : kind === undefined ? [] : [kind];
  const tests: Doc[] = [];
  for (const each of kinds) {
    const path = each.kind === "known" ? each.path : null;
    const type = typeAt(context, each);
    const plain = path === null ? undefined : typeofs[path];
    if (path === "torch.Tensor") tests.push(["torch.is_tensor(", held, ")"]);
    else if (plain !== undefined) tests.push(["typeof ", receiver(context, first), ` === "${plain}"`]);
    else if (path === "list" || path === "tuple") tests.push(["Array.isArray(", held, ")"]);
    else if (type.kind === "class" || (path?.startsWith("torch.nn.") ?? false))
      tests.push([receiver(context, first), " instanceof ", value(context, each)]);
    else return refuse(context, node, "isinstance() of this type");
  }
  // int and float are one type there.
  const shown = tests.map((test) => JSON.stringify(test));
  const distinct = tests.filter((_, i) => shown.indexOf(shown[i]) === i);
  if (distinct.length === 1) return printed(distinct[0], binds.equality);
  return printed(
    distinct.flatMap((test, i) => (i === 0 ? [test] : [" || ", test])),
    binds.or,
  );
}
