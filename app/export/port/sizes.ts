/** @file Numbers of elements in Keras, which are tensors where TensorFlow compiles and does not know them. */
import { field, parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";
import { isTensor, SIZE } from "./held.ts";
import type { Porting } from "./porting.ts";
import { isStaticComparison } from "./untraceable.ts";

const functions = new Set(["log", "log2", "log10", "log1p", "sqrt", "exp", "floor", "ceil"]);

const isSizeIn = ({ framework, kinds }: Porting, node: SyntaxNode | undefined): node is SyntaxNode =>
  node !== undefined && framework === "keras" && !isTensor(kinds.of(node)) && (kinds.of(node) & SIZE) !== 0;

/** An assertion about sizes, which TensorFlow knows when it runs: it stands in the text as a comment. */
export const unknownSize = ({ framework, kinds }: Porting, node: SyntaxNode): boolean =>
  framework === "keras" &&
  node.type === "assert_statement" &&
  !node.text.includes("\n") &&
  parts(node)
    .slice(0, 1)
    .every((test) => !isTensor(kinds.of(test)) && (kinds.of(test) & SIZE) !== 0 && !isStaticComparison(test));

/** math.log(n); null where that is a number of Python's. */
export function mathOfSize(porting: Porting, call: SyntaxNode, path: string): string | null {
  const name = /^math\.(\w+)$/.exec(path)?.[1] ?? "";
  const [size, another] = parts(field(call, "arguments"));
  if (!functions.has(name) || another !== undefined || !isSizeIn(porting, size)) return null;
  return `ops.${name}(ops.cast(${porting.text(size)}, "float32"))`;
}

/** float(n), int(n * 0.7); null for any other call. */
export function kerasSize(porting: Porting, call: SyntaxNode): string | null {
  const name = field(call, "function").text;
  const [size, another] = parts(field(call, "arguments"));
  if ((name !== "float" && name !== "int") || another !== undefined || !isSizeIn(porting, size)) return null;
  return `ops.cast(${porting.text(size)}, "${name === "float" ? "float32" : "int32"}")`;
}
