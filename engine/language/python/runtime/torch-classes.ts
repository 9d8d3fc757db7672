/** @file The classes torch.Tensor, nn.Module, nn.Parameter and torch.device. */
import { isParameter, Module, parameter } from "../../../nn/module.ts";
import { ComplexTensor } from "../../../ops/complex/complex-tensor.ts";
import { cast } from "../../../ops/convert.ts";
import { defaultDType, isFloating } from "../../../tensor/dtype.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { NdArray } from "./arrays/nd-array.ts";
import { tensorOf } from "./arrays/tensor-data.ts";
import { PyClass, type PyModule } from "./classes.ts";
import { Device, deviceOf } from "./device.ts";
import { attributeError, exception, object, typeError } from "./exceptions.ts";
import { native } from "./native.ts";
import { typeName } from "./type-name.ts";
import { types } from "./type-of.ts";

export const tensorClass = new PyClass("Tensor", [object], "torch");

tensorClass.holds = (value) => Tensor.isTensor(value) || ComplexTensor.isComplex(value);

tensorClass.construct = ([data, ...more]) => {
  if (data instanceof NdArray) return cast(data.tensor, defaultDType());
  if (Tensor.isTensor(data)) return data.dtype === defaultDType() ? data : cast(data, defaultDType());
  if (typeof data === "number") return Tensor.zeros([data, ...more.map(Number)], defaultDType());
  return data === undefined ? Tensor.zeros([0], defaultDType()) : tensorOf(data, defaultDType());
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
      throw typeError(
        `${(self as PyModule).cls.name}.__init__() takes 1 positional argument but ${args.length + 1} were given`,
      );
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

deviceClass.holds = (value) => value instanceof Device;

deviceClass.construct = ([given, number], keywords) => {
  const name = given ?? keywords?.type ?? keywords?.device;
  const index = number ?? keywords?.index ?? null;
  if (name instanceof Device) return name;
  if (typeof name === "number") return Device.of("cuda", name);
  if (typeof name === "string") {
    const device = deviceOf(name);
    if (device instanceof Device) return index === null ? device : Device.of(device.type, Number(index));
    throw exception("RuntimeError", device);
  }
  throw typeError(`device(): argument 'type' (position 1) must be str, not ${typeName(name)}`);
};

types.set("torch.device", deviceClass);
