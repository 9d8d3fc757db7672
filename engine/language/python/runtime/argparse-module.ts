/** @file argparse for scripts: there is no command line here, so every option has its default unless the script gives the arguments itself. */
import { call, none } from "./call.ts";
import { PyClass, PyObject } from "./classes.ts";
import { exception, object, valueError } from "./exceptions.ts";
import type { Keywords } from "./functions.ts";
import { namespace, native } from "./native.ts";
import { Tuple } from "./sequences.ts";
import { repr } from "./text.ts";

const namespaceClass = new PyClass("Namespace", [object], "argparse");
namespaceClass.construct = (_, keywords) => valuesOf(Object.entries(keywords ?? {}));
namespaceClass.members.set(
  "__repr__",
  native("__repr__", ([self]) =>
    self instanceof PyObject
      ? `Namespace(${[...self.attributes].map(([name, value]) => `${name}=${repr(value)}`).join(", ")})`
      : "Namespace()",
  ),
);
namespaceClass.members.set(
  "__eq__",
  native("__eq__", ([self, other]) => self === other),
);
namespaceClass.members.set(
  "__contains__",
  native("__contains__", ([self, name]) => self instanceof PyObject && self.attributes.has(String(name))),
);

function valuesOf(entries: Iterable<readonly [string, unknown]>): PyObject {
  const made = new PyObject(namespaceClass);
  for (const [name, value] of entries) made.attributes.set(name, value);
  return made;
}

interface Argument {
  readonly flags: readonly string[];
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
}

interface Parser {
  readonly known: Argument[];
  readonly defaults: Map<string, unknown>;
}

const isSwitch = (action: unknown): boolean => action === "store_true" || action === "store_false";

function argumentOf(flags: readonly string[], options: Readonly<Record<string, unknown>>): Argument {
  const long = flags.find((flag) => flag.startsWith("--")) ?? flags[0];
  const name = typeof options.dest === "string" ? options.dest : long.replace(/^-+/, "").replaceAll("-", "_");
  return { flags, name, options };
}

function defaultOf({ options }: Argument): unknown {
  if (options.default !== undefined)
    return typeof options.default === "string" && options.type !== undefined
      ? call(options.type, [options.default], none)
      : options.default;
  return options.action === "store_true" ? false : options.action === "store_false" ? true : null;
}

const converted = ({ options }: Argument, text: string): unknown =>
  options.type === undefined || options.type === null ? text : call(options.type, [text], none);

/** What CPython writes before it ends the program. */
const refused = (message: string) => exception("SystemExit", `2: ${message}`);

function parsed(parser: Parser, given: unknown): readonly [PyObject, string[]] {
  const words = Array.isArray(given) ? given.map(String) : [];
  const found = new Map<string, unknown>();
  for (const argument of parser.known)
    found.set(argument.name, parser.defaults.get(argument.name) ?? defaultOf(argument));
  for (const [name, value] of parser.defaults) if (!found.has(name)) found.set(name, value);
  const positional = parser.known.filter(({ flags }) => !flags[0].startsWith("-"));
  const met = new Set<string>();
  const unknown: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const [flag, inline] =
      words[i].startsWith("--") && words[i].includes("=") ? words[i].split(/=(.*)/s) : [words[i], undefined];
    const argument = flag.startsWith("-") ? parser.known.find(({ flags }) => flags.includes(flag)) : positional.shift();
    if (argument === undefined) {
      unknown.push(words[i]);
      continue;
    }
    met.add(argument.name);
    const { action, nargs } = argument.options;
    const isFlag = flag.startsWith("-");
    if (isSwitch(action)) found.set(argument.name, action === "store_true");
    else if (nargs !== undefined && nargs !== null) {
      const values: unknown[] = isFlag ? [] : [converted(argument, words[i])];
      const most = typeof nargs === "number" ? nargs : nargs === "?" ? 1 : Number.POSITIVE_INFINITY;
      while (values.length < most && i + 1 < words.length && !words[i + 1].startsWith("--"))
        values.push(converted(argument, words[++i]));
      found.set(argument.name, nargs === "?" ? (values[0] ?? argument.options.const ?? null) : values);
    } else found.set(argument.name, converted(argument, isFlag ? (inline ?? words[++i]) : flag));
  }
  const missing = parser.known.filter(
    ({ name, flags, options }) =>
      !met.has(name) &&
      (options.required === true || (!flags[0].startsWith("-") && options.nargs !== "?" && options.nargs !== "*")),
  );
  if (missing.length > 0)
    throw refused(`the following arguments are required: ${missing.map(({ flags }) => flags.join("/")).join(", ")}`);
  return [valuesOf(found), unknown];
}

const parserClass = new PyClass("ArgumentParser", [object], "argparse");

function parserOf(parser: Parser): PyObject {
  const self = new PyObject(parserClass);
  const add = native("add_argument", (flags, keywords: Keywords) => {
    if (flags.length === 0) throw valueError("add_argument() needs a name");
    parser.known.push(argumentOf(flags.map(String), keywords ?? {}));
    return null;
  });
  const group = native("add_argument_group", () => parserOf(parser));
  const members = {
    add_argument: add,
    add_argument_group: group,
    add_mutually_exclusive_group: group,
    set_defaults: native("set_defaults", (_, keywords) => {
      for (const [name, value] of Object.entries(keywords ?? {})) parser.defaults.set(name, value);
      return null;
    }),
    get_default: native("get_default", ([name]) => {
      const argument = parser.known.find((each) => each.name === String(name));
      return parser.defaults.get(String(name)) ?? (argument === undefined ? null : defaultOf(argument));
    }),
    parse_args: native("parse_args", ([args], keywords) => {
      const [values, unknown] = parsed(parser, args ?? keywords?.args);
      if (unknown.length > 0) throw refused(`unrecognized arguments: ${unknown.join(" ")}`);
      return values;
    }),
    parse_known_args: native("parse_known_args", ([args], keywords) =>
      Tuple.make(parsed(parser, args ?? keywords?.args)),
    ),
    print_help: native("print_help", () => null),
  };
  for (const [name, member] of Object.entries(members)) self.attributes.set(name, member);
  return self;
}

parserClass.construct = () => parserOf({ known: [], defaults: new Map() });

const formatter = (name: string) => new PyClass(name, [object], "argparse");

export const argparse = namespace("argparse", {
  ArgumentParser: parserClass,
  Namespace: namespaceClass,
  ArgumentDefaultsHelpFormatter: formatter("ArgumentDefaultsHelpFormatter"),
  RawTextHelpFormatter: formatter("RawTextHelpFormatter"),
  SUPPRESS: "==SUPPRESS==",
});
