/** @file Attributes, calls, truth and iteration: what every Python expression is made of. */
import { isParameter, Module } from "../../../nn/module.ts";
import { asOperand } from "../../../ops/bind.ts";
import { setitem as setTensorItem } from "../../../ops/in-place.ts";
import { getitem } from "../../../ops/indexing.ts";
import { unbind } from "../../../ops/parts.ts";
import { truthOf } from "../../../ops/tensor-methods.ts";
import { isFloating } from "../../../tensor/dtype.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { callFunction } from "./calls.ts";
import { attributeError, exception, exceptions, PythonError, typeError } from "./exceptions.ts";
import { type Custom, repr as plainRepr, str as plainStr } from "./format.ts";
import { moduleText } from "./module-text.ts";
import { callEngine, callTensorMethod, indexOf, lengthOf, setTensorAttribute, tensorAttribute } from "./tensors.ts";
import {
  AbsentModule,
  BoundMethod,
  ClassMethod,
  DefaultDict,
  Dict,
  DTypeObject,
  Float,
  float,
  type Instance,
  isInstance,
  type Keywords,
  NamedTuple,
  Namespace,
  Native,
  NumpyType,
  Property,
  PyClass,
  PyFunction,
  PyIterator,
  PyModule,
  PyObject,
  PySet,
  Range,
  Size,
  Slice,
  StaticMethod,
  Tuple,
  typeName,
} from "./values.ts";

export const none: Keywords = null;

type MethodTable = Readonly<Record<string, (self: unknown, args: readonly unknown[], keywords: Keywords) => unknown>>;
let methodsOf: (value: unknown) => MethodTable | null = () => null;

/** The methods of strings, lists and dicts, which themselves need what is here. */
export function provideMethods(of: (value: unknown) => MethodTable | null): void {
  methodsOf = of;
}

/** str and repr of the user's objects run their methods. */
export const custom: Custom = (value, how) => {
  if (!isInstance(value)) return value instanceof Module ? textOf(value, value.constructor.name) : null;
  if (value instanceof PyObject && value.cls.isSubclassOf(exceptions.BaseException)) {
    if (value.cls.lookup("__str__") === undefined)
      return how === "repr"
        ? `${value.cls.name}(${plainRepr(value.attributes.get("args"), custom).slice(1, -1).replace(/,$/, "")})`
        : new PythonError(value).message;
  }
  for (const name of how === "str" ? ["__str__", "__repr__"] : ["__repr__"]) {
    const method = value.cls.lookup(name);
    if (method !== undefined) return String(call(bind(method, value, name), [], none));
  }
  return value instanceof PyModule ? textOf(value, value.cls.name) : `<${value.cls.module}.${value.cls.name} object>`;
};

function textOf(module: Module, name: string): string {
  const children = Object.entries(module).flatMap(([key, child]) =>
    child instanceof Module ? [[key, repr(child)] as const] : [],
  );
  const own = module instanceof PyModule ? module.cls.lookup("extra_repr") : undefined;
  const extra =
    module instanceof PyModule && own !== undefined ? str(call(bind(own, module, "extra_repr"), [], none)) : undefined;
  return moduleText(module, name, children, extra);
}

export const str = (value: unknown): string => plainStr(value, custom);
export const repr = (value: unknown): string => plainRepr(value, custom);

function bind(member: unknown, self: Instance, name: string): unknown {
  if (member instanceof PyFunction || member instanceof Native) return new BoundMethod(self, member, name);
  if (member instanceof Property) return call(member.get, [self], none);
  if (member instanceof StaticMethod) return member.method;
  if (member instanceof ClassMethod) return new BoundMethod(self.cls, member.method, name);
  return member;
}

const missing = (owner: unknown, name: string) =>
  attributeError(`'${typeName(owner)}' object has no attribute '${name}'`);

