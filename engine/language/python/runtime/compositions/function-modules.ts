/** @file Modules that hold the arguments of a function of the Python dialect. */
import type { Module } from "../../../../nn/module.ts";
import { Tensor } from "../../../../tensor/tensor.ts";
import type { Native } from "../functions.ts";
import { holding } from "../resizing-modules.ts";

type Functions = ReadonlyMap<string, Native>;
type Parameters = readonly (readonly [name: string, otherwise?: unknown])[];

const pooling: Parameters = [["kernel_size"], ["stride", null], ["padding", 0]];
const largest: Parameters = [...pooling, ["dilation", 1], ["return_indices", false], ["ceil_mode", false]];
const averaged: Parameters = [
  ...pooling,
  ["ceil_mode", false],
  ["count_include_pad", true],
  ["divisor_override", null],
];

const table: readonly (readonly [name: string, call: string, parameters: Parameters])[] = [
  ["AvgPool2d", "avg_pool2d", averaged],
  ["MaxPool2d", "max_pool2d", largest],
  ["AvgPool3d", "avg_pool3d", averaged],
  ["MaxPool3d", "max_pool3d", largest],
  ["AdaptiveAvgPool3d", "adaptive_avg_pool3d", [["output_size"]]],
  ["PixelUnshuffle", "pixel_unshuffle", [["downscale_factor"]]],
  ["ChannelShuffle", "channel_shuffle", [["groups"]]],
  [
    "Dropout1d",
    "dropout1d",
    [
      ["p", 0.5],
      ["inplace", false],
    ],
  ],
  [
    "Dropout2d",
    "dropout2d",
    [
      ["p", 0.5],
      ["inplace", false],
    ],
  ],
  [
    "Dropout3d",
    "dropout3d",
    [
      ["p", 0.5],
      ["inplace", false],
    ],
  ],
];

export function functionModules(
  functions: Functions,
): Readonly<Record<string, new (...args: readonly unknown[]) => Module>> {
  return Object.fromEntries(
    table.map(([name, call, parameters]) => {
      const f = functions.get(call);
      const made = holding(name, parameters, (x, values, training) => {
        const given = name.startsWith("Dropout") ? { ...values, training } : values;
        // stride is the kernel's size where it is not given.
        const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
        const result = f?.run([x], known);
        if (Tensor.isTensor(result) || Array.isArray(result)) return result;
        throw new Error(`internal: ${name} gave no tensor`);
      });
      return [name, made];
    }),
  );
}
