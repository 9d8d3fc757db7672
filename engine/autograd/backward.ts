/** @file Walks the tape back from a result. */
import { add } from "../ops/arithmetic.ts";
import { cast, detach } from "../ops/convert.ts";
import { reshape } from "../ops/movement.ts";
import { nodeName } from "../ops/node-name.ts";
import { sum } from "../ops/reduction.ts";
import { tracer } from "../ops/trace.ts";
import { EngineError } from "../tensor/errors.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import { formatShape, numelOf, type Shape, sameShape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { type TapeNode, Tensor } from "../tensor/tensor.ts";

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
  for (const [target, grad] of found) {
    const tensor = Tensor.isTensor(target) ? target : target.retainedBy;
    if (tensor === null) continue;
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
  return inputs.map((input) => found.get(input.node ?? input) ?? null);
}

/** What a gradient belongs to: a leaf, or what made a tensor. */
type Target = Tensor | TapeNode;

function pull(
  roots: readonly Tensor[],
  starts: readonly (Tensor | null)[],
  options: BackwardOptions,
): Map<Target, Tensor> {
  const createGraph = options.createGraph ?? false;
  const retainGraph = options.retainGraph ?? createGraph;
  const grads = new Map<Target, Tensor>();
  return withGradMode(createGraph, () => {
    roots.forEach((root, i) => {
      accumulate(grads, root.node ?? root, startOf(root, starts[i] ?? null));
    });
    for (const node of inReverse(roots)) {
      const grad = grads.get(node);
      if (grad !== undefined) pullThrough(node, grad, grads, retainGraph);
    }
    return grads;
  });
}

function pullThrough(node: TapeNode, grad: Tensor, grads: Map<Target, Tensor>, retainGraph: boolean): void {
  if (node.isFreed) throw graphFreed();
  const gradients = node.inputs.map((input, i) => {
    if (node.edges[i] === null) return null;
    const raw = node.pullBack(grad, i);
    return raw === null ? null : fitted(raw, input);
  });
  tracer()?.pulledBack(node.op, node.output, grad, gradients);
  if (detectsAnomaly) refuseNaN(node, gradients);
  node.edges.forEach((edge, i) => {
    const pulled = gradients[i];
    if (edge !== null && pulled !== null) accumulate(grads, edge, pulled);
  });
  if (!retainGraph) node.isFreed = true;
}

let detectsAnomaly = false;

/** torch.autograd.detect_anomaly: backward stops where a gradient becomes NaN. */
export function setAnomalyDetection(on: boolean): void {
  detectsAnomaly = on;
}

function refuseNaN(node: TapeNode, gradients: readonly (Tensor | null)[]): void {
  const at = gradients.findIndex(
    (gradient) => gradient !== null && toContiguousData(gradient).some((value) => Number.isNaN(value)),
  );
  if (at < 0) return;
  throw new EngineError({
    code: "anomaly",
    op: node.op,
    message: `${node.op}: its backward gave NaN to input ${at}`,
    hint: "Look for 0/0, the root of 0, or infinity times 0 there.",
    pytorch: `Function '${nodeName(node)}' returned nan values in its ${at}th output.`,
  });
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

function accumulate(grads: Map<Target, Tensor>, target: Target, grad: Tensor): void {
  const before = grads.get(target);
  grads.set(target, before === undefined ? grad : add(before, grad));
}

/** Every node before those of its inputs. */
function inReverse(roots: readonly Tensor[]): TapeNode[] {
  const order: TapeNode[] = [];
  const seen = new Set<TapeNode>();
  // A stack of its own: a loss in a loop makes a graph deeper than JavaScript's.
  const stack: { node: TapeNode; next: number }[] = [];
  for (const { node: root } of roots) {
    if (root === null || seen.has(root)) continue;
    seen.add(root);
    stack.push({ node: root, next: 0 });
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      const edge = top.node.edges[top.next++];
      if (edge === undefined) {
        order.push(top.node);
        stack.pop();
      } else if (edge !== null && !Tensor.isTensor(edge) && !seen.has(edge)) {
        seen.add(edge);
        stack.push({ node: edge, next: 0 });
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

/** Keeps the gradient of a computed tensor in its `grad`, as of a leaf. */
export function retainGrad(tensor: Tensor): void {
  if (tensor.node !== null) tensor.node.retainedBy = tensor;
}
