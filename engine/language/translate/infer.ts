/**
 * @file What every expression of a program holds, told without running it: from literals, annotations, defaults, the functions of
 * PyTorch, and how the program's own functions are called. Passes over the whole program until nothing new is learned.
 */
import type { Bindings, Variable } from "./bindings.ts";
import { typeOfExpression } from "./infer-expressions.ts";
import { readBlock } from "./infer-statements.ts";
import type {
  Annotation,
  Block,
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Lambda,
  Name,
  NumberLiteral,
  Parameter,
} from "./tree.ts";
import {
  bool,
  isSame,
  isTensorOrNumber,
  itemOf,
  join,
  listOf,
  never,
  none,
  string,
  type Type,
  tensor,
  typeOfAnnotation,
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
  /** Parameters of forward that are no tensors, since the program calls it otherwise. */
  readonly #given = new Set<Variable>();
  readonly #growing = new Set<Variable>();
  #isChanged = false;

  constructor(program: Block, bindings: Bindings) {
    this.#bindings = bindings;
    this.#settle(program);
    if (this.#assumeTensors()) this.#settle(program);
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
      readBlock(this, program);
      if (!this.#isChanged) return;
    }
  }

  /** Parameters of functions that nothing calls: what a loss is given is tensors. What a constructor is given may be anything. */
  #assumeTensors(): boolean {
    const open = this.#bindings.all.filter(
      ({ parameter, type, owner }) =>
        parameter?.form === "plain" &&
        type.kind === "never" &&
        "kind" in owner &&
        owner.kind === "function" &&
        owner.name !== "__init__",
    );
    for (const variable of open) variable.type = tensor;
    return open.length > 0;
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

  learn(variable: Variable, type: Type): void {
    if (variable.isPromoted) return;
    const joined = join(variable.type, type);
    if (isSame(joined, variable.type)) return;
    variable.type = joined;
    this.#isChanged = true;
  }

  learnAttribute(owner: ClassDefinition, name: string, type: Type): void {
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
    if (isForward) {
      // A loss that the program itself gives a list takes a list.
      if (!["list", "tuple", "dict"].includes(type.kind) || this.#given.has(variable)) return;
      this.#given.add(variable);
      variable.type = type;
      this.#isChanged = true;
      return;
    }
    this.learn(variable, parameter.form === "rest" ? listOf(type) : type);
  }

  /** A value is used as only a tensor can be: a parameter that nothing else is known of is one. */
  learnTensor(node: Expression): void {
    const variable = node.kind === "name" ? this.#bindings.of(node) : null;
    if (variable?.parameter !== null && variable?.parameter !== undefined && variable.type.kind === "never")
      this.learn(variable, tensor);
  }

  /** Something is put into a list. */
  learnItem(list: Expression, item: Type): void {
    this.#learnHeld(list, listOf(item));
  }

  /** Something is put into a dict, maybe under a key that it had not. */
  learnValue(dict: Expression, value: Type): void {
    this.#learnHeld(dict, { kind: "dict", value });
    const variable = dict.kind === "name" ? this.#bindings.of(dict) : null;
    if (variable !== null) this.#growing.add(variable);
  }

  /** Whether a dict gets keys that it did not begin with. */
  isGrowing(variable: Variable): boolean {
    return this.#growing.has(variable);
  }

  #learnHeld(holder: Expression, type: Type): void {
    if (holder.kind === "name") {
      const variable = this.#bindings.of(holder);
      if (variable !== null) this.learn(variable, type);
    } else if (holder.kind === "member" && holder.object.kind === "self" && this.#class !== null) {
      this.learnAttribute(this.#class, holder.name, type);
    }
  }

  /** What going through an expression yields. */
  itemsOf(node: Expression): Type {
    return itemOf(this.expression(node)) ?? unknown;
  }

  get enclosingClass(): ClassDefinition | null {
    return this.#class;
  }

  get enclosingFunction(): FunctionDefinition | Lambda | null {
    return this.#function;
  }

  /** Reads what is within a function. */
  inside(definition: FunctionDefinition | Lambda, read: () => void): void {
    const outer = this.#function;
    this.#function = definition;
    read();
    this.#function = outer;
  }

  /** Reads the body of a class, which is within no function. */
  insideClass(definition: ClassDefinition, read: () => void): void {
    const [outer, outerFunction] = [this.#class, this.#function];
    this.#class = definition;
    this.#function = null;
    if (!this.#attributes.has(definition)) this.#attributes.set(definition, new Map());
    read();
    this.#class = outer;
    this.#function = outerFunction;
  }

  variableOf(name: Name): Variable | null {
    return this.#bindings.of(name);
  }

  variableOfDefinition(definition: FunctionDefinition | ClassDefinition): Variable | null {
    return this.#bindings.ofDefinition(definition);
  }

  /** A parameter is met: its annotation and default tell what it holds. */
  declare(owner: FunctionDefinition | Lambda, { name, annotation, value, form }: Parameter, isForward: boolean): void {
    const variable = this.#bindings.ofParameter(owner, name);
    if (variable === null) return;
    const given = value === null ? never : this.expression(value);
    if (form === "rest") this.learn(variable, listOf(annotation === null ? never : typeOfAnnotation(annotation)));
    else if (annotation !== null) this.learn(variable, join(this.#annotated(annotation), given));
    else if (value !== null) this.learn(variable, given);
    else if (isForward && !this.#given.has(variable)) this.learn(variable, tensor);
  }

  /** A class of the program's own stands for its objects. */
  #annotated(annotation: Annotation): Type {
    const name = annotation.kind === "class" ? annotation.path : null;
    const definition = [...this.#attributes.keys()].find((each) => each.name === name);
    return definition === undefined ? typeOfAnnotation(annotation) : { kind: "instance", definition };
  }

  /** A name is given the value of an expression. */
  learnConstant(variable: Variable, value: Expression): void {
    this.#constants.set(variable, value);
  }

  returned(owner: FunctionDefinition | Lambda, value: Expression | null): void {
    const type = value === null ? none : this.expression(value);
    if (this.#promotedReturns.has(owner)) return;
    const joined = join(this.returnsOf(owner), type);
    if (!isSame(joined, this.returnsOf(owner))) this.#isChanged = true;
    this.#returns.set(owner, joined);
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
    const type = typeOfExpression(this, node);
    this.note(node, type);
    return type;
  }

  note(node: Expression, type: Type): void {
    this.#types.set(node, type);
  }
}
