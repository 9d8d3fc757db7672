/**
 * @file What every expression of a program holds, told without running it: from literals, annotations, defaults, the functions of
 * PyTorch, and how the program's own functions are called. Passes over the whole program until nothing new is learned.
 */
import type { Bindings, Variable } from "./bindings.ts";
import { callType } from "./infer-calls.ts";
import { properties } from "./ops.ts";
import type {
  Annotation,
  Block,
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Lambda,
  NumberLiteral,
  Parameter,
  Statement,
} from "./tree.ts";
import {
  bool,
  float,
  floats,
  int,
  isNumber,
  isTensor,
  isTensorOrNumber,
  itemOf,
  join,
  listOf,
  never,
  none,
  present,
  someNumber,
  string,
  type Type,
  tensor,
  unknown,
} from "./types.ts";

const MOST_PASSES = 12;

export class Inference {
  readonly #bindings: Bindings;
  readonly #types = new Map<Expression, Type>();
  readonly #returns = new Map<FunctionDefinition | Lambda, Type>();
  readonly #attributes = new Map<ClassDefinition, Map<string, Type>>();
  readonly #promotedAttributes = new Map<ClassDefinition, Set<string>>();
  readonly #promotedReturns = new Set<FunctionDefinition | Lambda>();
  /** The class whose methods are being read. */
  #class: ClassDefinition | null = null;
  #function: FunctionDefinition | Lambda | null = null;
  readonly #constants = new Map<Variable, Expression>();
  #isChanged = false;

  constructor(program: Block, bindings: Bindings) {
    this.#bindings = bindings;
    this.#settle(program);
    if (this.#promote()) this.#settle(program);
  }

  typeOf(node: Expression): Type {
    return this.#types.get(node) ?? unknown;
  }

  /** The number that a name stands for wherever it is read: a constant, or the default of a parameter. */
  constantOf(node: Expression): NumberLiteral | null {
    if (node.kind !== "name") return null;
    const variable = this.#bindings.of(node);
    if (variable === null) return null;
    const { value } = variable.parameter ?? { value: this.#constants.get(variable) ?? null };
    return value?.kind === "number" ? value : null;
  }

  returnsOf(definition: FunctionDefinition | Lambda): Type {
    return this.#returns.get(definition) ?? never;
  }

  attributesOf(definition: ClassDefinition): ReadonlyMap<string, Type> {
    return this.#attributes.get(definition) ?? new Map();
  }

  /** Where numbers have to be written as tensors, since tensors follow in the same place. */
  isPromoted(target: Expression, owner: ClassDefinition | null): boolean {
    if (target.kind === "name") return this.#bindings.of(target)?.isPromoted ?? false;
    return (
      target.kind === "member" &&
      target.object.kind === "self" &&
      owner !== null &&
      (this.#promotedAttributes.get(owner)?.has(target.name) ?? false)
    );
  }

  returnsPromoted(definition: FunctionDefinition | Lambda): boolean {
    return this.#promotedReturns.has(definition);
  }

  #settle(program: Block): void {
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      this.#isChanged = false;
      this.#block(program);
      if (!this.#isChanged) return;
    }
  }

  /** Variables, attributes and results that are numbers here and tensors there become tensors. */
  #promote(): boolean {
    let found = false;
    for (const variable of this.#bindings.all) {
      if (variable.parameter !== null || !isTensorOrNumber(variable.type)) continue;
      variable.isPromoted = true;
      variable.type = tensor;
      found = true;
    }
    for (const [owner, attributes] of this.#attributes) {
      for (const [name, type] of attributes) {
        if (!isTensorOrNumber(type)) continue;
        const names = this.#promotedAttributes.get(owner) ?? new Set();
        this.#promotedAttributes.set(owner, names.add(name));
        attributes.set(name, tensor);
        found = true;
      }
    }
    for (const [definition, type] of this.#returns) {
      if (!isTensorOrNumber(type)) continue;
      this.#promotedReturns.add(definition);
      this.#returns.set(definition, tensor);
      found = true;
    }
    return found;
  }

  #block({ statements }: Block): void {
    for (const statement of statements) this.#statement(statement);
  }

