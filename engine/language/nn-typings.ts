/** @file Declarations of torch.nn: the modules that hold a function's arguments come from their ops. */
import { catalogue } from "../nn/catalogue.ts";
import type { Param } from "../ops/op.ts";

/** Layers with parameters: the constructor's arguments, what they keep, what they take. */
const layers: readonly (readonly [name: string, about: string, args: string])[] = [
  ...["BatchNorm1d", "BatchNorm2d", "BatchNorm3d"].map(
    (name) =>
      [
        name,
        "Every channel shifted and scaled to mean 0 and variance 1 over the batch; out of training, by running means and variances.",
        "num_features: number, options?: { eps?: number; momentum?: number | null; affine?: boolean; track_running_stats?: boolean }",
      ] as const,
  ),
  ...["InstanceNorm1d", "InstanceNorm2d"].map(
    (name) =>
      [
        name,
        "Every channel of every sample shifted and scaled to mean 0 and variance 1.",
        "num_features: number, options?: { eps?: number; momentum?: number; affine?: boolean; track_running_stats?: boolean }",
      ] as const,
  ),
  [
    "GroupNorm",
    "Groups of channels of every sample shifted and scaled to mean 0 and variance 1.",
    "num_groups: number, num_channels: number, options?: { eps?: number; affine?: boolean }",
  ],
  [
    "LayerNorm",
    "The last dims shifted and scaled to mean 0 and variance 1.",
    "normalized_shape: number | readonly number[], options?: { eps?: number; elementwise_affine?: boolean; bias?: boolean }",
  ],
  [
    "Embedding",
    "Rows of a table, by number.",
    "num_embeddings: number, embedding_dim: number, options?: { padding_idx?: number }",
  ],
  ["PReLU", "A leaky relu whose slope is learned.", "num_parameters?: number, init?: number"],
  ...["Conv1d", "Conv2d"].map(
    (name) =>
      [
        name,
        "Filters moved over the input, initialised as PyTorch does.",
        "in_channels: number, out_channels: number, kernel_size: number | readonly number[], options?: { stride?: number | readonly number[]; padding?: number | readonly number[] | string; dilation?: number | readonly number[]; groups?: number; bias?: boolean; padding_mode?: string }",
      ] as const,
  ),
];

const parametric = layers
  .map(
    ([name, about, args]) => `  /** ${about} */
  class ${name} extends Module {
    constructor(${args});
    readonly weight: ${name === "Embedding" || name === "PReLU" || name.startsWith("Conv") ? "Tensor" : "Tensor | null"};
    forward(input: Tensor): Tensor;
  }`,
  )
  .join("\n");

export function nnTypings(typeOf: (param: Param) => string): string {
  const classes = catalogue.map(({ name, op, inputs }) => {
    const options = op.params
      .map((param) => `${param.name}${"default" in param ? "?" : ""}: ${typeOf(param)}`)
      .join("; ");
    const needed = op.params.some((param) => !("default" in param));
    const constructors =
      options === ""
        ? ""
        : `\n    constructor(options${needed ? "" : "?"}: { ${options} });${positionalOf(op.params, typeOf)}`;
    const takes = ["input: Tensor", "target: Tensor", "other: Tensor"].slice(0, inputs).join(", ");
    return `  /** ${op.doc.summary} \`${op.doc.formula}\` */
  class ${name} extends Module {${constructors}
    forward(${takes}): Tensor;
  }`;
  });
  return `declare namespace nn {
  /** What a loss with a constructor extends: class MyLoss extends nn.Module { forward(predictions, targets) { … } } */
  class Module {
    training: boolean;
    forward(...inputs: any[]): any;
    parameters(): Tensor[];
    named_parameters(): [string, Tensor][];
    train(mode?: boolean): this;
    eval(): this;
  }
  /** A tensor that is trained along with the model: a learned weight of the loss. */
  const Parameter: new (data: Tensor, requires_grad?: boolean) => Tensor;
  /** x Wᵀ + b with PyTorch's initial parameters. */
  class Linear extends Module {
    constructor(in_features: number, out_features: number, bias?: boolean);
    readonly weight: Tensor;
    readonly bias: Tensor | null;
    forward(input: Tensor): Tensor;
  }
${parametric}
  class Sequential extends Module {
    constructor(...layers: Module[]);
    forward(input: Tensor): Tensor;
  }
  class ModuleList extends Module {
    constructor(modules?: readonly Module[]);
    append(module: Module): this;
    readonly length: number;
    [Symbol.iterator](): Iterator<Module>;
  }
  class ParameterList extends Module {
    constructor(parameters?: readonly Tensor[]);
    readonly length: number;
    [Symbol.iterator](): Iterator<Tensor>;
  }
  class Identity extends Module { forward(input: Tensor): Tensor; }
  /** While training, zeros with probability p, the others scaled up. */
  class Dropout extends Module {
    constructor(p?: number);
    forward(input: Tensor): Tensor;
  }
${classes.join("\n")}
  export import functional = F;
}`;
}

/** The first parameter by position, as in nn.LeakyReLU(0.1), if it is a number. */
function positionalOf(params: readonly Param[], typeOf: (param: Param) => string): string {
  const [first] = params;
  if (first === undefined || !["number", "dim", "dims", "shape"].includes(first.kind)) return "";
  return `\n    constructor(${first.name}?: ${typeOf(first)});`;
}
