/** @file Which statements use what is not here: a script's that a loss does not need are passed over. What is reached is refused when it is (runtime/absent.ts). */
import { children, childrenInOrder } from "./parser/children.ts";
import type { AnyNode, Module, Statement } from "./parser/tree.ts";
import { Refusal } from "./refusal.ts";
import { absentModules, unavailable, wayOut } from "./unavailable-names.ts";

/** What torch, nn and F mean before anything is imported. */
const presets: readonly (readonly [string, string])[] = [
  ["torch", "torch"],
  ["nn", "torch.nn"],
  ["F", "torch.nn.functional"],
];

/** Tells of a statement the first use of something that is not here; null if there is none. The module's imports say what names mean. */
export function unavailableIn(module: Module): (statement: Statement) => Refusal | null {
  const known = new Map<string, string>(presets);
  importsOf(module, known);
  return (statement) => usedWithin(statement, known);
}

/** Which module or member each imported name stands for. */
function importsOf(node: AnyNode, known: Map<string, string>): void {
  if (node.kind === "Import")
    for (const { name, asname } of node.names) {
      const [first] = name.split(".");
      known.set(asname ?? first, asname === null ? first : name);
    }
  else if (node.kind === "ImportFrom")
    for (const { name, asname } of node.names) known.set(asname ?? name, `${node.module ?? ""}.${name}`);
  else for (const child of children(node)) importsOf(child, known);
}

function usedWithin(node: AnyNode, known: ReadonlyMap<string, string>): Refusal | null {
  if (node.kind === "Import" || node.kind === "ImportFrom") return null;
  const path = pathOf(node, known);
  if (path !== null) {
    const problem = problemWith(path);
    if (problem !== null) return new Refusal(node, problem);
  }
  for (const child of childrenInOrder(node)) {
    const found = usedWithin(child, known);
    if (found !== null) return found;
  }
  return null;
}

/** torch.nn.functional.relu for F.relu; null for what leads to no module. */
function pathOf(node: AnyNode, known: ReadonlyMap<string, string>): string | null {
  if (node.kind === "Name") return known.get(node.id) ?? null;
  if (node.kind !== "Attribute") return null;
  const owner = pathOf(node.value, known);
  return owner === null ? null : `${owner}.${node.attr}`;
}

function problemWith(path: string): string | null {
  const module = Object.keys(absentModules).find((each) => path.startsWith(`${each}.`) || path === each);
  if (module !== undefined) return `${path} is not available here: ${absentModules[module]}`;
  const at = path.lastIndexOf(".");
  const [owner, name] = [path.slice(0, at), path.slice(at + 1)];
  return unavailable[owner]?.includes(name) === true ? `${path} is not available here: ${wayOut(name)}` : null;
}
