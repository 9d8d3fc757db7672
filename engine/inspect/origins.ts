/**
 * @file Where every value of an evaluation came from: a light graph beside the tape, which goes on where the tape ends. detach, item, comparisons,
 * indices, no_grad, numpy and copies of numbers are steps in it like any other.
 *
 * A number of JavaScript's has no identity. It is known by its value, and an expression that gives a number is made of the numbers that
 * were made or read inside it.
 */
import type { Probe, Program } from "../language/program.ts";
import { Float } from "../tensor/dtype.ts";
import { isGradEnabled } from "../tensor/grad-mode.ts";
import { nodeOf, type TapeNode, Tensor } from "../tensor/tensor.ts";
import { cutKind } from "./cuts.ts";

export interface Origin {
  /** What made it; null for what was there before forward began. */
  readonly op: string | null;
  readonly probe: number | null;
  readonly inputs: readonly Origin[];
  /** null for a number. */
  readonly tensor: Tensor | null;
  /** null for a tensor. */
  readonly number: number | null;
  /** It was made of the predictions, whether or not a gradient knows. */
  readonly depends: boolean;
  /** A gradient of it reaches the predictions. */
  readonly reaches: boolean;
  /** A gradient of it reaches some leaf. */
  readonly isOnTape: boolean;
  /** It was made under torch.no_grad. */
  readonly isUntaped: boolean;
}

/** A number that was made of tensors, and where. */
interface Passed {
  readonly place: Probe | null;
  readonly origin: Origin;
}

/** Numbers that an expression may have been made of: those before are forgotten. */
const REMEMBERED = 256;

export class Origins {
  readonly #program: Program;
  readonly #predictions: Tensor;
  readonly #byTensor = new Map<Tensor, Origin>();
  /** What an in-place op made of a tensor, and its state before, are told by their nodes. */
  readonly #byNode = new Map<TapeNode, Origin>();
  readonly #byNumber = new Map<number, Origin>();
  #passed: Passed[] = [];
  /** Numbers that were made of tensors, whether or not of the predictions. */
  readonly numbers: Origin[] = [];
  /** What `if` and `while` asked of tensors: the result may depend on the answers and hold nothing of them. */
  readonly decisions: Origin[] = [];

  /** Where a value of this step was written into a tensor from before it. */
  keptAt: number | null = null;

  constructor(program: Program, predictions: Tensor) {
    this.#program = program;
    this.#predictions = predictions;
  }

