/** @file Watches one evaluation: which expression held what, and which op did something that deserves a word. */

import { retainGrad } from "../autograd/backward.ts";
import { clip } from "../bounded.ts";
import type { LossRuntime } from "../language/loss-runtime.ts";
import type { Program } from "../language/program.ts";
import { isBroadcasting } from "../ops/registry.ts";
import { isPairing, type Tracer } from "../ops/trace.ts";
import { sameShape } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import { bounds } from "./bounds.ts";
import { hasNaN, isAllFinite } from "./facts.ts";
import { type BatchSoftmax, batchSoftmax, type WrongLink, wrongLink } from "./links.ts";
import { type Why, type WhySlope, whySlope, whyValue } from "./non-finite.ts";
import { isOnPurpose } from "./on-purpose.ts";
import { Origins } from "./origins.ts";
import { type Zeroed, zeroedBy } from "./zeroed.ts";

export interface Seen {
  readonly probe: number;
  evaluations: number;
  tensor: Tensor;
}

/** Something an op did, and the expression it happened in. */
export interface Spot {
  readonly probe: number | null;
  readonly op: string;
}

/** Two operands, both expanded. */
export interface Broadcast extends Spot {
  readonly left: number[];
  readonly right: number[];
  readonly result: number[];
}

export interface Warning {
  readonly probe: number | null;
  readonly message: string;
}

/** Different warnings that are told apart. */
const REMEMBERED = 1000;
/** More are a loop's. */
const MOST_WRITES = 1000;

export class Watch implements Tracer {
  readonly program: Program;
  /** In order of first evaluation. */
  readonly seen = new Map<number, Seen>();
  readonly broadcasts: Broadcast[] = [];
  moreBroadcasts = 0;
  readonly warnings: Warning[] = [];
  moreWarnings = 0;
  readonly origins: Origins;
  /** Of the batch. */
  readonly rows: number;
  /** The first op, on the way back, that made zeros of a gradient that was none. */
  zeroGradient: Zeroed | null = null;
  /** The first op that made NaN or infinity from finite inputs. */
  nonFinite: (Spot & { readonly nan: boolean; readonly why: Why }) | null = null;
  /** The first op whose backward made NaN or infinity from a finite gradient. */
  nonFiniteGradient: (Spot & { readonly why: WhySlope }) | null = null;
  /** The first op whose backward gave nothing, although something was wanted. */
  stopped: Spot | null = null;
  /** What was given where something else is taken. Said once a place. */
  readonly links: WrongLink[] = [];
  batchSoftmax: BatchSoftmax | null = null;
  returnedAt: number | null = null;
  /** What a script does before forward is not part of the loss, and backward launches ops as well, which are not the user's. */
  phase: "before" | "forward" | "terms" | "backward" = "before";
  /** In-place ops, in their order. */
  readonly #writes: { readonly target: Tensor; readonly probe: number | null }[] = [];
  /** What backward was at last. */
  #pulling: Tensor | null = null;
  readonly #runtime: LossRuntime;
  readonly #flagged = new Set<number | null>();
  /** What was warned of, as long as it can be remembered. */
  readonly #warned = new Set<string>();

  constructor(program: Program, runtime: LossRuntime, predictions: Tensor) {
    this.program = program;
    this.rows = predictions.shape[0] ?? 0;
    this.origins = new Origins(program, predictions);
    this.#runtime = runtime;
  }

  probed(probe: number, value: unknown): void {
    const kind = this.program.probes[probe]?.kind;
    if (kind === "return") this.returnedAt = probe;
    this.origins.probed(probe, value);
    if (!Tensor.isTensor(value)) return;
    // Intermediate results keep their gradients, so that the table can say how much reached each of them.
    retainGrad(value);
    const known = this.seen.get(probe);
    if (known !== undefined) {
      known.evaluations++;
      known.tensor = value;
    } else if (this.seen.size < bounds.expressions) {
      this.seen.set(probe, { probe, evaluations: 1, tensor: value });
    }
  }