  #statement(statement: Statement): void {
    switch (statement.kind) {
      case "function":
        this.#definition(statement);
        return;
      case "class":
        this.#classDefinition(statement);
        return;
      case "assign": {
        const type =
          statement.annotation === null
            ? this.expression(statement.value)
            : join(typeOfAnnotation(statement.annotation), this.expression(statement.value));
        for (const target of statement.targets) {
          this.#assign(target, type);
          const variable = target.kind === "name" ? this.#bindings.of(target) : null;
          if (variable !== null) this.#constants.set(variable, statement.value);
        }
        return;
      }
      case "augmented": {
        const [left, right] = [this.expression(statement.target), this.expression(statement.value)];
        this.#assign(statement.target, binaryType(statement.operator, left, right));
        return;
      }
      case "return":
        if (this.#function !== null) this.#returned(this.#function, statement.value);
        return;
      case "for":
        this.#assign(statement.target, this.itemsOf(statement.iterable));
        this.#block(statement.body);
        return;
      case "try":
        this.#block(statement.body);
        if (statement.handler !== null) this.#block(statement.handler);
        if (statement.last !== null) this.#block(statement.last);
        return;
      case "if":
        for (const { test, body } of statement.branches) {
          if (test !== null) this.expression(test);
          this.#block(body);
        }
        return;
      case "while":
        this.expression(statement.test);
        this.#block(statement.body);
        return;
      case "gradMode":
        this.#block(statement.body);
        return;
      case "evaluate":
        this.expression(statement.value);
        return;
      case "assert":
        this.expression(statement.test);
        if (statement.message !== null) this.expression(statement.message);
        return;
      case "raise":
        if (statement.message !== null) this.expression(statement.message);
        return;
      default:
    }
  }

  #returned(owner: FunctionDefinition | Lambda, value: Expression | null): void {
    const type = value === null ? none : this.expression(value);
    if (this.#promotedReturns.has(owner)) return;
    const joined = join(this.returnsOf(owner), type);
    if (!isSame(joined, this.returnsOf(owner))) this.#isChanged = true;
    this.#returns.set(owner, joined);
  }

