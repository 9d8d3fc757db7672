/**
 * @file Ops that overwrite their first operand: computed on its state before, then written into its storage. Version counters tell
 * backward what has changed; a view that is written to changes the tape of its base, as in PyTorch.
 */
import { type DType, isFloating, promote, pytorchTypes } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { isGradEnabled } from "../tensor/grad-mode.ts";
import { formatShape, numelOf, sameShape } from "../tensor/shape.ts";
import { forEachOffset, toContiguousData } from "../tensor/storage.ts";
import {
  aliasOf,
  baseOf,
  blockOf,
  dataOf,
  follow,
  nodeOf,
  originOf,
  relayout,
  rewrite,
  setNode,
  Tensor,
  wrote,
} from "../tensor/tensor.ts";
import { cast } from "./convert.ts";
import { indexLabel } from "./indexing/index-label.ts";
import { getitem, type Index, index_put, locate } from "./indexing/indexing.ts";
import { deposit, type Positions, pick } from "./indexing/pick.ts";
import { label, nodeName } from "./node-name.ts";
import { defineOp, finish, operandOf } from "./op.ts";
import { tracer } from "./trace.ts";

/** Puts the result of an op in the place of `target`, which it returns. */
export function overwrite(name: string, target: Tensor, compute: (before: Tensor) => Tensor): Tensor {
  const isTracked = isGradEnabled();
  if (isTracked && (target.requires_grad || baseOf(target)?.requires_grad === true)) refuseViews(name, target);
  refuseLeaves(name, target);
  if (!fillsEverywhere.has(name)) refuseOverlap(name, target);
  const before = snapshot(target, isTracked);
  const computed = compute(before);
  if (isTracked && computed.requires_grad) refuseViews(name, target);
  if (!sameShape(computed.shape, target.shape)) {
    throw new EngineError({
      type: "RuntimeError",
      code: "in-place",
      op: name,
      shapes: [target.shape, computed.shape],
      message: `${name}: the result of shape ${formatShape(computed.shape)} does not fit into the tensor of shape ${formatShape(target.shape)}`,
      hint: "Use the op that makes a new tensor.",
      pytorch: `output with shape ${formatShape(target.shape)} doesn't match the broadcast shape ${formatShape(computed.shape)}`,
    });
  }
  if (rank(computed.dtype) > rank(target.dtype)) throw castError(name, computed.dtype, target.dtype);
  const result = computed.dtype === target.dtype ? computed : cast(computed, target.dtype);
  write(target, result);
  // What it is from here on, told before the tape is put right: that depends on this.
  tracer()?.made(name, [target, result], target);
  if (!isTracked || !(result.requires_grad || target.requires_grad)) return target;
  const base = baseOf(target);
  if (base === null) {
    adopt(target, result);
    return target;
  }
  // The base is now: itself outside the view, the result inside.
  const positions = placesIn(target);
  const older = asBefore(base);
  const whole = aliasOf(base);
  finish(copySlices.op, [older, result], whole, (grad, i) => {
    if (i === 1) return pick(copySlices.op, grad, positions, target.shape);
    const kept = new Int32Array(numelOf(base.shape)).map((_, at) => at);
    for (const at of positions) kept[at] = -1;
    return pick(copySlices.op, grad, kept, base.shape);
  });
  adopt(base, whole);
  return target;
}

/** Ops that write the same to every element, so that it does not matter where several lie in one place. */
const fillsEverywhere: ReadonlySet<string> = new Set([
  "fill_",
  "zero_",
  "masked_fill_",
  "setitem",
  "data",
  "index_put_",
]);

export const overlaps = (x: Tensor): boolean => x.shape.some((size, i) => size > 1 && x.strides[i] === 0);

export function refuseOverlap(name: string, target: Tensor): void {
  if (!overlaps(target)) return;
  throw new EngineError({
    type: "RuntimeError",
    code: "in-place",
    op: name,
    message: `${name}: several elements of an expanded tensor lie in one place`,
    hint: "Work on x.clone().",
    pytorch:
      "unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() the tensor before performing the operation.",
  });
}

const several =
  "This view is the output of a function that returns multiple views. Such functions do not allow the output views to be modified inplace. You should replace the inplace operation by an out-of-place one.";
