/** @file Calling whatever can be called, and making instances. */

import { Transform } from "../../../distributions/index.ts";
import { Module } from "../../../nn/module.ts";
import { dataOf, Tensor } from "../../../tensor/tensor.ts";
import { NdArray, NumpyFloat } from "./arrays/nd-array.ts";
import { type Instance, isInstance, MadeClass, PyClass, PyModule, PyObject } from "./classes.ts";
import { NumpyType } from "./constants.ts";
import { attributeError, exception, exceptions, typeError } from "./exceptions.ts";
import { callFunction } from "./function-arguments.ts";
import { BoundMethod, ClassMethod, type Keywords, Native, Property, PyFunction, StaticMethod } from "./functions.ts";
import { Size, Tuple } from "./sequences.ts";
import { callEngine } from "./tensors.ts";
import { typeName } from "./type-name.ts";

export const none: Keywords = null;

export function bind(member: unknown, self: Instance, name: string): unknown {
  if (member instanceof PyFunction || member instanceof Native) return new BoundMethod(self, member, name);
  if (member instanceof Property) {
    if (member.get === null) throw attributeError(`property '${name}' of '${self.cls.name}' object has no getter`);
    return call(member.get, [self], none);
  }
  if (member instanceof StaticMethod) return member.method;
  if (member instanceof ClassMethod) return new BoundMethod(self.cls, member.method, name);
  return member;
}

export function call(f: unknown, args: readonly unknown[], keywords: Keywords): unknown {
  // The engine's ops come first: a loss calls hardly anything else.
  if (typeof f === "function") {
    if (isConstructor(f)) return constructNative(f, args, keywords);
    return callEngine(f as (...args: never[]) => unknown, undefined, args, keywords);
  }
  if (f instanceof PyFunction) return callFunction(f, args, keywords);
  if (f instanceof BoundMethod) return call(f.method, [f.self, ...args], keywords);
  if (f instanceof Native) return f.run(args, keywords);
  if (f instanceof PyClass) return construct(f, args, keywords);
  if (isInstance(f)) return callInstance(f, args, keywords);
  if (f instanceof Module) return callModule(f, args, keywords);
  if (f instanceof ClassMethod || f instanceof StaticMethod) return call(f.method, args, keywords);
  if (f instanceof Transform) return callEngine(f.forward, f, args, keywords);
  if (f instanceof NumpyType) return numpyScalar(f, args[0] ?? 0);
  throw typeError(`'${f instanceof Size ? "torch.Size" : typeName(f)}' object is not callable`);
}

function numpyScalar({ name }: NumpyType, value: unknown): unknown {
  const x = value instanceof NdArray ? value.tensor : value;
  const number = Number(Tensor.isTensor(x) ? dataOf(x)[x.offset] : x);
  if (name === "bool") return number !== 0;
  return name.includes("int") ? Math.trunc(number) : new NumpyFloat(number, name === "float32" ? "float32" : "float64");
}

type Constructor = new (...args: unknown[]) => unknown;

const constructors = new WeakMap<object, boolean>();

/** Only its text tells a class; a function's text is long in the making. */
function isConstructor(f: object): f is Constructor {
  const known = constructors.get(f);
  if (known !== undefined) return known;
  const is = f.toString().startsWith("class");
  constructors.set(f, is);
  return is;
}

function constructNative(f: Constructor, args: readonly unknown[], keywords: Keywords): unknown {
  const made: unknown = callEngine(
    ((...lowered: unknown[]) => Reflect.construct(f, lowered)) as (...args: never[]) => unknown,
    undefined,
    args,
    keywords,
  );
  return made;
}

function callInstance(self: Instance, args: readonly unknown[], keywords: Keywords): unknown {
  const own = self.cls.lookup("__call__");
  if (own !== undefined) return call(bind(own, self, "__call__"), args, keywords);
  if (self instanceof PyModule) {
    if (!self.isReady) throw attributeError(`'${self.cls.name}' object has no attribute '_backward_hooks'`);
    const forward = self.attributes.get("forward") ?? self.cls.lookup("forward");
    if (forward === undefined)
      throw exception("NotImplementedError", `Module [${self.cls.name}] is missing the required "forward" function`);
    if (forward instanceof PyFunction) return callFunction(forward, [self, ...args], keywords);
    return call(
      forward instanceof Native || forward instanceof StaticMethod ? bind(forward, self, "forward") : forward,
      args,
      keywords,
    );
  }
  if (self.cls.mro.some(({ name, module }) => name === "Function" && module === "torch.autograd.function"))
    throw exception(
      "RuntimeError",
      "Legacy autograd function with non-static forward method is deprecated. Please use new-style autograd function with static forward method. (Example: https://pytorch.org/docs/stable/autograd.html#torch.autograd.Function)",
    );
  throw typeError(`'${self.cls.name}' object is not callable`);
}

/** forward of a module of the engine's, whose parameters have names. */
export function callModule(module: Module, args: readonly unknown[], keywords: Keywords): unknown {
  if (module instanceof PyModule) return callInstance(module, args, keywords);
  const all =
    keywords === null
      ? args
      : [...args, ...["input", "target", "weight"].flatMap((name) => (name in keywords ? [keywords[name]] : []))];
  return callEngine(module.forward as (...args: never[]) => unknown, module, all, none);
}

/** An instance before its __init__. */
export function allocated(cls: PyClass): Instance {
  const isModule = cls.mro.some(({ name, module }) => name === "Module" && module === "torch.nn");
  return isModule ? new PyModule(cls, (module, inputs) => callInstance(module, inputs, none)) : new PyObject(cls);
}

function construct(cls: PyClass, args: readonly unknown[], keywords: Keywords): unknown {
  const own = cls instanceof MadeClass ? cls.cls.lookup("__call__") : undefined;
  return own instanceof PyFunction ? callFunction(own, [cls, ...args], keywords) : instantiated(cls, args, keywords);
}

/** An instance, whatever its metaclass makes of the call. */
export function instantiated(cls: PyClass, args: readonly unknown[], keywords: Keywords): unknown {
  const maker = cls.mro.find((ancestor) => ancestor.construct !== null);
  if (maker !== undefined && maker === cls && cls.construct !== null) return cls.construct(args, keywords);
  const refusal = PyClass.refusal(cls);
  if (refusal !== null) throw typeError(refusal);
  const own = cls.lookup("__new__");
  const given =
    own === undefined ? allocated(cls) : call(own instanceof StaticMethod ? own.method : own, [cls, ...args], keywords);
  if (!isInstance(given) || !given.cls.isSubclassOf(cls)) return given;
  const self: Instance = given;
  if (cls.isSubclassOf(exceptions.BaseException)) self.attributes.set("args", Tuple.make(args));
  const init = cls.lookup("__init__");
  if (init !== undefined) {
    const result = call(bind(init, self, "__init__"), args, keywords);
    if (result !== null) throw typeError(`__init__() should return None, not '${typeName(result)}'`);
  } else if ((args.length > 0 || keywords !== null) && !cls.isSubclassOf(exceptions.BaseException))
    throw typeError(`${cls.name}() takes no arguments`);
  return self;
}

/** The value's own method of this name, bound; undefined if its class has none. */
export function special(value: unknown, name: string): unknown {
  if (!isInstance(value)) return undefined;
  const found = value.cls.lookup(name);
  return found === undefined ? undefined : bind(found, value, name);
}
