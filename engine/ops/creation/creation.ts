/** @file Tensors made of numbers, of a shape, or of a range. */
import {
  allocate,
  type DType,
  defaultDType,
  dtypeOfNumber,
  Float,
  isFloating,
  type Scalar,
} from "../../tensor/dtype.ts";
import { EngineError, type ExceptionType } from "../../tensor/errors.ts";
import { numelOf, type Shape } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { dataOf, Tensor } from "../../tensor/tensor.ts";
import { warn } from "../../tensor/warnings.ts";
import { pytorchNameOf } from "../bind-errors.ts";
import { cast, type NestedNumbers } from "../convert.ts";
import { defineOp, type Misfit } from "../op.ts";
import { tracer } from "../trace.ts";
import { doc, made, options } from "./creation-doc.ts";

export const tensor = defineOp(
  {
    name: "tensor",
    doc: doc(
      "A tensor of the numbers given, nested arrays making dims.",
      "as the arrays are nested",
      "torch.tensor([0.1, 0.5, 0.9])",
      "np.array(data)",
    ),
    params: [{ name: "data", kind: "data" }, ...options],
    places: ["torch"],
    gradient: "none",
    samples: [],
  },
  () =>
    (data: NestedNumbers | Tensor, dtype: DType | null = null, requiresGrad = false): Tensor => {
      if (Tensor.isTensor(data)) {
        warn(
          "UserWarning",
          "To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or sourceTensor.detach().clone().requires_grad_(True), rather than torch.tensor(sourceTensor).",
        );
        const copy = Tensor.of(toContiguousData(data).slice(), data.shape, data.dtype);
        return shownAs(data, made(dtype === null ? copy : cast(copy, dtype), requiresGrad));
      }
      const shape = shapeOf(data);
      const flat: number[] = [];
      const kinds = new Set<string>();
      fill(data, shape, 0, flat, kinds);
      const natural: DType =
        kinds.has("float") || flat.length === 0 ? defaultDType() : kinds.has("int") ? "int64" : "bool";
      const chosen = dtype ?? natural;
      const to = allocate(chosen, flat.length);
      to.set(chosen === "int64" ? flat.map(Math.trunc) : chosen === "bool" ? flat.map((x) => (x === 0 ? 0 : 1)) : flat);
      return shownAs(data, made(Tensor.of(to, shape, chosen), requiresGrad));
    },
);

/** The numbers of tensors are copied: nothing of the graph comes along. */
function shownAs(data: NestedNumbers | Tensor, result: Tensor): Tensor {
  tracer()?.made("tensor", [data], result);
  return result;
}

function shapeOf(data: NestedNumbers): number[] {
  const shape: number[] = [];
  for (let level: NestedNumbers = data; Array.isArray(level); level = level[0]) {
    shape.push(level.length);
    if (level.length === 0) break;
  }
  return shape;
}

function fill(data: NestedNumbers, shape: Shape, dim: number, flat: number[], kinds: Set<string>): void {
  if (dim < shape.length) {
    if (!Array.isArray(data) || data.length !== shape[dim]) {
      throw new EngineError({
        type: "ValueError",
        code: "data",
        op: "tensor",
        message: `tensor: arrays at one depth must have one length, expected ${shape[dim]} at dim ${dim}, got ${Array.isArray(data) ? data.length : "a number"}`,
        pytorch: `expected sequence of length ${shape[dim]} at dim ${dim} (got ${Array.isArray(data) ? data.length : 0})`,
      });
    }
    for (const element of data) fill(element, shape, dim + 1, flat, kinds);
    return;
  }
  if (typeof data === "boolean") kinds.add("bool");
  else if (data instanceof Float || (Tensor.isTensor(data) && isFloating(data.dtype) && numelOf(data.shape) === 1))
    kinds.add("float");
  else if (Tensor.isTensor(data) && numelOf(data.shape) === 1) kinds.add(data.dtype === "bool" ? "bool" : "int");
  else if (typeof data === "number") kinds.add(Number.isInteger(data) ? "int" : "float");
  else throw noNumber(data, dim);
  flat.push(Tensor.isTensor(data) ? toContiguousData(data)[0] : Number(data));
}

