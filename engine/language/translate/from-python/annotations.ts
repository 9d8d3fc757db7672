/** @file Python annotations, as far as they tell something. */
import { byName } from "../../../by-name.ts";
import type { Expression, Subscript } from "../../python/parser/tree.ts";
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
export function annotationOf(node: Expression | null, names: Names): Annotation | null {
  switch (node?.kind) {
    case "Constant":
      if (node.value.type === "str") return plain[node.value.value] ?? null;
      return node.value.type === "None" ? { kind: "none" } : null;
    case "Name":
    case "Attribute": {
      const path = pathOf(node, names);
      return path === null ? null : (plain[path] ?? (path.startsWith("typing.") ? null : { kind: "class", path }));
    }
    case "BinOp": {
      if (node.op !== "BitOr") return null;
      const [left, right] = [node.left, node.right].map((part) => annotationOf(part, names));
      return right?.kind === "none" && left !== null ? { kind: "optional", of: left } : null;
    }
    case "Subscript":
      return generic(node, names);
    default:
      return null;
  }
}

function generic({ value, slice }: Subscript, names: Names): Annotation | null {
  const path = pathOf(value, names);
  const given = slice.kind === "Tuple" ? slice.elts : [slice];
  const items = given.map((part) => annotationOf(part, names));
  const [first] = items;
  if (path === null || first === null || first === undefined) return null;
  if (path === "typing.Optional") return { kind: "optional", of: first };
  if (lists.has(path)) return { kind: "list", item: first };
  if (path === "tuple" || path === "typing.Tuple") {
    if (given.some((part) => part.kind === "Constant" && part.value.type === "Ellipsis"))
      return { kind: "list", item: first };
    return items.every((item) => item !== null) ? { kind: "tuple", items } : null;
  }
  if (path === "dict" || path === "typing.Dict") {
    const held = items[1];
    return first.kind === "string" && held !== null && held !== undefined ? { kind: "dict", value: held } : null;
  }
  return null;
}

/** The names of a.b.c; null where it is none. */
function dotted(node: Expression): readonly string[] | null {
  if (node.kind === "Name") return [node.id];
  const owner = node.kind === "Attribute" ? dotted(node.value) : null;
  return owner === null || node.kind !== "Attribute" ? null : [...owner, node.attr];
}

/** torch.Tensor, Tensor, MyLoss: by the full name. */
function pathOf(node: Expression, names: Names): string | null {
  const parts = dotted(node);
  if (parts === null) return null;
  const [first, ...rest] = parts;
  const meaning = names.meaning(first);
  if (meaning.kind === "missing") return rest.length === 0 && first in plain ? first : null;
  return [meaning.kind === "known" ? meaning.path : first, ...rest].join(".");
}