/** undefined where there is none. */
function lookup(owner: unknown, name: string): unknown {
  if (Tensor.isTensor(owner)) return tensorAttribute(owner, name);
  if (isInstance(owner)) return instanceAttribute(owner, name);
  if (owner instanceof AbsentModule) return owner.miss();
  if (owner instanceof Namespace) return owner.members.get(name);
  if (owner instanceof PyClass) return classAttribute(owner, name);
  if (owner instanceof NamedTuple && owner.names.includes(name)) return owner[owner.names.indexOf(name)];
  if (owner instanceof Slice && (name === "start" || name === "stop" || name === "step")) return owner[name];
  if (owner instanceof Range && (name === "start" || name === "stop" || name === "step")) return owner[name];
  if (owner instanceof PyFunction) return functionAttribute(owner, name);
  if (owner instanceof BoundMethod)
    return name === "__self__" ? owner.self : name === "__name__" ? owner.name : undefined;
  if (owner instanceof DTypeObject) return name === "is_floating_point" ? owner.name.startsWith("float") : undefined;
  if (owner instanceof Module) return moduleAttribute(owner, name);
  if (name === "__class__") return typeOf(owner);
  const methods = methodsOf(owner);
  const method = methods === null || !Object.hasOwn(methods, name) ? undefined : methods[name];
  if (method !== undefined) return new Native(name, (args, keywords) => method(owner, args, keywords));
  if (typeof owner === "function") return jsAttribute(owner, name);
  if (typeof owner === "object" && owner !== null && !Array.isArray(owner)) return jsAttribute(owner, name);
  return undefined;
}

function functionAttribute(f: PyFunction, name: string): unknown {
  if (name === "__name__" || name === "__qualname__") return f.name;
  if (name === "__doc__") return f.doc;
  return f.attributes.get(name);
}

/** Public members of the runtime's own objects, such as optimizers. */
function jsAttribute(owner: object, name: string): unknown {
  if (name === "__name__" && typeof owner === "function") return owner.name;
  if (name === "constructor" || name === "prototype" || name.startsWith("__")) return undefined;
  const value: unknown = Reflect.get(owner, name);
  if (typeof value === "function")
    return new Native(name, (args, keywords) =>
      callEngine(value as (...args: never[]) => unknown, owner, args, keywords),
    );
  return value === undefined ? undefined : value;
}

function moduleAttribute(module: Module, name: string): unknown {
  if (name === "__class__") return module.constructor;
  if (name === "forward" || name === "__call__")
    return new Native(name, (args, keywords) => callModule(module, args, keywords));
  if (name === "parameters") return new Native(name, () => new PyIterator(module.parameters()));
  if (name === "named_parameters")
    return new Native(name, () => new PyIterator(module.named_parameters().map((pair) => Tuple.make(pair))));
  if (name === "children")
    return new Native(name, () => new PyIterator(Object.values(module).filter((child) => child instanceof Module)));
  if (name === "modules") return new Native(name, () => new PyIterator(modulesOf(module)));
  if (name === "zero_grad") return new Native(name, () => zeroGrad(module));
  if (name === "to" || name === "float" || name === "double" || name === "cpu" || name === "requires_grad_")
    return new Native(name, (args) => moved(module, name, args));
  if (name === "apply") return new Native(name, ([f]) => applied(module, f));
  if (name === "state_dict") return new Native(name, () => new Dict(stateOf(module)));
  if (name === "buffers") return new Native(name, () => new PyIterator(buffersOf(module).map(([, value]) => value)));
  if (name === "named_buffers")
    return new Native(name, () => new PyIterator(buffersOf(module).map((pair) => Tuple.make(pair))));
  if (name === "named_children")
    return new Native(
      name,
      () =>
        new PyIterator(
          Object.entries(module).flatMap(([key, child]) => (child instanceof Module ? [Tuple.make([key, child])] : [])),
        ),
    );
  return jsAttribute(module, name);
}

function modulesOf(module: Module): Module[] {
  return [module, ...Object.values(module).flatMap((child) => (child instanceof Module ? modulesOf(child) : []))];
}

function zeroGrad(module: Module): null {
  for (const parameter of module.parameters()) parameter.grad = null;
  return null;
}

function moved(module: Module, name: string, args: readonly unknown[]): Module {
  if (name === "requires_grad_")
    for (const parameter of module.parameters()) parameter.requires_grad = args[0] !== false;
  const wanted = name === "double" ? "float64" : args.find((arg) => arg instanceof DTypeObject)?.name;
  if (wanted === "float64") throw exception("RuntimeError", "modules are float32 here: convert their inputs instead");
  return module;
}

