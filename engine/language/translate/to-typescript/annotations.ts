/** @file Types in TypeScript's words. */
import type { Annotation, FunctionDefinition } from "../tree.ts";
import type { Type } from "../types.ts";

/** Null where there are no words for it. */
export function annotationText(annotation: Annotation): string | null {
  switch (annotation.kind) {
    case "tensor":
      return "Tensor";
    case "float":
    case "int":
      return "number";
    case "bool":
      return "boolean";
    case "string":
      return "string";
    case "none":
      return "null";
    case "list": {
      const item = annotationText(annotation.item);
      return item === null ? null : arrayOf(item);
    }
    case "tuple": {
      const items = annotation.items.map(annotationText);
      return items.includes(null) ? null : `[${items.join(", ")}]`;
    }
    case "dict": {
      const value = annotationText(annotation.value);
      return value === null ? null : `Record<string, ${value}>`;
    }
    case "optional": {
      const of = annotationText(annotation.of);
      return of === null ? null : `${of} | null`;
    }
    case "class":
      return annotation.path.startsWith("torch.nn.") ? annotation.path.slice("torch.".length) : null;
  }
}

const arrayOf = (item: string): string => (/^[\w.]+$/.test(item) ? `${item}[]` : `(${item})[]`);

/** What a function gives, where it is annotated or where TypeScript would take it for an array of either. */
export function returnType({ returns }: FunctionDefinition, inferred: Type): string | null {
  const annotated = returns === null ? null : annotationText(returns);
  if (annotated !== null || inferred.kind !== "tuple") return annotated;
  const text = parameterType(inferred);
  return text?.startsWith("[") ? text : null;
}

/** A type that a parameter or a field is declared with; null where it would only say that nothing is known. */
export function parameterType(type: Type): string | null {
  switch (type.kind) {
    case "tensor":
      return "Tensor";
    case "number":
      return "number";
    case "bool":
      return "boolean";
    case "string":
      return "string";
    case "list": {
      if (type.holder !== undefined) return `nn.${type.holder}`;
      const item = parameterType(type.item);
      return item === null ? null : arrayOf(item);
    }
    case "tuple": {
      const items = type.items.map(parameterType);
      const [first] = items;
      if (items.includes(null) || first === null) return null;
      // What is handed on is an array to TypeScript, of no certain length.
      const isAlike = first !== undefined && items.every((item) => item === first);
      return isAlike ? arrayOf(first) : `[${items.join(", ")}]`;
    }
    case "dict": {
      const value = parameterType(type.value);
      return value === null ? null : `Record<string, ${value}>`;
    }
    case "optional": {
      const of = parameterType(type.of);
      return of === null ? null : `${of} | null`;
    }
    case "module":
      return type.name === "Module" ? "nn.Module" : `nn.${type.name}`;
    case "instance":
      return type.definition.name;
    case "record":
      return `{ ${type.names.map((name) => `readonly ${name}: Tensor`).join("; ")} }`;
    case "mixed": {
      const all = type.types.map(parameterType);
      return all.includes(null) ? null : all.join(" | ");
    }
    default:
      return null;
  }
}
