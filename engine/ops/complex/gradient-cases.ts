/** @file Calls for the gradient checks of what makes or takes complex tensors: their two parts side by side. Only for tests. */
import { Tensor } from "../../tensor/tensor.ts";
import type { GradientCase } from "../gradient-cases.ts";
import { viewAsReal } from "./arithmetic.ts";
import { ComplexTensor } from "./complex-tensor.ts";
import * as fft from "./fft.ts";
import * as parts from "./parts.ts";
import { hann_window, istft, stft } from "./stft.ts";

const shown = (value: unknown): Tensor => {
  if (ComplexTensor.isComplex(value)) return viewAsReal(value);
  if (Tensor.isTensor(value)) return value;
  throw new Error("no tensor");
};

const on = (op: string, shape: readonly number[], call: (x: Tensor) => unknown): GradientCase => ({
  op,
  shapes: [shape],
  call: ([x]) => shown(call(x)),
});

const transforms = Object.values(fft).flatMap((call) => {
  const { name, gradient } = call.op;
  return gradient === "none" ? [] : [on(name, [3, 4], (x) => Reflect.apply(call, undefined, [x]))];
});

const pieces = (x: Tensor) => stft(x, 4, 2, 4, hann_window(4), true, "reflect", false, null, true);

export const complexGradientCases: readonly GradientCase[] = [
  ...transforms,
  { op: "complex", shapes: [[3], [3]], call: ([a, b]) => shown(parts.complex_(a, b)) },
  { op: "polar", shapes: [[3], [3]], call: ([a, b]) => shown(parts.polar(a, b)) },
  on("view_as_complex", [3, 2], (x) => parts.view_as_complex(x)),
  on("conj", [3], (x) => parts.conj(x)),
  on("real", [3], (x) => parts.real(x)),
  on("angle", [3], (x) => parts.angle(x)),
  on("view_as_real", [3], (x) => Reflect.apply(parts.view_as_real, undefined, [parts.polar(x, x)])),
  on("stft", [10], pieces),
  on("istft", [10], (x) => Reflect.apply(istft, undefined, [pieces(x), 4, 2, 4, hann_window(4)])),
];
