/** @file Modules about Python and the machine: sys, os, types, time, random, json, string. There are no files here, and the environment is empty. */
import { Tensor } from "../../../tensor/tensor.ts";
import { PyClass, PyObject } from "./classes.ts";
import { Namespace } from "./constants.ts";
import { Dict } from "./dicts.ts";
import { exception, object, typeError } from "./exceptions.ts";
import { float, isFloat } from "./floats.ts";
import { floatText } from "./format.ts";
import { BoundMethod, type Keywords, Native, PyFunction } from "./functions.ts";
import { PyIterator } from "./iterators.ts";
import { namespace, native } from "./native.ts";
import { randomModule } from "./python-random.ts";
import { NamedTuple } from "./sequences.ts";
import { str } from "./text.ts";
import { types } from "./type-of.ts";
import { typeName } from "./type-name.ts";

const noFiles = (name: string) =>
  native(name, () => {
    throw exception(
      "NotImplementedError",
      `${name}() is not available here: a loss has neither files nor other code to run`,
    );
  });

/** A type of the runtime's, which type() gives and isinstance knows. */
function kind(name: string, holds: (value: unknown) => boolean): PyClass {
  const cls = types.get(name) ?? new PyClass(name, [object], "builtins");
  cls.holds = holds;
  types.set(name, cls);
  return cls;
}

const isFunction = (value: unknown): boolean => value instanceof PyFunction;
const functionType = kind("function", isFunction);

export const simpleNamespace = new PyClass("SimpleNamespace", [object], "types");
simpleNamespace.construct = (_, keywords) => {
  const made = new PyObject(simpleNamespace);
  for (const [name, value] of Object.entries(keywords ?? {})) made.attributes.set(name, value);
  return made;
};

const typesModule = namespace("types", {
  FunctionType: functionType,
  LambdaType: functionType,
  MethodType: kind("method", (value) => value instanceof BoundMethod),
  BuiltinFunctionType: kind(
    "builtin_function_or_method",
    (value) => value instanceof Native || (typeof value === "function" && !/^[A-Z]/.test(value.name)),
  ),
  GeneratorType: kind("generator", (value) => value instanceof PyIterator && value.typeName === "generator"),
  ModuleType: kind("module", (value) => value instanceof Namespace),
  NoneType: kind("NoneType", (value) => value === null),
  SimpleNamespace: simpleNamespace,
});

const versionInfo = NamedTuple.named("sys.version_info", [
  ["major", 3],
  ["minor", 11],
  ["micro", 7],
  ["releaselevel", "final"],
  ["serial", 0],
]);

let writeLine: (text: string) => void = () => undefined;
let pending = "";

/** What is written goes where print goes, line by line. */
export function provideOutput(write: (text: string) => void): void {
  writeLine = write;
  pending = "";
}

const stream = namespace("sys.stdout", {
  write: native("write", ([text]) => {
    const lines = (pending + str(text)).split("\n");
    pending = lines.pop() ?? "";
    for (const line of lines) writeLine(line);
    return String(text).length;
  }),
  flush: native("flush", () => null),
  isatty: native("isatty", () => false),
});

const sys = namespace("sys", {
  version: "3.11.7",
  version_info: versionInfo,
  maxsize: 2 ** 63,
  platform: "linux",
  byteorder: "little",
  argv: ["loss.py"],
  path: [],
  modules: new Dict(),
  float_info: NamedTuple.named("sys.float_info", [
    ["max", float(Number.MAX_VALUE)],
    ["min", float(2 ** -1022)],
    ["epsilon", float(2 ** -52)],
    ["dig", 15],
  ]),
  getrecursionlimit: native("getrecursionlimit", () => 1000),
  stdout: stream,
  stderr: stream,
  exit: native("exit", ([code = null]) => {
    throw exception("SystemExit", code === null ? "" : str(code));
  }),
});

const environment = new Dict();

const osPath = namespace("os.path", {
  join: native("join", (parts) =>
    parts.map(String).reduce((a, b) => (b.startsWith("/") ? b : `${a.replace(/\/?$/, "/")}${b}`)),
  ),
  exists: native("exists", () => false),
  isfile: native("isfile", () => false),
  isdir: native("isdir", () => false),
  basename: native("basename", ([path]) => String(path).split("/").at(-1) ?? ""),
  dirname: native("dirname", ([path]) => String(path).split("/").slice(0, -1).join("/")),
  abspath: native("abspath", ([path]) => path),
  expanduser: native("expanduser", ([path]) => path),
});

