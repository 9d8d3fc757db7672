/** @file The names that a source binds in its module, and could take from whatever else stands there. */
import { field, fields, parts, type SyntaxNode } from "../../engine/language/python/syntax.ts";

export interface ModuleNames {
  /** Names, but for modules by the names they usually have. */
  readonly names: ReadonlySet<string>;
  /** `from somewhere import *` may bind any name. */
  readonly all: boolean;
}

/** Imports that give a name what it has already. */
const usual = new Set([
  "import torch",
  "import os",
  "import math",
  "torch.nn as nn",
  "torch.distributed as dist",
  "torch.nn.functional as F",
]);

export function moduleNames(root: SyntaxNode): ModuleNames {
  const names = new Set<string>();
  let all = false;
  const bind = (target: SyntaxNode | null | undefined): void => {
    if (target === null || target === undefined) return;
    if (target.type === "identifier") names.add(target.text);
    else if (/pattern|^(tuple|list|parenthesized_expression|as_pattern_target)$/.test(target.type))
      for (const part of parts(target)) bind(part);
  };
  const visit = (node: SyntaxNode, isTop: boolean): void => {
    switch (node.type) {
      case "import_from_statement": {
        const owner = node.childForFieldName("module_name")?.text ?? "";
        if (parts(node).some(({ type }) => type === "wildcard_import")) all = true;
        if (isTop)
          for (const item of fields(node, "name")) {
            const name = item.childForFieldName("name")?.text ?? item.text;
            const alias = item.childForFieldName("alias")?.text ?? name;
            if (!usual.has(`${owner}.${name} as ${alias}`)) names.add(alias);
          }
        return;
      }
      case "import_statement":
        if (isTop)
          for (const item of fields(node, "name")) {
            const full = item.childForFieldName("name")?.text ?? item.text;
            const alias = item.childForFieldName("alias")?.text ?? null;
            const first = full.split(".")[0] ?? full;
            if (!usual.has(alias === null ? `import ${first}` : `${full} as ${alias}`)) names.add(alias ?? first);
          }
        return;
      case "function_definition":
      case "class_definition":
        if (isTop) bind(node.childForFieldName("name"));
        visitAll(field(node, "body"), false);
        return;
      case "lambda":
        return;
      case "global_statement":
        for (const part of parts(node)) bind(part);
        return;
    }
    if (isTop) {
      if (/^(assignment|augmented_assignment|for_statement)$/.test(node.type)) bind(node.childForFieldName("left"));
      if (node.type === "named_expression") bind(node.childForFieldName("name"));
      if (node.type === "as_pattern") bind(node.childForFieldName("alias"));
      if (node.type === "delete_statement") for (const part of parts(node)) bind(part);
    }
    visitAll(node, isTop);
  };
  const visitAll = (node: SyntaxNode, isTop: boolean): void => {
    for (const part of parts(node)) visit(part, isTop);
  };
  visitAll(root, true);
  return { names, all };
}
