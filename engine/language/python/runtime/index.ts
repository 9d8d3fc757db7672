/** @file `py`: the names that compiled Python calls. One for each loss, with its own console. */

import { ComplexNumber } from "../../../ops/complex/complex-tensor.ts";
import { chooseDefaultDType, Float } from "../../../tensor/dtype.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import type { Entry } from "../../program.ts";
import { absentMember } from "./absent.ts";
import { NdArray } from "./arrays/nd-array.ts";
import { attributeOr, delattr, getattr, method, setattr } from "./attributes.ts";
import { builtins, type Print } from "./builtins.ts";
import { call, none, special } from "./call.ts";
import "./hashing.ts";
import { classStatement } from "./class-making.ts";
import { PyClass, PyModule, PyObject } from "./classes.ts";
import { comparison, contains, identical } from "./comparisons.ts";
import { AbsentModule, ellipsis, Manager } from "./constants.ts";
import { Dict, PySet } from "./dicts.ts";
import { caught, exception, exceptions, PythonError, typeError, valueError } from "./exceptions.ts";
import { format as formatValue, repr, str } from "./format.ts";
import { makeFunction } from "./function-arguments.ts";
import { type Keywords, Native, type ParameterSpec } from "./functions.ts";
import { decorated } from "./grad-modes.ts";
import { isinstance } from "./isinstance.ts";
import { PyIterator } from "./iterators.ts";
import { modules, presets } from "./namespaces.ts";
import { augmented, invert, negative, operator, plus } from "./operators.ts";
import { iterate, truth } from "./protocols.ts";
import { resetRandom } from "./python-random.ts";
import { NamedTuple, Range, Slice, Tuple } from "./sequences.ts";
import { resetSettings } from "./settings.ts";
import { delitem, getitem_, setitem } from "./subscripts.ts";
import { superOf } from "./super.ts";
import { resetSpeed } from "./surroundings.ts";
import { provideOutput, resetEnvironment } from "./system-modules.ts";
import { resetPrintOptions } from "./tensor-text.ts";
import { custom } from "./text.ts";
import { typeName } from "./type-name.ts";

export type PythonRuntime = ReturnType<typeof pythonRuntime>;

