/** @file The frameworks a loss is ported to, and how an op is spelled there. */
import type { OpFacts } from "../../../engine/language/facts/facts.ts";
import type { OpKey } from "../../../engine/ops/registry.ts";
import { HELPER } from "./helper-names.ts";
import type { Form } from "./spelling.ts";
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

/** What does not stand beside the functions of arrays in JAX. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/@(?=stop_gradient\b)/g, "jax.lax."],
  [/@(?=softplus\b)/g, "jax.nn."],
];

function inModule(text: string, framework: Framework): string {
  const found =
    framework === "jax" ? elsewhere.reduce((all, [place, owner]) => all.replaceAll(place, owner), text) : text;
  return found.replaceAll(/@(?=[a-z])/g, modules[framework]);
}

/** The body of a helper, whose calls of others are names to be found. */
export const helperText = (text: string, framework: Framework): string =>
  inModule(text, framework).replaceAll(/(?<![\w.])_(?=[a-z]\w*\()/g, HELPER);

function formOf(key: OpKey, framework: Framework): Form | null {
  const spelling = spellings[key];
  return spelling !== null && typeof spelling === "object" && "jax" in spelling ? spelling[framework] : spelling;
}

/** The call in the other framework. Throws NoCounterpart. */
export function spell(
  op: OpFacts,
  given: ReadonlyMap<string, Argument>,
  framework: Framework,
  helpers: Helpers,
): string {
  const { key } = op;
  const form = key === null ? null : formOf(key, framework);
  const none = (what: string) => new NoCounterpart(`${what} has no counterpart in ${frameworkNames[framework]} here`);
  if (key === null || form === null) throw none(op.name);
  if (typeof form === "object") {
    const parameters = new Set(form.helper.slice(0, form.helper.indexOf(":\n")).match(/\w+/g) ?? []);
    for (const name of given.keys()) if (!parameters.has(name)) throw none(`${op.name} with ${name}`);
    return `${include(key, framework, helpers)}(${helperArguments(op, given)})`;
  }
  const text = inModule(form, framework);
  for (const name of given.keys()) if (!text.includes(`$${name}`)) throw none(`${op.name} with ${name}`);
  return filled(text, given);
}

function helperArguments(op: OpFacts, given: ReadonlyMap<string, Argument>): string {
  return [...given]
    .map(([name, { text }]) => {
      const param = op.params.find((candidate) => candidate.name === name);
      return param !== undefined && "default" in param ? `${name}=${text}` : text;
    })
    .join(", ");
}

/** Puts a helper, and what it needs, among those that come along; its name. */
function include(key: OpKey, framework: Framework, helpers: Helpers): string {
  const name = `${HELPER}${key === "variance" ? "var" : key}`;
  const form = formOf(key, framework);
  if (form !== null && typeof form === "object" && !helpers.has(name)) {
    for (const other of form.needs ?? []) include(other, framework, helpers);
    helpers.set(name, `def ${name}${helperText(form.helper, framework)}\n`);
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
