/** @file Attributes: reading, setting and deleting them. */

import { isParameter, Module } from "../../../nn/module.ts";
import { keptBy } from "../../../nn/number-attributes.ts";
import { ComplexNumber, ComplexTensor } from "../../../ops/complex/complex-tensor.ts";
import { pytorchTypes } from "../../../tensor/dtype.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { absentMember } from "./absent.ts";
import { arrayAttribute, scalarAttribute } from "./arrays/array-attributes.ts";
import { ArrayDType, NdArray, NumpyFloat } from "./arrays/nd-array.ts";
import { AttributeDict } from "./attribute-dict.ts";
import { bind, call, none, special } from "./call.ts";
import { type Instance, isInstance, MadeClass, PyClass, PyModule } from "./classes.ts";
import { complexAttribute, numberAttribute } from "./complex-values.ts";
import { AbsentModule, DTypeObject, Namespace, NumpyType } from "./constants.ts";
import { Device } from "./device.ts";
import { Dict, PySet } from "./dicts.ts";
import { distributionAttribute, isOfDistributions } from "./distribution-attributes.ts";
import { attributeError, caught, exception, exceptions, typeError } from "./exceptions.ts";
import { isForeign } from "./foreign-names.ts";
import { BoundMethod, ClassMethod, type Keywords, Native, Property, PyFunction, StaticMethod } from "./functions.ts";
import { GradNode } from "./grad-node.ts";
import { gradNodeAttribute } from "./grad-node-attributes.ts";
import { methodsOf } from "./method-tables.ts";
import { jsAttribute, moduleAttribute } from "./module-attributes.ts";
import { NamedTuple, Range, Slice, Tuple } from "./sequences.ts";
import { Settings } from "./settings.ts";
import { plainSet, Super } from "./super.ts";
import { callTensorMethod, setTensorAttribute, tensorAttribute } from "./tensor-attributes.ts";
import { registerHook } from "./tensor-hooks.ts";
import { typeName } from "./type-name.ts";
import { typeOf } from "./type-of.ts";

export const missing = (owner: unknown, name: string) =>
  attributeError(`'${typeName(owner)}' object has no attribute '${name}'`);

/** undefined where there is none. */
export function lookup(owner: unknown, name: string): unknown {
  if (Tensor.isTensor(owner)) {
    if (name === "register_hook") return new Native(name, ([hook]) => registerHook(owner, hook));
    return tensorAttribute(owner, name);
  }
  if (owner instanceof NdArray && name !== "__class__") return arrayAttribute(owner, name);
  if (owner instanceof NumpyFloat) {
    const own = scalarAttribute(owner, name);
    if (own !== undefined) return own;
  }
  if (owner instanceof GradNode && name !== "__class__") return gradNodeAttribute(owner, name);
  if (owner instanceof ArrayDType && (name === "name" || name === "type"))
    return name === "name" ? owner.name : new NumpyType(owner.name);
  if (ComplexTensor.isComplex(owner)) return complexAttribute(owner, name);
  if (owner instanceof ComplexNumber) return numberAttribute(owner, name);
  if (owner instanceof PyClass) return classAttribute(owner, name);
  if (isInstance(owner)) return instanceAttribute(owner, name);
  if (owner instanceof Property) return propertyAttribute(owner, name);
  if (owner instanceof Super) return owner.attribute(name);
  if (owner instanceof AbsentModule) return owner.miss();
  if (owner instanceof Settings && owner.values.has(name)) return owner.values.get(name);
  if (owner instanceof Namespace)
    return owner.members.has(name) ? owner.members.get(name) : absentMember(owner.name, name);
  if (isForeign(name)) return undefined;
  if (isOfDistributions(owner)) return distributionAttribute(owner, name);
  if (owner instanceof NamedTuple) {
    if (owner.names.includes(name)) return owner[owner.names.indexOf(name)];
    const member = owner.owner?.lookup(name);
    if (member instanceof PyFunction) return new BoundMethod(owner, member, name);
    if (member instanceof Property) return call(member.get, [owner], none);
    if (member !== undefined) return member;
  }
  if (owner instanceof Slice && (name === "start" || name === "stop" || name === "step")) return owner[name];
  if (owner instanceof Range && (name === "start" || name === "stop" || name === "step")) return owner[name];
  if (owner instanceof PyFunction) return functionAttribute(owner, name);
  if (owner instanceof BoundMethod)
    return name === "__class__"
      ? typeOf(owner)
      : name === "__self__"
        ? owner.self
        : name === "__func__"
          ? owner.method
          : name === "__name__"
            ? owner.name
            : lookup(owner.method, name);
  if (owner instanceof DTypeObject) {
    if (name === "is_floating_point") return /^b?float/.test(owner.name);
    if (name === "is_complex") return owner.name.startsWith("complex");
    if (name === "itemsize") return owner.name === "bool" ? 1 : Number(/\d+/.exec(owner.name)?.[0] ?? 8) / 8;
    return name === "__class__" ? typeOf(owner) : undefined;
  }
  if (owner instanceof Device && (name === "type" || name === "index")) return owner[name];
  if (owner instanceof Module) return moduleAttribute(owner, name);
  if (name === "__class__") return typeOf(owner);
  if (owner instanceof Native)
    return owner.attributes.get(name) ?? (name === "__name__" || name === "__qualname__" ? owner.name : undefined);
  const methods = methodsOf(owner);
  const method = methods === null || !Object.hasOwn(methods, name) ? undefined : methods[name];
  if (method !== undefined) return new Native(name, (args, keywords) => method(owner, args, keywords));
  if (methods !== null) return undefined;
  if (typeof owner === "function") return jsAttribute(owner, name);
  if (typeof owner === "object" && owner !== null && !Array.isArray(owner)) return jsAttribute(owner, name);
  return undefined;
}

