/** @file What the checker knows of a value, as far as translating asks. */
import type ts from "typescript-api";
import { isTensor, type Ts } from "../compiler/types.ts";

export interface Kind {
  readonly name:
    | "tensor"
    | "number"
    | "boolean"
    | "string"
    | "null"
    | "array"
    | "record"
    | "module"
    | "instance"
    | "dict"
    | "function"
    | "any";
  /** It may be null or undefined as well. */
  readonly isOptional: boolean;
}

export function kindOf(tsApi: Ts, checker: ts.TypeChecker, type: ts.Type): Kind {
  const { TypeFlags } = tsApi;
  if (!type.isUnion()) return { name: nameOf(tsApi, checker, type), isOptional: false };
  const isAbsent = (member: ts.Type) => (member.flags & (TypeFlags.Null | TypeFlags.Undefined | TypeFlags.Void)) !== 0;
  const present = type.types.filter((member) => !isAbsent(member));
  const names = new Set(present.map((member) => nameOf(tsApi, checker, member)));
  const [only] = names;
  return {
    name: names.size === 1 && only !== undefined ? only : present.length === 0 ? "null" : "any",
    isOptional: present.length < type.types.length,
  };
}

function nameOf(tsApi: Ts, checker: ts.TypeChecker, type: ts.Type): Kind["name"] {
  const { TypeFlags } = tsApi;
  if (type.flags & TypeFlags.BooleanLike) return "boolean";
  if (type.flags & TypeFlags.NumberLike) return "number";
  if (type.flags & TypeFlags.StringLike) return "string";
  if (type.flags & (TypeFlags.Null | TypeFlags.Undefined | TypeFlags.Void)) return "null";
  if (isTensor(type)) return "tensor";
  if (checker.isArrayType(type) || checker.isTupleType(type)) return "array";
  if (isModule(type)) return "module";
  if (type.isClass()) return "instance";
  if (type.getCallSignatures().length > 0) return "function";
  if ((type.flags & TypeFlags.Object) === 0) return "any";
  if (recordNames(checker, type).length > 0) return "record";
  return type.symbol?.flags !== undefined && type.symbol.flags & tsApi.SymbolFlags.Class ? "instance" : "dict";
}

/** Names of what an op gives that PyTorch gives as a named tuple, in their order; none of anything else. */
export function recordNames(checker: ts.TypeChecker, type: ts.Type): readonly string[] {
  const fields = type.getProperties();
  const areOfOps = fields.every(
    (field) =>
      field.declarations?.every((declaration) => declaration.getSourceFile().isDeclarationFile) === true &&
      isTensor(checker.getTypeOfSymbol(field)),
  );
  return areOfOps ? fields.map(({ name }) => name) : [];
}

/** An nn.Module, the user's own included. */
export function isModule(type: ts.Type): boolean {
  const seen = new Set<ts.Type>();
  let types: readonly ts.Type[] = [type];
  while (types.length > 0) {
    if (types.some((each) => each.symbol?.escapedName === "Module")) return true;
    types = types.flatMap((each) => each.getBaseTypes() ?? []).filter((each) => !seen.has(each));
    for (const each of types) seen.add(each);
  }
  return false;
}
