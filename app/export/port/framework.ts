/** @file The frameworks a loss is ported to, and how an op is spelled there. */
import type { Op } from "../../../engine/ops/op.ts";
import { type OpKey, opKeys } from "../../../engine/ops/registry.ts";
import type { Spelling } from "./spelling.ts";
import { spellings } from "./spellings.ts";

export type Framework = "jax" | "keras";

export const frameworkNames: Readonly<Record<Framework, string>> = { jax: "JAX", keras: "Keras" };

const modules: Readonly<Record<Framework, string>> = { jax: "jnp.", keras: "ops." };

/** An argument: its text, and whether it can stand beside an operator without parentheses. */
export interface Argument {
  readonly text: string;
  readonly isAtom: boolean;
}

/** No counterpart; the message says of what. */
export class NoCounterpart extends Error {}

/** Functions that come along with the loss, by name. */
export type Helpers = Map<string, string>;

const inModule = (text: string, framework: Framework): string => text.replaceAll(/@(?=[a-z])/g, modules[framework]);

/** The call in the other framework. Throws NoCounterpart. */
export function spell(op: Op, given: ReadonlyMap<string, Argument>, framework: Framework, helpers: Helpers): string {
  const key = opKeys.get(op.name);
  const spelling: Spelling | null = key === undefined ? null : spellings[key];
  const none = (what: string) => new NoCounterpart(`${what} has no counterpart in ${frameworkNames[framework]} here`);
  if (key === undefined || spelling === null) throw none(op.name);
  if (typeof spelling === "object" && "helper" in spelling) {
    const parameters = new Set(spelling.helper.slice(0, spelling.helper.indexOf(":\n")).match(/\w+/g) ?? []);
    for (const name of given.keys()) if (!parameters.has(name)) throw none(`${op.name} with ${name}`);
    return `${include(key, framework, helpers)}(${helperArguments(op, given)})`;
  }
  const template = typeof spelling === "string" ? spelling : spelling[framework];
  if (template === null) throw none(op.name);
  const text = inModule(template, framework);
  for (const name of given.keys()) if (!text.includes(`$${name}`)) throw none(`${op.name} with ${name}`);
  return filled(text, given);
}

function helperArguments(op: Op, given: ReadonlyMap<string, Argument>): string {
  return [...given]
    .map(([name, { text }]) => {
      const param = op.params.find((candidate) => candidate.name === name);
      return param !== undefined && "default" in param ? `${name}=${text}` : text;
    })
    .join(", ");
}

/** Puts a helper, and what it needs, among those that come along; its name. */
function include(key: OpKey, framework: Framework, helpers: Helpers): string {
  const name = `_${key === "variance" ? "var" : key}`;
  const spelling = spellings[key];
  if (spelling !== null && typeof spelling === "object" && "helper" in spelling && !helpers.has(name)) {
    for (const other of spelling.needs ?? []) include(other, framework, helpers);
    helpers.set(name, `def ${name}${inModule(spelling.helper, framework)}\n`);
  }
  return name;
}

function filled(template: string, given: ReadonlyMap<string, Argument>): string {
  const optional = template.replaceAll(/\{([^}]*)\}/g, (_, part: string) => {
    const name = /\$(\w+)/.exec(part)?.[1] ?? "";
    return given.has(name) ? part : "";
  });
  return optional.replaceAll(/\$(\w+)/g, (_, name: string, at: number) => {
    const argument = given.get(name);
    if (argument === undefined) throw new Error(`internal: ${template} lacks ${name}`);
    const [before, after] = [optional[at - 1], optional[at + name.length + 1]];
    const isAlone = (before === "(" || before === " " || before === "=") && (after === "," || after === ")");
    const isWholeArgument = isAlone && !/[+\-*/%&|^@<>=!] $/.test(optional.slice(Math.max(0, at - 2), at));
    return argument.isAtom || (isWholeArgument && before !== undefined) ? argument.text : `(${argument.text})`;
  });
}
