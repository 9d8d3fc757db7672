/** @file Calling functions of the user's: which argument goes to which parameter, and Python's words where that fails. */

import { Dict } from "./dicts.ts";
import { typeError } from "./exceptions.ts";
import { type Keywords, type ParameterSpec, PyFunction } from "./functions.ts";
import { PyIterator } from "./iterators.ts";
import { Tuple } from "./sequences.ts";

export function makeFunction(
  name: string,
  parameters: readonly ParameterSpec[],
  run: (...args: unknown[]) => unknown,
  isGenerator: boolean,
  doc: string | null,
): PyFunction {
  return new PyFunction(
    name,
    parameters,
    run,
    isGenerator,
    doc,
    parameters.every(({ kind }) => kind === "plain"),
  );
}

export function callFunction(f: PyFunction, args: readonly unknown[], keywords: Keywords): unknown {
  const bound =
    f.isPlain && keywords === null && args.length === f.parameters.length ? args : bindArguments(f, args, keywords);
  const result = f.run(...bound);
  return f.isGenerator ? new PyIterator(result as Iterable<unknown>) : result;
}

const quotedList = (names: readonly string[]): string => {
  const quoted = names.map((name) => `'${name}'`);
  if (quoted.length < 3) return quoted.join(" and ");
  return `${quoted.slice(0, -1).join(", ")}, and ${quoted.at(-1)}`;
};

function bindArguments(f: PyFunction, args: readonly unknown[], keywords: Keywords): unknown[] {
  const name = String(f.attributes.get("__qualname__") ?? f.name);
  const plain = f.parameters.filter(({ kind }) => kind === "plain");
  const rest = f.parameters.find(({ kind }) => kind === "rest");
  const others = f.parameters.find(({ kind }) => kind === "keywords");
  if (args.length > plain.length && rest === undefined) {
    const least = plain.filter(({ value }) => value === undefined).length;
    const takes = least === plain.length ? String(plain.length) : `from ${least} to ${plain.length}`;
    const byName = f.parameters.filter(
      (each) => each.kind === "keyword" && keywords !== null && each.name in keywords,
    ).length;
    const beside =
      byName === 0
        ? ""
        : ` positional argument${args.length === 1 ? "" : "s"} (and ${byName} keyword-only argument${byName === 1 ? "" : "s"})`;
    throw typeError(
      `${name}() takes ${takes} positional argument${plain.length === 1 && least === 1 ? "" : "s"} but ${args.length}${beside} ${args.length === 1 && byName === 0 ? "was" : "were"} given`,
    );
  }
  const values = new Map<string, unknown>();
  plain.forEach(({ name: parameter }, i) => {
    if (i < args.length) values.set(parameter, args[i]);
  });
  const extra = new Dict();
  const misnamed = f.parameters.filter(
    (each) => each.isPositional === true && others === undefined && keywords !== null && each.name in keywords,
  );
  if (misnamed.length > 0)
    throw typeError(
      `${name}() got some positional-only arguments passed as keyword arguments: '${misnamed.map((each) => each.name).join(", ")}'`,
    );
  for (const [key, value] of Object.entries(keywords ?? {})) {
    const known = f.parameters.find(
      (parameter) => parameter.name === key && (parameter.kind === "plain" || parameter.kind === "keyword"),
    );
    if (known === undefined) {
      if (others === undefined) throw typeError(`${name}() got an unexpected keyword argument '${key}'`);
      extra.set(key, value);
    } else if (values.has(key)) throw typeError(`${name}() got multiple values for argument '${key}'`);
    else values.set(key, value);
  }
  const missing = (kind: "plain" | "keyword") =>
    f.parameters
      .filter((parameter) => parameter.kind === kind && parameter.value === undefined && !values.has(parameter.name))
      .map((parameter) => parameter.name);
  const [positional, keywordOnly] = [missing("plain"), missing("keyword")];
  if (positional.length > 0)
    throw typeError(
      `${name}() missing ${positional.length} required positional argument${positional.length === 1 ? "" : "s"}: ${quotedList(positional)}`,
    );
  if (keywordOnly.length > 0)
    throw typeError(
      `${name}() missing ${keywordOnly.length} required keyword-only argument${keywordOnly.length === 1 ? "" : "s"}: ${quotedList(keywordOnly)}`,
    );
  return f.parameters.map((parameter) => {
    if (parameter.kind === "rest") return Tuple.make(args.slice(plain.length));
    if (parameter.kind === "keywords") return extra;
    return values.has(parameter.name) ? values.get(parameter.name) : parameter.value;
  });
}