  #definition(definition: FunctionDefinition): void {
    const variable = this.#bindings.ofDefinition(definition);
    if (variable !== null && definition.role === "function") this.#learn(variable, { kind: "function", definition });
    if (this.#class !== null && definition.role !== "function")
      this.#learnAttribute(
        this.#class,
        definition.name,
        definition.role === "property" ? this.returnsOf(definition) : { kind: "function", definition },
      );
    const outer = this.#function;
    this.#function = definition;
    const isForward = definition.name === "forward";
    for (const parameter of definition.parameters) this.#parameter(definition, parameter, isForward);
    this.#block(definition.body);
    this.#function = outer;
  }

  #parameter(owner: FunctionDefinition | Lambda, parameter: Parameter, isForward: boolean): void {
    const variable = this.#bindings.ofParameter(owner, parameter.name);
    if (variable === null) return;
    const { annotation, value, form } = parameter;
    const given = value === null ? never : this.expression(value);
    if (form === "rest") this.#learn(variable, listOf(annotation === null ? never : typeOfAnnotation(annotation)));
    else if (annotation !== null) this.#learn(variable, join(typeOfAnnotation(annotation), given));
    else if (value !== null) this.#learn(variable, given);
    else if (isForward) this.#learn(variable, tensor);
  }

  #classDefinition(definition: ClassDefinition): void {
    const variable = this.#bindings.ofDefinition(definition);
    if (variable !== null) this.#learn(variable, { kind: "class", definition });
    if (definition.base !== null) this.expression(definition.base);
    const [outer, outerFunction] = [this.#class, this.#function];
    this.#class = definition;
    this.#function = null;
    if (!this.#attributes.has(definition)) this.#attributes.set(definition, new Map());
    this.#block(definition.body);
    for (const statement of definition.body.statements)
      if (statement.kind === "assign")
        for (const target of statement.targets)
          if (target.kind === "name") this.#learnAttribute(definition, target.name, this.typeOf(statement.value));
    this.#class = outer;
    this.#function = outerFunction;
  }

  #learn(variable: Variable, type: Type): void {
    if (variable.isPromoted) return;
    const joined = join(variable.type, type);
    if (isSame(joined, variable.type)) return;
    variable.type = joined;
    this.#isChanged = true;
  }

  #learnAttribute(owner: ClassDefinition, name: string, type: Type): void {
    const attributes = this.#attributes.get(owner) ?? new Map<string, Type>();
    this.#attributes.set(owner, attributes);
    if (this.#promotedAttributes.get(owner)?.has(name)) return;
    const before = attributes.get(name) ?? never;
    const joined = join(before, type);
    if (attributes.has(name) && isSame(joined, before)) return;
    attributes.set(name, joined);
    this.#isChanged = true;
  }

  /** An argument meets a parameter: how helpers are called tells what they take. */
  learnParameter(owner: FunctionDefinition | Lambda, parameter: Parameter, type: Type): void {
    const variable = this.#bindings.ofParameter(owner, parameter.name);
    if (variable === null || (parameter.annotation !== null && parameter.form !== "rest")) return;
    const isForward = owner.kind === "function" && owner.name === "forward" && parameter.value === null;
    if (isForward) return;
    this.#learn(variable, parameter.form === "rest" ? listOf(type) : type);
  }

  /** A value is used as only a tensor can be: a parameter that nothing else is known of is one. */
  learnTensor(node: Expression): void {
    const variable = node.kind === "name" ? this.#bindings.of(node) : null;
    if (variable?.parameter !== null && variable?.parameter !== undefined && variable.type.kind === "never")
      this.#learn(variable, tensor);
  }

  /** Something is appended to a list. */
  learnItem(list: Expression, item: Type): void {
    if (list.kind === "name") {
      const variable = this.#bindings.of(list);
      if (variable !== null) this.#learn(variable, listOf(item));
    } else if (list.kind === "member" && list.object.kind === "self" && this.#class !== null) {
      this.#learnAttribute(this.#class, list.name, listOf(item));
    }
  }

  #assign(target: Expression, type: Type): void {
    this.#types.set(target, type);
    switch (target.kind) {
      case "name": {
        const variable = this.#bindings.of(target);
        if (variable !== null) this.#learn(variable, type);
        return;
      }
      case "member":
        this.expression(target.object);
        if (target.object.kind === "self" && this.#class !== null) this.#learnAttribute(this.#class, target.name, type);
        return;
      case "tuple":
      case "list":
        target.items.forEach((item, i) => {
          if (item.kind === "spread") this.#assign(item.value, listOf(itemOf(type) ?? unknown));
          else this.#assign(item, partOf(type, i));
        });
        return;
      default:
        this.expression(target);
    }
  }

  /** What going through an expression yields. */
  itemsOf(node: Expression): Type {
    return itemOf(this.expression(node)) ?? unknown;
  }

  get enclosingClass(): ClassDefinition | null {
    return this.#class;
  }

  /** An attribute of an instance, its base classes' included. */
  attribute(owner: ClassDefinition, name: string): Type | null {
    const own = this.#attributes.get(owner)?.get(name);
    if (own !== undefined) return own;
    const base = owner.base === null ? null : this.typeOf(owner.base);
    if (base?.kind === "class") return this.attribute(base.definition, name);
    if (name === "training") return bool;
    if (name === "reduction" && owner.base?.kind === "known" && owner.base.path !== "torch.nn.Module") return string;
    return null;
  }

  expression(node: Expression): Type {
    const type = this.#typeOf(node);
    this.#types.set(node, type);
    return type;
  }

  #typeOf(node: Expression): Type {
    switch (node.kind) {
      case "number":
        return node.isFloat ? float : int;
      case "string":
        return string;
      case "template":
        for (const part of node.parts) if (typeof part !== "string") this.expression(part.value);
        return string;
      case "constant":
        return node.value === null ? none : bool;
      case "name":
        return this.#bindings.of(node)?.type ?? unknown;
      case "known":
        return knownType(node.path);
      case "self":
        return this.#class === null ? unknown : { kind: "instance", definition: this.#class };
      case "member":
        return this.#member(node.name, this.expression(node.object));
      case "subscript":
        return this.#subscript(node.items, this.expression(node.object));
      case "slice":
        for (const part of [node.start, node.stop, node.step]) if (part !== null) this.expression(part);
        return unknown;
      case "call":
        return callType(this, node);
      case "unary":
        return unaryType(node.operator, this.expression(node.value));
      case "binary":
        return binaryType(node.operator, this.expression(node.left), this.expression(node.right));
      case "compare":
        return compareType(node.operator, this.expression(node.left), this.expression(node.right));
      case "logical":
        return join(this.expression(node.left), this.expression(node.right));
      case "conditional":
        this.expression(node.test);
        return join(this.expression(node.whenTrue), this.expression(node.whenFalse));
      case "list":
        return listOf(node.items.map((item) => this.#element(item)).reduce(join, never));
      case "tuple":
        if (node.items.some(({ kind }) => kind === "spread"))
          return listOf(node.items.map((item) => this.#element(item)).reduce(join, never));
        return { kind: "tuple", items: node.items.map((item) => this.expression(item)) };
      case "dict": {
        const values = node.entries.map(({ key, value }) => {
          if (key !== null) this.expression(key);
          const type = this.expression(value);
          return key !== null ? type : type.kind === "dict" ? type.value : unknown;
        });
        return { kind: "dict", value: values.reduce(join, never) };
      }
      case "lambda": {
        for (const parameter of node.parameters) this.#parameter(node, parameter, false);
        const outer = this.#function;
        this.#function = node;
        this.#returned(node, node.body);
        this.#function = outer;
        return { kind: "function", definition: node };
      }
      case "comprehension": {
        for (const { target, iterable, conditions } of node.clauses) {
          this.#assign(target, this.itemsOf(iterable));
          for (const condition of conditions) this.expression(condition);
        }
        if (node.key !== null) this.expression(node.key);
        const element = this.expression(node.element);
        return node.result === "dict" ? { kind: "dict", value: element } : listOf(element);
      }
      default:
        return unknown;
    }
  }

  #element(item: Expression): Type {
    return item.kind === "spread" ? this.itemsOf(item.value) : this.expression(item);
  }

  #member(name: string, owner: Type): Type {
    const given = present(owner);
    if (given.kind === "tensor") {
      const known = properties[name];
      if (known === undefined) return unknown;
      return known.kind === "tensor" && name !== "grad" ? given : known;
    }
    if (given.kind === "instance") return this.attribute(given.definition, name) ?? unknown;
    if (given.kind === "class") return this.attribute(given.definition, name) ?? unknown;
    if (given.kind === "record" && given.names.includes(name)) return tensor;
    if (given.kind === "module") return name === "weight" || name === "bias" ? floats : unknown;
    return unknown;
  }

  #subscript(items: readonly Expression[], owner: Type): Type {
    const keys = items.map((item) => this.expression(item));
    const given = present(owner);
    if (given.kind === "tensor") return given;
    if (given.kind === "dict") return given.value;
    const [only] = items;
    if (given.kind === "tuple" && only?.kind === "number") return given.items.at(only.value) ?? unknown;
    if (given.kind === "record" && only?.kind === "number") return tensor;
    if (only?.kind === "slice") return given.kind === "tuple" ? listOf(given.items.reduce(join, never)) : given;
    if (given.kind === "module") return { kind: "module", name: "Module" };
    if (given.kind === "string") return string;
    return keys.length === 1 && (given.kind === "list" || given.kind === "tuple")
      ? (itemOf(given) ?? unknown)
      : unknown;
  }
}

