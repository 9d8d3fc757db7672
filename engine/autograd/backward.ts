/** @file Walks the tape back from a result. */

import { copy32, numberOf } from "../kernels/launch.ts";
import { cast, detach } from "../ops/convert.ts";
import { reshape } from "../ops/indexing/movement.ts";
import { nodeName } from "../ops/node-name.ts";
import { add } from "../ops/pointwise/arithmetic.ts";
import { sum } from "../ops/reduction/reduction.ts";
import { tracer } from "../ops/trace.ts";
import { EngineError } from "../tensor/errors.ts";
import { isGradEnabled, setGradMode, withGradMode } from "../tensor/grad-mode.ts";
import { isKeeping, setKeeping } from "../tensor/memory.ts";
import { formatShape, numelOf, type Shape, sameShape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { blockOf, gradHomeOf, nodeOf, pulledOf, setPulled, TapeNode, Tensor } from "../tensor/tensor.ts";
import { hooked } from "./hooks.ts";

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
  backwardFrom([root], [gradient], options);
}

/** The same from several roots at once; `inputs` are the only ones that get a gradient, where they are named. */
export function backwardFrom(
  roots: readonly Tensor[],
  gradients: readonly (Tensor | null)[],
  options: BackwardOptions = {},
  inputs: readonly Tensor[] | null = null,
): void {
  pull(roots, gradients, options, (targets) => {
    for (const target of targets) {
      const tensor = Tensor.isTensor(target)
        ? target
        : (target.retainedBy ?? inputs?.find((x) => nodeOf(x) === target) ?? null);
      const pulled = pulledOf(target);
      if (tensor !== null && pulled !== null && (inputs === null || inputs.includes(tensor)))
        collect(tensor, pulled, options.createGraph ?? false);
    }
  });
}

/** Adds to what a leaf has; its gradient stays when the step's other tensors go. */
function collect(tensor: Tensor, grad: Tensor, keepsHistory: boolean): void {
  const gradHome = gradHomeOf(tensor);
  if (gradHome !== null && tensor.grad === null && !keepsHistory && grad.dtype === "float32") {
    copy32(grad, gradHome);
    tensor.grad = gradHome;
    return;
  }
  const own = keepsHistory || nodeOf(grad) === null ? grad : detach(grad);
  const before = tensor.grad;
  const after = before === null ? own : withGradMode(keepsHistory, () => add(own, before));
  tensor.grad = after;
  blockOf(after).keep();
}

/** torch.autograd.grad: the gradients of `inputs`, null where nothing connects; no `grad` is touched. */
export function gradientsOf(
  outputs: readonly Tensor[],
  inputs: readonly Tensor[],
  starts: readonly (Tensor | null)[],
  options: BackwardOptions = {},
): readonly (Tensor | null)[] {
  const found = pull(outputs, starts, options, () => inputs.map((input) => pulledOf(nodeOf(input) ?? input)));
  if (isKeeping()) for (const grad of found) if (grad !== null && nodeOf(grad) === null) blockOf(grad).keep();
  tracer()?.made("grad", [outputs, inputs, starts], found);
  return found;
}

/** What a gradient belongs to: a leaf, or what made a tensor. */
type Target = Tensor | TapeNode;

/** Walks back from the roots. `read` is told what a gradient came to, while it stands in `pulled`. */
function pull<T>(
  roots: readonly Tensor[],
  starts: readonly (Tensor | null)[],
  options: BackwardOptions,
  read: (targets: readonly Target[]) => T,
): T {
  const createGraph = options.createGraph ?? false;
  const retainGraph = options.retainGraph ?? createGraph;
  const touched: Target[] = [];
  const wasEnabled = isGradEnabled();
  const wasKeeping = setKeeping(false);
  setGradMode(createGraph);
  try {
    for (let i = 0; i < roots.length; i++) {
      const root = roots[i];
      accumulate(touched, nodeOf(root) ?? root, startOf(root, starts[i] ?? null));
    }
    const order = inOrder(roots);
    for (let i = order.length - 1; i >= 0; i--)
      if (order[i].pulled !== null) pullThrough(order[i], touched, retainGraph);
    for (let i = 0; i < touched.length; i++) {
      const target = touched[i];
      const pulled = pulledOf(target);
      if (Tensor.isTensor(target) && pulled !== null) setPulled(target, hooked(target, pulled));
    }
    return read(touched);
  } finally {
    for (let i = 0; i < touched.length; i++) setPulled(touched[i], null);
    setGradMode(wasEnabled);
    setKeeping(wasKeeping);
  }
}