function propertyAttribute({ get, set, del, doc }: Property, name: string): unknown {
  switch (name) {
    case "getter":
      return new Native(name, ([getter]) => new Property(getter, set, del, doc));
    case "setter":
      return new Native(name, ([setter]) => new Property(get, setter, del, doc));
    case "deleter":
      return new Native(name, ([deleter]) => new Property(get, set, deleter, doc));
    case "fget":
      return get;
    case "fset":
      return set;
    case "fdel":
      return del;
    case "__doc__":
      return doc ?? (get instanceof PyFunction ? get.doc : null);
    default:
      return undefined;
  }
}

function functionAttribute(f: PyFunction, name: string): unknown {
  const own = f.attributes.get(name);
  if (own !== undefined) return own;
  if (name === "__name__" || name === "__qualname__") return f.name;
  if (name === "__doc__") return f.doc;
  if (name === "__module__") return "__main__";
  if (name === "__class__") return typeOf(f);
  if (name === "__defaults__") {
    const values = f.parameters.flatMap(({ kind, value }) => (kind === "plain" && value !== undefined ? [value] : []));
    return values.length === 0 ? null : Tuple.make(values);
  }
  return name === "__dict__" ? new Dict(f.attributes) : undefined;
}

function instanceAttribute(owner: Instance, name: string): unknown {
  const member = owner.cls.lookup(name);
  const read = special(member, "__get__");
  if (member instanceof Property) return bind(member, owner, name);
  if (read !== undefined && special(member, "__set__") !== undefined) return call(read, [owner, owner.cls], none);
  const own = owner.attributes.get(name);
  if (own !== undefined) return own;
  if (read !== undefined) return call(read, [owner, owner.cls], none);
  if (member !== undefined) return bind(member, owner, name);
  if (name === "__class__") return owner.cls;
  if (name === "__dict__") return new AttributeDict(owner);
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
  if (name === "__module__") return "__main__";
  if (name === "__doc__") return owner.cls.doc;
  if (owner.cls.enumeration !== null) {
    const text = owner.attributes.get("value");
    if (typeof text === "string") return lookup(text, name);
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
    if (!owner.bufferNames.has(name) && (owner.attributes.has(name) || owner.cls.lookup(name) !== undefined))
      throw exception("KeyError", `attribute '${name}' already exists`);
    owner.bufferNames.add(name);
  }
  return setattr(owner, name, value);
}

