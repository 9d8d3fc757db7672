/** @file How an op's call is spelled in the frameworks a loss is ported to. */
import type { OpFacts } from "../../../engine/language/facts/facts.ts";
import type { OpKey } from "../../../engine/ops/registry.ts";
import { type Framework, frameworkNames } from "./frameworks.ts";
import { HELPER } from "./helper-names.ts";
import { type Helpers, helperText, inModule } from "./helper-text.ts";
import { includeOwn } from "./own-helpers.ts";
import { type Helper, isPerFramework, type Template } from "./spelling.ts";
import { spellings } from "./spellings.ts";

/** An argument: its text, and whether it can stand beside an operator without parentheses. */
export interface Argument {
  readonly text: string;
  readonly isAtom: boolean;
  /** Several arguments, written as a tuple. */
  readonly isMany?: boolean;
}

/** No counterpart; the message says of what. */
export class NoCounterpart extends Error {}

/** None where there is no counterpart. */
function formsOf(key: OpKey, framework: Framework): readonly (Template | Helper)[] {
  const spelling = spellings[key];
  const form = spelling !== null && isPerFramework(spelling) ? spelling[framework] : spelling;
  return form === null ? [] : [form].flat();
}

/** Which arguments a form takes, and which of them it cannot do without. */
function takenBy(form: Template | Helper): { readonly all: readonly string[]; readonly needed: readonly string[] } {
  if (typeof form === "string") {
    const names = (text: string): readonly string[] => text.match(/(?<=\$)\w+/g) ?? [];
    return { all: names(form), needed: names(form.replaceAll(/\{[^}]*\}/g, "")) };
  }
  const parameters = form.helper.slice(1, form.helper.indexOf("):\n")).split(/, (?=[\w*])/);
  return {
    all: parameters.map((parameter) => /\w+/.exec(parameter)?.[0] ?? ""),
    needed: parameters.filter((parameter) => /^\w+$/.test(parameter)),
  };
}

/** What is wrong with a form for such arguments, in words; null if nothing is. */
function misfit(form: Template | Helper, given: ReadonlyMap<string, Argument>): string | null {
  const { all, needed } = takenBy(form);
  const without = needed.find((name) => !given.has(name));
  if (without !== undefined) return `without ${without}`;
  const superfluous = [...given.keys()].find((name) => !all.includes(name));
  return superfluous === undefined ? null : `with ${superfluous}`;
}

/** The call in the other framework. Throws NoCounterpart. */
export function spell(
  op: OpFacts,
  given: ReadonlyMap<string, Argument>,
  framework: Framework,
  helpers: Helpers,
): string {
  const { key } = op;
  const forms = key === null ? [] : formsOf(key, framework);
  const none = (what: string) => new NoCounterpart(`${what} has no counterpart in ${frameworkNames[framework]} here`);
  const last = forms.at(-1);
  if (key === null || last === undefined) throw none(op.name);
  const form = forms.find((each) => misfit(each, given) === null);
  if (form === undefined) throw none(`${op.name} ${misfit(last, given)}`);
  return typeof form === "string"
    ? filled(inModule(form, framework), given)
    : `${include(key, framework, helpers, form)}(${helperArguments(op, given)})`;
}

function helperArguments(op: OpFacts, given: ReadonlyMap<string, Argument>): string {
  return [...given]
    .map(([name, { text }]) => {
      const param = op.params.find((candidate) => candidate.name === name);
      return param !== undefined && "default" in param ? `${name}=${text}` : text;
    })
    .join(", ");
}

const isHelper = (form: Template | Helper): form is Helper => typeof form === "object";

/** Puts a helper, and what it needs, among those that come along; its name. One that takes more takes the place of one that takes less. */
function include(key: OpKey, framework: Framework, helpers: Helpers, chosen?: Helper): string {
  const name = `${HELPER}${key === "variance" ? "var" : key}`;
  const forms = formsOf(key, framework).filter(isHelper);
  const texts = forms.map(({ helper }) => `def ${name}${helperText(helper, framework)}\n`);
  const place = Math.max(0, chosen === undefined ? 0 : forms.indexOf(chosen));
  const [form, text] = [forms[place], texts[place]];
  if (form === undefined || text === undefined || texts.indexOf(helpers.get(name) ?? "") >= place) return name;
  for (const other of form.own ?? []) includeOwn(other, framework, helpers);
  for (const other of form.needs ?? []) include(other, framework, helpers);
  helpers.set(name, text);
  return name;
}

function filled(template: string, given: ReadonlyMap<string, Argument>): string {
  const optional = template.replaceAll(/\{([^}]*)\}/g, (_, part: string) => {
    const name = /\$(\w+)/.exec(part)?.[1] ?? "";
    return given.has(name) ? part : "";
  });
  const unpacked = optional.replaceAll(/\*\$(\w+)/g, (whole, name: string) => {
    const argument = given.get(name);
    return argument?.isMany === true ? argument.text.slice(1, -1).replace(/,$/, "") : whole;
  });
  return unpacked.replaceAll(/\$(\w+)/g, (_, name: string, at: number) => {
    const argument = given.get(name);
    if (argument === undefined) throw new Error(`internal: ${template} lacks ${name}`);
    const [before, after] = [unpacked[at - 1], unpacked[at + name.length + 1]];
    const isAlone = (before === "(" || before === " " || before === "=") && (after === "," || after === ")");
    const isWholeArgument = isAlone && !/[+\-*/%&|^@<>=!] $/.test(unpacked.slice(Math.max(0, at - 2), at));
    return argument.isAtom || (isWholeArgument && before !== undefined) ? argument.text : `(${argument.text})`;
  });
}
