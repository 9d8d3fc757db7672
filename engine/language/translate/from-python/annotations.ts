/** @file Python annotations, as far as they tell something. */
import { byName } from "../../../by-name.ts";
import { parts, type SyntaxNode } from "../../python/syntax.ts";
import type { Annotation } from "../tree.ts";
import type { Names } from "./names.ts";

const plain: Readonly<Record<string, Annotation>> = byName({
  float: { kind: "float" },
  int: { kind: "int" },
  bool: { kind: "bool" },
  str: { kind: "string" },
  None: { kind: "none" },
  "torch.Tensor": { kind: "tensor" },
  "torch.FloatTensor": { kind: "tensor" },
  "torch.LongTensor": { kind: "tensor" },
  "torch.nn.Parameter": { kind: "tensor" },
});

const lists: ReadonlySet<string> = new Set([
  "list",
  "typing.List",
  "typing.Sequence",
  "typing.Iterable",
  "collections.abc.Sequence",
]);

/** Null for what tells nothing here: Callable, Any, a type variable. */
export function annotationOf(node: SyntaxNode | null, names: Names): Annotation | null {
  if (node === null) return null;
  switch (node.type) {
    case "type":
      return annotationOf(parts(node)[0] ?? null, names);
    case "none":
      return { kind: "none" };
    case "identifier":
    case "attribute": {
      const path = pathOf(node, names);
      return path === null ? null : (plain[path] ?? (path.startsWith("typing.") ? null : { kind: "class", path }));
    }
    case "string":
      return plain[node.text.slice(1, -1)] ?? null;
    case "binary_operator": {
      const [left, right] = parts(node).map((part) => annotationOf(part, names));
      if (right?.kind === "none" && left !== null) return { kind: "optional", of: left };
      return null;
    }
    case "union_type": {
      const [left, right] = parts(node).map((part) => annotationOf(part, names));
      return right?.kind === "none" && left !== null && left !== undefined ? { kind: "optional", of: left } : null;
    }
    case "generic_type":
    case "subscript":
      return generic(node, names);
    default:
      return null;
  }
}

function generic(node: SyntaxNode, names: Names): Annotation | null {
  const [owner, ...rest] = parts(node);
  const path = pathOf(owner, names);
  const items = rest
    .flatMap((part) => (part.type === "type_parameter" ? parts(part) : [part]))
    .map((part) => annotationOf(part, names));
  const [first] = items;
  if (path === null || first === null || first === undefined) return null;
  if (path === "typing.Optional") return { kind: "optional", of: first };
  if (lists.has(path)) return { kind: "list", item: first };
  if (path === "tuple" || path === "typing.Tuple") {
    if (rest.some((part) => part.text.includes("..."))) return { kind: "list", item: first };
    return items.every((item) => item !== null) ? { kind: "tuple", items } : null;
  }
  if (path === "dict" || path === "typing.Dict") {
    const value = items[1];
    return first.kind === "string" && value !== null && value !== undefined ? { kind: "dict", value } : null;
  }
  return null;
}

/** torch.Tensor, Tensor, MyLoss: by the full name. */
function pathOf(node: SyntaxNode | undefined, names: Names): string | null {
  if (node === undefined) return null;
  const [first, ...rest] = node.text.split(".");
  const meaning = names.meaning(first);
  if (meaning.kind === "missing") return rest.length === 0 && first in plain ? first : null;
  return [meaning.kind === "known" ? meaning.path : first, ...rest].join(".");
}
