/** @file What the compiler needs of a tree-sitter tree. Offsets are UTF-16 units of the source. */

export interface SyntaxNode {
  readonly id: number;
  readonly type: string;
  readonly text: string;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly isNamed: boolean;
  readonly isMissing: boolean;
  readonly isError: boolean;
  readonly hasError: boolean;
  readonly parent: SyntaxNode | null;
  readonly children: readonly (SyntaxNode | null)[];
  readonly namedChildren: readonly (SyntaxNode | null)[];
  childForFieldName(name: string): SyntaxNode | null;
  childrenForFieldName(name: string): readonly (SyntaxNode | null)[];
}

/** Children that mean something, comments left out. */
export function parts(node: SyntaxNode): SyntaxNode[] {
  return node.namedChildren.filter(
    (child): child is SyntaxNode => child !== null && child.type !== "comment" && child.type !== "line_continuation",
  );
}

const leading = { attribute: "object", call: "function", subscript: "value" } as const;

/** What a node begins with, where it is another: `x` of `x.f()`. */
const leader = (node: SyntaxNode): SyntaxNode | null =>
  node.type in leading ? node.childForFieldName(leading[node.type as keyof typeof leading]) : null;

/** Whether an element is `*x`. The grammar reads `[*x.f()]` as `[(*x).f()]`. */
export function isStarred(node: SyntaxNode): boolean {
  const first = leader(node);
  return node.type === "list_splat" || (first !== null && isStarred(first));
}

/** Whether a `*x` is that first part of an element. */
export const isLeadingStar = (node: SyntaxNode): boolean => node.parent !== null && leader(node.parent)?.id === node.id;

/** A child that the grammar promises. */
export function field(node: SyntaxNode, name: string): SyntaxNode {
  const child = node.childForFieldName(name);
  if (child === null) throw new Error(`internal: ${node.type} has no ${name}`);
  return child;
}

export function fields(node: SyntaxNode, name: string): SyntaxNode[] {
  return node.childrenForFieldName(name).filter((child): child is SyntaxNode => child !== null);
}

/** Says no to a construct: its range and Python's kind of error. */
export class Refusal extends Error {
  constructor(
    readonly node: { readonly startIndex: number; readonly endIndex: number },
    message: string,
    /** `syntax` where Python refuses too, `unsupported` where only Losslab does. */
    readonly code: "syntax" | "indentation" | "unsupported" = "unsupported",
  ) {
    super(message);
  }
}
