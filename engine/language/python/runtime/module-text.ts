/** @file Modules as PyTorch prints them. */

import { byName } from "../../../by-name.ts";
import { ModuleList, ParameterList } from "../../../nn/layers.ts";
import type { Module } from "../../../nn/module.ts";
import { isFloatAttribute } from "../../../nn/number-attributes.ts";
import { pytorchTypes } from "../../../tensor/dtype.ts";
import type { Tensor } from "../../../tensor/tensor.ts";
import { floatText } from "./format.ts";

/** What `extra_repr` says of PyTorch's own modules: names of attributes, and whether they are named. */
const extras: Readonly<Record<string, readonly string[]>> = {
  Linear: ["in_features", "out_features", "bias"],
  LeakyReLU: ["negative_slope"],
  ELU: ["alpha"],
  CELU: ["alpha"],
  Softplus: ["beta", "threshold"],
  Softmax: ["dim"],
  LogSoftmax: ["dim"],
  Softmin: ["dim"],
  Flatten: ["start_dim", "end_dim"],
  GLU: ["dim"],
  Hardtanh: ["min_val", "max_val"],
  Threshold: ["threshold", "value"],
};

/** Activations that PyTorch lets overwrite their input. */
export const inPlaceActivations: ReadonlySet<string> = new Set([
  "ReLU",
  "ReLU6",
  "LeakyReLU",
  "ELU",
  "SELU",
  "CELU",
  "SiLU",
  "Mish",
  "Hardtanh",
  "Hardsigmoid",
  "Hardswish",
  "Threshold",
]);

/** Activations that were made with inplace=True. */
export const inPlaceModules = new WeakSet<Module>();

const truthOf = (value: unknown): string => (value === true ? "True" : "False");

const tupleOf = (value: unknown): string => {
  const items = [value].flat().map(String);
  return `(${items.join(", ")}${items.length === 1 ? "," : ""})`;
};

type Text = (module: Module, read: (attribute: string) => string) => string;

const channelText: Text = (module, read) =>
  `${read("num_features")}, eps=${read("eps")}, momentum=${read("momentum")}, affine=${truthOf(Reflect.get(module, "affine"))}, bias=${truthOf(Reflect.get(module, "bias") !== null)}, track_running_stats=${truthOf(Reflect.get(module, "track_running_stats"))}`;

const recurrentText: Text = (module, read) => {
  const of = (attribute: string): unknown => Reflect.get(module, attribute);
  const named = [
    ["num_layers", 1],
    ["bias", true],
    ["batch_first", false],
    ["dropout", 0],
    ["bidirectional", false],
  ] as const;
  const other = named.filter(([key, ordinary]) => Number(of(key)) !== Number(ordinary));
  const said = other.map(([key]) => `${key}=${typeof of(key) === "boolean" ? truthOf(of(key)) : read(key)}`);
  return [read("input_size"), read("hidden_size"), ...said].join(", ");
};

const convolutionText: Text = (module, read) => {
  const of = (attribute: string): unknown => Reflect.get(module, attribute);
  const isOther = (attribute: string, ordinary: number) => [of(attribute)].flat().some((each) => each !== ordinary);
  return [
    `${read("in_channels")}, ${read("out_channels")}`,
    `kernel_size=${tupleOf(of("kernel_size"))}`,
    `stride=${tupleOf(of("stride"))}`,
    ...(typeof of("padding") === "string"
      ? [`padding=${String(of("padding"))}`]
      : isOther("padding", 0)
        ? [`padding=${tupleOf(of("padding"))}`]
        : []),
    ...(isOther("dilation", 1) ? [`dilation=${tupleOf(of("dilation"))}`] : []),
    ...(of("output_padding") !== undefined && isOther("output_padding", 0)
      ? [`output_padding=${tupleOf(of("output_padding"))}`]
      : []),
    ...(of("groups") !== 1 ? [`groups=${read("groups")}`] : []),
    ...(of("bias") === null ? ["bias=False"] : []),
    ...(of("padding_mode") !== "zeros" ? [`padding_mode=${String(of("padding_mode"))}`] : []),
  ].join(", ");
};