function applied(module: Module, f: unknown): Module {
  for (const part of modulesOf(module).reverse()) call(f, [part], none);
  return module;
}

function instanceAttribute(owner: Instance, name: string): unknown {
  const member = owner.cls.lookup(name);
  if (member instanceof Property) return bind(member, owner, name);
  const own = owner.attributes.get(name);
  if (own !== undefined) return own;
  if (member !== undefined) return bind(member, owner, name);
  if (name === "__class__") return owner.cls;
  if (name === "__dict__") return new Dict(owner.attributes);
  if (owner instanceof PyModule) {
    if (name === "training") return owner.training;
    if (
      name === "register_buffer" ||
      name === "register_parameter" ||
      name === "add_module" ||
      name === "register_module"
    )
      return new Native(name, ([key, value], keywords) =>
        registered(owner, name, String(key ?? keywords?.name), value ?? keywords?.tensor ?? keywords?.param ?? null),
      );
    const inherited = name === "forward" || name === "__call__" ? undefined : moduleAttribute(owner, name);
    if (
      inherited !== undefined &&
      !(name in PyModule.prototype && ["cls", "attributes", "isReady", "initialise", "expose"].includes(name))
    )
      return inherited;
  }
  const fallback = owner.cls.lookup("__getattr__");
  return fallback === undefined ? undefined : call(bind(fallback, owner, "__getattr__"), [name], none);
}

function registered(owner: PyModule, how: string, name: string, value: unknown): null {
  const what = { register_buffer: "buffer", register_parameter: "parameter" }[how] ?? "module";
  if (name.includes(".")) throw exception("KeyError", `${what} name can't contain "."`);
  if (name === "") throw exception("KeyError", `${what} name can't be empty string ""`);
  if (how === "register_buffer") {
    if (value !== null && !Tensor.isTensor(value))
      throw typeError(`cannot assign '${typeName(value)}' object to buffer '${name}' (torch Tensor or None required)`);
    owner.bufferNames.add(name);
  }
  return setattr(owner, name, value);
}

/** Buffers by their full names, own ones first. */
function buffersOf(module: Module, prefix = ""): [string, unknown][] {
  const own =
    module instanceof PyModule
      ? [...module.bufferNames].map((name): [string, unknown] => [prefix + name, module.attributes.get(name)])
      : [];
  const inner = Object.entries(module).flatMap(([name, child]) =>
    child instanceof Module ? buffersOf(child, `${prefix}${name}.`) : [],
  );
  return [...own.filter(([, value]) => Tensor.isTensor(value)), ...inner];
}

/** Parameters, then buffers, module by module. */
function stateOf(module: Module, prefix = ""): [string, unknown][] {
  const entries = Object.entries(module);
  const parameters = entries.flatMap(([name, value]): [string, unknown][] =>
    isParameter(value) ? [[prefix + name, value]] : [],
  );
  const buffers =
    module instanceof PyModule
      ? [...module.bufferNames].map((name): [string, unknown] => [prefix + name, module.attributes.get(name)])
      : [];
  const inner = entries.flatMap(([name, child]) =>
    child instanceof Module ? stateOf(child, `${prefix}${name}.`) : [],
  );
  return [...parameters, ...buffers.filter(([, value]) => Tensor.isTensor(value)), ...inner];
}

function classAttribute(cls: PyClass, name: string): unknown {
  const member = cls.lookup(name);
  if (member instanceof StaticMethod) return member.method;
  if (member instanceof ClassMethod) return new BoundMethod(cls, member.method, name);
  if (member !== undefined) return member;
  if (name === "__name__" || name === "__qualname__") return cls.name;
  if (name === "__doc__") return cls.doc;
  if (name === "__mro__") return Tuple.make(cls.mro);
  if (name === "__class__") return typeOf(cls);
  return undefined;
}

export function getattr(owner: unknown, name: string): unknown {
  const found = lookup(owner, name);
  if (found !== undefined) return found;
  if (owner instanceof Namespace) throw attributeError(`module '${owner.name}' has no attribute '${name}'`);
  if (owner instanceof PyClass) throw attributeError(`type object '${owner.name}' has no attribute '${name}'`);
  throw missing(owner, name);
}