function partOf(type: Type, i: number): Type {
  const given = present(type);
  if (given.kind === "tuple") return given.items[i] ?? unknown;
  return itemOf(given) ?? unknown;
}

function knownType(path: string): Type {
  if (/^(math\.(pi|e|tau|inf|nan)|numpy\.(pi|e|inf)|torch\.(pi|e|inf|nan))$/.test(path)) return float;
  if (/^torch\.(float|float32|float64|double|long|int|int32|int64|bool)$/.test(path)) return { kind: "dtype" };
  return { kind: "known", path };
}

export function typeOfAnnotation(annotation: Annotation): Type {
  switch (annotation.kind) {
    case "tensor":
      return tensor;
    case "float":
      return float;
    case "int":
      return int;
    case "bool":
      return bool;
    case "string":
      return string;
    case "none":
      return none;
    case "list":
      return listOf(typeOfAnnotation(annotation.item));
    case "tuple":
      return { kind: "tuple", items: annotation.items.map(typeOfAnnotation) };
    case "dict":
      return { kind: "dict", value: typeOfAnnotation(annotation.value) };
    case "optional":
      return { kind: "optional", of: typeOfAnnotation(annotation.of) };
    case "class":
      return annotation.path.startsWith("torch.nn.")
        ? { kind: "module", name: annotation.path.slice("torch.nn.".length) }
        : annotation.path === "torch.dtype"
          ? { kind: "dtype" }
          : unknown;
  }
}