/** A tensor of several elements, or no number at all. */
function noNumber(data: unknown, dim: number): EngineError {
  const name = pytorchNameOf(data);
  const [type, pytorch]: readonly [ExceptionType, string] = Tensor.isTensor(data)
    ? ["ValueError", "only one element tensors can be converted to Python scalars"]
    : Array.isArray(data)
      ? ["TypeError", `'${name}' object cannot be interpreted as an integer`]
      : typeof data !== "string"
        ? ["RuntimeError", `Could not infer dtype of ${name}`]
        : dim > 0
          ? ["ValueError", `too many dimensions '${name}'`]
          : ["TypeError", `new(): invalid data type '${name}'`];
  return new EngineError({
    type,
    code: "data",
    op: "tensor",
    message: `tensor: takes numbers, got ${typeof data}`,
    pytorch,
  });
}

function filled(name: string, value: number, example: string, lists: readonly Misfit[] = []) {
  return defineOp(
    {
      name,
      lists,
      doc: doc(`A tensor of ${value === 0 ? "zeros" : "ones"}.`, "the sizes given", example, `np.${name}(shape)`),
      params: [{ name: "size", kind: "sizes" }, ...options],
      places: ["torch"],
      gradient: "none",
      samples: [],
    },
    () =>
      (size: Shape, dtype: DType | null = null, requiresGrad = false): Tensor =>
        made(constant(size, value, dtype ?? defaultDType(), name), requiresGrad),
  );
}

export function constant(shape: Shape, value: number, dtype: DType, op = "full"): Tensor {
  const negative = shape.find((size) => size < 0);
  if (negative !== undefined)
    throw new EngineError({
      type: "RuntimeError",
      code: "range",
      op,
      message: `${op}: sizes must not be negative, got ${negative}`,
      pytorch:
        op === "zeros"
          ? "zeros: Dimension size must be non-negative."
          : `Trying to create tensor with negative dimension ${negative}: [${shape.join(", ")}]`,
    });
  return Tensor.of(allocate(dtype, numelOf(shape)).fill(value), shape, dtype);
}

export const zeros = filled("zeros", 0, "torch.zeros(64, 1)");

export const empty = filled("empty", 0, "torch.empty(64, 1)", ["unknown", "sizes"]);

export const ones = filled("ones", 1, "torch.ones(64, 1)");

export const full = defineOp(
  {
    name: "full",
    doc: doc("A tensor of one number.", "the sizes given", "torch.full([64, 1], 0.5)", "np.full(shape, value)"),
    params: [{ name: "size", kind: "shape" }, { name: "fill_value", kind: "scalar" }, ...options],
    places: ["torch"],
    gradient: "none",
    samples: [],
  },
  () =>
    (size: Shape, value: Scalar, dtype: DType | null = null, requiresGrad = false): Tensor =>
      made(constant(size, Number(value), dtype ?? dtypeOfNumber(value)), requiresGrad),
);

export const arange = defineOp(
  {
    name: "arange",
    lists: ["unknown", "sizes"],
    doc: doc(
      "Numbers from start up to, without, end.",
      "[ceil((end - start) / step)]",
      "torch.arange(0, 1, 0.1)",
      "np.arange(start, end, step)",
    ),
    params: [
      { name: "start", kind: "scalar" },
      { name: "end", kind: "scalar", default: null },
      { name: "step", kind: "scalar", default: 1 },
      ...options,
    ],
    places: ["torch"],
    gradient: "none",
    samples: [],
  },
  () =>
    (
      first: Scalar,
      last: Scalar | null = null,
      by: Scalar = 1,
      dtype: DType | null = null,
      requiresGrad = false,
    ): Tensor => {
      const [from, to] = last === null ? [0, Number(first)] : [Number(first), Number(last)];
      const step = Number(by);
      const length = Math.max(0, Math.ceil((to - from) / step));
      if (!Number.isFinite(length))
        throw new EngineError({
          type: "RuntimeError",
          code: "range",
          op: "arange",
          message: `arange: step must not be zero, got ${step}`,
          pytorch: "step must be nonzero",
        });
      if ((to - from) * step < 0)
        throw new EngineError({
          type: "RuntimeError",
          code: "range",
          op: "arange",
          message: `arange: a step of ${step} does not lead from ${from} to ${to}`,
          pytorch: "upper bound and lower bound inconsistent with step sign",
        });
      const isWhole = [first, last ?? 0, by].every((bound) => dtypeOfNumber(bound) !== defaultDType());
      const natural: DType = isWhole ? "int64" : defaultDType();
      const data = allocate(dtype ?? natural, length);
      for (let i = 0; i < length; i++) data[i] = from + i * step;
      return made(Tensor.of(data, [length], dtype ?? natural), requiresGrad);
    },
);