export const hasattr = (owner: unknown, name: string): boolean => lookup(owner, name) !== undefined;
export const attributeOr = (owner: unknown, name: string, otherwise: unknown): unknown => {
  const found = lookup(owner, name);
  return found === undefined ? otherwise : found;
};

export function setattr(owner: unknown, name: string, value: unknown): null {
  if (Tensor.isTensor(owner)) setTensorAttribute(owner, name, value);
  else if (isInstance(owner)) setInstanceAttribute(owner, name, value);
  else if (owner instanceof PyClass) owner.members.set(name, value);
  else if (owner instanceof PyFunction) owner.attributes.set(name, value);
  else if (owner instanceof Module) Reflect.set(owner, name, value);
  else throw attributeError(`'${typeName(owner)}' object has no attribute '${name}'`);
  return null;
}

function setInstanceAttribute(owner: Instance, name: string, value: unknown): void {
  const member = owner.cls.lookup(name);
  if (member instanceof Property) {
    if (member.set === null) throw attributeError(`property '${name}' of '${owner.cls.name}' object has no setter`);
    call(member.set, [owner, value], none);
    return;
  }
  const hook = owner.cls.lookup("__setattr__");
  if (hook instanceof PyFunction) {
    call(bind(hook, owner, "__setattr__"), [name, value], none);
    return;
  }
  if (owner.cls.members.get("__frozen__") === true && owner.attributes.get("__ready__") === true)
    throw attributeError(`cannot assign to field '${name}'`);
  if (owner instanceof PyModule) {
    if (!owner.isReady && value instanceof Module)
      throw attributeError("cannot assign module before Module.__init__() call");
    if (!owner.isReady && Tensor.isTensor(value) && value.requires_grad && value.is_leaf)
      throw attributeError("cannot assign parameters before Module.__init__() call");
    if (name === "training") owner.training = value === true;
    owner.expose(name, value);
  }
  owner.attributes.set(name, value);
}

export function delattr(owner: unknown, name: string): null {
  if (!isInstance(owner) || !owner.attributes.delete(name)) throw missing(owner, name);
  if (owner instanceof PyModule) owner.expose(name, null);
  return null;
}

export function call(f: unknown, args: readonly unknown[], keywords: Keywords): unknown {
  if (f instanceof PyFunction)
    return callFunction(f, args, keywords, String(f.attributes.get("__qualname__") ?? f.name));
  if (f instanceof BoundMethod) return call(f.method, [f.self, ...args], keywords);
  if (f instanceof Native) return f.run(args, keywords);
  if (f instanceof PyClass) return construct(f, args, keywords);
  if (isInstance(f)) return callInstance(f, args, keywords);
  if (f instanceof Module) return callModule(f, args, keywords);
  if (f instanceof ClassMethod || f instanceof StaticMethod) return call(f.method, args, keywords);
  if (f instanceof NumpyType) return numpyScalar(f, args[0] ?? 0);
  if (typeof f === "function") {
    if (isConstructor(f)) return constructNative(f, args, keywords);
    return callEngine(f as (...args: never[]) => unknown, undefined, args, keywords);
  }
  throw typeError(`'${typeName(f)}' object is not callable`);
}

function numpyScalar({ name }: NumpyType, value: unknown): unknown {
  const number = Number(Tensor.isTensor(value) ? value.data[value.offset] : value);
  if (name === "bool") return number !== 0;
  return name.startsWith("int") ? Math.trunc(number) : float(name === "float32" ? Math.fround(number) : number);
}

const isConstructor = (f: object): f is new (...args: unknown[]) => unknown =>
  typeof f === "function" && f.toString().startsWith("class");

function constructNative(
  f: new (...args: unknown[]) => unknown,
  args: readonly unknown[],
  keywords: Keywords,
): unknown {
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
    const forward = self.attributes.get("forward") ?? self.cls.lookup("forward");
    if (forward === undefined)
      throw exception("NotImplementedError", `Module [${self.cls.name}] is missing the required "forward" function`);
    return call(
      forward instanceof PyFunction || forward instanceof Native || forward instanceof StaticMethod
        ? bind(forward, self, "forward")
        : forward,
      args,
      keywords,
    );
  }
  throw typeError(`'${self.cls.name}' object is not callable`);
}