function pullThrough(node: TapeNode, touched: Target[], retainGraph: boolean): void {
  if (node.isFreed) throw graphFreed();
  const { inputs, edges } = node;
  if (node.pulled === null) return;
  const grad = hooked(node, node.pulled);
  node.pulled = grad;
  const isWatched = detectsAnomaly || tracer() !== null;
  const gradients: (Tensor | null)[] | null = isWatched ? [] : null;
  if (isWatched) tracer()?.pulling(node.output);
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i];
    const raw = edge === null ? null : node.pullBack(grad, i);
    const pulled = raw === null ? null : fitted(raw, inputs[i]);
    gradients?.push(pulled);
    if (edge !== null && pulled !== null) accumulate(touched, edge, pulled);
  }
  if (gradients !== null) {
    tracer()?.pulledBack(node.op, node.output, grad, gradients);
    if (detectsAnomaly) refuseNaN(node, gradients);
  }
  if (!retainGraph && !savesNothing.has(node.op) && !savesNothing.has(node.label ?? "")) node.isFreed = true;
}

/** Of these PyTorch keeps no tensor for backward, so that there is nothing to let go of, and they may be gone through again. */
const savesNothing: ReadonlySet<string> = new Set(
  `to add sub neg positive view reshape flatten unflatten squeeze unsqueeze permute transpose t expand contiguous ravel clone
   select narrow cat stack sum mean split chunk unbind flip repeat cumsum roll pad diag diagonal tril triu
   SelectBackward0 SliceBackward0 SplitBackward0 SplitWithSizesBackward0 UnbindBackward0`.split(/\s+/),
);

let detectsAnomaly = false;

/** torch.autograd.detect_anomaly: backward stops where a gradient becomes NaN. */
export function setAnomalyDetection(on: boolean): void {
  detectsAnomaly = on;
}

export const isDetectingAnomalies = (): boolean => detectsAnomaly;

function refuseNaN(node: TapeNode, gradients: readonly (Tensor | null)[]): void {
  const at = gradients.findIndex(
    (gradient) => gradient !== null && toContiguousData(gradient).some((value) => Number.isNaN(value)),
  );
  if (at < 0) return;
  throw new EngineError({
    type: "RuntimeError",
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

function accumulate(touched: Target[], target: Target, grad: Tensor): void {
  const pulled = pulledOf(target);
  setPulled(target, pulled === null ? grad : add(pulled, grad));
  if (pulled === null) touched.push(target);
}

let walks = 0;
// A stack of its own: a loss in a loop makes a graph deeper than JavaScript's.
const stack: TapeNode[] = [];
const nexts: number[] = [];

/** Every node after those of its inputs. */
function inOrder(roots: readonly Tensor[]): TapeNode[] {
  const walk = ++walks;
  const order: TapeNode[] = [];
  for (const root of roots.map(nodeOf)) {
    if (root === null || root.walk === walk) continue;
    root.walk = walk;
    stack.push(root);
    nexts.push(0);
    while (stack.length > 0) {
      const last = stack.length - 1;
      const node = stack[last];
      const next = nexts[last]++;
      if (next === node.edges.length) {
        order.push(node);
        stack.pop();
        nexts.pop();
        continue;
      }
      const edge = node.edges[next];
      if (edge instanceof TapeNode && edge.walk !== walk) {
        edge.walk = walk;
        stack.push(edge);
        nexts.push(0);
      }
    }
  }
  return order;
}

function startOf(root: Tensor, given: Tensor | null): Tensor {
  if (!root.requires_grad) {
    throw new EngineError({
      type: "RuntimeError",
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
      type: "RuntimeError",
      code: "gradient-shape",
      op: "backward",
      shapes: [given.shape, root.shape],
      message: `backward: the gradient must have the tensor's shape ${formatShape(root.shape)}, got ${formatShape(given.shape)}`,
      pytorch: `Mismatch in shape: grad_output[0] has a shape of torch.Size(${formatShape(given.shape)}) and output[0] has a shape of torch.Size(${formatShape(root.shape)}).`,
    });
  }
  if (numelOf(root.shape) !== 1) {
    throw new EngineError({
      type: "RuntimeError",
      code: "not-scalar",
      op: "backward",
      shapes: [root.shape],
      message: `backward: the loss must be a scalar, got shape ${formatShape(root.shape)}`,
      hint: "Reduce it, for example loss.mean().",
      pytorch: "grad can be implicitly created only for scalar outputs",
    });
  }
  return numberOf(root.shape, 1, root.dtype);
}

function graphFreed(): EngineError {
  return new EngineError({
    type: "RuntimeError",
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
  const node = nodeOf(tensor);
  if (node !== null) node.retainedBy = tensor;
}