const sizeText = (value: unknown): string =>
  Array.isArray(value) ? `(${value.map(String).join(", ")})` : String(value);

const windowText = (module: Module): string =>
  ["kernel_size", "dilation", "padding", "stride"]
    .map((key) => `${key}=${sizeText(Reflect.get(module, key))}`)
    .join(", ");

/** What these say in forms of their own. */
const texts: Readonly<Record<string, Text>> = byName<Text>({
  BatchNorm1d: channelText,
  BatchNorm2d: channelText,
  BatchNorm3d: channelText,
  InstanceNorm1d: channelText,
  InstanceNorm2d: channelText,
  GroupNorm: (module, read) =>
    `${read("num_groups")}, ${read("num_channels")}, eps=${read("eps")}, affine=${truthOf(Reflect.get(module, "affine"))}, bias=${truthOf(Reflect.get(module, "bias") !== null)}`,
  Embedding: (module, read) =>
    `${read("num_embeddings")}, ${read("embedding_dim")}${Reflect.get(module, "padding_idx") === null ? "" : `, padding_idx=${read("padding_idx")}`}`,
  PReLU: (_module, read) => `num_parameters=${read("num_parameters")}`,
  ...Object.fromEntries(["RNN", "LSTM", "GRU"].map((name) => [name, recurrentText])),
  Conv3d: convolutionText,
  ConvTranspose1d: convolutionText,
  ConvTranspose2d: convolutionText,
  Conv1d: convolutionText,
  Conv2d: convolutionText,
  AdaptiveAvgPool1d: (module) => `output_size=${sizeText(Reflect.get(module, "output_size"))}`,
  AdaptiveAvgPool2d: (module) => `output_size=${sizeText(Reflect.get(module, "output_size"))}`,
  AdaptiveMaxPool1d: (module) => `output_size=${sizeText(Reflect.get(module, "output_size"))}`,
  AdaptiveMaxPool2d: (module) => `output_size=${sizeText(Reflect.get(module, "output_size"))}`,
  AvgPool1d: (module) =>
    ["kernel_size", "stride", "padding"]
      .map((key) => `${key}=${tupleOf(Reflect.get(module, key) ?? Reflect.get(module, "kernel_size"))}`)
      .join(", "),
  MaxPool1d: (module) =>
    `${["kernel_size", "stride", "padding"].map((key) => `${key}=${sizeText(Reflect.get(module, key) ?? Reflect.get(module, "kernel_size"))}`).join(", ")}, dilation=1, ceil_mode=False`,
  Unfold: (module) => windowText(module),
  Fold: (module) => `output_size=${sizeText(Reflect.get(module, "output_size"))}, ${windowText(module)}`,
  Upsample: (module, read) =>
    Reflect.get(module, "scale_factor") === null
      ? `size=${sizeText(Reflect.get(module, "size"))}, mode='${read("mode")}'`
      : `scale_factor=${floatText(Number(Reflect.get(module, "scale_factor")))}, mode='${read("mode")}'`,
  Unflatten: (module) =>
    `dim=${String(Reflect.get(module, "dim"))}, unflattened_size=${sizeText(Reflect.get(module, "unflattened_size"))}`,
  AdaptiveAvgPool3d: (module) => `output_size=${sizeText(Reflect.get(module, "output_size"))}`,
  PixelUnshuffle: (_module, read) => `downscale_factor=${read("downscale_factor")}`,
  ChannelShuffle: (_module, read) => `groups=${read("groups")}`,
  PixelShuffle: (_module, read) => `upscale_factor=${read("upscale_factor")}`,
});

