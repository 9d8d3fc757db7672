/** @file Writing into tensors as values: what `x[i] = v` and `x.add_(v)` make of x. */
import { type OpFacts, opNamed } from "../../../engine/language/facts/facts.ts";
import { field, parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";
import { argumentOf } from "./arguments.ts";
import { isTensor, MASK } from "./held.ts";
import { isAlone, isFresh, isMadeWithoutGrad, placesIn, writtenWith } from "./in-place.ts";
import { includeOwn } from "./own-helpers.ts";
import { isOfEntry } from "./places.ts";
import { type Porting, refusal } from "./porting.ts";
import { isWithoutGrad } from "./without-grad.ts";

/** Throws where something else may see what is written, or a gradient would go where PyTorch's does not. */
function checkAlone(porting: Porting, node: SyntaxNode, owner: SyntaxNode, what: string): void {
  const { names, entry } = porting;
  if (!isAlone(owner, names, (definition) => isOfEntry(definition, entry))) throw refusal(porting, node, what);
  if (isWithoutGrad(node, names) && !isMadeWithoutGrad(owner, names))
    throw refusal(porting, node, `${what} under no_grad`);
}

/** `x[i] = v`, or `x[i] += v`; null where x is no tensor. */
export function writtenAt(porting: Porting, statement: SyntaxNode): string | null {
  const { kinds, text, helpers, framework } = porting;
  const [target, right] = [field(statement, "left"), field(statement, "right")];
  if (target.type !== "subscript") return null;
  const owner = field(target, "value");
  if (!isTensor(kinds.of(owner))) return null;
  checkAlone(porting, target, owner, "writing into a tensor");
  const places = placesIn(target);
  const operator = statement.type === "augmented_assignment" ? field(statement, "operator").text.replace(/=$/, "") : "";
  const [place] = places;
  const isMask = places.length === 1 && place !== undefined && (kinds.of(place) & MASK) !== 0;
  if (isMask) {
    const value = valueUnder(porting, place, right);
    const whole =
      operator === "" ? value : `${owner.text} ${operator} ${argumentOf(right, value).isAtom ? value : `(${value})`}`;
    return `${owner.text} = ${includeOwn("put_where", framework, helpers)}(${owner.text}, ${text(place)}, ${whole})`;
  }
  const index = places.map(text).join(", ");
  const old = text(target);
  const value = operator === "" ? text(right) : `${old} ${operator} (${text(right)})`;
  if (framework === "jax") return `${owner.text} = ${owner.text}.at[${index}].set(${value})`;
  if (places.some((each) => (kinds.of(each) & MASK) !== 0))
    throw refusal(porting, target, "writing by a mask and places");
  // Which of the flat tensor's elements are meant, an index of theirs says.
  const numbers = text(target).replace(owner.text, "places");
  return `${owner.text} = ${includeOwn("put", framework, helpers)}(${owner.text}, lambda places: ${numbers}, ${value})`;
}

/** What is written under a mask: y[mask] is y there; of anything else that is a tensor the shape is not known. */
function valueUnder(porting: Porting, mask: SyntaxNode, right: SyntaxNode): string {
  const { kinds, text } = porting;
  if (right.type === "subscript" && placesIn(right).length === 1 && placesIn(right)[0]?.text === mask.text)
    return text(field(right, "value"));
  if (isTensor(kinds.of(right)) && !isFreshNumber(right)) throw refusal(porting, right, "writing a tensor by a mask");
  return text(right);
}

/** torch.tensor(0.0) */
const isFreshNumber = (node: SyntaxNode): boolean => /^torch\.tensor\(-?[\d.e-]+\)$/.test(node.text);

/** Methods that write and have no op of their name without the underscore. */
const others: ReadonlyMap<string, string> = new Map([
  ["fill_", "full_like"],
  ["zero_", "zeros_like"],
]);

export interface Written {
  /** The op whose result is what the tensor is afterwards. */
  readonly op: OpFacts;
  /** `x = `, where the call is a statement. */
  readonly binding: string;
}

/** `x.add_(v)`: as a statement it binds x anew; within an expression it may write into what was made there. null for any other call. */
export function writtenBy(porting: Porting, call: SyntaxNode): Written | null {
  const callee = field(call, "function");
  const method = field(callee, "attribute").text;
  const op = opNamed(others.get(method) ?? writtenWith(method) ?? "");
  if (op === null) return null;
  const [object, parent] = [field(callee, "object"), call.parent];
  const what = `writing into a tensor (.${method})`;
  if (object.type !== "identifier") {
    if (parent?.type !== "expression_statement" && isFresh(object, porting.names)) return { op, binding: "" };
    throw refusal(porting, callee, what);
  }
  const isBoundAgain = parent?.type === "assignment" && field(parent, "left").text === object.text;
  if (parent?.type !== "expression_statement" && !isBoundAgain) throw refusal(porting, callee, what);
  checkAlone(porting, callee, object, what);
  return { op, binding: isBoundAgain ? "" : `${object.text} = ` };
}

/** `x.fill_diagonal_(v)` as a statement; null for any other call. */
export function diagonalFilled(porting: Porting, call: SyntaxNode): string | null {
  const callee = field(call, "function");
  const object = field(callee, "object");
  if (field(callee, "attribute").text !== "fill_diagonal_") return null;
  const given = parts(field(call, "arguments"));
  if (call.parent?.type !== "expression_statement" || given.length !== 1)
    throw refusal(porting, callee, "writing into a tensor (.fill_diagonal_)");
  checkAlone(porting, callee, object, "writing into a tensor (.fill_diagonal_)");
  const helper = includeOwn("fill_diagonal", porting.framework, porting.helpers);
  return `${object.text} = ${helper}(${[object, ...given].map(porting.text).join(", ")})`;
}
