/** @file What parses and is no Python all the same: statements and names in places where they may not stand. */
import { byName } from "../../by-name.ts";
import { field, fields, isStarred, parts, Refusal, type SyntaxNode } from "./syntax.ts";

interface Place {
  readonly inFunction: boolean;
  readonly isAsync: boolean;
  readonly inLoop: boolean;
}

type Span = { readonly startIndex: number; readonly endIndex: number };

const refusal = (node: Span, message = "invalid syntax") => new Refusal(node, message, "syntax");

const isAsyncNode = (node: SyntaxNode) => node.children.some((child) => child?.type === "async");

/** The first such problem within a node; null if there is none. */
export function placementProblem(
  node: SyntaxNode,
  place: Place = { inFunction: false, isAsync: false, inLoop: false },
): Refusal | null {
  const own = ownProblem(node, place);
  if (own !== null) return own;
  const inner = placeWithin(node, place);
  for (const child of parts(node)) {
    const isBody = child.type === "block";
    const found = placementProblem(child, isBody || node.type !== "for_statement" ? inner : place);
    if (found !== null) return found;
  }
  return null;
}

const isWithinGenerator = ({ parent }: SyntaxNode): boolean =>
  parent !== null && (parent.type === "generator_expression" || isWithinGenerator(parent));

const isWithinFunction = ({ parent }: SyntaxNode): boolean =>
  parent !== null && (parent.type === "function_definition" || isWithinFunction(parent));

function placeWithin(node: SyntaxNode, place: Place): Place {
  switch (node.type) {
    case "function_definition":
      return { inFunction: true, isAsync: isAsyncNode(node), inLoop: false };
    case "lambda":
      return { inFunction: true, isAsync: false, inLoop: false };
    case "class_definition":
      return { inFunction: false, isAsync: false, inLoop: false };
    case "for_statement":
    case "while_statement":
      return { ...place, inLoop: true };
    case "else_clause":
      return place;
    default:
      return place;
  }
}

function ownProblem(node: SyntaxNode, place: Place): Refusal | null {
  switch (node.type) {
    case "continue_statement":
      return place.inLoop ? null : refusal(node, "'continue' not properly in loop");
    case "break_statement":
      return place.inLoop ? null : refusal(node, "'break' outside loop");
    case "yield":
      return place.inFunction ? null : refusal(node, "'yield' outside function");
    case "await":
      // Within a generator it makes that one asynchronous, wherever it stands.
      if (place.isAsync || isWithinGenerator(node)) return null;
      return refusal(node, place.inFunction ? "'await' outside async function" : "'await' outside function");
    case "with_statement":
    case "for_statement":
      if (!isAsyncNode(node) || place.isAsync) return null;
      return refusal(node, `'async ${node.type.slice(0, node.type.indexOf("_"))}' outside async function`);
    case "argument_list":
      return argumentProblem(node);
    case "parameters":
    case "lambda_parameters":
      return parameterProblem(node);
    case "except_clause": {
      const [what] = parts(node);
      const isList =
        what !== undefined &&
        what.type !== "block" &&
        (what.type === "expression_list" || node.children.some((child) => child?.type === ","));
      return isList ? refusal(what, "multiple exception types must be parenthesized") : null;
    }
    case "nonlocal_statement":
      return isWithinFunction(node) ? null : refusal(node, "nonlocal declaration not allowed at module level");
    case "import_from_statement": {
      const star = node.children.find((child) => child?.type === "wildcard_import");
      return place.inFunction && star !== null && star !== undefined
        ? refusal(star, "import * only allowed at module level")
        : null;
    }
    case "raise_statement": {
      const [value] = parts(node);
      const comma = value?.type === "expression_list" ? value.children.find((child) => child?.type === ",") : undefined;
      return comma === null || comma === undefined ? null : refusal(comma);
    }
    case "assignment":
      return targetProblem(field(node, "left"));
    case "delete_statement":
      return deletionProblem(node);
    case "expression_statement": {
      const [only] = parts(node);
      if (only?.type !== "named_expression") return null;
      const operator = only.children.find((child) => child?.type === ":=");
      return refusal(operator ?? only);
    }
    case "function_definition":
      return globalProblem(node);
    default:
      return null;
  }
}

