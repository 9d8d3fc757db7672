/** @file The Tensor a loss sees: data, shape, and its place on the tape. What it can do is installed from the registry (torch.ts). */
import { Block } from "./block.ts";
import { allocate, type DType, isFloating, type TypedData } from "./dtype.ts";
import { EngineError } from "./errors.ts";
import { isGradEnabled } from "./grad-mode.ts";
import { isKeeping } from "./memory.ts";
import { contiguousStrides, isContiguous, numelOf, type Shape } from "./shape.ts";

/** How a tensor came about; autograd walks these backwards. */
export abstract class TapeNode {
  readonly op: string;
  readonly inputs: readonly Tensor[];
  /** Where the gradient of each input goes: what made it, or the leaf itself. Fixed here, since an in-place op gives a tensor another node. */
  readonly edges: readonly (TapeNode | Tensor | null)[];
  output: Tensor;
  /** Backward went through and let go of what it needed. */
  isFreed = false;
  /** The tensor that asked for this gradient with retain_grad. */
  retainedBy: Tensor | null = null;
  /** What PyTorch calls it, where that is not the name of the op. */
  label: string | null = null;
  /** The walk that saw this node last, and the gradient it brought so far. */
  walk = 0;
  pulled: Tensor | null = null;

  constructor(op: string, inputs: readonly Tensor[], output: Tensor) {
    this.op = op;
    this.inputs = inputs;
    this.output = output;
    // Literals for what is nearly always: an array that grows takes more room than it needs.
    this.edges =
      inputs.length === 1
        ? [edgeOf(inputs[0])]
        : inputs.length === 2
          ? [edgeOf(inputs[0]), edgeOf(inputs[1])]
          : inputs.map(edgeOf);
  }

  /** The gradient of the i-th input, given that of the output. */
  abstract pullBack(grad: Tensor, input: number): Tensor | null;
}

// The engine's own, taken when it loads (see dtype.ts).
const { freeze } = Object;

/** 0 for what may be written to, -1 for a view made under no_grad, k + 1 for the k-th of several that one function gave, and 1 for views of those. */
export type Origin = number;

export interface Layout {
  readonly shape: Shape;
  readonly strides: readonly number[];
  readonly offset: number;
}

/** What few tensors have. */
interface Rare {
  isNumber: boolean;
  followed: { readonly block: Block; readonly from: number } | null;
  /** How often in-place ops gave this tensor another node; views compare it with what they have seen. */
  rewrites: number;
  seen: number;
}

/*
 * What only the engine may ask of a tensor, or do to it. These are functions of this module and no members, so that no tensor leads a stranger's code to
 * the memory or the tape: the class gives them away once, to whoever can import them.
 */
/** The numbers it looks at, which views share. */
export let blockOf: (x: Tensor) => Block;
/** All numbers of the storage, also those that this tensor doesn't show. */
export let dataOf: (x: Tensor) => TypedData;
export let nodeOf: (x: Tensor) => TapeNode | null;
export let setNode: (x: Tensor, node: TapeNode | null) => void;
/** Where its gradient goes: what made it, or itself; null where none is wanted. */
export let edgeOf: (x: Tensor) => TapeNode | Tensor | null;
/** The tensor that this one is a view of; views of views name the first. */
export let baseOf: (x: Tensor) => Tensor | null;
/** Where backward puts the first gradient of this leaf: a place that an optimiser reads. */
export let gradHomeOf: (x: Tensor) => Tensor | null;
export let setGradHome: (x: Tensor, home: Tensor | null) => void;
/** What a walk of backward brought so far to what a gradient belongs to: a leaf, or what made a tensor. */
export let pulledOf: (target: Tensor | TapeNode) => Tensor | null;
export let setPulled: (target: Tensor | TapeNode, pulled: Tensor | null) => void;
/** How a view came about, as in-place ops have to know: see `Origin`. */
export let originOf: (x: Tensor) => Origin;
export let setOrigin: (x: Tensor, origin: Origin) => void;
/** Another look at the same data. */
export let viewOf: (x: Tensor, layout: Layout) => Tensor;
/** The same data under another name, for what autograd regards as a tensor of its own: detach, and the state before an in-place op. */
export let aliasOf: (x: Tensor) => Tensor;
/** After an in-place op: the node that describes what this tensor is now. */
export let rewrite: (x: Tensor, node: TapeNode | null) => void;
/** Gives the tensor itself another shape over the same elements, as unsqueeze_ does. */
export let relayout: (x: Tensor, shape: Shape, strides: readonly number[]) => void;
/** Gives a tensor that owns its elements room for another shape; those that are there stay, new ones are zero. */
export let resize: (x: Tensor, shape: Shape) => void;
/** From now on a write to `other` counts as one to x: it is the same value, kept apart. */
export let follow: (x: Tensor, other: Tensor) => void;
export let wrote: (x: Tensor) => void;
/** Makes it a number of Python's, wrapped: it counts as a number in promotion. */
export let markNumber: (x: Tensor) => void;