function classAttribute(cls: PyClass, name: string): unknown {
  const ofMetaclass = cls instanceof MadeClass ? cls.cls.lookup(name) : undefined;
  if (cls instanceof MadeClass && ofMetaclass instanceof Property) return bind(ofMetaclass, cls, name);
  const member = cls.lookup(name);
  const read = special(member, "__get__");
  if (read !== undefined) return call(read, [null, cls], none);
  if (member instanceof StaticMethod) return member.method;
  if (member instanceof ClassMethod) return new BoundMethod(cls, member.method, name);
  if (member !== undefined) return member;
  if (name === "__name__" || name === "__qualname__") return cls.name;
  if (name === "__doc__") return cls.doc;
  if (name === "__mro__") return Tuple.make(cls.mro);
  if (name === "__bases__") return Tuple.make(cls.bases);
  if (name === "__module__") return cls.module;
  if (name === "__dict__") return new Dict(cls.members);
  if (name === "__class__") return typeOf(cls);
  if (name === "mro") return new Native(name, () => [...cls.mro]);
  const ofValues = unboundMethod(cls, name);
  if (ofValues !== undefined) return ofValues;
  if (!(cls instanceof MadeClass)) return undefined;
  if (ofMetaclass !== undefined) return bind(ofMetaclass, cls, name);
  const fallback = cls.cls.lookup("__getattr__");
  return fallback === undefined ? undefined : call(bind(fallback, cls, "__getattr__"), [name], none);
}

/** An empty value of each type whose methods are called by its class: str.lower, dict.fromkeys. */
const empty: Readonly<Record<string, unknown>> = {
  str: "",
  list: [],
  tuple: new Tuple(),
  dict: new Dict(),
  set: new PySet(),
  int: 0,
  float: 0.5,
};

function unboundMethod(cls: PyClass, name: string): unknown {
  if (cls.module !== "builtins") return undefined;
  if (cls.name === "object" && name === "__setattr__")
    return new Native(name, ([self, key, value]) => (isInstance(self) ? plainSet(self, String(key), value) : null));
  if (cls.name === "object" && name === "__delattr__")
    return new Native(name, ([self, key]) => {
      if (!isInstance(self) || !self.attributes.delete(String(key))) throw missing(self, String(key));
      return null;
    });
  if (!Object.hasOwn(empty, cls.name)) return undefined;
  const methods = methodsOf(empty[cls.name]);
  if (methods === null || !Object.hasOwn(methods, name)) return undefined;
  if (name === "fromkeys") return new Native(name, (args, keywords) => methods[name](new Dict(), args, keywords));
  return new Native(name, ([self, ...args], keywords) => methods[name](self, args, keywords));
}

export function getattr(owner: unknown, name: string): unknown {
  const found = lookup(owner, name);
  if (found !== undefined) return found;
  if (owner instanceof Namespace) throw attributeError(`module '${owner.name}' has no attribute '${name}'`);
  if (owner instanceof PyClass && owner.enumeration !== null) throw attributeError(name);
  if (owner instanceof PyClass) throw attributeError(`type object '${owner.name}' has no attribute '${name}'`);
  if (owner instanceof Super) throw attributeError(`'super' object has no attribute '${name}'`);
  throw missing(owner, name);
}

/** undefined where there is none, or where the object's own code says so. */
function found(owner: unknown, name: string): unknown {
  try {
    return lookup(owner, name);
  } catch (error) {
    if (caught(error)?.cls.isSubclassOf(exceptions.AttributeError) === true) return undefined;
    throw error;
  }
}

export const hasattr = (owner: unknown, name: string): boolean => found(owner, name) !== undefined;

export const attributeOr = (owner: unknown, name: string, otherwise: unknown): unknown => {
  const value = found(owner, name);
  return value === undefined ? otherwise : value;
};

export function setattr(owner: unknown, name: string, value: unknown): null {
  if (Tensor.isTensor(owner)) setTensorAttribute(owner, name, value);
  else if (owner instanceof PyClass && owner.enumeration?.has(name) === true)
    throw attributeError(`cannot reassign member '${name}'`);
  else if (isInstance(owner)) setInstanceAttribute(owner, name, value);
  else if (owner instanceof PyClass) owner.members.set(name, value);
  else if (owner instanceof PyFunction || owner instanceof Native) owner.attributes.set(name, value);
  else if (owner instanceof Module) {
    const known = Object.hasOwn(owner, name) ? Reflect.get(owner, name) : undefined;
    refuseForParameter(known, name, value);
    // Assigning would follow setters that the name inherits, such as that of __proto__.
    const kept = keptBy(owner, name, value);
    Object.defineProperty(owner, name, { value: kept, writable: true, enumerable: true, configurable: true });
  } else if (owner instanceof Settings && owner.values.has(name)) owner.values.set(name, value);
  else if (owner instanceof NamedTuple && owner.names.includes(name)) throw attributeError("can't set attribute");
  else throw attributeError(`'${typeName(owner)}' object has no attribute '${name}'`);
  return null;
}

