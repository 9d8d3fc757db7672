/** @file Values put into targets. */
import { addProbe, type Emit, probe, temporary, write } from "./emit.ts";
import type { Expression } from "./parser/tree.ts";

/** Statements that put `value` (a JavaScript expression without effects) into a target. */
export function assignment(emit: Emit, target: Expression, value: string): string {
  switch (target.kind) {
    case "Name": {
      const { names, globals, nonlocals } = emit.scope;
      const isOuter = !names.has(target.id) && !globals.has(target.id) && !nonlocals.has(target.id);
      return `${isOuter ? emit.scope.jsName(target.id) : write(emit, target.id)}=${value};`;
    }
    case "Attribute": {
      const id = addProbe(emit, target, "expression");
      return `__ll.probe(__ll.enter(${id}),py.setattr(${emit.expression(target.value)},${JSON.stringify(target.attr)},${value}));`;
    }
    case "Subscript": {
      const id = addProbe(emit, target, "expression");
      return `__ll.probe(__ll.enter(${id}),py.setitem(${emit.expression(target.value)},${emit.expression(target.slice)},${value}));`;
    }
    case "Tuple":
    case "List": {
      const star = target.elts.findIndex(({ kind }) => kind === "Starred");
      const unpacked = temporary(emit);
      const each = target.elts
        .map((item, i) => assignment(emit, item.kind === "Starred" ? item.value : item, `${unpacked}[${i}]`))
        .join("");
      return `{const ${unpacked}=${probe(emit, target, `py.unpack(${value},${target.elts.length},${star})`)};${each}}`;
    }
    default:
      throw new Error(`internal: ${target.kind} as a target`);
  }
}
