/** @file torch.func and torch.autograd.functional: derivatives as functions of functions. What a tree of tensors is, the caller says. */

import { clone, detach } from "../ops/convert.ts";
import { reshape } from "../ops/indexing/movement.ts";
import { movedim } from "../ops/indexing/reordering.ts";
import { select, stack } from "../ops/indexing/slices.ts";
import { add, mul } from "../ops/pointwise/arithmetic.ts";
import { sum } from "../ops/reduction/reduction.ts";
import { EngineError } from "../tensor/errors.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import { numelOf } from "../tensor/shape.ts";
import { dataOf, nodeOf, TapeNode, Tensor } from "../tensor/tensor.ts";
import { gradientsOf } from "./backward.ts";

/** Lists, tuples and dicts of tensors, whatever they are in the caller's language. */
export interface Trees {
  readonly leaves: (tree: unknown) => Tensor[];
  /** The same tree with other leaves, in the order of `leaves`. */
  readonly rebuilt: (tree: unknown, leaves: readonly unknown[]) => unknown;
}

type Work = (...args: unknown[]) => unknown;

/** A tensor to differentiate by: a leaf of its own, or a step on the way from what is differentiated outside. */
function entered(x: Tensor): Tensor {
  if (x.requires_grad) return mul(x, 1);
  const leaf = clone(detach(x));
  leaf.requires_grad = true;
  return leaf;
}

/** Whether a graph leads to a leaf that is none of these. */
function leadsElsewhere(result: Tensor, own: ReadonlySet<Tensor>): boolean {
  const seen = new Set<TapeNode>();
  const open: (TapeNode | Tensor | null)[] = [nodeOf(result)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === null) continue;
    if (!(next instanceof TapeNode)) {
      if (!own.has(next)) return true;
    } else if (!seen.has(next)) {
      seen.add(next);
      open.push(...next.edges);
    }
  }
  return false;
}

/** Without a graph, unless it leads out of the function. */
function left(result: Tensor, own: readonly Tensor[]): Tensor {
  return result.requires_grad && leadsElsewhere(result, new Set(own)) ? result : detach(result);
}

const zerosLike = (x: Tensor): Tensor => Tensor.zeros(x.shape, x.dtype);

function pulled(outputs: readonly Tensor[], inputs: readonly Tensor[], starts: readonly (Tensor | null)[]): Tensor[] {
  const reached = outputs.map((y, i) => [y, starts[i] ?? null] as const).filter(([y]) => y.requires_grad);
  if (reached.length === 0) return inputs.map(zerosLike);
  const found = gradientsOf(
    reached.map(([y]) => y),
    inputs,
    reached.map(([, start]) => start),
    { retainGraph: true, createGraph: true },
  );
  return found.map((grad, i) => grad ?? zerosLike(inputs[i]));
}

const refuse = (op: string, message: string, pytorch: string): EngineError =>
  new EngineError({ type: "RuntimeError", code: "not-scalar", op, message: `${op}: ${message}`, pytorch });

/** The arguments that are differentiated by, replaced by tensors of their own. */
function opened(trees: Trees, args: readonly unknown[], which: readonly number[]) {
  const inner = [...args];
  const inputs: Tensor[] = [];
  for (const at of which) {
    const leaves = trees.leaves(args[at]).map(entered);
    inputs.push(...leaves);
    inner[at] = trees.rebuilt(args[at], leaves);
  }
  return { inner, inputs };
}

/** Gradients in the shape of the arguments they belong to. */
function shapedAs(
  trees: Trees,
  args: readonly unknown[],
  which: readonly number[],
  leaves: readonly unknown[],
): unknown[] {
  let at = 0;
  return which.map((index) => {
    const count = trees.leaves(args[index]).length;
    const own = leaves.slice(at, at + count);
    at += count;
    return trees.rebuilt(args[index], own);
  });
}

export interface GradResult {
  readonly grads: readonly unknown[];
  readonly value: unknown;
}

/** f's gradient by some of its arguments, and what f gave; with `hasAux` f gives a pair of which the first is differentiated. */
export function gradAndValue(
  trees: Trees,
  f: Work,
  args: readonly unknown[],
  which: readonly number[],
  hasAux = false,
): GradResult {
  return withGradMode(true, () => {
    const { inner, inputs } = opened(trees, args, which);
    const value = f(...inner);
    const y: unknown = hasAux && Array.isArray(value) ? value[0] : value;
    if (!Tensor.isTensor(y))
      throw refuse(
        "grad",
        "the function gives a tensor",
        `grad_and_value(f)(*args): Expected f(*args) to return a tensor, got type ${typeof y}`,
      );
    if (y.shape.length !== 0)
      throw refuse(
        "grad",
        `the function gives a scalar, got shape [${y.shape.join(", ")}]`,
        `grad_and_value(f)(*args): Expected f(*args) to return a scalar Tensor, got tensor with ${y.shape.length} dims. Maybe you wanted to use the vjp or jacrev APIs instead?`,
      );
    const grads = pulled([y], inputs, [null]).map((grad) => left(grad, inputs));
    const shown = trees.rebuilt(
      value,
      trees.leaves(value).map((each) => left(each, inputs)),
    );
    return { grads: shapedAs(trees, args, which, grads), value: shown };
  });
}