function argumentProblem(list: SyntaxNode): Refusal | null {
  const names = new Set<string>();
  let hasKeyword = false;
  for (const item of parts(list)) {
    if (item.type === "keyword_argument") {
      const name = field(item, "name").text;
      if (names.has(name)) return refusal(item, `keyword argument repeated: ${name}`);
      names.add(name);
      hasKeyword = true;
    } else if (hasKeyword && item.type !== "dictionary_splat" && !isStarred(item))
      return refusal(
        { startIndex: Math.max(0, list.endIndex - 1), endIndex: list.endIndex },
        "positional argument follows keyword argument",
      );
  }
  return null;
}

function parameterProblem(list: SyntaxNode): Refusal | null {
  let hasDefault = false;
  for (const item of parts(list)) {
    if (
      item.type === "keyword_separator" ||
      item.type === "list_splat_pattern" ||
      item.type === "dictionary_splat_pattern"
    )
      return null;
    if (item.type === "typed_parameter" && parts(item)[0]?.type.endsWith("splat_pattern")) return null;
    if (item.type === "default_parameter" || item.type === "typed_default_parameter") hasDefault = true;
    else if (hasDefault && (item.type === "identifier" || item.type === "typed_parameter"))
      return refusal(item, "non-default argument follows default argument");
  }
  return null;
}

function targetProblem(left: SyntaxNode): Refusal | null {
  if (left.type === "list_splat_pattern") return refusal(left, "starred assignment target must be in a list or tuple");
  if (!["pattern_list", "tuple_pattern", "list_pattern"].includes(left.type)) return null;
  const stars = parts(left).filter(({ type }) => type === "list_splat_pattern");
  return stars.length > 1 ? refusal(left, "multiple starred expressions in assignment") : null;
}

/** What an expression is called where it may not be a target. */
export const kinds: Readonly<Record<string, string>> = byName({
  call: "function call",
  integer: "literal",
  float: "literal",
  string: "literal",
  none: "None",
  true: "True",
  false: "False",
  binary_operator: "expression",
  unary_operator: "expression",
  comparison_operator: "comparison",
  boolean_operator: "expression",
  conditional_expression: "conditional expression",
  lambda: "lambda",
  list_comprehension: "list comprehension",
  dictionary: "dict literal",
  set: "set display",
});

function deletionProblem(node: SyntaxNode): Refusal | null {
  for (const target of parts(node).flatMap((each) => (each.type === "expression_list" ? parts(each) : [each]))) {
    const kind = kinds[target.type];
    if (kind !== undefined) return refusal(target, `cannot delete ${kind}`);
  }
  return null;
}

/** A name is declared global before it is used. */
function globalProblem(definition: SyntaxNode): Refusal | null {
  const seen = new Map<string, "assigned" | "used">();
  const visit = (node: SyntaxNode): Refusal | null => {
    if (node.type === "global_statement" || node.type === "nonlocal_statement") {
      const word = node.type === "global_statement" ? "global" : "nonlocal";
      for (const name of parts(node)) {
        const how = seen.get(name.text);
        if (how !== undefined)
          return refusal(
            node,
            `name '${name.text}' is ${how === "assigned" ? "assigned to before" : "used prior to"} ${word} declaration`,
          );
      }
      return null;
    }
    if (node.type === "function_definition" || node.type === "class_definition" || node.type === "lambda") return null;
    if (node.type === "assignment" || node.type === "augmented_assignment") {
      for (const left of fields(node, "left")) if (left.type === "identifier") seen.set(left.text, "assigned");
    } else if (node.type === "identifier" && node.parent?.type !== "attribute" && !seen.has(node.text))
      seen.set(node.text, "used");
    for (const child of parts(node)) {
      const found = visit(child);
      if (found !== null) return found;
    }
    return null;
  };
  return visit(field(definition, "body"));
}