export function pythonRuntime(print: Print) {
  resetPrintOptions();
  resetSettings();
  resetEnvironment();
  provideOutput(print);
  resetRandom();
  resetSpeed();
  chooseDefaultDType(null);
  const names = builtins(print);
  let handled: PythonError | null = null;

  return Object.freeze({
    /** What globals() and, at the top, locals() shows: the names of the module that are bound. */
    names: (bound: () => readonly (readonly [string, unknown])[]) => {
      const shown = new Native(
        "globals",
        () => new Dict([["__name__", "__main__"], ...bound().filter(([, value]) => value !== undefined)]),
      );
      names.set("globals", shown);
    },
    ellipsis,
    float: (value: number) => new Float(value),
    complex: (im: number) => new ComplexNumber(0, im),
    tuple: (items: readonly unknown[]) => Tuple.make(items),
    set: (items: readonly unknown[]) => new PySet(items),
    dict: (entries: readonly (readonly [unknown, unknown])[]) => new Dict(entries),
    slice: (start: unknown, stop: unknown, step: unknown) => new Slice(start, stop, step),
    generator: (source: Iterable<unknown>) => new PyIterator(source),
    iterate,
    splat: (value: unknown): Iterable<unknown> => {
      if (value === null || typeof value === "number" || typeof value === "boolean" || value instanceof Float)
        throw typeError(`Value after * must be an iterable, not ${typeName(value)}`);
      return iterate(value);
    },
    entries: (value: unknown) => {
      if (!(value instanceof Dict)) throw typeError(`'${typeName(value)}' object is not a mapping`);
      return value.entries();
    },
    keywords: (value: unknown): Record<string, unknown> => {
      if (!(value instanceof Dict)) throw typeError(`argument after ** must be a mapping, not ${typeName(value)}`);
      return Object.fromEntries(value.entries().map(([key, item]) => [String(key), item]));
    },

    add: operator("add"),
    sub: operator("sub"),
    mul: operator("mul"),
    div: operator("div"),
    floordiv: operator("floordiv"),
    mod: operator("mod"),
    pow: operator("pow"),
    matmul: operator("matmul"),
    and: operator("and"),
    or: operator("or"),
    xor: operator("xor"),
    lshift: operator("lshift"),
    rshift: operator("rshift"),
    augmented,
    neg: negative,
    pos: plus,
    invert,
    lt: comparison("lt"),
    le: comparison("le"),
    gt: comparison("gt"),
    ge: comparison("ge"),
    eq: comparison("eq"),
    ne: comparison("ne"),
    is: identical,
    isNot: (a: unknown, b: unknown) => !identical(a, b),
    contains,
    lacks: (item: unknown, container: unknown) => !contains(item, container),
    truth,

    getattr,
    setattr,
    delattr,
    getitem: getitem_,
    setitem,
    delitem,
    call: (f: unknown, args: readonly unknown[], keywords: Keywords) =>
      f instanceof Manager ? decorated(f, args[0]) : call(f, args, keywords),
    method,
    super: superOf,

    function: (
      name: string,
      parameters: readonly ParameterSpec[],
      run: (...args: unknown[]) => unknown,
      isGenerator: boolean,
      doc: string | null,
    ) => makeFunction(name, parameters, run, isGenerator, doc),
    class: (
      name: string,
      bases: readonly unknown[],
      keywords: Keywords,
      body: (cls: PyClass, annotations: string[]) => readonly (readonly [string, unknown])[],
      doc: string | null,
    ) => classStatement(name, bases, keywords, body, doc),

    builtin: (name: string): unknown => {
      const found = names.get(name) ?? presets.get(name);
      if (found === undefined) throw exception("NameError", `name '${name}' is not defined`);
      return found;
    },
    /** A module's variable that is not bound yet may still be a builtin. */
    unbound: (name: string, isLocal: boolean): unknown => {
      const otherwise = isLocal ? undefined : (names.get(name) ?? presets.get(name));
      if (otherwise !== undefined) return otherwise;
      if (isLocal)
        throw exception(
          "UnboundLocalError",
          `cannot access local variable '${name}' where it is not associated with a value`,
        );
      throw exception("NameError", `name '${name}' is not defined`);
    },
    import: (name: string): unknown => moduleOf(name),
    importFrom: (name: string, member: string): unknown => {
      const submodule = modules.get(`${name}.${member}`);
      if (submodule !== undefined) return submodule;
      const module = moduleOf(name);
      if (module instanceof AbsentModule) return new Native(member, () => module.miss());
      const found = module.members.has(member) ? module.members.get(member) : absentMember(module.name, member);
      if (found === undefined) throw exception("ImportError", `cannot import name '${member}' from '${name}'`);
      return found;
    },

    unpack: (value: unknown, count: number, star: number): unknown[] => unpacked(value, count, star),
    format: (value: unknown, spec: string, conversion: string): string => {
      const plain =
        conversion === "r" || conversion === "a"
          ? repr(value, custom)
          : conversion === "s"
            ? str(value, custom)
            : value;
      const own = conversion === "" ? special(plain, "__format__") : undefined;
      return own === undefined ? formatValue(plain, spec, custom) : String(call(own, [spec], none));
    },

    raise: (value: unknown, cause?: unknown): never => {
      const instance = value instanceof PyClass ? call(value, [], none) : value;
      if (!(instance instanceof PyObject && instance.cls.isSubclassOf(exceptions.BaseException)))
        throw typeError("exceptions must derive from BaseException");
      if (cause !== undefined) instance.attributes.set("__cause__", cause);
      throw new PythonError(instance);
    },
    reraised: (): PythonError => handled ?? exception("RuntimeError", "No active exception to reraise"),
    assertion: (message?: unknown): never => {
      const error = exception("AssertionError", "");
      error.value.attributes.set("args", message === undefined ? new Tuple() : Tuple.make([message]));
      throw error;
    },
    caught: (error: unknown): PyObject | null => {
      const value = caught(error);
      if (value !== null) handled = error instanceof PythonError ? error : new PythonError(value);
      return value;
    },
    matches: (error: PyObject | null, kinds: unknown): boolean =>
      error !== null &&
      (Array.isArray(kinds) ? kinds.some((kind) => isinstance(error, kind)) : isinstance(error, kinds)),

    enter: (manager: unknown): unknown => {
      if (manager instanceof Manager) return manager.enter();
      if (manager instanceof PyClass && manager.construct !== null && manager.module === "torch.autograd")
        throw exception("AttributeError", "__enter__");
      const enter = special(manager, "__enter__");
      if (enter === undefined)
        throw typeError(`'${typeName(manager)}' object does not support the context manager protocol`);
      return call(enter, [], none);
    },
    exit: (manager: unknown, error: unknown): boolean => {
      if (manager instanceof Manager) {
        manager.exit();
        return false;
      }
      const value = error === null ? null : caught(error);
      const result = call(
        special(manager, "__exit__"),
        value === null ? [null, null, null] : [value.cls, value, null],
        none,
      );
      return error !== null && truth(result);
    },

    isinstance,
    isMapping: (value: unknown) => value instanceof Dict,
    keyPattern: (value: unknown, key: unknown) =>
      value instanceof Dict && value.has(key) ? value.get(key) : undefined,
    restPattern: (value: unknown, keys: readonly unknown[]) => {
      const rest = new Dict(value instanceof Dict ? value.entries() : []);
      for (const key of keys) rest.delete(key);
      return rest;
    },
    positionalPattern: (value: unknown, cls: unknown, at: number): unknown => {
      if (value instanceof NamedTuple) return value[at];
      const names = cls instanceof PyClass ? cls.lookup("__match_args__") : undefined;
      if (!Array.isArray(names)) return value;
      return at < names.length ? attributeOr(value, String(names[at]), undefined) : undefined;
    },
    attributePattern: (value: unknown, name: string): unknown => attributeOr(value, name, undefined),
    sequencePattern: (value: unknown, count: number, star: number): unknown[] | null => {
      if (!Array.isArray(value) && !(value instanceof Range)) return null;
      const items = [...value];
      return (star < 0 ? items.length === count : items.length >= count - 1) ? unpacked(items, count, star) : null;
    },

    /** What the script returns: a function, or a class to construct, as the other language has them. */
    entry: (value: unknown, kind: Entry["kind"]): unknown => {
      if (value === undefined) return undefined;
      if (kind === "function") return (...args: readonly unknown[]) => returned(call(value, args, none));
      return entryClass(value);
    },
  });
}

