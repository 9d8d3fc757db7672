/** @file class. */
import { argumentsOf } from "./call-arguments.ts";
import { type Emit, probeFrom, type Spot } from "./emit.ts";
import { docstring } from "./functions.ts";
import type { ClassDef } from "./parser/tree.ts";
import { Scope } from "./scopes.ts";

export function classOf(emit: Emit, node: ClassDef): string {
  const { positional, keywords } = argumentsOf(emit, node.bases, node.keywords);
  const { scope: outer, isEntry: wasEntry, loop } = emit;
  const scope = new Scope("class", outer, new Set(), node.body, emit.nextScope++);
  emit.scope = scope;
  emit.isEntry = false;
  const code = emit.block(node.body);
  emit.scope = outer;
  emit.isEntry = wasEntry;
  emit.loop = loop;
  const names = [...scope.names];
  const declared = names.length === 0 ? "" : `let ${names.map((name) => scope.jsName(name)).join(",")};`;
  const members = names.map((name) => `[${JSON.stringify(name)},${scope.jsName(name)}]`).join(",");
  const doc = JSON.stringify(docstring(node.body));
  // CPython places what goes wrong in the making of a class at the statement.
  const name: Spot = { kind: "Name", ...node.at };
  return probeFrom(
    emit,
    name,
    node.start,
    `py.class(${JSON.stringify(node.name)},${positional},${keywords},(__class__,annotations)=>{${declared}${code}return [${members}];},${doc})`,
  );
}