function extraOf(name: string, module: Module): string {
  const read = (attribute: string): string => {
    const value: unknown = Reflect.get(module, attribute);
    if (attribute === "bias") return value === null ? "False" : "True";
    if (typeof value === "number" && isFloatAttribute(module, attribute)) return floatText(value);
    return value === null ? "None" : String(value);
  };
  if (inPlaceModules.has(module)) {
    const given = (extras[name] ?? []).map((attribute) => `${attribute}=${read(attribute)}`);
    return [...given, "inplace=True"].join(", ");
  }
  if (/^(Avg|Max)Pool[23]d$/.test(name)) {
    const of = (key: string): unknown => Reflect.get(module, key);
    const shown = [
      `kernel_size=${sizeText(of("kernel_size"))}`,
      `stride=${sizeText(of("stride") ?? of("kernel_size"))}`,
      `padding=${sizeText(of("padding"))}`,
    ];
    if (name.startsWith("Max"))
      shown.push(`dilation=${sizeText(of("dilation"))}`, `ceil_mode=${truthOf(of("ceil_mode"))}`);
    return shown.join(", ");
  }
  if (name.includes("Pad")) return `(${read("padding").replaceAll(",", ", ")})`;
  if (name === "GELU") return `approximate='${read("approximate")}'`;
  if (name === "Softshrink" || name === "Hardshrink") return read("lambd");
  const custom = texts[name];
  if (custom !== undefined) return custom(module, read);
  if (name === "LayerNorm") {
    const shape = [Reflect.get(module, "normalized_shape")].flat().map(String);
    return `(${shape.join(", ")}${shape.length === 1 ? "," : ""}), eps=${floatText(Number(Reflect.get(module, "eps")))}, elementwise_affine=${truthOf(Reflect.get(module, "elementwise_affine"))}, bias=${truthOf(Reflect.get(module, "bias") !== null)}`;
  }
  if (module instanceof ParameterList)
    return [...module]
      .map((each, i) => `  (${i}): Parameter containing: [torch.${each.dtype} of size ${each.shape.join("x")}]`)
      .join("\n");
  if (/^Dropout/.test(name))
    return `p=${read("p")}, inplace=${Reflect.get(module, "inplace") === true ? "True" : "False"}`;
  return (extras[name] ?? []).map((attribute) => `${attribute}=${read(attribute)}`).join(", ");
}

/** What a ParameterDict says of its parameters. */
export const parametersText = (parameters: readonly (readonly [string, Tensor])[]): string =>
  parameters
    .map(
      ([name, { dtype, shape }]) =>
        `  (${name}): Parameter containing: [torch.${pytorchTypes[dtype]}Tensor of size ${shape.join("x")}]`,
    )
    .join("\n");

/** Equal neighbours of a list on one line: (0-1): 2 x Linear(…). */
function runsOf(children: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  const runs: { first: number; last: number; text: string }[] = [];
  for (const [i, [, text]] of children.entries()) {
    const before = runs.at(-1);
    if (before?.text === text) before.last = i;
    else runs.push({ first: i, last: i, text });
  }
  return runs.map(({ first, last, text }) =>
    first === last ? [String(first), text] : [`${first}-${last}`, `${last - first + 1} x ${text}`],
  );
}

/** `children` by name; `extra` is what the user's extra_repr says. */
export function moduleText(
  module: Module,
  name: string,
  children: readonly (readonly [string, string])[],
  extra = extraOf(name, module),
): string {
  const own = extra === "" ? [] : extra.split("\n");
  const shown = module instanceof ModuleList ? runsOf(children) : children;
  const parts = shown.map(([key, text]) => `(${key}): ${text.replaceAll("\n", "\n  ")}`);
  const lines = [...own, ...parts];
  if (lines.length === 0) return `${name}()`;
  if (own.length === 1 && parts.length === 0) return `${name}(${own[0]})`;
  return `${name}(\n  ${lines.join("\n  ")}\n)`;
}