function moduleOf(name: string) {
  const found = modules.get(name);
  if (found === undefined) throw exception("ModuleNotFoundError", `No module named '${name}'`);
  return found;
}

function unpacked(value: unknown, count: number, star: number): unknown[] {
  if (Tensor.isTensor(value) && value.shape.length === 0) throw typeError("iteration over a 0-d tensor");
  if (
    !Array.isArray(value) &&
    typeof value !== "string" &&
    (value === null || typeof value === "number" || typeof value === "boolean" || value instanceof Float)
  )
    throw typeError(`cannot unpack non-iterable ${typeName(value)} object`);
  const items = [...iterate(value)];
  if (star < 0) {
    if (items.length < count) throw valueError(`not enough values to unpack (expected ${count}, got ${items.length})`);
    if (items.length > count) throw valueError(`too many values to unpack (expected ${count})`);
    return items;
  }
  const rest = items.length - (count - 1);
  if (rest < 0) throw valueError(`not enough values to unpack (expected at least ${count - 1}, got ${items.length})`);
  return [...items.slice(0, star), items.slice(star, star + rest), ...items.slice(star + rest)];
}

/** An array of NumPy's as the tensor that it holds, which has no graph. */
const returned = (value: unknown): unknown => (value instanceof NdArray ? value.tensor : value);

/** Constructed by whoever runs the loss; `forward` calls the instance as Python would. */
function entryClass(value: unknown): unknown {
  return function construct(...args: readonly unknown[]): unknown {
    const instance = call(value, args, none);
    if (instance instanceof PyModule) return instance;
    return { forward: (...inputs: readonly unknown[]) => returned(call(instance, inputs, none)), instance };
  };
}
