/**
 * @file A PyTorch loss rewritten for JAX or Keras: the text stays as it is, comments and layout included, and only what names torch changes.
 * What has no counterpart is refused where it stands.
 */

import { moduleNamed, type OpFacts, opNamed } from "../../../engine/language/facts/facts.ts";
import { Refusal } from "../../../engine/language/python/refusal.ts";
import { field, parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";
import { codeOf } from "../../../engine/language/python/tokens.ts";
import type { Param } from "../../../engine/ops/op.ts";
import { withoutFuture } from "../python-text.ts";
import { argumentOf, boundArguments } from "./arguments.ts";
import { bufferSet } from "./buffers.ts";
import { comparedTensors } from "./compared-tensors.ts";
import { conversion, limitOf } from "./conversions.ts";
import { isOfPlacement } from "./devices.ts";
import { type Argument, NoCounterpart, spell } from "./framework.ts";
import { type Framework, frameworkNames } from "./frameworks.ts";
import { FLOAT, isTensor, MASK, SIZE, WHOLE } from "./held.ts";
import { withHelpersNamed } from "./helper-names.ts";
import type { Helpers } from "./helper-text.ts";
import { Kinds } from "./kinds.ts";
import { functionFor } from "./mixed-operands.ts";
import { opsOfModules, paddingOf } from "./modules.ts";
import { Names } from "./names.ts";
import { includeOwn } from "./own-helpers.ts";
import { isDefinition, isSize, isWithinFunction, isWithinInit } from "./places.ts";
import { type Porting, refusal } from "./porting.ts";
import { kerasSize, mathOfSize, unknownSize } from "./sizes.ts";
import { kerasSubscript } from "./subscripts.ts";
import { attributes, constants, methods, plainMethods, refusedAttributes } from "./tensors.ts";
import { isStaticComparison, staticSize, untraceable } from "./untraceable.ts";
import { cutBy, isCuttingDecorator, isWithoutGrad } from "./without-grad.ts";
import { diagonalFilled, writtenAt, writtenBy } from "./writes.ts";

export interface Rewritten {
  /** Imports from __future__, which stand before everything else. */
  readonly future: string;
  readonly source: string;
  readonly helpers: readonly string[];
}

/** The function or class that is the loss, and what its parameters hold, in their order: bits of kinds.ts. */
export interface Given {
  readonly entry: string;
  readonly kinds: readonly number[];
}

/** Throws Refusal, with the place and the reason. */
export function rewrite(source: string, root: SyntaxNode, framework: Framework, given: Given): Rewritten {
  const rewriter = new Rewriter(source, root, framework, given);
  rewriter.checkModules(root);
  const text = rewriter.text(root);
  const named = withHelpersNamed(source);
  const { future, rest } = withoutFuture(`${withFewBlankLines(text).trim()}\n`);
  return { future, source: named(rest), helpers: [...rewriter.helpers.values()].map(named) };
}

/** Where statements were left out. Blank lines within strings stay. */
function withFewBlankLines(text: string): string {
  let [kept, at] = ["", 0];
  for (const { 0: lines, index } of codeOf(text).matchAll(/\n{4,}/g)) {
    kept += `${text.slice(at, index)}\n\n\n`;
    at = index + lines.length;
  }
  return kept + text.slice(at);
}

const moduleNames: Readonly<Record<Framework, readonly string[]>> = { jax: ["jax", "jnp"], keras: ["keras", "ops"] };

class Rewriter implements Porting {
  readonly helpers: Helpers = new Map();
  readonly names: Names;
  readonly kinds: Kinds;
  readonly entry: string;
  readonly #source: string;

  constructor(
    source: string,
    root: SyntaxNode,
    readonly framework: Framework,
    { entry, kinds }: Given,
  ) {
    this.#source = source;
    this.names = new Names(root);
    this.entry = entry;
    this.kinds = new Kinds(root, this.names, entry, kinds);
  }

  /** What the other framework is called there, the loss cannot call anything else. */
  checkModules(root: SyntaxNode): void {
    const taken = moduleNames[this.framework].find((name) => this.names.isDefined(name));
    if (taken !== undefined)
      throw new Refusal(
        this.names.definitionOf(taken) ?? root,
        `${taken} is a module of ${frameworkNames[this.framework]} in the export. Call it something else`,
      );
  }

  text = (node: SyntaxNode): string => {
    const reason = unknownSize(this, node) ? null : untraceable(node, this.kinds, this.framework);
    if (reason !== null) throw new Refusal(node, reason);
    switch (node.type) {
      case "identifier":
        return this.#identifier(node);
      case "keyword_argument":
        return this.#without(node, field(node, "name"), /$/).replace(/^/, field(node, "name").text);
      case "comparison_operator":
        return this.#comparison(node);
      case "import_statement":
      case "import_from_statement":
      case "future_import_statement":
        return this.#import(node);
      case "class_definition":
        return this.#class(node);
      case "typed_parameter":
        return this.text(parts(node)[0]);
      case "typed_default_parameter":
        return `${this.text(field(node, "name"))}=${this.text(field(node, "value"))}`;
      case "function_definition":
        return this.#without(node, node.childForFieldName("return_type"), /\s*->\s*$/);
      case "assert_statement":
        return this.#whole(node).replace(/^/, unknownSize(this, node) ? "pass  # " : "");
      case "decorated_definition":
        return this.#decorated(node);
      case "return_statement":
        return this.#cut(node, parts(node)[0]) ?? this.#whole(node);
      case "assignment":
        return writtenAt(this, node) ?? this.#assignment(node);
      case "augmented_assignment":
        return writtenAt(this, node) ?? this.#augmented(node);
      case "binary_operator":
        return this.#binary(node);
      case "call":
        return this.#call(node);
      case "attribute":
        return this.#values(node, "object", field(node, "attribute").text === "values") ?? this.#attribute(node);
      case "subscript":
        return this.#values(node, "value", parts(node)[1]?.text === "0") ?? this.#subscript(node);
      case "global_statement":
      case "nonlocal_statement":
        throw refusal(this, node, `state that outlives a call (${node.text})`);
      case "with_statement":
        return this.#with(node);
      case "try_statement":
      case "delete_statement":
        throw refusal(this, node, `a ${node.type.replace("_", " ")}`);
      default:
        return this.#whole(node);
    }
  };

  /** What says that nothing has a gradient is gone; what is computed there is cut off instead. */
  #decorated(node: SyntaxNode): string {
    const definition = field(node, "definition");
    const decorators = parts(node).filter(({ id }) => id !== definition.id);
    const kept = decorators.filter((each) => !isCuttingDecorator(each, this.names));
    if (kept.length === decorators.length) return this.#whole(node);
    const indent = " ".repeat(node.start - (this.#source.lastIndexOf("\n", node.start - 1) + 1));
    return [...kept.map((each) => this.#whole(each)), this.text(definition)].join(`\n${indent}`);
  }

  #with(node: SyntaxNode): string {
    const cut = cutBy(node, this.names);
    if (cut === null) throw refusal(this, node, "a with statement");
    const body = field(node, "body");
    const [, , rest = ""] = /^(.*?):((?:[^:]|\n)*)$/s.exec(this.#source.slice(node.start, body.start)) ?? [];
    const note = cut && /^[ \t]*\r?\n/.test(rest) ? "  # without a gradient" : "";
    return `if True:${note}${rest}${this.text(body)}`;
  }

  /** A statement whose value is cut off from the tape, where it stands under no_grad; null elsewhere. */
  #cut(node: SyntaxNode, value: SyntaxNode | null | undefined): string | null {
    if (value === null || value === undefined || value.type === "assignment") return null;
    if (!isTensor(this.kinds.of(value) | this.kinds.within(value)) || !isWithoutGrad(node, this.names)) return null;
    const helper = includeOwn("without_grad", this.framework, this.helpers);
    return this.#without(node, value, /$/, `${helper}(${argumentOf(value, this.text(value)).text})`);
  }

  #assignment(node: SyntaxNode): string {
    this.#checkTarget(field(node, "left"));
    const type = node.childForFieldName("type");
    const value = node.childForFieldName("right");
    if (type === null) return this.#cut(node, value) ?? this.#whole(node);
    return this.#without(node, type, /\s*:\s*$/);
  }

  /** As it stands, with its parts rewritten. */
  #whole(node: SyntaxNode): string {
    return this.#without(node, null, /$/);
  }

  /** The same without one of its parts, and without what leads up to that. */
  #without(node: SyntaxNode, dropped: SyntaxNode | null, lead: RegExp, instead = ""): string {
    const children = node.children.filter((child): child is SyntaxNode => child !== null);
    if (children.length === 0) return node.text;
    let text = "";
    let at = node.startIndex;
    for (const child of children) {
      text += this.#source.slice(at, child.startIndex);
      if (child.id === dropped?.id) text = text.replace(lead, "") + instead;
      else text += this.text(child);
      at = child.endIndex;
    }
    return text + this.#source.slice(at, node.endIndex);
  }

  /** Some of Keras's backends divide only what has one dtype, and a size is an integer. */
  #binary(node: SyntaxNode): string {
    const [left, right] = [field(node, "left"), field(node, "right")];
    const operator = field(node, "operator").text;
    if (operator === "+" && this.#isComplement(left) && this.kinds.of(right) === 0) {
      const helper = includeOwn("plus", this.framework, this.helpers);
      return `${helper}(${argumentOf(left, this.text(left)).text}, ${argumentOf(right, this.text(right)).text})`;
    }
    if (this.framework !== "keras") return this.#whole(node);
    const kinds = [this.kinds.of(left), this.kinds.of(right)] as const;
    if (operator === "/" && isSize(right) && (kinds[0] & (WHOLE | MASK | SIZE)) === 0)
      return `${this.#without(node, right, /$/)}ops.cast(${this.text(right)}, "float32")`;
    const found = functionFor(operator, ...kinds);
    return found === null ? this.#whole(node) : this.#applied(found, left, right);
  }

  /** 1 - p */
  #isComplement(node: SyntaxNode): boolean {
    const inner = node.type === "parenthesized_expression" ? parts(node)[0] : node;
    return (
      inner?.type === "binary_operator" &&
      field(inner, "operator").text === "-" &&
      this.kinds.of(field(inner, "left")) === 0 &&
      this.kinds.of(field(inner, "right")) === FLOAT
    );
  }

  #applied(name: string, ...operands: readonly SyntaxNode[]): string {
    return `${name}(${operands.map((operand) => argumentOf(operand, this.text(operand)).text).join(", ")})`;
  }

  #augmented(node: SyntaxNode): string {
    const [left, right] = [field(node, "left"), field(node, "right")];
    this.#checkTarget(left);
    const operator = field(node, "operator").text.replace(/=$/, "");
    const found = this.framework === "keras" ? functionFor(operator, this.kinds.of(left), this.kinds.of(right)) : null;
    const isCut = isTensor(this.kinds.of(left) | this.kinds.of(right)) && isWithoutGrad(node, this.names);
    if (found === null && !isCut) return this.#whole(node);
    const value = argumentOf(right, this.text(right));
    const whole = `${this.text(left)} ${operator} ${value.isAtom ? value.text : `(${value.text})`}`;
    const result = found === null ? whole : this.#applied(found, left, right);
    if (!isCut) return `${this.text(left)} = ${result}`;
    return `${this.text(left)} = ${includeOwn("without_grad", this.framework, this.helpers)}(${result})`;
  }

  #comparison(node: SyntaxNode): string {
    const [left, right] = parts(node);
    if (this.framework !== "keras" || left === undefined || right === undefined) return this.#whole(node);
    if (isStaticComparison(node)) {
      const [first, second] = [left, right].map((side) => {
        const size = staticSize(side);
        return size === null ? this.text(side) : `${this.text(size.of)}.shape${size.index}`;
      });
      return `${first} ${node.children.find((child) => child?.isNamed === false)?.text} ${second}`;
    }
    const operator = node.children.find((child) => child?.isNamed === false)?.text ?? "";
    const found = functionFor(operator, this.kinds.of(left), this.kinds.of(right));
    return found === null ? this.#whole(node) : this.#applied(found, left, right);
  }

  #subscript(node: SyntaxNode): string {
    return (this.framework === "keras" ? kerasSubscript(this, node) : null) ?? this.#whole(node);
  }

  /** A name of torch's that stands for itself: it may come to mean anything. */
  #identifier(node: SyntaxNode): string {
    const path = this.names.path(node);
    if (path?.startsWith("torch") !== true || isDefinition(node)) return node.text;
    const constant = constants[this.framework].get(path);
    if (constant === undefined) throw refusal(this, node, node.text);
    return constant;
  }

  #import(node: SyntaxNode): string {
    const kept = this.names.importKept(node);
    if (kept === "unknown") throw refusal(this, node, node.text);
    return kept === "kept" ? node.text : "";
  }

  #class(node: SyntaxNode): string {
    const bases = node.childForFieldName("superclasses");
    if (bases === null) return this.#whole(node);
    const ported = parts(bases).map((base) => {
      const path = this.names.path(base);
      if (path === "torch.nn.Module") {
        return includeOwn("Module", this.framework, this.helpers);
      }
      if (path?.startsWith("torch") === true) throw refusal(this, base, `a class that descends from ${base.text}`);
      return base.text;
    });
    return this.#without(node, bases, /$/).replace(/^class\s+\w+/, (head) => `${head}(${ported.join(", ")})`);
  }

  #checkTarget(target: SyntaxNode): void {
    if (target.type === "subscript") {
      const owner = field(target, "value");
      if (isWithinFunction(target) && !isWithinInit(target) && !this.kinds.isLocal(owner))
        throw refusal(this, target, `state that outlives a call (${owner.text})`);
    }
    if (target.type === "attribute" && !isWithinInit(target))
      throw refusal(this, target, `state that outlives a call (${target.text})`);
  }

  #attribute(node: SyntaxNode): string {
    const path = this.names.path(node);
    if (path !== null) {
      if (!path.startsWith("torch")) return node.text;
      const constant = constants[this.framework].get(path);
      if (constant === undefined) throw refusal(this, node, node.text);
      return constant;
    }
    const name = field(node, "attribute").text;
    if (this.names.isOwn(field(node, "object"))) return this.#whole(node);
    const limit = limitOf(node, this.names);
    if (limit !== null) return limit;
    // Where a tensor is kept is the framework's to say: what is given for it is left out.
    if (name === "device") return "None";
    if (refusedAttributes.has(name)) throw refusal(this, node, `.${name}`);
    const spelled = attributes[this.framework].get(name);
    return spelled === undefined ? this.#whole(node) : spelled(this.text(field(node, "object")));
  }

  #call(node: SyntaxNode): string {
    const callee = field(node, "function");
    const path = this.names.path(callee);
    if (path?.startsWith("torch") === true) return this.#torch(node, callee, path);
    if (path !== null) return mathOfSize(this, node, path) ?? this.#whole(node);
    if (callee.type !== "attribute") return this.#plain(node, callee) ?? this.#whole(node);
    const object = field(callee, "object");
    const name = field(callee, "attribute").text;
    const buffer = bufferSet(this, node);
    if (buffer !== null) return buffer;
    if (this.names.isOwn(object)) {
      if (refusedAttributes.has(name)) throw refusal(this, callee, `.${name}()`);
      return this.#whole(node);
    }
    const method = methods[this.framework].get(name);
    if (method !== undefined) {
      const list = parts(field(node, "arguments")).map(this.text);
      return method(this.text(object), list);
    }
    const converted = conversion(this, node);
    if (converted !== null) return converted;
    const op = opNamed(name);
    const receiver = argumentOf(object, this.text(object));
    if (op?.places.includes("method") === true) return this.#op(node, op, this.#bound(node, op, op.params, receiver));
    const written = writtenBy(this, node);
    if (written !== null) {
      const { op: writing, binding } = written;
      return binding + this.#op(node, writing, this.#bound(node, writing, writing.params, receiver));
    }
    const diagonal = diagonalFilled(this, node);
    if (diagonal !== null) return diagonal;
    if (plainMethods.has(name)) return this.#whole(node);
    throw refusal(this, callee, `.${name}()`);
  }

  /** The arguments of a call, without those that only say where a tensor is kept. */
  #bound(node: SyntaxNode, op: OpFacts, params: readonly Param[], receiver: Argument | null): Map<string, Argument> {
    return boundArguments(node, op, params, receiver, this.text, (argument) =>
      argument.type === "keyword_argument" ? isOfPlacement(argument, this.names) : false,
    );
  }

  /** x.max(1)[0] and x.max(1).values: the extremes along a dim, without their places; null for anything else. */
  #values(node: SyntaxNode, part: "object" | "value", areAskedFor: boolean): string | null {
    const call = field(node, part);
    if (!areAskedFor || call.type !== "call") return null;
    const callee = field(call, "function");
    const name = /(?:^|\.)(max|min)$/.exec(callee.text)?.[1];
    const op = opNamed(name ?? "");
    if (op === null || callee.type !== "attribute") return null;
    const object = field(callee, "object");
    const receiver = this.names.path(callee) === null ? argumentOf(object, this.text(object)) : null;
    const bound = this.#bound(call, op, op.params, receiver);
    const [input, dim] = [bound.get("input"), bound.get("dim")];
    if (input === undefined || dim === undefined) return null;
    const helper = includeOwn(name === "max" ? "max_along" : "min_along", this.framework, this.helpers);
    return `${helper}(${[input, dim, bound.get("keepdim")].flatMap((argument) => argument?.text ?? []).join(", ")})`;
  }

  /** Python's own functions, where they mean tensors. */
  #plain(node: SyntaxNode, callee: SyntaxNode): string | null {
    const list = field(node, "arguments");
    const given = list.type === "argument_list" ? parts(list) : [list];
    const [first] = given;
    if (this.names.isDefined(callee.text) || first === undefined) return null;
    const areTensors = given.some((part) => isTensor(this.kinds.of(part) | this.kinds.within(part)));
    const sized = kerasSize(this, node);
    if (sized !== null) return sized;
    if (callee.text === "isinstance" && this.names.path(given[1] ?? first) === "torch.Tensor")
      return `hasattr(${this.text(first)}, "shape")`;
    if (callee.text === "len" && this.framework === "keras" && isTensor(this.kinds.of(first)))
      return `ops.shape(${this.text(first)})[0]`;
    const op = opNamed("abs");
    if (callee.text === "abs" && areTensors && op !== null)
      return this.#op(node, op, new Map([["input", argumentOf(first, this.text(first))]]));
    if ((callee.text === "max" || callee.text === "min") && areTensors) {
      const helper = includeOwn(callee.text === "max" ? "greatest" : "least", this.framework, this.helpers);
      return `${helper}(${given.map(this.text).join(", ")})`;
    }
    return null;
  }

  #torch(node: SyntaxNode, callee: SyntaxNode, path: string): string {
    const name = path.slice(path.lastIndexOf(".") + 1);
    if (path === "torch.device") return "None";
    if (/^torch\.nn\.[A-Z]/.test(path)) return this.#module(node, name);
    const space = /^torch\.(linalg|fft|special)\./.exec(path)?.[1];
    const op = (space === undefined ? null : opNamed(`${space}_${name}`)) ?? opNamed(name);
    const size = methods[this.framework].get(name);
    const [first] = parts(field(node, "arguments"));
    if (op === null && name === "numel" && size !== undefined && first !== undefined) return size(this.text(first), []);
    if (op === null || op.key === null) throw refusal(this, callee, callee.text);
    return this.#op(node, op, this.#bound(node, op, op.params, null));
  }

  /** nn.HuberLoss(delta=2) is a function of input and target. */
  #module(node: SyntaxNode, name: string): string {
    if (name === "Identity") return "(lambda input: input)";
    const padding = paddingOf(name, field(node, "arguments"), this.text);
    const pad = opNamed("pad");
    if (padding !== null && pad !== null) {
      const given = { input: "input", ...padding };
      const bound = Object.entries(given).map(([key, text]) => [key, { text, isAtom: true }] as const);
      return `(lambda input: ${this.#op(node, pad, new Map(bound))})`;
    }
    const entry = moduleNamed(name);
    const op = opNamed(opsOfModules.get(name) ?? entry?.of ?? "");
    if (op === null) throw refusal(this, node, `nn.${name}`);
    const count = entry?.inputs ?? 1;
    const inputs = op.params.slice(0, count);
    const bound = new Map<string, Argument>(inputs.map(({ name: text }) => [text, { text, isAtom: true }]));
    const options = this.#bound(node, op, op.params.slice(count), null);
    for (const [option, value] of options) bound.set(option, value);
    return `(lambda ${inputs.map(({ name: text }) => text).join(", ")}: ${this.#op(node, op, bound)})`;
  }

  #op(node: SyntaxNode, op: OpFacts, bound: ReadonlyMap<string, Argument>): string {
    const pair = comparedTensors(node, op, bound);
    if (pair !== null) return this.#op(node, pair.op, pair.bound);
    const [input, dim] = [bound.get("input"), bound.get("dim")];
    if ((op.name === "max" || op.name === "min") && input !== undefined && dim !== undefined) {
      const helper = includeOwn(op.name === "max" ? "max_and_places" : "min_and_places", this.framework, this.helpers);
      return `${helper}(${[input, dim, bound.get("keepdim")].flatMap((argument) => argument?.text ?? []).join(", ")})`;
    }
    try {
      return spell(op, bound, this.framework, this.helpers);
    } catch (error) {
      if (error instanceof NoCounterpart) throw new Refusal(node, error.message);
      throw error;
    }
  }
}
