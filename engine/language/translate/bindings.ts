/** @file Whose every name is: each name of a program leads to its variable. */
import type {
  Block,
  ClassDefinition,
  Comprehension,
  Expression,
  FunctionDefinition,
  Lambda,
  Name,
  Parameter,
  Statement,
} from "./tree.ts";
import { never, type Type } from "./types.ts";
import { blocksOf, childrenOf, expressionsOf } from "./walk.ts";

export type Owner = Block | FunctionDefinition | Lambda | Comprehension | ClassDefinition;

export class Variable {
  type: Type = never;
  /** It is given numbers and tensors: the numbers become tensors. */
  isPromoted = false;

  constructor(
    readonly name: string,
    readonly owner: Owner,
    readonly parameter: Parameter | null,
  ) {}
}

class Scope {
  readonly variables = new Map<string, Variable>();
  constructor(
    readonly owner: Owner,
    readonly parent: Scope | null,
  ) {}

  add(name: string, parameter: Parameter | null = null): void {
    if (!this.variables.has(name)) this.variables.set(name, new Variable(name, this.owner, parameter));
  }

  find(name: string): Variable | null {
    const own = this.variables.get(name);
    if (own !== undefined) return own;
    // The names of a class body are no names of its methods.
    let outer = this.parent;
    while (outer !== null && outer.owner !== this.owner && "kind" in outer.owner && outer.owner.kind === "class")
      outer = outer.parent;
    return outer === null ? null : outer.find(name);
  }
}

export class Bindings {
  readonly #variables = new Map<Name, Variable>();
  readonly #owners = new Map<Owner, Scope>();
  readonly #definitions = new Map<FunctionDefinition | ClassDefinition, Variable>();

  constructor(program: Block) {
    const scope = new Scope(program, null);
    this.#collect(program, scope);
    this.#block(program, scope);
  }

  of(name: Name): Variable | null {
    return this.#variables.get(name) ?? null;
  }

  ofDefinition(definition: FunctionDefinition | ClassDefinition): Variable | null {
    return this.#definitions.get(definition) ?? null;
  }

  variablesOf(owner: Owner): Variable[] {
    return [...(this.#owners.get(owner)?.variables.values() ?? [])];
  }

  ofParameter(owner: Owner, name: string): Variable | null {
    return this.#owners.get(owner)?.variables.get(name) ?? null;
  }

  get all(): Variable[] {
    return [...this.#owners.values()].flatMap((scope) => [...scope.variables.values()]);
  }

  /** Declares what the statements of a block bind, inner blocks included. */
  #collect(block: Block, scope: Scope): void {
    this.#owners.set(scope.owner, scope);
    const outer = new Set<string>();
    const visit = ({ statements }: Block): void => {
      for (const statement of statements) {
        if (statement.kind === "outer") for (const name of statement.names) outer.add(name);
        for (const name of boundBy(statement)) if (!outer.has(name)) scope.add(name);
        if (statement.kind !== "function" && statement.kind !== "class") blocksOf(statement).forEach(visit);
      }
    };
    visit(block);
  }

  #block({ statements }: Block, scope: Scope): void {
    for (const statement of statements) this.#statement(statement, scope);
  }

  #statement(statement: Statement, scope: Scope): void {
    if (statement.kind === "function" || statement.kind === "class") {
      const own = scope.variables.get(statement.name) ?? scope.find(statement.name);
      if (own !== null) this.#definitions.set(statement, own);
    }
    if (statement.kind === "function") {
      for (const { value } of statement.parameters) if (value !== null) this.#expression(value, scope);
      const inner = new Scope(statement, scope);
      for (const parameter of statement.parameters) inner.add(parameter.name, parameter);
      this.#collect(statement.body, inner);
      this.#block(statement.body, inner);
    } else if (statement.kind === "class") {
      if (statement.base !== null) this.#expression(statement.base, scope);
      const inner = new Scope(statement, scope);
      this.#collect(statement.body, inner);
      this.#block(statement.body, inner);
    } else {
      for (const part of expressionsOf(statement)) this.#expression(part, scope);
      for (const block of blocksOf(statement)) this.#block(block, scope);
    }
  }

  #expression(node: Expression, scope: Scope): void {
    if (node.kind === "name") {
      const variable = scope.find(node.name);
      if (variable !== null) this.#variables.set(node, variable);
    } else if (node.kind === "lambda") {
      for (const { value } of node.parameters) if (value !== null) this.#expression(value, scope);
      const inner = new Scope(node, scope);
      this.#owners.set(node, inner);
      for (const parameter of node.parameters) inner.add(parameter.name, parameter);
      this.#expression(node.body, inner);
    } else if (node.kind === "comprehension") {
      const inner = new Scope(node, scope);
      this.#owners.set(node, inner);
      for (const { target } of node.clauses) for (const name of namesIn(target)) inner.add(name);
      for (const child of childrenOf(node)) this.#expression(child, inner);
    } else {
      for (const child of childrenOf(node)) this.#expression(child, scope);
    }
  }
}

/** The names that an assignment to a target binds. */
export function namesIn(target: Expression): string[] {
  if (target.kind === "name") return [target.name];
  if (target.kind === "tuple" || target.kind === "list") return target.items.flatMap(namesIn);
  return target.kind === "spread" ? namesIn(target.value) : [];
}

/** The names that a statement itself binds, without those of its blocks. */
export function boundBy(statement: Statement): string[] {
  switch (statement.kind) {
    case "function":
    case "class":
      return [statement.name];
    case "assign":
      return statement.targets.flatMap(namesIn);
    case "augmented":
    case "for":
      return namesIn(statement.target);
    case "try":
      return statement.name === null ? [] : [statement.name];
    default:
      return [];
  }
}