const withoutGrad =
  "Given that this use case is ambiguous and error-prone, it is forbidden. You can clarify your code by moving both the view and the inplace either both inside the no_grad block (if you don't want the inplace to be tracked) or both outside (if you want the inplace to be tracked).";

/** One of several views of a function must not be overwritten where gradients are wanted, and neither must what was made under no_grad. */
function refuseViews(name: string, target: Tensor): void {
  const origin = originOf(target);
  if (origin === 0) return;
  const node = nodeOf(target);
  const maker =
    origin > 0 && node !== null
      ? `Output ${origin - 1} of ${nodeName(node).replace(/Backward\d*$/, "")} is a view and is being modified inplace.`
      : "A view was created in no_grad mode and is being modified inplace with grad mode enabled.";
  throw new EngineError({
    type: "RuntimeError",
    code: "in-place",
    op: name,
    message:
      origin > 0
        ? `${name}: one of several views that one function gave cannot be overwritten`
        : `${name}: a view that was made under no_grad cannot be overwritten outside of it`,
    hint:
      origin > 0
        ? "Make a new tensor (x = x + 1 in place of x += 1), or write to the whole by index."
        : "Do both within no_grad, or both outside.",
    pytorch: `${maker} ${origin > 0 ? several : withoutGrad}`,
  });
}

const reshapingLabels: Readonly<Record<string, string>> = {
  unsqueeze_: "UnsqueezeBackward1",
  squeeze_: "SqueezeBackward3",
  squeeze_dim_: "SqueezeBackward4",
  t_: "TBackward1",
  transpose_: "TransposeBackward1",
  swapaxes_: "TransposeBackward1",
  swapdims_: "TransposeBackward1",
};

/** unsqueeze_ and its kin: the tensor itself gets the shape that `look` gives it; its elements stay where they are. */
export function reshapeInPlace(name: string, target: Tensor, look: (before: Tensor) => Tensor): Tensor {
  const isTracked = isGradEnabled();
  if (isTracked && target.requires_grad) refuseViews(name, target);
  refuseLeaves(name, target);
  const seen = look(asBefore(target));
  // Where no strides say it, the elements move.
  if (blockOf(seen) !== blockOf(target)) dataOf(target).set(toContiguousData(seen), target.offset);
  relayout(target, seen.shape, seen.strides);
  wrote(target);
  if (isTracked && seen.requires_grad) {
    const own = reshapingLabels[name];
    if (own !== undefined) label(seen, own);
    adopt(target, seen);
  }
  return target;
}

const rank = (dtype: DType): number => (dtype === "bool" ? 0 : isFloating(dtype) ? 2 : 1);

function castError(name: string, from: DType, to: DType): EngineError {
  return new EngineError({
    type: "RuntimeError",
    code: "dtype",
    op: name,
    message: `${name}: a result of dtype ${from} does not fit into a tensor of dtype ${to}`,
    hint: "Convert the tensor first: x = x.float().",
    pytorch: `result type ${pytorchTypes[from]} can't be cast to the desired output type ${pytorchTypes[to]}`,
  });
}

function refuseLeaves(name: string, target: Tensor): void {
  if (!isGradEnabled()) return;
  const base = baseOf(target);
  const isLeaf = base === null && target.requires_grad && target.is_leaf;
  const isViewOfLeaf = base?.requires_grad === true && base.is_leaf && target.requires_grad;
  if (!isLeaf && !isViewOfLeaf) return;
  throw new EngineError({
    type: "RuntimeError",
    code: "in-place",
    op: name,
    message: `${name}: ${isLeaf ? "a tensor" : "a view of a tensor"} that collects gradients cannot be overwritten`,
    hint: "Make a new tensor (x = x + 1 in place of x += 1), or work on x.clone().",
    pytorch: `a ${isLeaf ? "" : "view of a "}leaf Variable that requires grad is being used in an in-place operation.`,
  });
}

/** What the target was: with values of its own where backward may ask for them. */
function snapshot(target: Tensor, isTracked: boolean): Tensor {
  if (!isTracked) return aliasOf(target);
  const copy = Tensor.of(toContiguousData(target).slice(), target.shape, target.dtype);
  inherit(copy, target);
  return copy;
}