  of(tensor: Tensor): Origin {
    const node = nodeOf(tensor);
    const known = (node === null ? undefined : this.#byNode.get(node)) ?? this.#byTensor.get(tensor);
    if (known !== undefined) return known;
    const isIt = tensor === this.#predictions;
    const leaf: Origin = {
      op: null,
      probe: null,
      inputs: [],
      tensor,
      number: null,
      depends: isIt,
      reaches: isIt,
      isOnTape: tensor.requires_grad,
      isUntaped: false,
    };
    this.#byTensor.set(tensor, leaf);
    return leaf;
  }

  /** Of whatever forward returned: tensors, numbers, and what holds them. */
  ofAll(values: unknown): Origin[] {
    const found: Origin[] = [];
    this.#collect(values, found, 0);
    return found;
  }

  launched(op: string, probe: number | null, inputs: readonly Tensor[], outputs: readonly Tensor[]): void {
    const from = inputs.map((input) => this.of(input));
    for (const output of outputs) this.#make(op, probe, from, output);
  }

  made(op: string, probe: number | null, args: readonly unknown[], result: unknown): void {
    const from = this.ofAll(args);
    const [target] = from;
    if (target?.op === null && target.tensor === result && from.some(({ reaches }) => reaches)) this.keptAt ??= probe;
    this.#tell(op, probe, from, result, true);
  }

  returned(op: string, probe: number | null, args: readonly unknown[], result: unknown): void {
    this.#tell(op, probe, this.ofAll(args), result, false);
  }

  /** An expression came to a value. */
  probed(probe: number, value: unknown): void {
    if (this.#passed.length === 0) return;
    if (Array.isArray(value) && this.#program.probes[probe]?.isName === true) {
      const held = this.ofAll(value).find(({ tensor, depends }) => tensor === null && depends);
      if (held !== undefined) this.#pass(this.#program.probes[probe], held);
      return;
    }
    const number = numberOf(value);
    const isTensor = Tensor.isTensor(value);
    if (number === null && !isTensor) return;
    const place = this.#program.probes[probe];
    if (place === undefined) return;
    const known = number === null || typeof value === "boolean" ? undefined : this.#byNumber.get(number);
    if (known !== undefined) {
      if (place.isName) this.#pass(place, known);
      return;
    }
    const parts = this.#passed
      .filter((each) => each.place !== null && each.place.start >= place.start && each.place.end <= place.end)
      .map(({ origin }) => origin);
    if (parts.length === 0) return;
    if (number !== null) {
      const origin = this.#note("number", probe, parts, null, number);
      this.#pass(place, origin);
      if (typeof value === "boolean") this.decisions.push(origin);
      else this.#byNumber.set(number, origin);
    } else if (isTensor && this.of(value).depends) this.#addTerm(value, probe, parts);
    else if (isTensor) {
      // A tensor and a number: the op was told of the tensor alone.
      const before = this.of(value);
      this.#set(value, this.#note(before.op ?? "number", before.probe ?? probe, [...before.inputs, ...parts], value));
    }
  }

  /** loss + 0.1 * x.item(): the op was told of the tensor alone. */
  #addTerm(value: Tensor, probe: number, parts: readonly Origin[]): void {
    const before = this.of(value);
    const number = parts.at(-1);
    const isSum = (before.op === "add" || before.op === "sub") && before.inputs.length === 1 && before.probe === probe;
    if (!isSum || number === undefined || number.tensor !== null || !number.depends) return;
    const origin = this.#note(before.op ?? "add", probe, [...before.inputs, number], value);
    const node = nodeOf(value);
    if (node !== null) this.#byNode.set(node, origin);
    this.#byTensor.set(value, origin);
  }

  #tell(op: string, probe: number | null, from: readonly Origin[], result: unknown, always: boolean): void {
    if (Tensor.isTensor(result)) {
      if (!always && this.#isKnown(result)) return;
      const origin = this.#note(op, probe, from, result);
      const node = nodeOf(result);
      // An in-place op is told while the tensor's node is still that of its state before.
      if (node !== null && always && !from.some(({ tensor }) => tensor === result)) this.#byNode.set(node, origin);
      this.#set(result, origin);
      return;
    }
    const number = numberOf(result);
    if (number !== null) {
      const origin = this.#note(op, probe, from, null, number);
      if (op === "bool") this.decisions.push(origin);
      else this.#byNumber.set(number, origin);
      this.#pass(probe === null ? null : (this.#program.probes[probe] ?? null), origin);
      return;
    }
    for (const part of partsOf(result)) this.#tell(op, probe, from, part, always);
  }

  #isKnown(tensor: Tensor): boolean {
    const node = nodeOf(tensor);
    return this.#byTensor.has(tensor) || (node !== null && this.#byNode.has(node)) || tensor === this.#predictions;
  }

  #pass(place: Probe | null, origin: Origin): void {
    if (this.numbers.length < REMEMBERED) this.numbers.push(origin);
    if (this.#passed.length >= REMEMBERED) this.#passed = this.#passed.slice(REMEMBERED / 2);
    this.#passed.push({ place, origin });
  }

  #collect(value: unknown, found: Origin[], depth: number): void {
    if (Tensor.isTensor(value)) {
      found.push(this.of(value));
      return;
    }
    const number = typeof value === "boolean" ? null : numberOf(value);
    if (number !== null) {
      const origin = this.#byNumber.get(number);
      if (origin !== undefined) found.push(origin);
      return;
    }
    if (depth < 4) for (const part of partsOf(value)) this.#collect(part, found, depth + 1);
  }

  #make(op: string, probe: number | null, from: readonly Origin[], output: Tensor): void {
    this.#set(output, this.#note(op, probe, from, output));
  }

  #note(
    op: string,
    probe: number | null,
    inputs: readonly Origin[],
    tensor: Tensor | null,
    number: number | null = null,
  ): Origin {
    const isOnTape = tensor !== null && nodeOf(tensor) !== null;
    return {
      op,
      probe,
      inputs,
      tensor,
      number,
      // Of what gives only its shape, nothing is in it.
      depends: cutKind(op) !== "form" && inputs.some(({ depends }) => depends),
      reaches: isOnTape && inputs.some(({ reaches }) => reaches),
      isOnTape: isOnTape || tensor?.requires_grad === true,
      isUntaped: !isGradEnabled(),
    };
  }

  #set(tensor: Tensor, origin: Origin): void {
    this.#byTensor.set(tensor, origin);
    const node = nodeOf(tensor);
    // What an op launched stays what its node says: an in-place op gives the tensor another one.
    if (node !== null && !this.#byNode.has(node)) this.#byNode.set(node, origin);
  }
}

function numberOf(value: unknown): number | null {
  if (typeof value === "number") return value;
  if (typeof value === "boolean" || value instanceof Float) return Number(value);
  return null;
}

/** What an array or a plain object holds, as far as it may be looked at: a stranger's getters are not run. */
function partsOf(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.length > MANY ? value.slice(0, MANY) : value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return [];
  return Object.values(Object.getOwnPropertyDescriptors(value)).flatMap((field) =>
    "value" in field ? [field.value as unknown] : [],
  );
}

const MANY = 1000;
