/** @file Which names of a module a piece of it reads. */
import { childrenInOrder } from "./parser/children.ts";
import type { AnyNode } from "./parser/tree.ts";

/** Every name that may be one of the module's, with where it first stands: no attributes, and no names of keyword arguments. */
export function mentioned(node: AnyNode, into = new Map<string, number>()): Map<string, number> {
  const add = (name: string, at: number) => {
    if (!into.has(name)) into.set(name, at);
  };
  switch (node.kind) {
    case "Name":
      add(node.id, node.start);
      break;
    case "arg":
      add(node.arg, node.start);
      break;
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
      add(node.name, node.at.start);
      break;
    case "alias":
      for (const name of [...node.name.split("."), node.asname ?? ""]) if (name !== "") add(name, node.start);
      break;
    case "Global":
    case "Nonlocal":
      for (const name of node.names) add(name, node.start);
      break;
    default:
  }
  for (const child of childrenInOrder(node)) mentioned(child, into);
  return into;
}
