/** @file Which statements use what is not here: a script's that a loss does not need are passed over. What is reached is refused when it is (runtime/absent.ts). */
import { absentModules, unavailable, wayOut } from "./unavailable-names.ts";
import { field, fields, parts, Refusal, type SyntaxNode } from "./syntax.ts";

/** What torch, nn and F mean before anything is imported. */
const presets: readonly (readonly [string, string])[] = [
  ["torch", "torch"],
  ["nn", "torch.nn"],
  ["F", "torch.nn.functional"],
];

/** The first use in these statements of something that is not here; null if there is none. The root's imports say what names mean. */
export function unavailableName(root: SyntaxNode, statements: readonly SyntaxNode[]): Refusal | null {
  const known = new Map<string, string>(presets);
  importsOf(root, known);
  for (const statement of statements) {
    const found = usedWithin(statement, known);
    if (found !== null) return found;
  }
  return null;
}

/** Which module or member each imported name stands for. */
function importsOf(node: SyntaxNode, known: Map<string, string>): void {
  if (node.type === "import_statement")
    for (const name of fields(node, "name")) {
      if (name.type === "aliased_import") known.set(field(name, "alias").text, field(name, "name").text);
      else known.set(name.text.split(".")[0], name.text.split(".")[0]);
    }
  else if (node.type === "import_from_statement") {
    const module = field(node, "module_name").text;
    for (const name of fields(node, "name")) {
      const [member, alias] =
        name.type === "aliased_import" ? [field(name, "name").text, field(name, "alias").text] : [name.text, name.text];
      known.set(alias, `${module}.${member}`);
    }
  } else for (const child of parts(node)) importsOf(child, known);
}

function usedWithin(node: SyntaxNode, known: ReadonlyMap<string, string>): Refusal | null {
  if (node.type === "import_statement" || node.type === "import_from_statement") return null;
  const path = pathOf(node, known);
  if (path !== null) {
    const problem = problemWith(path);
    if (problem !== null) return new Refusal(node, problem);
  }
  for (const child of parts(node)) {
    // a.b: the b is no name of its own, and neither is the b of f(b=1).
    const isMember =
      (node.type === "attribute" && child.id === field(node, "attribute").id) ||
      (node.type === "keyword_argument" && child.id === field(node, "name").id);
    const found = isMember ? null : usedWithin(child, known);
    if (found !== null) return found;
  }
  return null;
}

/** torch.nn.functional.relu for F.relu; null for what leads to no module. */
function pathOf(node: SyntaxNode, known: ReadonlyMap<string, string>): string | null {
  if (node.type === "identifier") return known.get(node.text) ?? null;
  if (node.type !== "attribute") return null;
  const owner = pathOf(field(node, "object"), known);
  return owner === null ? null : `${owner}.${field(node, "attribute").text}`;
}

function problemWith(path: string): string | null {
  const module = Object.keys(absentModules).find((each) => path.startsWith(`${each}.`) || path === each);
  if (module !== undefined) return `${path} is not available here: ${absentModules[module]}`;
  const at = path.lastIndexOf(".");
  const [owner, name] = [path.slice(0, at), path.slice(at + 1)];
  return unavailable[owner]?.includes(name) === true ? `${path} is not available here: ${wayOut(name)}` : null;
}