const os = namespace("os", {
  environ: environment,
  getenv: native("getenv", ([name, otherwise = null], keywords) =>
    environment.has(name) ? environment.get(name) : (keywords?.default ?? otherwise),
  ),
  getcwd: native("getcwd", () => "/"),
  getpid: native("getpid", () => 1),
  cpu_count: native("cpu_count", () => 1),
  sep: "/",
  name: "posix",
  makedirs: noFiles("os.makedirs"),
  listdir: noFiles("os.listdir"),
  remove: noFiles("os.remove"),
  path: osPath,
});
/** JSON as Python writes it: a space after colons and commas. */
function json(value: unknown, indent: number | null, depth: number): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string")
    return JSON.stringify(value).replace(
      /[\u0080-\uffff]/g,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
  if (isFloat(value)) {
    const text = floatText(Number(value));
    return { nan: "NaN", inf: "Infinity", "-inf": "-Infinity" }[text] ?? text;
  }
  if (typeof value === "number") return String(value);
  const between = indent === null ? ", " : `,\n${" ".repeat(indent * (depth + 1))}`;
  const around = (open: string, items: readonly string[], close: string) =>
    items.length === 0
      ? open + close
      : indent === null
        ? `${open}${items.join(between)}${close}`
        : `${open}\n${" ".repeat(indent * (depth + 1))}${items.join(between)}\n${" ".repeat(indent * depth)}${close}`;
  if (value instanceof Dict)
    return around(
      "{",
      value
        .entries()
        .map(
          ([key, item]) =>
            `${JSON.stringify(typeof key === "string" ? key : json(key, null, 0))}: ${json(item, indent, depth + 1)}`,
        ),
      "}",
    );
  if (Array.isArray(value))
    return around(
      "[",
      value.map((item) => json(item, indent, depth + 1)),
      "]",
    );
  throw typeError(`Object of type ${Tensor.isTensor(value) ? "Tensor" : typeName(value)} is not JSON serializable`);
}

/** JSON's values as Python's: objects are dicts. */
function parsed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(parsed);
  if (typeof value === "object" && value !== null)
    return new Dict(Object.entries(value).map(([key, item]) => [key, parsed(item)] as const));
  return value;
}

const jsonModule = namespace("json", {
  dumps: native("dumps", ([value], keywords: Keywords) => {
    const indent = keywords?.indent ?? null;
    return json(value, indent === null ? null : Number(indent), 0);
  }),
  loads: native("loads", ([text]) => {
    try {
      return parsed(JSON.parse(String(text)));
    } catch {
      throw exception("ValueError", "Expecting value: line 1 column 1 (char 0)");
    }
  }),
  dump: noFiles("json.dump"),
  load: noFiles("json.load"),
});

/** Time stands still: nothing that is computed here depends on it. */
const clock = (name: string) => native(name, () => float(0));

const time = namespace("time", {
  time: clock("time"),
  perf_counter: clock("perf_counter"),
  monotonic: clock("monotonic"),
  process_time: clock("process_time"),
  sleep: native("sleep", () => null),
});

const letters = "abcdefghijklmnopqrstuvwxyz";

const string = namespace("string", {
  ascii_lowercase: letters,
  ascii_uppercase: letters.toUpperCase(),
  ascii_letters: letters + letters.toUpperCase(),
  digits: "0123456789",
});

const inspect = namespace("inspect", {
  isfunction: native("isfunction", ([value]) => isFunction(value)),
  isclass: native(
    "isclass",
    ([value]) => value instanceof PyClass || (typeof value === "function" && /^[A-Z]/.test(value.name)),
  ),
  ismethod: native("ismethod", ([value]) => value instanceof BoundMethod),
  isbuiltin: native("isbuiltin", ([value]) => value instanceof Native),
});

const gc = namespace("gc", { collect: native("collect", () => 0) });

/** Each program finds the environment as it was: empty. */
export function resetEnvironment(): void {
  for (const key of [...environment.keys()]) environment.delete(key);
}

export const systemModules: readonly (readonly [string, Namespace])[] = [
  ["types", typesModule],
  ["sys", sys],
  ["os", os],
  ["os.path", osPath],
  ["json", jsonModule],
  ["time", time],
  ["string", string],
  ["inspect", inspect],
  ["gc", gc],
  ["random", randomModule],
  [
    "__future__",
    namespace("__future__", {
      annotations: null,
      division: null,
      print_function: null,
      absolute_import: null,
      unicode_literals: null,
    }),
  ],
];
