/** @file Modules of torch.nn that hold nothing but the arguments of an op, and stand in no catalogue. */
import { parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";

/** By their names: the op, of its first argument. */
export const opsOfModules: ReadonlyMap<string, string> = new Map([
  ["AvgPool1d", "avg_pool1d"],
  ["AvgPool2d", "avg_pool2d"],
  ["MaxPool2d", "max_pool2d"],
]);

const paddings: ReadonlyMap<string, { readonly mode: string; readonly sides: number }> = new Map(
  ([1, 2] as const).flatMap((dims) => [
    [`ReflectionPad${dims}d`, { mode: "reflect", sides: 2 * dims }],
    [`ReplicationPad${dims}d`, { mode: "replicate", sides: 2 * dims }],
    [`ZeroPad${dims}d`, { mode: "constant", sides: 2 * dims }],
  ]),
);

export interface Padding {
  /** As F.pad takes it. */
  readonly pad: string;
  readonly mode: string;
}

/** nn.ReflectionPad2d(1); null for any other module. */
export function paddingOf(name: string, list: SyntaxNode, textOf: (node: SyntaxNode) => string): Padding | null {
  const found = paddings.get(name);
  const [given] = parts(list);
  if (found === undefined || given === undefined || given.type === "keyword_argument") return null;
  const isOne = given.type !== "tuple" && given.type !== "list";
  return { pad: isOne ? `(${textOf(given)},) * ${found.sides}` : textOf(given), mode: `"${found.mode}"` };
}