/** forward of a module of the engine's, whose parameters have names. */
function callModule(module: Module, args: readonly unknown[], keywords: Keywords): unknown {
  if (module instanceof PyModule) return callInstance(module, args, keywords);
  const all =
    keywords === null
      ? args
      : [...args, ...["input", "target", "weight"].flatMap((name) => (name in keywords ? [keywords[name]] : []))];
  return callEngine(module.forward as (...args: never[]) => unknown, module, all, none);
}

function construct(cls: PyClass, args: readonly unknown[], keywords: Keywords): unknown {
  const maker = cls.mro.find((ancestor) => ancestor.construct !== null);
  if (maker !== undefined && maker === cls && cls.construct !== null) return cls.construct(args, keywords);
  const isModule = cls.mro.some(({ name, module }) => name === "Module" && module === "torch.nn");
  const self: Instance = isModule
    ? new PyModule(cls, (module, inputs) => callInstance(module, inputs, none))
    : new PyObject(cls);
  if (cls.isSubclassOf(exceptions.BaseException)) self.attributes.set("args", Tuple.make(args));
  const init = cls.lookup("__init__");
  if (init !== undefined) {
    const result = call(bind(init, self, "__init__"), args, keywords);
    if (result !== null) throw typeError(`__init__() should return None, not '${typeName(result)}'`);
  } else if ((args.length > 0 || keywords !== null) && !cls.isSubclassOf(exceptions.BaseException))
    throw typeError(`${cls.name}() takes no arguments`);
  return self;
}

/** owner.name(…). */
export function method(owner: unknown, name: string, args: readonly unknown[], keywords: Keywords): unknown {
  if (Tensor.isTensor(owner)) {
    const result = callTensorMethod(owner, name, args, keywords);
    if (result !== undefined) return result;
    return call(getattr(owner, name), args, keywords);
  }
  return call(getattr(owner, name), args, keywords);
}

export function superOf(cls: PyClass, self: unknown): unknown {
  const own = isInstance(self) ? self.cls : self instanceof PyClass ? self : cls;
  const rest = own.mro.slice(own.mro.indexOf(cls) + 1);
  const members = new Map<string, unknown>();
  for (const ancestor of [...rest].reverse())
    for (const [name, member] of ancestor.members)
      members.set(
        name,
        isInstance(self)
          ? boundLater(member, self, name)
          : member instanceof ClassMethod
            ? new BoundMethod(self, member.method, name)
            : member,
      );
  if (!members.has("__init__")) members.set("__init__", new Native("__init__", () => null));
  if (isInstance(self) && !members.has("__setattr__"))
    members.set("__setattr__", new Native("__setattr__", ([name, value]) => plainSet(self, String(name), value)));
  return new Namespace("super", members);
}

function plainSet(self: Instance, name: string, value: unknown): null {
  if (self instanceof PyModule) self.expose(name, value);
  self.attributes.set(name, value);
  return null;
}

function boundLater(member: unknown, self: Instance, name: string): unknown {
  return member instanceof Property ? bind(member, self, name) : bind(member, self, name);
}

export function truth(value: unknown): boolean {
  if (typeof value === "boolean") return value;
  if (value === null || value === undefined) return false;
  if (typeof value === "number") return value !== 0;
  if (typeof value === "string") return value !== "";
  if (value instanceof Float) return value.value !== 0;
  if (Tensor.isTensor(value)) return truthOf(value);
  if (Array.isArray(value) || value instanceof Range) return value.length > 0;
  if (value instanceof Dict || value instanceof PySet) return value.size > 0;
  if (isInstance(value)) {
    for (const name of ["__bool__", "__len__"]) {
      const own = value.cls.lookup(name);
      if (own !== undefined) return truth(call(bind(own, value, name), [], none));
    }
  }
  return true;
}