function unaryType(operator: string, value: Type): Type {
  if (operator === "not") return bool;
  const given = present(value);
  return given.kind === "bool" ? int : given;
}

export function binaryType(operator: string, left: Type, right: Type): Type {
  const [a, b] = [present(left), present(right)];
  if (isTensor(a) || isTensor(b)) return elementwise(operator, a, b);
  if (isNumber(a) && isNumber(b)) return numeric(operator, a, b);
  if (a.kind === "string" && (operator === "+" || operator === "%" || operator === "*")) return string;
  if (operator === "+" && (a.kind === "list" || a.kind === "tuple") && (b.kind === "list" || b.kind === "tuple"))
    return a.kind === "tuple" && b.kind === "tuple"
      ? { kind: "tuple", items: [...a.items, ...b.items] }
      : listOf(join(itemOf(a) ?? unknown, itemOf(b) ?? unknown));
  if (operator === "*" && a.kind === "list") return listOf(a.item);
  if (a.kind === "never" || b.kind === "never") return never;
  return isTensorOrNumber(a) && (isNumber(b) || isTensorOrNumber(b)) ? a : unknown;
}

function elementwise(operator: string, a: Type, b: Type): Type {
  const elements = [a, b].map((type) =>
    type.kind === "tensor" ? type.elements : type.kind === "number" && type.form === "float" ? "float" : null,
  );
  if (operator === "/" || elements.includes("float")) return floats;
  const known = elements.filter((each) => each !== null);
  if (known.includes("any")) return tensor;
  const isBits = operator === "&" || operator === "|" || operator === "^";
  return { kind: "tensor", elements: isBits && known.every((each) => each === "bool") ? "bool" : "integer" };
}

function numeric(operator: string, a: Type, b: Type): Type {
  if (operator === "/") return float;
  const forms = [a, b].map((type) => (type.kind === "number" ? type.form : "int"));
  if (forms.includes("float")) return float;
  if (forms.includes("any") || operator === "**") return someNumber;
  return int;
}

function compareType(operator: string, left: Type, right: Type): Type {
  const asks = operator === "is" || operator === "is not" || operator === "in" || operator === "not in";
  if (asks || !(isTensor(left) || isTensor(right))) return bool;
  return { kind: "tensor", elements: "bool" };
}

/** Equal as far as a pass could tell them apart. */
function isSame(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  const sameList = (x: readonly Type[], y: readonly Type[]) =>
    x.length === y.length && x.every((each, i) => isSame(each, y[i]));
  switch (a.kind) {
    case "tensor":
      return b.kind === "tensor" && a.elements === b.elements;
    case "number":
      return b.kind === "number" && a.form === b.form;
    case "list":
      return b.kind === "list" && a.isShape === b.isShape && isSame(a.item, b.item);
    case "tuple":
      return b.kind === "tuple" && sameList(a.items, b.items);
    case "mixed":
      return b.kind === "mixed" && sameList(a.types, b.types);
    case "dict":
      return b.kind === "dict" && isSame(a.value, b.value);
    case "optional":
      return b.kind === "optional" && isSame(a.of, b.of);
    case "record":
      return b.kind === "record" && a.names.join() === b.names.join();
    case "function":
    case "class":
    case "instance":
      return "definition" in b && a.definition === b.definition;
    case "module":
      return b.kind === "module" && a.name === b.name;
    case "known":
      return b.kind === "known" && a.path === b.path;
    default:
      return true;
  }
}
