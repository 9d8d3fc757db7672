/** @file Names that JavaScript keeps for itself, or that a loss finds already taken, get an underscore. */
import type { Bindings, Variable } from "../bindings.ts";

const taken: ReadonlySet<string> = new Set([
  // reserved
  ..."arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally".split(
    " ",
  ),
  ..."for function if implements import in instanceof interface let new null package private protected public return static".split(
    " ",
  ),
  ..."super switch this throw true try typeof var void while with yield".split(" "),
  // what the printed text uses
  ..."torch nn F console Math Number String Array Object Boolean Error RangeError TypeError Infinity NaN undefined Tensor".split(
    " ",
  ),
]);

export class Names {
  readonly #names = new Map<Variable, string>();
  readonly #used: Set<string>;

  constructor(bindings: Bindings) {
    this.#used = new Set(bindings.all.map(({ name }) => name));
    for (const variable of bindings.all) {
      // A keyword names a parameter from outside; functions of TypeScript have none, so that it may be renamed.
      this.#names.set(variable, taken.has(variable.name) ? this.fresh(`${variable.name}_`) : variable.name);
    }
  }

  of(variable: Variable): string {
    return this.#names.get(variable) ?? variable.name;
  }

  /** A name that nothing has yet. */
  fresh(wanted: string): string {
    let name = wanted;
    for (let i = 2; this.#used.has(name); i++) name = `${wanted}${i}`;
    this.#used.add(name);
    return name;
  }

  /** A name for the inside of a small function: it may be used again elsewhere. */
  inner(wanted: string): string {
    let name = wanted;
    for (let i = 2; this.#used.has(name); i++) name = `${wanted}${i}`;
    return name;
  }
}
