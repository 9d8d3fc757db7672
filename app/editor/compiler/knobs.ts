/** @file Numbers that a loss names: top-level constants, defaults of the parameters it is made with, and fields of its class. */
import type ts from "typescript-api";
import type { Entry, Knob } from "../../../engine/language/program.ts";
import type { Ts } from "./types.ts";

export function knobsOf(tsApi: Ts, file: ts.SourceFile, entry: Entry & { readonly node: ts.Node }): Knob[] {
  const found: Knob[] = [];
  const add = (name: ts.Node, value: ts.Expression | undefined): void => {
    if (value === undefined || !tsApi.isIdentifier(name)) return;
    const text = value.getText(file);
    if (!/^-?\s*[\d.][\d._]*(e[-+]?\d+)?$/i.test(text)) return;
    const number = Number(text.replaceAll(/[_\s]/g, ""));
    if (!Number.isFinite(number)) return;
    const isInteger = /^-?\s*\d+$/.test(text);
    found.push({ name: name.text, start: value.getStart(file), end: value.getEnd(), value: number, isInteger });
  };
  for (const statement of file.statements) {
    if (tsApi.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations) add(name, initializer);
  }
  const made = entry.kind === "function" ? entry.node : constructorOf(tsApi, entry.node);
  if (made !== null && tsApi.isFunctionLike(made))
    for (const { name, initializer } of made.parameters) add(name, initializer);
  const owner = entry.node.parent;
  if (tsApi.isClassDeclaration(owner))
    for (const member of owner.members) if (tsApi.isPropertyDeclaration(member)) add(member.name, member.initializer);
  return found;
}

function constructorOf(tsApi: Ts, forward: ts.Node): ts.Node | null {
  const owner = forward.parent;
  return tsApi.isClassDeclaration(owner) ? (owner.members.find(tsApi.isConstructorDeclaration) ?? null) : null;
}
