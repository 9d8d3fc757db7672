/**
 * @file Writing into a tensor, where arrays cannot be written into: `x[i] = v` and `x.add_(v)` bind the name anew, if nothing else can see the tensor
 * that x is. Whatever may share its memory is told from the text of the function.
 */
import { opNamed } from "../../../engine/language/facts/facts.ts";
import { fields, parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";
import type { Names } from "./names.ts";
import { parameterName, parametersOf, scopeOf } from "./scopes.ts";
import { isWithoutGrad } from "./without-grad.ts";

/** Methods and functions whose result may be their operand, or share its memory. */
const views = new Set(
  "view view_as reshape reshape_as flatten ravel squeeze unsqueeze transpose t T mT permute movedim swapaxes expand expand_as broadcast_to narrow select split chunk unbind tensor_split unfold diagonal detach data contiguous to type type_as float double long int bool cpu cuda real as_tensor from_numpy requires_grad_ nan_to_num unflatten atleast_1d meshgrid hsplit vsplit items values keys get".split(
    " ",
  ),
);

const storing = new Set(["append", "extend", "insert", "setdefault", "update", "add"]);

/** Names whose tensors a value may be, or be a part of. */
function rootsOf(node: SyntaxNode, names: Names): readonly string[] {
  switch (node.type) {
    case "identifier":
      return [node.text];
    case "subscript": {
      const [value] = parts(node);
      return value === undefined ? [] : rootsOf(value, names);
    }
    case "attribute": {
      const object = node.childForFieldName("object");
      const name = node.childForFieldName("attribute")?.text ?? "";
      if (object === null || ["shape", "dtype", "device", "ndim"].includes(name)) return [];
      return names.path(node) === null ? rootsOf(object, names) : [];
    }
    case "call": {
      const callee = node.childForFieldName("function");
      const given = parts(node.childForFieldName("arguments") ?? node).flatMap((part) => rootsOf(part, names));
      if (callee === null) return given;
      const name = callee.childForFieldName("attribute")?.text ?? callee.text;
      const path = names.path(callee);
      const object = path === null ? callee.childForFieldName("object") : null;
      const receiver = object === null ? [] : rootsOf(object, names);
      // What writes in place returns what it wrote into.
      const isOp =
        !views.has(name) &&
        !/[^_]_$/.test(name) &&
        (opNamed(name) !== null || (path !== null && !path.startsWith("torch")));
      return isOp ? [] : [...receiver, ...given];
    }
    case "keyword_argument": {
      const value = node.childForFieldName("value");
      return value === null ? [] : rootsOf(value, names);
    }
    case "binary_operator":
    case "unary_operator":
    case "comparison_operator":
    case "lambda":
      return [];
    default:
      return parts(node).flatMap((part) => rootsOf(part, names));
  }
}

interface Binding {
  readonly targets: readonly string[];
  readonly value: SyntaxNode;
}

const namesIn = (target: SyntaxNode): readonly string[] =>
  target.type === "identifier" ? [target.text] : parts(target).flatMap(namesIn);

/** What is bound or stored anywhere in a scope. Attributes and elements of something else are names nobody has. */
function bindingsIn(scope: SyntaxNode): readonly Binding[] {
  const found: Binding[] = [];
  const walk = (node: SyntaxNode): void => {
    const [left, right] = [
      node.childForFieldName("left") ?? node.childForFieldName("name"),
      node.childForFieldName("right") ?? node.childForFieldName("value"),
    ];
    if (
      /^(assignment|named_expression|for_statement|for_in_clause)$/.test(node.type) &&
      left !== null &&
      right !== null
    )
      found.push({ targets: isPlace(left) ? [`${left.text} `] : namesIn(left), value: right });
    if (
      node.type === "call" &&
      storing.has(node.childForFieldName("function")?.childForFieldName("attribute")?.text ?? "")
    )
      found.push({ targets: [" "], value: node.childForFieldName("arguments") ?? node });
    for (const part of parts(node)) walk(part);
  };
  walk(scope);
  return found;
}

const isPlace = ({ type }: SyntaxNode): boolean => type === "attribute" || type === "subscript";

/** Whether a name can be bound anew where its tensor is written into. `mayBeGiven`: it may be a parameter of its function. */
export function isAlone(owner: SyntaxNode, names: Names, mayBeGiven: (definition: SyntaxNode) => boolean): boolean {
  const scope = scopeOf(owner);
  if (owner.type !== "identifier" || scope.type !== "function_definition") return false;
  const name = owner.text;
  const bindings = bindingsIn(scope);
  const own = bindings.filter(({ targets }) => targets.includes(name));
  const isParameter = parametersOf(scope).some((parameter) => parameterName(parameter) === name);
  if (isParameter ? !mayBeGiven(scope) : own.length === 0) return false;
  const shares = own.some(({ value }) => rootsOf(value, names).some((root) => root !== name));
  const isShared = bindings.some(
    ({ targets, value }) => targets.some((target) => target !== name) && rootsOf(value, names).includes(name),
  );
  return !shares && !isShared;
}

const creating = new Set(
  "zeros ones full eye arange tensor one_hot zeros_like ones_like full_like new_zeros new_ones new_full empty empty_like".split(
    " ",
  ),
);

/** Whether a name has no gradient before it is written into. */
export function isMadeWithoutGrad(owner: SyntaxNode, names: Names): boolean {
  const own = bindingsIn(scopeOf(owner)).filter(({ targets }) => targets.includes(owner.text));
  return own.every(({ value }) => {
    const callee = value.type === "call" ? value.childForFieldName("function") : null;
    const name = callee?.childForFieldName("attribute")?.text ?? callee?.text ?? "";
    return value.type === "comparison_operator" || creating.has(name) || isWithoutGrad(value, names);
  });
}

/** Whether a value is made where it stands, so that nothing else can be it. */
export const isFresh = (node: SyntaxNode, names: Names): boolean => rootsOf(node, names).length === 0;

/** The op that a method writes with: scatter_ is scatter. null for any other method. */
export function writtenWith(method: string): string | null {
  const name = method.replace(/_$/, "");
  return name !== method && !name.endsWith("_") && opNamed(name)?.inPlace === true ? name : null;
}

/** The places of an index: x[i, j] has two. */
export const placesIn = (subscript: SyntaxNode): readonly SyntaxNode[] =>
  fields(subscript, "subscript").flatMap((part) => (part.type === "tuple" ? parts(part) : [part]));
