/** @file The classes torch.Tensor, nn.Module, nn.Parameter and torch.device. */
import { isParameter, Module, parameter } from "../../../nn/module.ts";
import { ComplexTensor } from "../../../ops/complex/complex-tensor.ts";
import { cast } from "../../../ops/convert.ts";
import { tensor } from "../../../ops/creation.ts";
import { isFloating } from "../../../tensor/dtype.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { PyClass, type PyModule } from "./classes.ts";
import { attributeError, exception, object, typeError } from "./exceptions.ts";
import { native } from "./native.ts";
import { lower } from "./tensors.ts";
import { str } from "./text.ts";
import { typeName } from "./type-name.ts";
import { types } from "./type-of.ts";

export const tensorClass = new PyClass("Tensor", [object], "torch");

tensorClass.holds = (value) => Tensor.isTensor(value) || ComplexTensor.isComplex(value);

tensorClass.construct = ([data, ...more]) => {
  // NumPy's arrays are float64 tensors here: PyTorch makes float32 of them.
  if (Tensor.isTensor(data)) return data.dtype === "float32" ? data : cast(data, "float32");
  if (typeof data === "number") return Tensor.zeros([data, ...more.map(Number)], "float32");
  return data === undefined ? Tensor.zeros([0], "float32") : tensor(lower(data) as never, "float32");
};

types.set("Tensor", tensorClass);

export const moduleClass = new PyClass("Module", [object], "torch.nn");

moduleClass.holds = (value) => value instanceof Module;

moduleClass.members.set(
  "__init__",
  native("__init__", ([self, ...args], keywords) => {
    const [unknown] = Object.keys(keywords ?? {});
    if (unknown !== undefined) throw typeError(`Module.__init__() got an unexpected keyword argument '${unknown}'`);
    if (args.length > 0)
      throw typeError(`Module.__init__() takes 1 positional argument but ${args.length + 1} were given`);
    (self as PyModule).initialise();
    return null;
  }),
);

types.set("Module", moduleClass);

export const parameterClass = new PyClass("Parameter", [tensorClass], "torch.nn.parameter");

parameterClass.holds = isParameter;

parameterClass.construct = ([data, wanted], keywords) => {
  const given = data ?? keywords?.data;
  if (!Tensor.isTensor(given)) throw attributeError(`'${typeName(given)}' object has no attribute 'detach'`);
  const isTrained = (keywords?.requires_grad ?? wanted ?? true) === true;
  if (isTrained && !isFloating(given.dtype))
    throw exception("RuntimeError", "Only Tensors of floating point and complex dtype can require gradients");
  return parameter(given, isTrained);
};

export const deviceClass = new PyClass("device", [object], "torch");

deviceClass.construct = ([name]) => {
  if (name === "cpu" || name === undefined) return "cpu";
  if (typeof name === "string" && name.startsWith("cuda")) return name;
  throw exception(
    "RuntimeError",
    `Expected one of cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, ort, xla, lazy, vulkan, mps, meta, hpu, privateuseone device type at start of device string: ${str(name)}`,
  );
};
