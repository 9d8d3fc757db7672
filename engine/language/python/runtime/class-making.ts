/** @file How a class comes to be: of the statement, of type(name, bases, dict), and of a metaclass. */
import { call, instantiated, none, special } from "./call.ts";
import { MadeClass, orderOf, PyClass } from "./classes.ts";
import { Dict } from "./dicts.ts";
import { exception, object, typeError } from "./exceptions.ts";
import { ClassMethod, type Keywords, Native } from "./functions.ts";
import { iterate } from "./protocols.ts";
import { Tuple } from "./sequences.ts";
import { typeName } from "./type-name.ts";
import { typeOf } from "./type-of.ts";

type Entries = readonly (readonly [string, unknown])[];

/** What a class statement hands to its metaclass under `__classcell__`: the class that its methods' super() means, to be filled. */
class ClassCell {
  isFilled = false;
  constructor(
    readonly cls: PyClass,
    readonly annotations: readonly string[],
    readonly doc: string | null,
  ) {}
}

const CELL = "__classcell__";

export const typeClass = new PyClass("type", [object], "builtins");

const classOf = (cls: PyClass): PyClass => (cls instanceof MadeClass ? cls.cls : typeClass);

const isMetaclass = (value: unknown): value is PyClass => value instanceof PyClass && value.isSubclassOf(typeClass);

/** The metaclass that all others derive to. */
function mostDerived(given: PyClass, bases: readonly PyClass[]): PyClass {
  let found = given;
  for (const own of bases.map(classOf)) {
    if (found.isSubclassOf(own)) continue;
    if (!own.isSubclassOf(found))
      throw typeError(
        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
      );
    found = own;
  }
  return found;
}

/** Types whose instances are JavaScript's own values: a class has one of them at most. */
const solid: ReadonlySet<string> = new Set([
  "int",
  "float",
  "str",
  "list",
  "tuple",
  "dict",
  "set",
  "frozenset",
  "type",
]);

function basesOf(given: Iterable<unknown>): PyClass[] {
  const bases = [...given].map((base) => {
    if (base instanceof PyClass) return base;
    throw typeError(`${typeName(base)} is not an acceptable base type`);
  });
  const twice = bases.find((base, i) => bases.indexOf(base) !== i);
  if (twice !== undefined) throw typeError(`duplicate base class ${twice.name}`);
  const layouts = new Set(bases.flatMap(({ mro }) => mro.filter((each) => isSolid(each))));
  if (layouts.size > 1) throw typeError("multiple bases have instance lay-out conflict");
  const value = bases.find((base) => isSolid(base) && base !== typeClass);
  if (value !== undefined && !bases.some(isEnum))
    throw exception(
      "NotImplementedError",
      `a class cannot extend ${value.name} here: keep a ${value.name} in an attribute instead`,
    );
  if (orderOf(bases) === null)
    throw typeError(
      `Cannot create a consistent method resolution\norder (MRO) for bases ${bases.map(({ name }) => name).join(", ")}`,
    );
  return bases;
}

const isEnum = (cls: PyClass): boolean => cls.mro.some(({ module }) => module === "enum");

const isSolid = (cls: PyClass): boolean => cls.module === "builtins" && solid.has(cls.name);

function shellOf(name: string, bases: readonly PyClass[], metaclass: PyClass): PyClass {
  const all = bases.length === 0 ? [object] : bases;
  return metaclass === typeClass ? new PyClass(name, all) : new MadeClass(name, all, metaclass);
}

/** class name(*given, **keywords): body */
export function classStatement(
  name: string,
  given: readonly unknown[],
  keywords: Keywords,
  body: (cls: PyClass, annotations: string[]) => readonly (readonly [string, unknown])[],
  doc: string | null,
): unknown {
  const { metaclass: wanted = typeClass, ...rest } = keywords ?? {};
  const named = Object.keys(rest).length === 0 ? none : rest;
  const bases = basesOf(given);
  const metaclass = isMetaclass(wanted) ? mostDerived(wanted, bases) : wanted;
  const shell = shellOf(name, bases, isMetaclass(metaclass) ? metaclass : mostDerived(typeClass, bases));
  const annotations: string[] = [];
  if (metaclass === typeClass) {
    fill(shell, body(shell, annotations), new ClassCell(shell, annotations, doc), named);
    return shell;
  }
  const tuple = Tuple.make(bases);
  const prepare = isMetaclass(metaclass) ? metaclass.lookup("__prepare__") : undefined;
  const namespace = prepare instanceof ClassMethod ? call(prepare.method, [metaclass, name, tuple], named) : new Dict();
  if (!(namespace instanceof Dict))
    throw exception("NotImplementedError", `__prepare__ has to give a dict here, not ${typeName(namespace)}`);
  namespace.set("__module__", "__main__");
  namespace.set("__qualname__", name);
  if (doc !== null) namespace.set("__doc__", doc);
  for (const [key, value] of body(shell, annotations)) if (value !== undefined) namespace.set(key, value);
  namespace.set(CELL, new ClassCell(shell, annotations, doc));
  return call(metaclass, [name, tuple, namespace], named);
}

