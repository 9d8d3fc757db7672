/** @file Modules that only hold the arguments of a function of images, of the Python dialect alone. */
import { constructorArguments } from "../../../nn/arguments.ts";
import { Module } from "../../../nn/module.ts";
import { keptBy } from "../../../nn/number-attributes.ts";
import {
  adaptive_avg_pool1d,
  adaptive_avg_pool2d,
  adaptive_max_pool1d,
  adaptive_max_pool2d,
  max_pool1d,
} from "../../../ops/functional/adaptive-pooling.ts";
import { avg_pool1d } from "../../../ops/functional/distances.ts";
import { fold, im2col, interpolate, pixel_shuffle } from "../../../ops/functional/resampling.ts";
import { softmax } from "../../../ops/functional/softmax.ts";
import { unflatten } from "../../../ops/indexing/movement.ts";
import { Float } from "../../../tensor/dtype.ts";
import type { Tensor } from "../../../tensor/tensor.ts";

type Parameters = readonly (readonly [name: string, otherwise?: unknown])[];
type Values = Readonly<Record<string, unknown>>;
type Size = number | readonly number[];

const size = (value: unknown): Size => (Array.isArray(value) ? value.map(Number) : Number(value));
const sizeOrNull = (value: unknown): Size | null => (value === null || value === undefined ? null : size(value));

export function holding(
  name: string,
  parameters: Parameters,
  run: (x: Tensor, values: Values, training: boolean) => unknown,
) {
  const made = class extends Module {
    constructor(...args: readonly unknown[]) {
      super();
      const values = constructorArguments(name, parameters, args);
      for (const [key, value] of Object.entries(values))
        Object.defineProperty(this, key, {
          value: keptBy(this, key, value),
          enumerable: true,
          writable: true,
          configurable: true,
        });
    }
    override forward(x: Tensor): unknown {
      return run(x, Object.fromEntries(parameters.map(([key]) => [key, Reflect.get(this, key)])), this.training);
    }
  };
  Object.defineProperty(made, "name", { value: name });
  return made;
}

const upsample = (name: string, mode: string, aligned: boolean | null) =>
  holding(
    name,
    name === "Upsample"
      ? [
          ["size", null],
          ["scale_factor", null],
          ["mode", mode],
          ["align_corners", aligned],
          ["recompute_scale_factor", null],
        ]
      : [
          ["size", null],
          ["scale_factor", null],
        ],
    (x, values) =>
      interpolate(
        x,
        sizeOrNull(values.size),
        sizeOrNull(values.scale_factor instanceof Float ? values.scale_factor.value : values.scale_factor),
        String(values.mode ?? mode),
        values.align_corners === undefined ? aligned : values.align_corners === true,
      ),
  );

const windows: Parameters = [["kernel_size"], ["dilation", 1], ["padding", 0], ["stride", 1]];
const pooling: Parameters = [["kernel_size"], ["stride", null], ["padding", 0]];

export const resizingModules: Readonly<Record<string, new (...args: readonly unknown[]) => Module>> = {
  AdaptiveAvgPool1d: holding("AdaptiveAvgPool1d", [["output_size"]], (x, v) =>
    adaptive_avg_pool1d(x, size(v.output_size)),
  ),
  AdaptiveAvgPool2d: holding("AdaptiveAvgPool2d", [["output_size"]], (x, v) =>
    adaptive_avg_pool2d(x, size(v.output_size)),
  ),
  AdaptiveMaxPool1d: holding("AdaptiveMaxPool1d", [["output_size"]], (x, v) =>
    adaptive_max_pool1d(x, size(v.output_size)),
  ),
  AdaptiveMaxPool2d: holding("AdaptiveMaxPool2d", [["output_size"]], (x, v) =>
    adaptive_max_pool2d(x, size(v.output_size)),
  ),
  AvgPool1d: holding("AvgPool1d", pooling, (x, v) =>
    avg_pool1d(x, size(v.kernel_size), sizeOrNull(v.stride), size(v.padding)),
  ),
  MaxPool1d: holding("MaxPool1d", pooling, (x, v) =>
    max_pool1d(x, size(v.kernel_size), sizeOrNull(v.stride), size(v.padding)),
  ),
  Unfold: holding("Unfold", windows, (x, v) =>
    im2col(x, size(v.kernel_size), size(v.dilation), size(v.padding), size(v.stride)),
  ),
  Fold: holding("Fold", [["output_size"], ...windows], (x, v) =>
    fold(x, size(v.output_size), size(v.kernel_size), size(v.dilation), size(v.padding), size(v.stride)),
  ),
  Upsample: upsample("Upsample", "nearest", null),
  UpsamplingNearest2d: upsample("UpsamplingNearest2d", "nearest", null),
  UpsamplingBilinear2d: upsample("UpsamplingBilinear2d", "bilinear", true),
  PixelShuffle: holding("PixelShuffle", [["upscale_factor"]], (x, v) => pixel_shuffle(x, Number(v.upscale_factor))),
  Softmax2d: holding("Softmax2d", [], (x) => softmax(x, -3)),
  Unflatten: holding("Unflatten", [["dim"], ["unflattened_size"]], (x, v) =>
    unflatten(x, Number(v.dim), [size(v.unflattened_size)].flat()),
  ),
};