function requireSteps(op: string, steps: number): void {
  if (steps >= 0) return;
  throw new EngineError({
    type: "RuntimeError",
    code: "range",
    op,
    message: `${op}: steps must not be negative, got ${steps}`,
    pytorch: "number of steps must be non-negative",
  });
}

export const linspace = defineOp(
  {
    name: "linspace",
    lists: ["missing", "unknown", "sizes"],
    doc: doc(
      "Numbers at equal distances, both ends included.",
      "[steps]",
      "torch.linspace(0, 1, 11)",
      "np.linspace(start, end, steps)",
    ),
    params: [
      { name: "start", kind: "number" },
      { name: "end", kind: "number" },
      { name: "steps", kind: "number" },
      ...options,
    ],
    places: ["torch"],
    gradient: "none",
    samples: [],
  },
  () =>
    (start: number, end: number, steps: number, dtype: DType | null = null, requiresGrad = false): Tensor => {
      requireSteps("linspace", steps);
      const data = allocate(dtype !== null && isFloating(dtype) ? dtype : defaultDType(), steps);
      const step = steps > 1 ? (end - start) / (steps - 1) : 0;
      // From both ends towards the middle, so that the last one is `end` itself.
      for (let i = 0; i < steps; i++) data[i] = i < steps / 2 ? start + i * step : end - (steps - 1 - i) * step;
      return made(Tensor.of(data, [steps], dtype ?? defaultDType()), requiresGrad);
    },
);

export const eye = defineOp(
  {
    name: "eye",
    lists: ["unknown", "sizes"],
    doc: doc("Ones on the diagonal, zeros elsewhere.", "[n, m]", "torch.eye(3)", "np.eye(n, m)"),
    params: [{ name: "n", kind: "dim" }, { name: "m", kind: "dim", default: null }, ...options],
    places: ["torch"],
    gradient: "none",
    samples: [],
  },
  () =>
    (n: number, m: number | null = null, dtype: DType | null = null, requiresGrad = false): Tensor => {
      const columns = m ?? n;
      if (n < 0 || columns < 0) {
        const [name, size] = n < 0 ? ["n", n] : ["m", columns];
        throw new EngineError({
          type: "RuntimeError",
          code: "range",
          op: "eye",
          message: `eye: sizes must not be negative, got ${size}`,
          pytorch: `${name} must be greater or equal to 0, got ${size}`,
        });
      }
      const result = Tensor.zeros([n, columns], dtype ?? defaultDType());
      for (let i = 0; i < Math.min(n, columns); i++) dataOf(result)[i * columns + i] = 1;
      return made(result, requiresGrad);
    },
);

export const logspace = defineOp(
  {
    name: "logspace",
    lists: ["missing", "unknown", "sizes"],
    doc: doc(
      "Numbers at equal ratios, both ends included.",
      "[steps]",
      "torch.logspace(-3, 0, 4)",
      "np.logspace(start, end, steps)",
    ),
    params: [
      { name: "start", kind: "number" },
      { name: "end", kind: "number" },
      { name: "steps", kind: "dim" },
      { name: "base", kind: "number", default: 10 },
      ...options,
    ],
    places: ["torch"],
    gradient: "none",
    samples: [],
  },
  () =>
    (
      start: number,
      end: number,
      steps: number,
      base = 10,
      dtype: DType | null = null,
      requiresGrad = false,
    ): Tensor => {
      requireSteps("logspace", steps);
      const data = allocate(dtype ?? defaultDType(), steps);
      const step = steps > 1 ? (end - start) / (steps - 1) : 0;
      for (let i = 0; i < steps; i++) data[i] = base ** (start + i * step);
      return made(Tensor.of(data, [steps], dtype ?? defaultDType()), requiresGrad);
    },
);

export const as_tensor = defineOp(
  {
    name: "as_tensor",
    doc: doc(
      "A tensor of the numbers given, or the tensor itself.",
      "as the arrays are nested",
      "torch.as_tensor([0.1, 0.9])",
      "np.asarray(data)",
    ),
    params: [
      { name: "data", kind: "data" },
      { name: "dtype", kind: "dtype", default: null },
      { name: "device", kind: "device", default: null },
    ],
    places: ["torch"],
    gradient: "none",
    samples: [],
  },
  () =>
    (data: NestedNumbers | Tensor, dtype: DType | null = null): Tensor =>
      Tensor.isTensor(data) ? (dtype === null ? data : cast(data, dtype)) : tensor(data, dtype),
);