/** type.__new__(metaclass, name, bases, namespace, **keywords) */
function made(metaclass: unknown, args: readonly unknown[], keywords: Keywords): PyClass {
  if (!isMetaclass(metaclass)) throw typeError(`type.__new__(X): X is not a type object (${typeName(metaclass)})`);
  const [name, given, namespace] = args;
  if (typeof name !== "string") throw typeError(`type.__new__() argument 1 must be str, not ${typeName(name)}`);
  if (!(given instanceof Tuple)) throw typeError(`type.__new__() argument 2 must be tuple, not ${typeName(given)}`);
  if (!(namespace instanceof Dict))
    throw typeError(`type.__new__() argument 3 must be dict, not ${typeName(namespace)}`);
  const bases = basesOf(iterate(given));
  const cell = namespace.get(CELL);
  const own = mostDerived(metaclass, bases);
  // A second class of the same namespace is another one than its methods' super() means.
  const isCells = cell instanceof ClassCell && !cell.isFilled && classOf(cell.cls) === own;
  const cls = isCells ? cell.cls : shellOf(name, bases, own);
  if (isCells) {
    cell.isFilled = true;
    cls.become(name, bases.length === 0 ? [object] : bases);
  }
  const entries = namespace
    .entries()
    .flatMap(([key, value]): [string, unknown][] =>
      key === CELL || key === "__module__" || key === "__qualname__" ? [] : [[String(key), value]],
    );
  fill(cls, entries, cell instanceof ClassCell ? cell : new ClassCell(cls, [], null), keywords);
  return cls;
}

function fill(cls: PyClass, entries: Entries, { annotations, doc }: ClassCell, keywords: Keywords): void {
  cls.doc = doc;
  for (const [key, value] of entries) {
    if (value === undefined) continue;
    cls.members.set(key, value);
    qualify(value, cls.name);
  }
  cls.annotations = annotations;
  for (const ancestor of cls.mro.slice(1)) ancestor.onSubclass?.(cls);
  for (const [key, value] of [...cls.members]) {
    const hook = special(value, "__set_name__");
    if (hook !== undefined) call(hook, [cls, key], none);
  }
  const initialise = cls.mro.slice(1).find(({ members }) => members.has("__init_subclass__"));
  if (initialise !== undefined) {
    const hook = initialise.members.get("__init_subclass__");
    call(hook instanceof ClassMethod ? hook.method : hook, [cls], keywords);
  } else if (keywords !== null) throw noKeywords(cls);
}

/** What object.__init_subclass__ says. */
export const noKeywords = (cls: PyClass) => typeError(`${cls.name}.__init_subclass__() takes no keyword arguments`);

/** Errors of a method's arguments name its class too. */
function qualify(value: unknown, cls: string): void {
  if (
    typeof value === "object" &&
    value !== null &&
    "attributes" in value &&
    "parameters" in value &&
    value.attributes instanceof Map &&
    "name" in value
  )
    value.attributes.set("__qualname__", `${cls}.${String(value.name)}`);
}

typeClass.construct = (args, keywords) => {
  if (args.length === 1 && keywords === null) return typeOf(args[0]);
  if (args.length !== 3) throw typeError("type() takes 1 or 3 arguments");
  return made(typeClass, args, keywords);
};
typeClass.holds = (value) =>
  value instanceof PyClass || (typeof value === "function" && /^class/.test(value.toString()));

const methods: Readonly<Record<string, Native["run"]>> = {
  __new__: ([metaclass, ...args], keywords) => made(metaclass, args, keywords),
  __init__: () => null,
  __call__: ([cls, ...args], keywords) => (cls instanceof PyClass ? instantiated(cls, args, keywords) : null),
  __setattr__: ([cls, name, value]) => {
    if (cls instanceof PyClass) cls.members.set(String(name), value);
    return null;
  },
  mro: ([cls]) => (cls instanceof PyClass ? [...cls.mro] : []),
};
for (const [name, run] of Object.entries(methods)) typeClass.members.set(name, new Native(name, run));
typeClass.members.set("__prepare__", new ClassMethod(new Native("__prepare__", () => new Dict())));
