/** @file The name of a value's class, as messages say it. Numbers, strings, booleans and lists are JavaScript's own; None is null. */
import { ComplexNumber, ComplexTensor } from "../../../ops/complex/complex-tensor.ts";
import { TorchGenerator } from "../../../random/torch-generator.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { ArrayDType, NdArray, NumpyFloat } from "./arrays/nd-array.ts";
import { MadeClass, PyClass, PyModule, PyObject } from "./classes.ts";
import { DTypeObject, Ellipsis, Namespace } from "./constants.ts";
import { Device } from "./device.ts";
import { Counter, DefaultDict, Dict, DictView, OrderedDict, PySet } from "./dicts.ts";
import { isFloat } from "./floats.ts";
import { BoundMethod, Native, PyFunction } from "./functions.ts";
import { GradNode } from "./grad-node.ts";
import { PyIterator } from "./iterators.ts";
import { Deque, NamedTuple, Range, Size, Slice, Tuple } from "./sequences.ts";

export function typeName(value: unknown): string {
  if (value === null || value === undefined) return "NoneType";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "string") return "str";
  if (value instanceof NumpyFloat) return `numpy.${value.dtype}`;
  if (isFloat(value)) return "float";
  if (typeof value === "number") return "int";
  if (Tensor.isTensor(value) || ComplexTensor.isComplex(value)) return "Tensor";
  if (value instanceof GradNode) return value.name;
  if (value instanceof NdArray) return "numpy.ndarray";
  if (value instanceof ArrayDType) return `numpy.dtypes.${value.name}`;
  if (value instanceof ComplexNumber) return "complex";
  if (value instanceof Size) return "torch.Size";
  // Those of torch are classes of a module of their own; the others say where they are from.
  if (value instanceof NamedTuple)
    return value.isOwn || /[.A-Z]/.test(value.typeName) ? value.typeName : `torch.return_types.${value.typeName}`;
  if (value instanceof Tuple) return "tuple";
  if (value instanceof Deque) return "collections.deque";
  if (Array.isArray(value)) return "list";
  if (value instanceof OrderedDict) return "collections.OrderedDict";
  if (value instanceof DefaultDict) return "collections.defaultdict";
  if (value instanceof Counter) return "Counter";
  if (value instanceof Dict) return "dict";
  if (value instanceof DictView) return `dict_${value.what}`;
  if (value instanceof PySet) return value.isFrozen ? "frozenset" : "set";
  if (value instanceof Range) return "range";
  if (value instanceof Slice) return "slice";
  if (value instanceof Ellipsis) return "ellipsis";
  if (value instanceof PyIterator) return value.typeName;
  if (value instanceof PyFunction) return "function";
  if (value instanceof Native) return "builtin_function_or_method";
  if (value instanceof BoundMethod) return "method";
  if (value instanceof PyClass) return value instanceof MadeClass ? value.cls.name : "type";
  if (value instanceof DTypeObject) return "torch.dtype";
  if (value instanceof Device) return "torch.device";
  if (value instanceof Namespace) return "module";
  if (value instanceof TorchGenerator) return "torch._C.Generator";
  if (value instanceof PyObject || value instanceof PyModule) return value.cls.name;
  if (typeof value === "function") return /^[A-Z]/.test(value.name) ? "type" : "builtin_function_or_method";
  if (typeof value === "object") return value.constructor.name;
  return typeof value;
}
