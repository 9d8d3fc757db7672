/** @file What cannot be read before there are numbers, which is how JAX and Keras read a loss. */
import { fields, parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";
import { type Framework, frameworkNames } from "./frameworks.ts";
import { isTensor, MASK, SIZE } from "./held.ts";
import type { Kinds } from "./kinds.ts";

const asksForANumber = new Set(["float", "int", "bool", "complex", "range", "round"]);

/** Why a node cannot be; null where it can. */
export function untraceable(node: SyntaxNode, kinds: Kinds, framework: Framework): string | null {
  const name = frameworkNames[framework];
  const where = "Use torch.where, which takes both sides.";
  const isSize = (part: SyntaxNode): boolean =>
    /^(boolean_operator|not_operator|parenthesized_expression)$/.test(part.type)
      ? parts(part).some(isSize)
      : framework === "keras" && (kinds.of(part) & SIZE) !== 0 && !isStaticComparison(part);
  const asked = (what: string, part: SyntaxNode | null | undefined): string | null => {
    if (part === null || part === undefined) return null;
    if (isTensor(kinds.of(part)))
      return `${what} asks a tensor for its number, and ${name} reads a loss before there are numbers. ${where}`;
    return isSize(part)
      ? `${what} asks for the batch's size, and Keras on TensorFlow reads a loss before it is known. ${where}`
      : null;
  };
  switch (node.type) {
    case "if_statement":
    case "elif_clause":
    case "while_statement":
      return asked(node.type.split("_")[0] ?? "", node.childForFieldName("condition"));
    case "conditional_expression":
      return asked("if", parts(node)[1]);
    case "assert_statement":
      return asked("assert", parts(node)[0]);
    case "not_operator":
      return asked("not", node.childForFieldName("argument"));
    case "boolean_operator":
      return asked(node.childForFieldName("operator")?.text ?? "and", node.childForFieldName("left"));
    case "comparison_operator":
      return parts(node).length > 2 && parts(node).some((part) => isTensor(kinds.of(part)))
        ? asked("a chain of comparisons", node)
        : null;
    case "for_statement":
    case "for_in_clause":
      return framework === "keras" && isTensor(kinds.of(node.childForFieldName("right") ?? node))
        ? "for over a tensor asks for its size, and Keras on TensorFlow reads a loss before it is known. Compute with the whole tensor."
        : null;
    case "call": {
      const callee = node.childForFieldName("function")?.text ?? "";
      if (framework === "keras" && splitsRows(node, kinds))
        return "The number of parts depends on the batch's size, and Keras on TensorFlow reads a loss before it is known. Compute with the whole tensor.";
      const list = node.childForFieldName("arguments");
      if (list === null || !(asksForANumber.has(callee) || /^math\.\w+$/.test(callee))) return null;
      const isSpelled = /^(float|int|math\.(log|log2|log10|log1p|sqrt|exp|floor|ceil))$/.test(callee);
      for (const part of parts(list)) {
        if (isSpelled && !isTensor(kinds.of(part))) continue;
        const reason = asked(`${callee}()`, part);
        if (reason !== null) return reason.replace(` ${where}`, " Keep it a tensor.");
      }
      return null;
    }
    case "subscript":
      return fields(node, "subscript").some((part) => isTensor(kinds.of(part)) && (kinds.of(part) & MASK) !== 0)
        ? `indexing with a mask makes a shape of the tensor's numbers, and ${name} reads a loss before there are numbers. Use torch.where, or multiply by the mask.`
        : null;
    default:
      return null;
  }
}

/** x.unbind(), x.split(4): a list as long as the batch says. */
function splitsRows(call: SyntaxNode, kinds: Kinds): boolean {
  const callee = call.childForFieldName("function");
  const name = /(?:^|\.)(unbind|split)$/.exec(callee?.text ?? "")?.[1];
  const object = callee?.childForFieldName("object") ?? null;
  const list = call.childForFieldName("arguments");
  if (name === undefined || object === null || list === null) return false;
  const ofTorch = object.text === "torch";
  if (!ofTorch && !isTensor(kinds.of(object))) return false;
  const given = parts(list).slice(ofTorch ? 1 : 0);
  const named = given.find(({ type, text }) => type === "keyword_argument" && /^dim\b/.test(text));
  const sizes = given.slice(0, name === "split" ? 1 : 0);
  const dim =
    named?.childForFieldName("value") ?? given.slice(sizes.length).find(({ type }) => type !== "keyword_argument");
  return (dim === undefined || dim.text === "0") && !sizes.some(({ type }) => type === "list" || type === "tuple");
}

/** Two shapes, or two sizes of the same kind, are the same or not: that needs no numbers. */
export function isStaticComparison(node: SyntaxNode): boolean {
  if (node.type === "parenthesized_expression") return parts(node).every(isStaticComparison);
  if (node.type !== "comparison_operator") return false;
  const isOfEquality = node.children.some((child) => child?.type === "==" || child?.type === "!=");
  return isOfEquality && parts(node).every((part) => staticSize(part) !== null);
}

/** p.shape, p.size(), p.shape[0], p.size(0), len(p): what it is of, and what stands behind `.shape`. */
export function staticSize(node: SyntaxNode): { readonly of: SyntaxNode; readonly index: string } | null {
  if (node.type === "subscript") {
    const value = node.childForFieldName("value");
    const inner = value === null ? null : staticSize(value);
    return inner === null || inner.index !== ""
      ? null
      : { of: inner.of, index: node.text.slice((value?.endIndex ?? 0) - node.startIndex) };
  }
  if (node.type === "attribute") {
    const object = node.childForFieldName("object");
    return object !== null && node.childForFieldName("attribute")?.text === "shape" ? { of: object, index: "" } : null;
  }
  if (node.type !== "call") return null;
  const [callee, list] = [node.childForFieldName("function"), node.childForFieldName("arguments")];
  if (callee === null || list === null) return null;
  const given = parts(list);
  const [first] = given;
  if (callee.text === "len" && first !== undefined && given.length === 1) return { of: first, index: "[0]" };
  const object = callee.type === "attribute" ? callee.childForFieldName("object") : null;
  if (object === null || callee.childForFieldName("attribute")?.text !== "size") return null;
  return { of: object, index: first === undefined ? "" : `[${first.text}]` };
}
