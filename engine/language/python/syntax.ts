/** @file A tree of nodes by the names of their types, which the exports read. Offsets are UTF-16 units of the source. */

export interface SyntaxNode {
  readonly id: number;
  readonly type: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly isNamed: boolean;
  readonly parent: SyntaxNode | null;
  readonly children: readonly SyntaxNode[];
  readonly namedChildren: readonly SyntaxNode[];
  childForFieldName(name: string): SyntaxNode | null;
  childrenForFieldName(name: string): readonly SyntaxNode[];
}

/** Children that mean something. */
export const parts = (node: { readonly namedChildren: readonly SyntaxNode[] }): SyntaxNode[] => [...node.namedChildren];

/** A child that the grammar promises. */
export function field(node: SyntaxNode, name: string): SyntaxNode {
  const child = node.childForFieldName(name);
  if (child === null) throw new Error(`internal: ${node.type} has no ${name}`);
  return child;
}

export const fields = (node: SyntaxNode, name: string): SyntaxNode[] => [...node.childrenForFieldName(name)];