export class Tensor {
  /** A private field can't be faked: an object has it only if this class made it. */
  #block: Block;
  readonly dtype: DType;
  #shape: Shape;
  readonly offset: number;
  readonly #base: Tensor | null;
  #grad: Tensor | null = null;
  #gradHome: Tensor | null = null;
  #pulled: Tensor | null = null;
  /** null for rows one after the other, which nearly every tensor has. */
  #strides: readonly number[] | null;
  #node: TapeNode | null = null;
  #requiresGrad = false;
  #rare: Rare | null = null;
  #origin: Origin = 0;
  static #renewView: ((view: Tensor, base: Tensor) => TapeNode | null) | null = null;

  static {
    blockOf = (x) => x.#block;
    dataOf = (x) => x.#block.data;
    nodeOf = (x) => {
      // An in-place op on the base, or on another view of it, changed what this view shows.
      const base = x.#base;
      if (base !== null && base.#rare !== null && (x.#rare?.seen ?? 0) !== base.#rare.rewrites) {
        Tensor.#rareOf(x).seen = base.#rare.rewrites;
        x.#node = Tensor.#renewView?.(x, base) ?? null;
      }
      return x.#node;
    };
    setNode = (x, node) => {
      x.#node = node;
      const base = x.#base;
      if (base !== null && base.#rare !== null) Tensor.#rareOf(x).seen = base.#rare.rewrites;
    };
    edgeOf = (x) => nodeOf(x) ?? (x.#requiresGrad ? x : null);
    baseOf = (x) => x.#base;
    gradHomeOf = (x) => x.#gradHome;
    setGradHome = (x, home) => {
      x.#gradHome = home;
    };
    pulledOf = (target) => (#pulled in target ? target.#pulled : target.pulled);
    setPulled = (target, pulled) => {
      if (#pulled in target) target.#pulled = pulled;
      else target.pulled = pulled;
    };
    originOf = (x) => x.#origin;
    setOrigin = (x, origin) => {
      x.#origin = origin;
    };
    viewOf = (x, { shape, strides, offset }) => {
      const view = new Tensor(x.#block, shape, strides, offset, x.#base ?? x);
      view.#origin = isGradEnabled() ? Math.min(x.#origin, 1) : -1;
      return view;
    };
    aliasOf = (x) => new Tensor(x.#block, x.#shape, x.#strides, x.offset, null);
    rewrite = (x, node) => {
      x.#node = node;
      Tensor.#rareOf(x).rewrites++;
    };
    relayout = (x, shape, strides) => {
      x.#shape = shape;
      x.#strides = strides;
    };
    resize = (x, shape) => {
      const [before, size] = [x.#block, numelOf(shape)];
      if (before.data.length < size) {
        x.#block = Block.make(x.dtype, size);
        x.#block.data.set(before.data);
      }
      x.#shape = shape;
      x.#strides = null;
    };
    follow = (x, other) => {
      Tensor.#rareOf(x).followed = { block: other.#block, from: other.#block.writes };
    };
    wrote = (x) => {
      x.#block.writes++;
    };
    markNumber = (x) => {
      Tensor.#rareOf(x).isNumber = true;
    };
  }

  private constructor(
    block: Block,
    shape: Shape,
    strides: readonly number[] | null,
    offset: number,
    base: Tensor | null,
  ) {
    this.#block = block;
    this.dtype = block.dtype;
    this.#shape = shape;
    this.#strides = strides;
    this.offset = offset;
    this.#base = base;
    if (base !== null && base.#rare !== null) Tensor.#rareOf(this).seen = base.#rare.rewrites;
    freeze(this);
  }

  static isTensor(value: unknown): value is Tensor {
    return typeof value === "object" && value !== null && #block in value;
  }

  /** Takes the data as they are: nobody else may write to them. */
  static of(data: TypedData, shape: Shape, dtype: DType): Tensor {
    if (data.length !== numelOf(shape))
      throw new Error(`internal: ${data.length} numbers for shape [${shape.join(", ")}]`);
    return new Tensor(Block.over(data, dtype), shape, null, 0, null);
  }

  /** For a result that is about to be written in full. */
  static make(shape: Shape, dtype: DType): Tensor {
    return new Tensor(Block.make(dtype, numelOf(shape)), shape, null, 0, null);
  }

  static over(block: Block, shape: Shape): Tensor {
    return new Tensor(block, shape, null, 0, null);
  }

  static zeros(shape: Shape, dtype: DType): Tensor {
    return Tensor.of(allocate(dtype, numelOf(shape)), shape, dtype);
  }

  static scalar(value: number, dtype: DType): Tensor {
    const data = allocate(dtype, 1);
    data[0] = value;
    return Tensor.of(data, [], dtype);
  }

  static #rareOf(x: Tensor): Rare {
    x.#rare ??= { isNumber: false, followed: null, rewrites: 0, seen: 0 };
    return x.#rare;
  }

  static onStaleView(renew: (view: Tensor, base: Tensor) => TapeNode | null): void {
    Tensor.#renewView = renew;
  }

  /**
   * Kernels go by it, so a user's code gets a copy, and nobody can put another in its place. The engine, which reads it a hundred times as often, gets
   * the array itself: one that is frozen takes ten times as long to read.
   */
  get shape(): Shape {
    return isKeeping() ? this.#shape.slice() : this.#shape;
  }

  get strides(): readonly number[] {
    return this.#strides === null ? contiguousStrides(this.#shape) : this.#strides.slice();
  }

  /** Rows one after the other. */
  get isContiguous(): boolean {
    return this.#strides === null || isContiguous(this.#shape, this.#strides);
  }

  /** Shows one number everywhere, as what was expanded from a scalar. */
  get isUniform(): boolean {
    const strides = this.#strides;
    if (strides === null) return false;
    for (let i = 0; i < strides.length; i++) if (strides[i] !== 0) return false;
    return true;
  }

  /** Counts as a number in promotion. */
  get isNumber(): boolean {
    return this.#rare?.isNumber ?? false;
  }

  /** Counts the writes of in-place ops, PyTorch's `_version`. What backward needs must not have changed since. */
  get version(): number {
    const followed = this.#rare?.followed;
    return this.#block.writes + (followed == null ? 0 : followed.block.writes - followed.from);
  }

  get grad(): Tensor | null {
    return this.#grad;
  }

  set grad(grad: Tensor | null) {
    if (grad !== null && !Tensor.isTensor(grad)) {
      throw new EngineError({
        code: "argument",
        op: "grad",
        type: "TypeError",
        message: `grad: is a tensor or null, got ${typeof grad}`,
        pytorch: "assigned grad expected to be a Tensor or None",
      });
    }
    this.#grad = grad;
  }

  get requires_grad(): boolean {
    return this.#requiresGrad || nodeOf(this) !== null;
  }

  set requires_grad(value: boolean) {
    if (value && !isFloating(this.dtype)) {
      throw new EngineError({
        type: "RuntimeError",
        code: "dtype",
        op: "requires_grad",
        message: `requires_grad: only floating point tensors have gradients, got ${this.dtype}`,
        hint: "Convert first: x.float().",
        pytorch: "only Tensors of floating point and complex dtype can require gradients",
      });
    }
    if (!value && nodeOf(this) !== null) {
      throw new EngineError({
        type: "RuntimeError",
        code: "leaf",
        op: "requires_grad",
        message: "requires_grad: can only be taken from a tensor that was not computed",
        hint: "Use x.detach() for a tensor without its history.",
        pytorch:
          "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().",
      });
    }
    this.#requiresGrad = value;
  }

  /** Made by hand, not computed: backward leaves its gradient in `grad`. */
  get is_leaf(): boolean {
    return nodeOf(this) === null;
  }
}
