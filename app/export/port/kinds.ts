/**
 * @file What an expression of a loss may hold, told from its text alone: a floating tensor, whole numbers, a mask, a size. A name may hold whatever is
 * bound to it anywhere in its function, a parameter whatever some call gives it; what is only known to be no tensor is nothing.
 */
import { opNamed } from "../../../engine/language/facts/facts.ts";
import { fields, parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";
import { bufferIn } from "./buffers.ts";
import { kindCreated } from "./created-kinds.ts";
import {
  all,
  combined,
  element,
  FLOAT,
  type Held,
  isTensor,
  joined,
  MASK,
  nothing,
  ofOp,
  PLACED,
  partOf,
  partsOf,
  SIZE,
  TENSOR,
  tensor,
} from "./held.ts";
import type { Names } from "./names.ts";
import { builtins, plainAttributes, plainCalls, sizeCalls } from "./plain-names.ts";
import { classOf, keyOf, parameterName, parametersOf, required, scopeOf } from "./scopes.ts";

export class Kinds {
  readonly #names: Names;
  readonly #bound = new Map<string, Held>();
  /** Definitions by their name; lambdas by the name they get. */
  readonly #functions = new Map<string, SyntaxNode[]>();
  readonly #results = new Map<number, Held>();
  readonly #given = new Set<number>();
  #changed = false;

  /** `given`: what the entry's parameters hold, in their order. */
  constructor(root: SyntaxNode, names: Names, entry: string, given: readonly number[]) {
    this.#names = names;
    this.#collect(root);
    for (const definition of this.#functions.get(entry) ?? []) this.#give(definition, given.map(tensor));
    this.#settle(root);
    // What nobody calls by its name is called with tensors, as far as can be told.
    for (const definition of [...this.#functions].flatMap(([name, found]) => (/^__/.test(name) ? [] : found)))
      if (!this.#given.has(definition.id))
        this.#give(
          definition,
          required(definition).map(() => tensor(FLOAT)),
        );
    this.#settle(root);
  }

  /** Every round says more of what is bound; nothing is said twice. */
  #settle(root: SyntaxNode): void {
    do {
      this.#changed = false;
      this.#learn(root);
    } while (this.#changed);
  }

  of(node: SyntaxNode): number {
    return this.#held(node).own;
  }

  /** Its elements, if it is a list or so. */
  within(node: SyntaxNode): number {
    return element(this.#held(node)).own;
  }

  /** Whether a name is bound within the function where it stands. */
  isLocal(node: SyntaxNode): boolean {
    const scope = scopeOf(node);
    return scope.type !== "module" && this.#bound.has(keyOf(scope, node.text));
  }

  #collect(node: SyntaxNode): void {
    const [name, definition] =
      node.type === "function_definition"
        ? [node.childForFieldName("name")?.text, node]
        : node.type === "assignment" && node.childForFieldName("right")?.type === "lambda"
          ? [node.childForFieldName("left")?.text, node.childForFieldName("right")]
          : [undefined, null];
    if (name !== undefined && definition !== null) {
      const owner = classOf(node);
      const isCalledAs = owner !== null && (name === "forward" || name === "__call__");
      for (const each of [name, ...(isCalledAs ? [owner] : [])])
        this.#functions.set(each, [...(this.#functions.get(each) ?? []), definition]);
    }
    if (node.type === "lambda" && node.parent?.type !== "assignment") this.#functions.set(`lambda ${node.id}`, [node]);
    for (const child of parts(node)) this.#collect(child);
  }

  #learn(node: SyntaxNode): void {
    switch (node.type) {
      case "assignment":
      case "named_expression": {
        const [left, right] = [
          node.childForFieldName("left") ?? node.childForFieldName("name"),
          node.childForFieldName("right") ?? node.childForFieldName("value"),
        ];
        if (left !== null && right !== null) this.#bind(left, this.#held(right), right);
        break;
      }
      case "augmented_assignment": {
        const [left, right] = [node.childForFieldName("left"), node.childForFieldName("right")];
        if (left !== null && right !== null) this.#bind(left, combined(node, this.#held(left), this.#held(right)));
        break;
      }
      case "for_statement":
      case "for_in_clause": {
        const [left, right] = [node.childForFieldName("left"), node.childForFieldName("right")];
        if (left !== null && right !== null) this.#iterate(left, right);
        break;
      }
      case "return_statement":
        this.#result(scopeOf(node), all(parts(node).map((part) => this.#held(part))));
        break;
      case "lambda": {
        const body = node.childForFieldName("body");
        if (body !== null) this.#result(node, this.#held(body));
        break;
      }
      case "call":
        this.#learnCall(node);
        break;
    }
    for (const child of parts(node)) this.#learn(child);
  }

  #learnCall(node: SyntaxNode): void {
    const callee = node.childForFieldName("function");
    const list = node.childForFieldName("arguments");
    if (callee === null || list === null) return;
    const name = callee.type === "attribute" ? callee.childForFieldName("attribute")?.text : callee.text;
    if (name === "append" && callee.type === "attribute") {
      const owner = callee.childForFieldName("object");
      if (owner !== null) this.#put(owner, { own: 0, within: all(parts(list).map((part) => this.#held(part))).own });
    }
    const buffer = bufferIn(node);
    if (buffer !== null) this.#note(`.${buffer.name}`, this.#held(buffer.value));
    if (this.#names.path(callee) !== null) return;
    for (const definition of this.#called(callee)) {
      const given = parts(list).filter(({ type }) => type !== "keyword_argument");
      this.#give(
        definition,
        given.map((part) => this.#held(part)),
      );
      for (const part of parts(list).filter(({ type }) => type === "keyword_argument")) {
        const [key, value] = [part.childForFieldName("name"), part.childForFieldName("value")];
        if (key !== null && value !== null) this.#note(keyOf(definition, key.text), this.#held(value));
      }
    }
  }

  /** What may run where it is called: functions of that name, or, of a value that may be an instance, every forward there is. */
  #called(callee: SyntaxNode): readonly SyntaxNode[] {
    const name = callee.type === "attribute" ? callee.childForFieldName("attribute")?.text : callee.text;
    const named = this.#functions.get(name ?? "");
    if (named !== undefined) return named;
    if (callee.type === "identifier" && builtins.has(callee.text)) return [];
    if (callee.type === "attribute" && callee.childForFieldName("object")?.text !== "self") return [];
    return [...(this.#functions.get("forward") ?? []), ...(this.#functions.get("__call__") ?? [])];
  }

  #give(definition: SyntaxNode, given: readonly Held[]): void {
    this.#given.add(definition.id);
    const names = parametersOf(definition).map(parameterName);
    given.forEach((held, i) => {
      const name = names[i];
      if (name !== undefined) this.#note(keyOf(definition, name), held);
    });
  }

  #iterate(target: SyntaxNode, iterated: SyntaxNode): void {
    const callee = iterated.type === "call" ? iterated.childForFieldName("function") : null;
    const list = iterated.type === "call" ? iterated.childForFieldName("arguments") : null;
    const given = list === null ? [] : parts(list);
    const targets = target.type === "pattern_list" || target.type === "tuple_pattern" ? parts(target) : null;
    if (callee !== null && targets !== null && (callee.text === "zip" || callee.text === "enumerate")) {
      const elements = given.map((part) => element(this.#held(part)));
      const each = callee.text === "zip" ? elements : [nothing, ...elements];
      for (const [i, part] of targets.entries()) this.#bind(part, each[i] ?? nothing);
      return;
    }
    this.#bind(target, element(this.#held(iterated)));
  }

  #bind(target: SyntaxNode, held: Held, value: SyntaxNode | null = null): void {
    if (["pattern_list", "tuple_pattern", "list_pattern"].includes(target.type)) {
      const values = value !== null && ["expression_list", "tuple", "list"].includes(value.type) ? parts(value) : null;
      const isShape = held.own === SIZE;
      parts(target).forEach((part, i) => {
        const one = values?.[i];
        this.#bind(part, one === undefined ? (isShape ? held : partOf(held, i)) : this.#held(one), one ?? null);
      });
      return;
    }
    if (target.type === "identifier") this.#note(keyOf(scopeOf(target), target.text), held);
    else if (target.type === "attribute") this.#note(`.${target.childForFieldName("attribute")?.text}`, held);
    else if (target.type === "subscript") {
      const owner = target.childForFieldName("value");
      if (owner !== null) this.#put(owner, { own: 0, within: held.own | held.within });
    }
  }

  /** Into what is bound already, wherever that is. */
  #put(owner: SyntaxNode, held: Held): void {
    if (owner.type !== "identifier") {
      this.#bind(owner, held);
      return;
    }
    let scope = scopeOf(owner);
    while (!this.#bound.has(keyOf(scope, owner.text)) && scope.parent !== null) scope = scopeOf(scope);
    this.#note(keyOf(scope, owner.text), held);
  }

  #note(key: string, held: Held): void {
    const before = this.#bound.get(key);
    const after = joined(before ?? nothing, held);
    if (before !== undefined && after.own === before.own && after.within === before.within) return;
    this.#bound.set(key, after);
    this.#changed = true;
  }

  #result(scope: SyntaxNode, held: Held): void {
    const before = this.#results.get(scope.id) ?? nothing;
    const after = joined(before, held);
    if (after.own === before.own && after.within === before.within) return;
    this.#results.set(scope.id, after);
    this.#changed = true;
  }

  #held(node: SyntaxNode): Held {
    const among = (): Held => all(parts(node).map((part) => this.#held(part)));
    switch (node.type) {
      case "identifier":
        return this.#name(node);
      case "parenthesized_expression":
      case "await":
        return among();
      case "unary_operator": {
        const operand = node.childForFieldName("argument");
        return operand === null ? nothing : this.#held(operand);
      }
      case "binary_operator": {
        const [left, right] = [node.childForFieldName("left"), node.childForFieldName("right")];
        return left === null || right === null ? nothing : combined(node, this.#held(left), this.#held(right));
      }
      case "comparison_operator": {
        const isOfIdentity = node.children.some((child) => /^(is|in|not in|is not)$/.test(child?.type ?? ""));
        const operands = parts(node).map((part) => this.#held(part).own);
        return !isOfIdentity && operands.some(isTensor)
          ? tensor(MASK)
          : !isOfIdentity && operands.some((own) => (own & SIZE) !== 0)
            ? { own: SIZE, within: 0 }
            : nothing;
      }
      case "boolean_operator":
        return among();
      case "conditional_expression": {
        const [yes, , no] = parts(node);
        return all([yes, no].filter((part) => part !== undefined).map((part) => this.#held(part)));
      }
      case "named_expression": {
        const value = node.childForFieldName("value");
        return value === null ? nothing : this.#held(value);
      }
      case "list":
      case "tuple":
      case "set":
      case "expression_list": {
        const { own, within } = among();
        return { own: 0, within: own | within };
      }
      case "dictionary":
        return {
          own: 0,
          within: parts(node)
            .map((pair) => pair.childForFieldName("value"))
            .reduce(
              (kind, value) => (value === null ? kind : kind | this.#held(value).own | this.#held(value).within),
              0,
            ),
        };
      case "list_comprehension":
      case "set_comprehension":
      case "generator_expression":
      case "dictionary_comprehension": {
        const body = node.childForFieldName("body");
        const value = body?.type === "pair" ? body.childForFieldName("value") : body;
        if (value === null || value === undefined) return nothing;
        const { own, within } = this.#held(value);
        return { own: 0, within: own | within };
      }
      case "list_splat":
        return element(among());
      case "subscript": {
        const value = node.childForFieldName("value");
        if (value === null) return nothing;
        const held = this.#held(value);
        // p.shape[-1] is known, whatever the batch.
        if (held.own === SIZE && /^-\d+$|^[1-9]\d*$/.test(fields(node, "subscript")[0]?.text ?? "")) return nothing;
        return held.own === SIZE ? held : partOf(held, Number(fields(node, "subscript")[0]?.text));
      }
      case "attribute":
        return this.#attribute(node);
      case "call":
        return this.#call(node);
      default:
        return nothing;
    }
  }

  #name(node: SyntaxNode): Held {
    for (
      let scope: SyntaxNode | null = scopeOf(node);
      scope !== null;
      scope = scope.parent === null ? null : scopeOf(scope)
    ) {
      const held = this.#bound.get(keyOf(scope, node.text));
      if (held !== undefined) return held;
    }
    return nothing;
  }

  #attribute(node: SyntaxNode): Held {
    if (this.#names.path(node) !== null) return nothing;
    const [object, name] = [node.childForFieldName("object"), node.childForFieldName("attribute")?.text ?? ""];
    if (object === null || plainAttributes.has(name)) return nothing;
    if (name === "shape") return { own: SIZE, within: 0 };
    const held = this.#held(object);
    if ((held.own & PLACED) !== 0) return partOf(held, name === "values" ? 0 : 1);
    return joined(this.#bound.get(`.${name}`) ?? nothing, tensor(held.own & TENSOR));
  }

  #call(node: SyntaxNode): Held {
    const [callee, list] = [node.childForFieldName("function"), node.childForFieldName("arguments")];
    if (callee === null || list === null) return nothing;
    const given = (list.type === "argument_list" ? parts(list) : [list]).map((part) =>
      this.#held(part.type === "keyword_argument" ? (part.childForFieldName("value") ?? part) : part),
    );
    const path = this.#names.path(callee);
    const name = callee.type === "attribute" ? (callee.childForFieldName("attribute")?.text ?? "") : callee.text;
    const object = callee.type === "attribute" && path === null ? callee.childForFieldName("object") : null;
    const receiver = object === null ? nothing : this.#held(object);
    if (path === null) {
      const found = this.#called(callee);
      if (found.length > 0) return all(found.map(({ id }) => this.#results.get(id) ?? nothing));
    }
    if (sizeCalls.has(name)) {
      // len(x.shape) and len of a list are known.
      if (name === "len" && !given.some(({ own }) => isTensor(own))) return nothing;
      return /^-\d+$|^[1-9]\d*$/.test(name === "size" ? (parts(list)[0]?.text ?? "") : "")
        ? nothing
        : { own: SIZE, within: 0 };
    }
    const isConverted = object !== null && ["float", "int", "bool"].includes(name);
    if (plainCalls.has(name) && !isConverted && (path === null || path.startsWith("torch")))
      return name === "round" ? all([receiver, ...given]) : nothing;
    const from = all([receiver, ...given]);
    if (path !== null && !path.startsWith("torch")) return nothing;
    const key = path === null && object === null ? null : (opNamed(name)?.key ?? null);
    if (key !== null && (path !== null || isTensor(receiver.own))) {
      const [dim] = path === null ? given : given.slice(1);
      const several = partsOf(key, from, dim !== undefined && !isTensor(dim.own));
      if (several !== null) return several;
    }
    const created = key === null ? null : kindCreated(key, list);
    if (created !== null) return tensor(created);
    if (key !== null && (path !== null || isTensor(receiver.own)))
      return tensor(ofOp(key, (from.own | from.within) & TENSOR));
    if (path !== null) return nothing;
    if (object === null && ["sum", "max", "min"].includes(name)) return tensor((from.own | from.within) & TENSOR);
    if (object === null && name === "abs") return from;
    if (object !== null && ["items", "keys", "values"].includes(name)) return { own: 0, within: receiver.within };
    if (object !== null) return element(receiver);
    // A value that is called, or a function of another function's.
    return builtins.has(name)
      ? { own: 0, within: from.own | from.within }
      : from.own === 0
        ? nothing
        : tensor(from.own & TENSOR);
  }
}
