/** @file Python's exceptions, and the engine's errors as Python sees them. */

import { EngineError } from "../../../tensor/errors.ts";
import { isStackOverflow } from "../../stack-overflow.ts";
import { PyClass, PyObject } from "./classes.ts";
import { Tuple } from "./sequences.ts";
import { typeName } from "./type-name.ts";

/** What JavaScript throws when Python raises. */
export class PythonError extends Error {
  readonly value: PyObject;
  constructor(value: PyObject) {
    super();
    this.value = value;
  }
  get type(): string {
    return this.value.cls.name;
  }
  override get message(): string {
    return messageOf(this.value);
  }
  override get name(): string {
    return this.type;
  }
}

export const object = new PyClass("object", [], "builtins");
export const exceptions: Record<string, PyClass> = {};

function declare(name: string, base: PyClass): PyClass {
  const cls = new PyClass(name, [base], "builtins");
  exceptions[name] = cls;
  return cls;
}

const tree = [
  ["Exception", "BaseException"],
  ["KeyboardInterrupt", "BaseException"],
  ["SystemExit", "BaseException"],
  ["ArithmeticError", "Exception"],
  ["ZeroDivisionError", "ArithmeticError"],
  ["OverflowError", "ArithmeticError"],
  ["FloatingPointError", "ArithmeticError"],
  ["AssertionError", "Exception"],
  ["AttributeError", "Exception"],
  ["FrozenInstanceError", "AttributeError"],
  ["ImportError", "Exception"],
  ["ModuleNotFoundError", "ImportError"],
  ["LookupError", "Exception"],
  ["IndexError", "LookupError"],
  ["KeyError", "LookupError"],
  ["NameError", "Exception"],
  ["UnboundLocalError", "NameError"],
  ["RuntimeError", "Exception"],
  ["NotImplementedError", "RuntimeError"],
  ["RecursionError", "RuntimeError"],
  ["StopIteration", "Exception"],
  ["StopAsyncIteration", "Exception"],
  ["EOFError", "Exception"],
  ["_LinAlgError", "RuntimeError"],
  ["SyntaxError", "Exception"],
  ["IndentationError", "SyntaxError"],
  ["TabError", "IndentationError"],
  ["TypeError", "Exception"],
  ["ValueError", "Exception"],
  ["UnicodeError", "ValueError"],
  ["UnicodeDecodeError", "UnicodeError"],
  ["UnicodeEncodeError", "UnicodeError"],
  ["OSError", "Exception"],
  ["FileNotFoundError", "OSError"],
  ["TimeoutError", "OSError"],
  ["PermissionError", "OSError"],
  ["MemoryError", "Exception"],
  ["Warning", "Exception"],
  ["UserWarning", "Warning"],
  ["DeprecationWarning", "Warning"],
  ["RuntimeWarning", "Warning"],
  ["FutureWarning", "Warning"],
  ["PendingDeprecationWarning", "Warning"],
  ["GeneratorExit", "BaseException"],
] as const;
export type ExceptionName = "BaseException" | (typeof tree)[number][0];
declare("BaseException", object);
for (const [name, base] of tree) declare(name, exceptions[base]);

export function exception(type: ExceptionName, message: string): PythonError {
  const value = new PyObject(exceptions[type]);
  value.attributes.set("args", Tuple.make([message]));
  return new PythonError(value);
}

export const typeError = (message: string): PythonError => exception("TypeError", message);
export const valueError = (message: string): PythonError => exception("ValueError", message);
export const attributeError = (message: string): PythonError => exception("AttributeError", message);

/** str and repr of any value; filled in by text.ts, which itself needs exceptions. */
let textOf: { readonly str: (value: unknown) => string; readonly repr: (value: unknown) => string } = {
  str: String,
  repr: String,
};

export function provideText(of: typeof textOf): void {
  textOf = of;
}

function messageOf(value: PyObject): string {
  if (value.cls.lookup("__str__") !== undefined) {
    try {
      return textOf.str(value);
    } catch {
      // What fails to say itself is said by its arguments.
    }
  }
  const args = value.attributes.get("args");
  if (!(args instanceof Tuple) || args.length === 0) return "";
  const [first] = args;
  if (args.length > 1) return textOf.repr(args);
  return value.cls.isSubclassOf(exceptions.KeyError) ? textOf.repr(first) : textOf.str(first);
}

/** Anything thrown, as a Python exception. Null for what Python must not catch: the time limit. */
export function caught(error: unknown): PyObject | null {
  if (error instanceof PythonError) return error.value;
  if (error instanceof EngineError) {
    if (error.code === "timeout" || error.code === "memory") return null;
    const value = exception(error.type, error.pytorch ?? error.message).value;
    value.attributes.set("__engine__", error);
    return value;
  }
  if (isStackOverflow(error)) return exception("RecursionError", "maximum recursion depth exceeded").value;
  return exception("RuntimeError", error instanceof Error ? error.message : typeName(error)).value;
}
