/** @file Which argument of a call is which parameter of an op. */

import { byName } from "../../../engine/by-name.ts";
import type { OpFacts } from "../../../engine/language/facts/facts.ts";
import { Refusal } from "../../../engine/language/python/refusal.ts";
import { field, parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";
import type { Param } from "../../../engine/ops/op.ts";
import type { Argument } from "./framework.ts";

const operators = new Set([
  "binary_operator",
  "unary_operator",
  "comparison_operator",
  "boolean_operator",
  "not_operator",
  "conditional_expression",
  "lambda",
  "named_expression",
]);

/** NumPy's names, which PyTorch takes too. */
const otherNames: Readonly<Record<string, string>> = byName({
  axis: "dim",
  keepdims: "keepdim",
  x: "input",
  a: "input",
});

export function argumentOf(node: SyntaxNode, text: string): Argument {
  // Parentheses come back where they are needed.
  if (node.type === "parenthesized_expression") return { text: text.slice(1, -1).trim(), isAtom: false };
  return { text, isAtom: !operators.has(node.type) };
}

/** By parameter. `first` is a method's receiver; what is left out says nothing here. */
export function boundArguments(
  call: SyntaxNode,
  op: Pick<OpFacts, "name">,
  params: readonly Param[],
  first: Argument | null,
  textOf: (node: SyntaxNode) => string,
  isLeftOut: (argument: SyntaxNode) => boolean,
): Map<string, Argument> {
  const bound = new Map<string, Argument>();
  const rest = [...params];
  if (first !== null) bound.set(rest.shift()?.name ?? "input", first);
  const list = field(call, "arguments");
  const given = (list.type === "argument_list" ? parts(list) : [list]).filter((argument) => !isLeftOut(argument));
  const positional = given.filter(({ type }) => type !== "keyword_argument");
  while (positional.length > 0) {
    const [node] = positional;
    const param = rest.shift();
    if (node === undefined || param === undefined) throw new Refusal(call, `${op.name} with so many arguments`);
    const takesMany = param.kind === "sizes" || (param.kind === "tensors" && param.variadic === true);
    const isSplat = node.type === "list_splat" || node.type === "dictionary_splat";
    if (takesMany && (positional.length > 1 || isNumber(node) || node.type === "list_splat")) {
      bound.set(param.name, {
        text: `(${positional.map(textOf).join(", ")}${positional.length === 1 ? "," : ""})`,
        isAtom: true,
        isMany: true,
      });
      break;
    }
    if (isSplat) throw new Refusal(node, "arguments by * or **");
    bound.set(param.name, argumentFor(node, param, textOf));
    positional.shift();
  }
  for (const node of given) {
    if (node.type !== "keyword_argument") continue;
    const written = field(node, "name").text;
    const param =
      params.find(({ name }) => name === written) ?? params.find(({ name }) => name === otherNames[written]);
    if (param === undefined) throw new Refusal(node, `${op.name} with ${written}`);
    bound.set(param.name, argumentFor(field(node, "value"), param, textOf));
  }
  return bound;
}

const isNumber = ({ type, text }: SyntaxNode): boolean => type === "integer" || /^-\d+$/.test(text);

/** JAX takes tuples where PyTorch takes lists. */
function argumentFor(node: SyntaxNode, param: Param, textOf: (node: SyntaxNode) => string): Argument {
  const text = textOf(node);
  const isList = node.type === "list" && (param.kind === "dims" || param.kind === "sizes" || param.kind === "shape");
  if (!isList) return argumentOf(node, text);
  const inner = text.slice(1, -1);
  return { text: `(${inner}${parts(node).length === 1 ? "," : ""})`, isAtom: true };
}