  /** Said once, as Python's warnings are. */
  warned(message: string): void {
    const text = clip(message, bounds.warning);
    if (this.#warned.has(text)) return;
    if (this.#warned.size < REMEMBERED) this.#warned.add(text);
    if (this.warnings.length < bounds.ofAKind) this.warnings.push({ probe: this.#runtime.current(), message: text });
    else this.moreWarnings++;
  }

  launched(op: string, inputs: readonly Tensor[], outputs: readonly Tensor[]): void {
    if (this.phase !== "forward") return;
    const probe = this.#runtime.current();
    this.origins.launched(op, probe, inputs, outputs);
    this.#noteBroadcast(op, probe, inputs, outputs);
    const [input] = inputs;
    const [output] = outputs;
    if (input !== undefined) this.#noteLink(op, input, probe);
    if (output !== undefined && this.origins.of(output).depends)
      this.batchSoftmax ??= batchSoftmax(op, output, this.rows, probe);
    if (this.nonFinite === null && inputs.every(isAllFinite)) {
      const bad = outputs.find((output) => !isAllFinite(output));
      if (bad !== undefined)
        this.nonFinite = { op, probe, nan: hasNaN(bad), why: whyValue(op, this.origins.of(bad).inputs, bad) };
    }
  }

  made(op: string, args: readonly unknown[], result: unknown): void {
    const [target] = args;
    if (this.phase === "forward" && target === result && Tensor.isTensor(target) && this.#writes.length < MOST_WRITES)
      this.#writes.push({ target, probe: this.#runtime.current() });
    if (this.phase === "forward") this.origins.made(op, this.#runtime.current(), args, result);
  }

  returned(op: string, args: readonly unknown[], result: unknown): void {
    if (this.phase === "forward") this.origins.returned(op, this.#runtime.current(), args, result);
  }

  /** What made the gradient of one term 0: the next has its own. */
  takeZeroed(): Zeroed | null {
    const found = this.zeroGradient;
    this.zeroGradient = null;
    return found;
  }

  entered(op: string, input: Tensor, target: Tensor): void {
    if (this.phase === "forward") this.#noteLink(op, input, this.#runtime.current(), target);
  }

  applied(): void {
    // Its ops are seen like any others; its words know it by its class.
  }

  #noteLink(op: string, input: Tensor, probe: number | null, target: Tensor | null = null): void {
    if (this.links.length >= bounds.ofAKind || this.links.some((link) => link.probe === probe)) return;
    const found = wrongLink(op, this.origins.of(input), probe, target === null ? null : this.origins.of(target));
    if (found !== null) this.links.push(found);
  }

  pulling(output: Tensor): void {
    this.#pulling = output;
  }

  /**
   * Where backward failed: at the expression whose gradient could not be had, or, where a tensor had been overwritten that was still needed, where
   * that was done. Null before backward.
   */
  failedAt(isModified: boolean): number | null {
    if (this.phase !== "backward" || this.#pulling === null) return null;
    const origin = this.origins.of(this.#pulling);
    if (!isModified) return origin.probe;
    const needed = [origin.tensor, ...origin.inputs.map(({ tensor }) => tensor)];
    const write = this.#writes.find(({ target }) => needed.includes(target)) ?? this.#writes.at(-1);
    return write?.probe ?? origin.probe;
  }

  pulledBack(op: string, output: Tensor, upstream: Tensor, gradients: readonly (Tensor | null)[]): void {
    // What autograd.grad does within forward is not the loss's own backward.
    if (this.phase !== "backward" && this.phase !== "terms") return;
    if (this.zeroGradient === null) this.zeroGradient = zeroedBy(op, this.origins.of(output), upstream, gradients);
    if (this.phase === "terms") return;
    const origin = this.origins.of(output);
    if (this.stopped === null && origin.reaches && gradients.every((gradient) => gradient === null))
      this.stopped = { op, probe: origin.probe };
    if (this.nonFiniteGradient !== null || !isAllFinite(upstream)) return;
    if (gradients.every((gradient) => gradient === null || isAllFinite(gradient))) return;
    this.nonFiniteGradient = { op, probe: origin.probe, why: whySlope(origin, gradients) };
  }

  /** `[64, 1] - [64]`: neither operand has the result's shape, which is seldom what was meant. Said once a place. */
  #noteBroadcast(op: string, probe: number | null, inputs: readonly Tensor[], outputs: readonly Tensor[]): void {
    const [result] = outputs;
    const [left, right] = inputs.slice(-2);
    if (isPairing() || !isBroadcasting(op) || result === undefined || left === undefined || right === undefined) return;
    if (sameShape(left.shape, result.shape) || sameShape(right.shape, result.shape)) return;
    if (inputs.some((input) => sameShape(input.shape, result.shape)) || this.#flagged.has(probe)) return;
    if (probe !== null && this.program.probes[probe]?.broadcastAccepted) return;
    if (isOnPurpose(this.origins.of(left), this.origins.of(right), probe, this.program)) return;
    this.#flagged.add(probe);
    if (this.broadcasts.length >= bounds.ofAKind) {
      this.moreBroadcasts++;
      return;
    }
    this.broadcasts.push({
      probe,
      op,
      left: [...left.shape],
      right: [...right.shape],
      result: [...result.shape],
    });
  }
}