function asBefore(tensor: Tensor): Tensor {
  const before = aliasOf(tensor);
  inherit(before, tensor);
  return before;
}

/** The gradient of what was goes where the tensor's went. */
function inherit(before: Tensor, tensor: Tensor): void {
  if (nodeOf(tensor) !== null) setNode(before, nodeOf(tensor));
}

function write(target: Tensor, result: Tensor): void {
  const from = toContiguousData(result);
  const copied = from.buffer === dataOf(target).buffer ? from.slice() : from;
  forEachOffset(target, (offset, index) => {
    dataOf(target)[offset] = copied[index];
  });
  wrote(target);
}

function adopt(target: Tensor, result: Tensor): void {
  follow(result, target);
  const node = nodeOf(result);
  if (node !== null) node.output = target;
  rewrite(target, node);
}

function placesIn(view: Tensor): Positions {
  const positions = new Int32Array(numelOf(view.shape));
  forEachOffset(view, (offset, index) => {
    positions[index] = offset;
  });
  return positions;
}

/** Bookkeeping of views; nobody calls it. */
const copySlices = defineOp(
  {
    name: "copy_slices",
    label: "CopySlices",
    doc: { summary: "", formula: "", shape: "", example: "", jax: null, numpy: null },
    params: [],
    places: [],
    samples: [],
  },
  () => (): null => null,
);

// A view whose base was rewritten shows the new base: its history begins there.
Tensor.onStaleView((view, base) => {
  const fresh = aliasOf(view);
  const positions = placesIn(view);
  finish(copySlices.op, [base], fresh, (grad) => deposit(copySlices.op, grad, positions, base.shape));
  label(fresh, "AsStridedBackward0");
  return nodeOf(fresh);
});

/** x[index] = value. */
export function setitem(x: Tensor, index: readonly Index[], value: Tensor | number): Tensor {
  if (overlaps(x)) {
    const view = getitem(x, index);
    if (baseOf(view) !== null) {
      refuseOverlap("setitem", view);
      overwrite("setitem", view, (before) => index_put(before, [], value));
      return x;
    }
  }
  // The index names a view first, which is then written to.
  if (originOf(x) > 0 && isGradEnabled() && (x.requires_grad || (Tensor.isTensor(value) && value.requires_grad))) {
    const view = getitem(x, index);
    const shown = baseOf(view) === null ? x : view;
    const node = nodeOf(shown);
    if (node !== null && shown !== x) node.label = indexLabel(index);
    refuseViews("setitem", shown);
  }
  refuseIndexed(x);
  if (Tensor.isTensor(value) && rank(value.dtype) > rank(x.dtype) && promote([operandOf(value)]) !== x.dtype) {
    // Setting converts silently, as PyTorch's copy_ does.
    return setitem(x, index, cast(value, x.dtype));
  }
  locate(x, index);
  const node = nodeOf(x);
  overwrite("setitem", x, (before) => index_put(before, index, value));
  // A view was named first, unless all that is not whole was chosen by tensors.
  if (baseOf(x) === null && nodeOf(x) !== node && !choosesAlone(index)) label(x, "CopySlices");
  // The op was told of the tensors alone.
  if (typeof value === "number") tracer()?.made("setitem", [x, value], x);
  return x;
}

const isWhole = (index: Index): boolean =>
  index === "..." ||
  (typeof index === "object" &&
    index !== null &&
    !Array.isArray(index) &&
    !Tensor.isTensor(index) &&
    (index.start ?? null) === null &&
    (index.stop ?? null) === null &&
    (index.step ?? 1) === 1);

const choosesAlone = (index: readonly Index[]): boolean =>
  index.some((each) => Tensor.isTensor(each) || Array.isArray(each)) &&
  index.every((each) => (Tensor.isTensor(each) && each.shape.length > 0) || Array.isArray(each) || isWhole(each));

function refuseIndexed(x: Tensor): void {
  if (!(isGradEnabled() && baseOf(x) === null && x.requires_grad && x.is_leaf)) return;
  throw new EngineError({
    type: "RuntimeError",
    code: "in-place",
    op: "setitem",
    message: "setitem: a tensor that collects gradients cannot be overwritten",
    hint: "Work on x.clone().",
    pytorch: "a view of a leaf Variable that requires grad is being used in an in-place operation.",
  });
}