export function iterate(value: unknown): Iterable<unknown> {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return liveItems(value);
  if (value instanceof Range || value instanceof PyIterator || value instanceof Dict || value instanceof PySet)
    return value;
  if (Tensor.isTensor(value)) {
    if (value.shape.length === 0) throw typeError("iteration over a 0-d tensor");
    return unbind(value, 0);
  }
  if (isInstance(value)) {
    const own = value.cls.lookup("__iter__");
    if (own !== undefined) return iterate(call(bind(own, value, "__iter__"), [], none));
    const next = value.cls.lookup("__next__");
    if (next !== undefined) return steps(() => call(bind(next, value, "__next__"), [], none));
    const item = value.cls.lookup("__getitem__");
    if (item !== undefined) return steps(counted((i) => call(bind(item, value, "__getitem__"), [i], none)));
  }
  if (value instanceof Module && Symbol.iterator in value) return value as Module & Iterable<unknown>;
  if (value instanceof PyClass && value.enumeration !== null) return value.enumeration.values();
  throw typeError(`'${typeName(value)}' object is not iterable`);
}

/** A list may grow while it is gone through. */
function* liveItems(list: readonly unknown[]): Iterable<unknown> {
  for (let i = 0; i < list.length; i++) yield list[i];
}

function counted(get: (i: number) => unknown): () => unknown {
  let i = 0;
  return () => get(i++);
}

function* steps(next: () => unknown): Iterable<unknown> {
  for (;;) {
    let value: unknown;
    try {
      value = next();
    } catch (error) {
      if (
        error instanceof PythonError &&
        (error.value.cls === exceptions.StopIteration || error.value.cls === exceptions.IndexError)
      )
        return;
      throw error;
    }
    yield value;
  }
}

export function length(value: unknown): number {
  if (typeof value === "string") return [...value].length;
  if (Array.isArray(value) || value instanceof Range) return value.length;
  if (value instanceof Dict || value instanceof PySet) return value.size;
  if (Tensor.isTensor(value)) return lengthOf(value);
  if (isInstance(value)) {
    const own = value.cls.lookup("__len__");
    if (own !== undefined) return Number(call(bind(own, value, "__len__"), [], none));
  }
  if (value instanceof Module && "length" in value && typeof value.length === "number") return value.length;
  if (value instanceof PyClass && value.enumeration !== null) return value.enumeration.size;
  throw typeError(`object of type '${typeName(value)}' has no len()`);
}

const outOfRange = (what: string) => exception("IndexError", `${what} index out of range`);

/** An optimiser's group of options, which Python knows as a dict. */
const isRecord = (value: unknown): value is object =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function place(list: ArrayLike<unknown>, key: unknown, what: string): number {
  const index = Tensor.isTensor(key) && key.shape.length === 0 ? key.data[key.offset] : key;
  if (typeof index === "boolean") return place(list, Number(index), what);
  if (typeof index !== "number" || !Number.isInteger(index))
    throw typeError(`${what} indices must be integers or slices, not ${typeName(key)}`);
  const at = index < 0 ? index + list.length : index;
  if (at < 0 || at >= list.length) throw outOfRange(what);
  return at;
}

function sliced(size: number, { start, stop, step }: Slice): number[] {
  const by = step === null ? 1 : Number(step);
  if (by === 0) throw exception("ValueError", "slice step cannot be zero");
  const clip = (value: unknown, otherwise: number) => {
    if (value === null) return otherwise;
    const at = Number(value) < 0 ? Number(value) + size : Number(value);
    return by > 0 ? Math.min(Math.max(at, 0), size) : Math.min(Math.max(at, -1), size - 1);
  };
  const [from, to] = [clip(start, by > 0 ? 0 : size - 1), clip(stop, by > 0 ? size : -1)];
  const found: number[] = [];
  for (let i = from; by > 0 ? i < to : i > to; i += by) found.push(i);
  return found;
}