/** Where a parameter was, only another parameter or None goes. */
function refuseForParameter(known: unknown, name: string, value: unknown): void {
  if (!isParameter(known) || value === null || isParameter(value)) return;
  const type = Tensor.isTensor(value) ? `torch.${pytorchTypes[value.dtype]}Tensor` : typeName(value);
  throw typeError(`cannot assign '${type}' as parameter '${name}' (torch.nn.Parameter or None expected)`);
}

function setInstanceAttribute(owner: Instance, name: string, value: unknown): void {
  const member = owner.cls.lookup(name);
  if (member instanceof Property) {
    if (member.set === null) throw attributeError(`property '${name}' of '${owner.cls.name}' object has no setter`);
    call(member.set, [owner, value], none);
    return;
  }
  const write = special(member, "__set__");
  if (write !== undefined) {
    call(write, [owner, value], none);
    return;
  }
  const hook = owner.cls.lookup("__setattr__");
  if (hook instanceof PyFunction) {
    call(bind(hook, owner, "__setattr__"), [name, value], none);
    return;
  }
  if (owner.cls.members.get("__frozen__") === true && owner.attributes.get("__ready__") === true)
    throw exception("FrozenInstanceError", `cannot assign to field '${name}'`);
  if (!(owner instanceof PyModule) && !hasSlot(owner.cls, name)) throw missing(owner, name);
  if (owner instanceof PyModule) {
    if (!owner.isReady && value instanceof Module)
      throw attributeError("cannot assign module before Module.__init__() call");
    refuseForParameter(owner.attributes.get(name), name, value);
    if (!owner.isReady && Tensor.isTensor(value) && value.requires_grad && value.is_leaf)
      throw attributeError("cannot assign parameters before Module.__init__() call");
    if (name === "training") owner.training = value === true;
    owner.expose(name, value);
  }
  owner.attributes.set(name, value);
}

/** Classes that all name their attributes in __slots__ have no others. */
function hasSlot(cls: PyClass, name: string): boolean {
  if (!cls.members.has("__slots__")) return true;
  const classes = cls.mro.filter((each) => each.module === "__main__");
  const slots = classes.map(({ members }) => members.get("__slots__"));
  if (classes.length < cls.mro.length - 1 || slots.some((each) => each === undefined)) return true;
  return slots.some((each) => (typeof each === "string" ? each === name : Array.isArray(each) && each.includes(name)));
}

export function delattr(owner: unknown, name: string): null {
  const member = isInstance(owner) ? owner.cls.lookup(name) : undefined;
  if (isInstance(owner) && member instanceof Property) {
    if (member.del === null) throw attributeError(`property '${name}' of '${owner.cls.name}' object has no deleter`);
    call(member.del, [owner], none);
    return null;
  }
  const hook = isInstance(owner) ? owner.cls.lookup("__delattr__") : undefined;
  if (isInstance(owner) && hook instanceof PyFunction) {
    call(bind(hook, owner, "__delattr__"), [name], none);
    return null;
  }
  const remove = special(member, "__delete__");
  if (remove !== undefined) {
    call(remove, [owner], none);
    return null;
  }
  if (owner instanceof PyClass && owner.members.delete(name)) return null;
  if (!isInstance(owner) || !owner.attributes.delete(name)) throw missing(owner, name);
  if (owner instanceof PyModule) owner.expose(name, null);
  return null;
}

/** owner.name(…). */
export function method(owner: unknown, name: string, args: readonly unknown[], keywords: Keywords): unknown {
  if (Tensor.isTensor(owner)) {
    const result = callTensorMethod(owner, name, args, keywords);
    if (result !== undefined) return result;
  }
  return call(getattr(owner, name), args, keywords);
}
