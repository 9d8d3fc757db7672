/** @file A tree's nodes without regard to what they are. */
import type { AnyNode } from "./tree.ts";

export const isNode = (value: unknown): value is AnyNode =>
  typeof value === "object" && value !== null && "kind" in value;

/** The nodes within one, by its fields in their order. */
export function children(node: AnyNode): AnyNode[] {
  const found: AnyNode[] = [];
  for (const value of Object.values(node)) {
    // Most fields are places and names.
    if (typeof value !== "object") continue;
    if (Array.isArray(value)) {
      for (const each of value) if (isNode(each)) found.push(each);
    } else if (isNode(value)) found.push(value);
  }
  return found;
}

/** The nodes within one as they stand in the source. */
export const childrenInOrder = (node: AnyNode): AnyNode[] => children(node).sort((a, b) => a.start - b.start);

/** A node and everything within it. */
export function within(node: AnyNode, into: AnyNode[] = []): AnyNode[] {
  into.push(node);
  for (const child of children(node)) within(child, into);
  return into;
}
