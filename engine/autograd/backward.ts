/** @file Walks the tape back from a result. */
import { add } from "../ops/arithmetic.ts";
import { cast, detach } from "../ops/convert.ts";
import { reshape } from "../ops/movement.ts";
import { sum } from "../ops/reduction.ts";
import { tracer } from "../ops/trace.ts";
import { EngineError } from "../tensor/errors.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import { formatShape, numelOf, type Shape, sameShape } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";

export interface BackwardOptions {
  readonly retainGraph?: boolean;
  /** Leaves the gradients themselves on the tape, so that they can be differentiated again. */
  readonly createGraph?: boolean;
}

/**
 * Adds the gradient of `root` to `grad` of every leaf that requires one, as tensor.backward() does.
 * Errors: `not-scalar` without a starting gradient for more than one element; `no-graph`; `graph-freed`.
 */
export function backward(root: Tensor, gradient: Tensor | null = null, options: BackwardOptions = {}): void {
  const keepsHistory = options.createGraph ?? false;
  const found = pull([root], [gradient], options);
  for (const [tensor, grad] of found) {
    if (!(tensor.is_leaf && tensor.requires_grad) && !tensor.retainsGrad) continue;
    const own = keepsHistory ? grad : detach(grad);
    tensor.grad = tensor.grad === null ? own : withGradMode(keepsHistory, () => add(own, tensor.grad ?? 0));
  }
}

/** torch.autograd.grad: the gradients of `inputs`, null where nothing connects; no `grad` is touched. */
export function gradientsOf(
  outputs: readonly Tensor[],
  inputs: readonly Tensor[],
  starts: readonly (Tensor | null)[],
  options: BackwardOptions = {},
): readonly (Tensor | null)[] {
  const found = pull(outputs, starts, options);
  return inputs.map((input) => found.get(input) ?? null);
}

function pull(
  roots: readonly Tensor[],
  starts: readonly (Tensor | null)[],
  options: BackwardOptions,
): Map<Tensor, Tensor> {
  const createGraph = options.createGraph ?? false;
  const retainGraph = options.retainGraph ?? createGraph;
  const grads = new Map<Tensor, Tensor>();
  return withGradMode(createGraph, () => {
    roots.forEach((root, i) => {
      accumulate(grads, root, startOf(root, starts[i] ?? null));
    });
    for (const tensor of inReverse(roots)) {
      const grad = grads.get(tensor);
      if (grad !== undefined) pullThrough(tensor, grad, grads, retainGraph);
    }
    return grads;
  });
}

function pullThrough(tensor: Tensor, grad: Tensor, grads: Map<Tensor, Tensor>, retainGraph: boolean): void {
  const { node } = tensor;
  if (node === null) return;
  if (node.isFreed) throw graphFreed();
  const gradients = node.inputs.map((input, i) => {
    if (!input.requires_grad) return null;
    const raw = node.pullBack(grad, i);
    return raw === null ? null : fitted(raw, input);
  });
  tracer()?.pulledBack(node.op, tensor, grad, gradients);
  node.inputs.forEach((input, i) => {
    const pulled = gradients[i];
    if (pulled !== null) accumulate(grads, input, pulled);
  });
  if (!retainGraph) node.isFreed = true;
}

/** Undoes broadcasting and promotion, once for all ops: the gradient gets its input's shape and dtype. */
function fitted(grad: Tensor, input: Tensor): Tensor {
  const shaped = sameShape(grad.shape, input.shape) ? grad : unbroadcast(grad, input.shape);
  return shaped.dtype === input.dtype ? shaped : cast(shaped, input.dtype);
}

function unbroadcast(grad: Tensor, shape: Shape): Tensor {
  const added = grad.shape.length - shape.length;
  const dims = grad.shape
    .map((_, dim) => dim)
    .filter((dim) => dim < added || (shape[dim - added] === 1 && grad.shape[dim] !== 1));
  return reshape(dims.length > 0 ? sum(grad, dims, true) : grad, shape);
}

function accumulate(grads: Map<Tensor, Tensor>, tensor: Tensor, grad: Tensor): void {
  const before = grads.get(tensor);
  grads.set(tensor, before === undefined ? grad : add(before, grad));
}

/** Every computed tensor before what it was computed from. */
function inReverse(roots: readonly Tensor[]): Tensor[] {
  const order: Tensor[] = [];
  const seen = new Set<Tensor>();
  // A stack of its own: a loss in a loop makes a graph deeper than JavaScript's.
  const stack: { tensor: Tensor; next: number }[] = [];
  for (const root of roots) {
    if (seen.has(root)) continue;
    seen.add(root);
    stack.push({ tensor: root, next: 0 });
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      const input = top.tensor.node?.inputs[top.next++];
      if (input === undefined) {
        order.push(top.tensor);
        stack.pop();
      } else if (input.requires_grad && !seen.has(input)) {
        seen.add(input);
        stack.push({ tensor: input, next: 0 });
      }
    }
  }
  return order.reverse();
}

function startOf(root: Tensor, given: Tensor | null): Tensor {
  if (!root.requires_grad) {
    throw new EngineError({
      code: "no-graph",
      op: "backward",
      message: "backward: nothing that requires a gradient leads to this tensor",
      hint: "Look for detach(), item(), a comparison or torch.no_grad() on the way.",
      pytorch: "element 0 of tensors does not require grad and does not have a grad_fn",
    });
  }
  if (given !== null) {
    if (sameShape(given.shape, root.shape)) return given;
    throw new EngineError({
      code: "gradient-shape",
      op: "backward",
      shapes: [given.shape, root.shape],
      message: `backward: the gradient must have the tensor's shape ${formatShape(root.shape)}, got ${formatShape(given.shape)}`,
      pytorch: `Mismatch in shape: grad_output[0] has a shape of torch.Size(${formatShape(given.shape)}) and output[0] has a shape of torch.Size(${formatShape(root.shape)}).`,
    });
  }
  if (numelOf(root.shape) !== 1) {
    throw new EngineError({
      code: "not-scalar",
      op: "backward",
      shapes: [root.shape],
      message: `backward: the loss must be a scalar, got shape ${formatShape(root.shape)}`,
      hint: "Reduce it, for example loss.mean().",
      pytorch: "grad can be implicitly created only for scalar outputs",
    });
  }
  const one = Tensor.zeros(root.shape, root.dtype);
  one.data[0] = 1;
  return one;
}

function graphFreed(): EngineError {
  return new EngineError({
    code: "graph-freed",
    op: "backward",
    message: "backward: this graph was used by an earlier backward and is gone",
    hint: "Compute the loss again, or keep the graph with backward({ retain_graph: true }).",
    pytorch:
      "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.",
  });
}