export function getitem_(owner: unknown, key: unknown): unknown {
  if (Tensor.isTensor(owner)) return getitem(owner, indexOf(key));
  if (typeof owner === "string") {
    const letters = [...owner];
    return key instanceof Slice
      ? sliced(letters.length, key)
          .map((i) => letters[i])
          .join("")
      : letters[place(letters, key, "string")];
  }
  if (Array.isArray(owner)) {
    const what = owner instanceof Tuple ? "tuple" : "list";
    if (!(key instanceof Slice)) return owner[place(owner, key, what)];
    const items = sliced(owner.length, key).map((i): unknown => owner[i]);
    return owner instanceof Size ? Size.make(items) : owner instanceof Tuple ? Tuple.make(items) : items;
  }
  if (owner instanceof Dict) {
    if (!owner.has(key)) {
      if (owner instanceof DefaultDict && owner.make !== null) owner.set(key, owner.make());
    }
    if (!owner.has(key)) {
      const error = exception("KeyError", "");
      error.value.attributes.set("args", Tuple.make([key]));
      throw error;
    }
    return owner.get(key);
  }
  if (owner instanceof Range) {
    const items = [...owner];
    return key instanceof Slice
      ? sliced(items.length, key).map((i) => items[i])
      : items[place(items, key, "range object")];
  }
  if (isInstance(owner)) {
    const own = owner.cls.lookup("__getitem__");
    if (own !== undefined) return call(bind(own, owner, "__getitem__"), [key], none);
  }
  if (isRecord(owner) && typeof key === "string") {
    const value: unknown = Reflect.get(owner, key);
    if (value === undefined) throw exception("KeyError", key);
    return typeof value === "number" ? float(value) : value;
  }
  if (owner instanceof PyClass && owner.enumeration !== null) {
    const member = typeof key === "string" ? owner.enumeration.get(key) : undefined;
    if (member === undefined) throw exception("KeyError", str(key));
    return member;
  }
  // list[int], Optional[Tensor]: annotations.
  if (owner instanceof PyClass || owner instanceof Namespace || owner instanceof Native || typeof owner === "function")
    return owner;
  if (owner instanceof Module && Symbol.iterator in owner) {
    const children = [...(owner as Module & Iterable<unknown>)];
    if (key instanceof Slice) return sliced(children.length, key).map((i) => children[i]);
    return children[place(children, key, "list")];
  }
  throw typeError(`'${typeName(owner)}' object is not subscriptable`);
}

export function setitem(owner: unknown, key: unknown, value: unknown): null {
  if (Tensor.isTensor(owner)) setTensorItem(owner, indexOf(key), tensorValue(owner, value));
  else if (owner instanceof Dict) owner.set(key, value);
  else if (owner instanceof Tuple) throw typeError(`'${typeName(owner)}' object does not support item assignment`);
  else if (Array.isArray(owner)) {
    if (key instanceof Slice) {
      const items = [...iterate(value)];
      const places = sliced(owner.length, key);
      if (key.step === null || Number(key.step) === 1)
        owner.splice(places[0] ?? Number(key.start ?? owner.length), places.length, ...items);
      else for (const [i, at] of places.entries()) owner[at] = items[i];
    } else owner[place(owner, key, "list assignment")] = value;
  } else if (isInstance(owner) && owner.cls.lookup("__setitem__") !== undefined)
    call(bind(owner.cls.lookup("__setitem__"), owner, "__setitem__"), [key, value], none);
  else throw typeError(`'${typeName(owner)}' object does not support item assignment`);
  return null;
}

function tensorValue(owner: Tensor, value: unknown): Tensor | number {
  if (Tensor.isTensor(value) || typeof value === "number") return value;
  if (value instanceof Float || typeof value === "boolean") return asOperand(value, isFloating(owner.dtype));
  throw typeError(
    `can't assign a ${typeName(value)} to a torch.${owner.dtype === "float32" ? "Float" : owner.dtype === "float64" ? "Double" : "Long"}Tensor`,
  );
}

export function delitem(owner: unknown, key: unknown): null {
  if (owner instanceof Dict) {
    if (!owner.delete(key)) throw exception("KeyError", str(key));
  } else if (Array.isArray(owner) && !(owner instanceof Tuple)) {
    if (key instanceof Slice) for (const at of sliced(owner.length, key).sort((a, b) => b - a)) owner.splice(at, 1);
    else owner.splice(place(owner, key, "list assignment"), 1);
  } else throw typeError(`'${typeName(owner)}' object doesn't support item deletion`);
  return null;
}

/** The value's own method of this name, bound; undefined if its class has none. */
export function special(value: unknown, name: string): unknown {
  if (!isInstance(value)) return undefined;
  const found = value.cls.lookup(name);
  return found === undefined ? undefined : bind(found, value, name);
}

/** Filled in by the builtins, which know all types. */
export const types = new Map<string, PyClass>();

export function typeOf(value: unknown): unknown {
  if (isInstance(value)) return value.cls;
  if (value instanceof Module) return value.constructor;
  return types.get(typeName(value)) ?? types.get("object");
}