function unit(like: Tensor, at: number): Tensor {
  const one = zerosLike(like);
  dataOf(one)[at] = 1;
  return one;
}

/** dy/dx in the shape of y then of x. */
function matrixOf(y: Tensor, inputs: readonly Tensor[]): Tensor[] {
  const rows = Array.from({ length: numelOf(y.shape) }, (_, i) => pulled([y], inputs, [unit(y, i)]));
  return inputs.map((x, j) =>
    rows.length === 0
      ? Tensor.zeros([...y.shape, ...x.shape], x.dtype)
      : reshape(stack(rows.map((row) => row[j])), [...y.shape, ...x.shape]),
  );
}

/** For each tensor of f's result the matrices by each argument. */
export function jacobianOf(trees: Trees, f: Work, args: readonly unknown[], which: readonly number[]) {
  return withGradMode(true, () => {
    const { inner, inputs } = opened(trees, args, which);
    const value = f(...inner);
    const all = trees.leaves(value).map((y) => {
      const matrices = matrixOf(y, inputs).map((matrix) => left(matrix, inputs));
      return shapedAs(trees, args, which, matrices);
    });
    return { value, all };
  });
}

/** f over slices of its arguments, results stacked. */
export function vmapped(
  trees: Trees,
  f: Work,
  args: readonly unknown[],
  dims: readonly (number | null)[],
  outDim: number,
): unknown {
  const sizes = args.flatMap((arg, i) => {
    const dim = dims[i] ?? null;
    return dim === null ? [] : trees.leaves(arg).map((x) => x.shape[dim < 0 ? dim + x.shape.length : dim]);
  });
  const [size] = sizes;
  if (size === undefined)
    throw new EngineError({
      type: "ValueError",
      code: "argument",
      op: "vmap",
      message: "vmap: at least one argument has a dim to map over",
      pytorch: "vmap(...): at least one of the inputs must be mapped over",
    });
  if (sizes.some((each) => each !== size))
    throw new EngineError({
      type: "ValueError",
      code: "shape",
      op: "vmap",
      message: `vmap: all mapped dims have one size, got ${sizes.join(", ")}`,
      pytorch: `vmap: Expected all tensors to have the same size in the mapped dimension, got sizes [${sizes.join(", ")}] for the mapped dimension`,
    });
  const results = Array.from({ length: size }, (_, i) =>
    f(
      ...args.map((arg, j) => {
        const dim = dims[j] ?? null;
        if (dim === null) return arg;
        return trees.rebuilt(
          arg,
          trees.leaves(arg).map((x) => select(x, dim, i)),
        );
      }),
    ),
  );
  const leaves = results.map((result) => trees.leaves(result));
  const stacked = (leaves[0] ?? []).map((_, at) => {
    const whole = stack(leaves.map((row) => row[at]));
    return outDim === 0 ? whole : movedim(whole, 0, outDim);
  });
  return trees.rebuilt(results[0], stacked);
}

/** f's result, and a function that takes a gradient of it to those of the arguments. */
export function vectorJacobian(trees: Trees, f: Work, args: readonly unknown[]) {
  return withGradMode(true, () => {
    const which = args.map((_, i) => i);
    const { inner, inputs } = opened(trees, args, which);
    const value = f(...inner);
    const outputs = trees.leaves(value);
    const pull = (starts: readonly Tensor[]): unknown[] => {
      const grads = pulled(outputs, inputs, starts).map((grad) => left(grad, inputs));
      return shapedAs(trees, args, which, grads);
    };
    return {
      value: trees.rebuilt(
        value,
        outputs.map((y) => left(y, inputs)),
      ),
      pull,
    };
  });
}

/** f's result, and how it moves along the tangents: the gradient of a gradient. */
export function jacobianVector(trees: Trees, f: Work, args: readonly unknown[], tangents: readonly Tensor[]) {
  return withGradMode(true, () => {
    const which = args.map((_, i) => i);
    const { inner, inputs } = opened(trees, args, which);
    const value = f(...inner);
    const outputs = trees.leaves(value);
    const moved = outputs.map((y) => {
      const probe = zerosLike(y);
      probe.requires_grad = true;
      const grads = pulled([y], inputs, [probe]);
      const along = grads.map((grad, i) => sum(mul(grad, tangents[i]))).reduce((a, b) => add(a, b));
      return left(pulled([along], [probe], [null])[0], [...inputs, probe]);
    });
    const shown = outputs.map((y) => left(y, inputs));
    return { value: trees.rebuilt(value, shown), moved: trees.rebuilt(value, moved) };
  });
}

/** The Hessian of a scalar function times vectors. */
export function hessianVector(trees: Trees, f: Work, args: readonly unknown[], vectors: readonly Tensor[]) {
  return withGradMode(true, () => {
    const which = args.map((_, i) => i);
    const { inner, inputs } = opened(trees, args, which);
    const value = f(...inner);
    if (!Tensor.isTensor(value) || numelOf(value.shape) !== 1)
      throw refuse(
        "hvp",
        "the function gives one number",
        "The Tensor returned by the function given to hvp should contain a single element",
      );
    const grads = pulled([value], inputs, [null]);
    const found = pulled(grads, inputs, vectors).map((grad) => left(grad, inputs));
    return { value: left(value, inputs), grads: shapedAs(trees, args, which, found) };
  });
}
