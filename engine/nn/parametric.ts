/** @file Layers with parameters of their own besides Linear: normalisation, tables of rows, convolutions, PReLU. Initialised as PyTorch does. */
import { conv2d } from "../ops/functional/convolution.ts";
import { conv1d, embedding, layer_norm } from "../ops/functional/distances.ts";
import { prelu } from "../ops/functional/gates.ts";
import { batch_norm, group_norm, instance_norm } from "../ops/functional/normalisation.ts";
import { pad } from "../ops/functional/padding.ts";
import { defaultGenerator } from "../random/generator.ts";
import { defaultDType, Float } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { formatShape, numelOf, type Shape } from "../tensor/shape.ts";
import { dataOf, Tensor, wrote } from "../tensor/tensor.ts";
import { constructorArguments } from "./arguments.ts";
import { Module, parameter, registerBuffer } from "./module.ts";
import { keptBy } from "./number-attributes.ts";

type Parameters = readonly (readonly [name: string, otherwise?: unknown])[];
type Values = Readonly<Record<string, unknown>>;

export const numbersOf = (value: unknown): readonly number[] =>
  Array.isArray(value) ? value.map(Number) : [Number(value)];

/** A module whose constructor keeps its arguments as attributes. */
export function keeping(name: string, parameters: Parameters) {
  const made = class extends Module {
    readonly given: Values;
    constructor(...args: readonly unknown[]) {
      super();
      const values = constructorArguments(name, parameters, args);
      Object.defineProperty(this, "given", { value: values, enumerable: false });
      this.given = values;
    }
    /** Keeps a value where PyTorch does. */
    keep(key: string, value: unknown): void {
      const kept = keptBy(this, key, value);
      Object.defineProperty(this, key, { value: kept, enumerable: true, writable: true, configurable: true });
    }
    read(key: string): unknown {
      return Reflect.get(this, key);
    }
    tensor(key: string): Tensor | null {
      const value = this.read(key);
      return Tensor.isTensor(value) ? value : null;
    }
    number(key: string): number {
      return Number(this.read(key));
    }
  };
  Object.defineProperty(made, "name", { value: name });
  return made;
}

export function filled(shape: Shape, value: number): Tensor {
  const made = Tensor.zeros(shape, defaultDType());
  dataOf(made).fill(value);
  return made;
}

export function drawn(shape: Shape, draw: (data: Float32Array | Float64Array) => void): Tensor {
  const made = Tensor.zeros(shape, defaultDType());
  const data = dataOf(made);
  if (!(data instanceof Uint8Array)) draw(data);
  return made;
}

export const named = <C extends new (...args: readonly unknown[]) => Module>(name: string, made: C): C => {
  Object.defineProperty(made, "name", { value: name });
  return made;
};

function requireDims(name: string, x: Tensor, allowed: readonly number[]): void {
  if (allowed.includes(x.shape.length)) return;
  const wanted = allowed.map((dims) => `${dims}D`).join(" or ");
  throw new EngineError({
    type: "ValueError",
    code: "dim",
    op: name,
    message: `${name}: takes an input of ${wanted}, got shape ${formatShape(x.shape)}`,
    pytorch: `expected ${wanted} input (got ${x.shape.length}D input)`,
  });
}

const normParameters = (affine: boolean, tracks: boolean) =>
  [
    ["num_features"],
    ["eps", 1e-5],
    ["momentum", new Float(0.1)],
    ["affine", affine],
    ["track_running_stats", tracks],
  ] as const;

/** BatchNorm and InstanceNorm: weight and bias, and running means and variances that are no parameters. */
function channelNorm(name: string, allowed: readonly number[], isBatch: boolean) {
  return named(
    name,
    class extends keeping(name, normParameters(isBatch, isBatch)) {
      constructor(...args: readonly unknown[]) {
        super(...args);
        for (const [key, value] of Object.entries(this.given)) this.keep(key, value);
        const shape = [this.number("num_features")];
        const isAffine = this.given.affine === true;
        this.keep("weight", isAffine ? parameter(filled(shape, 1)) : null);
        this.keep("bias", isAffine ? parameter(filled(shape, 0)) : null);
        const tracks = this.given.track_running_stats === true;
        for (const [key, value] of [
          ["running_mean", filled(shape, 0)],
          ["running_var", filled(shape, 1)],
          ["num_batches_tracked", Tensor.zeros([], "int64")],
        ] as const) {
          this.keep(key, tracks ? value : null);
          registerBuffer(this, key);
        }
      }
      override forward(x: Tensor): Tensor {
        requireDims(name, x, allowed);
        const [mean, variance] = [this.tensor("running_mean"), this.tensor("running_var")];
        const [weight, bias, eps] = [this.tensor("weight"), this.tensor("bias"), this.number("eps")];
        if (!isBatch)
          return instance_norm(
            x,
            mean,
            variance,
            weight,
            bias,
            this.training || mean === null,
            this.number("momentum"),
            eps,
          );
        const counter = this.tensor("num_batches_tracked");
        if (this.training && counter !== null) {
          dataOf(counter)[0]++;
          wrote(counter);
        }
        // Without a momentum the running means are those of all batches.
        const share =
          this.read("momentum") === null
            ? 1 / Number(counter === null ? 1 : dataOf(counter)[0])
            : this.number("momentum");
        const learns = this.training || mean === null;
        return batch_norm(x, mean, variance, weight, bias, learns, share, eps);
      }
    },
  );
}

const GroupNorm = named(
  "GroupNorm",
  class extends keeping("GroupNorm", [["num_groups"], ["num_channels"], ["eps", 1e-5], ["affine", true]]) {
    constructor(...args: readonly unknown[]) {
      super(...args);
      for (const [key, value] of Object.entries(this.given)) this.keep(key, value);
      const [groups, channels] = [this.number("num_groups"), this.number("num_channels")];
      if (channels % groups !== 0)
        throw new EngineError({
          type: "ValueError",
          code: "shape",
          op: "GroupNorm",
          message: `GroupNorm: the channels must split into ${groups} groups, got ${channels}`,
          pytorch: `num_channels (${channels}) must be divisible by num_groups (${groups})`,
        });
      const isAffine = this.given.affine === true;
      this.keep("weight", isAffine ? parameter(filled([channels], 1)) : null);
      this.keep("bias", isAffine ? parameter(filled([channels], 0)) : null);
    }
    override forward(x: Tensor): Tensor {
      return group_norm(x, this.number("num_groups"), this.tensor("weight"), this.tensor("bias"), this.number("eps"));
    }
  },
);

const LayerNorm = named(
  "LayerNorm",
  class extends keeping("LayerNorm", [
    ["normalized_shape"],
    ["eps", 1e-5],
    ["elementwise_affine", true],
    ["bias", true],
  ]) {
    constructor(...args: readonly unknown[]) {
      super(...args);
      const shape = numbersOf(this.given.normalized_shape);
      this.keep("normalized_shape", shape);
      this.keep("eps", this.given.eps);
      this.keep("elementwise_affine", this.given.elementwise_affine);
      const isAffine = this.given.elementwise_affine === true;
      this.keep("weight", isAffine ? parameter(filled(shape, 1)) : null);
      this.keep("bias", isAffine && this.given.bias === true ? parameter(filled(shape, 0)) : null);
    }
    override forward(x: Tensor): Tensor {
      const shape = numbersOf(this.read("normalized_shape"));
      return layer_norm(x, shape, this.tensor("weight"), this.tensor("bias"), this.number("eps"));
    }
  },
);

const Embedding = named(
  "Embedding",
  class extends keeping("Embedding", [
    ["num_embeddings"],
    ["embedding_dim"],
    ["padding_idx", null],
    ["max_norm", null],
    ["norm_type", new Float(2)],
    ["scale_grad_by_freq", false],
    ["sparse", false],
  ]) {
    constructor(...args: readonly unknown[]) {
      super(...args);
      for (const [key, value] of Object.entries(this.given)) this.keep(key, value);
      for (const key of ["max_norm", "scale_grad_by_freq"])
        if (this.given[key] !== null && this.given[key] !== false)
          throw new EngineError({
            type: "NotImplementedError",
            code: "argument",
            op: "Embedding",
            message: `Embedding: ${key} is not available here`,
            pytorch: `torch.nn.Embedding is not available here with ${key}: scale the rows by hand`,
          });
      const [rows, width] = [this.number("num_embeddings"), this.number("embedding_dim")];
      const table = drawn([rows, width], (data) => defaultGenerator.normal(data));
      const padding = this.padding();
      if (padding !== null) dataOf(table).fill(0, padding * width, (padding + 1) * width);
      this.keep("padding_idx", padding);
      this.keep("weight", parameter(table));
    }
    padding(): number | null {
      const at = this.given.padding_idx;
      return at === null || at === undefined
        ? null
        : Number(at) < 0
          ? Number(at) + this.number("num_embeddings")
          : Number(at);
    }
    override forward(x: Tensor): Tensor {
      const weight = this.tensor("weight") ?? Tensor.zeros([0], "float32");
      return embedding(x, weight, this.padding());
    }
  },
);

const PReLU = named(
  "PReLU",
  class extends keeping("PReLU", [
    ["num_parameters", 1],
    ["init", new Float(0.25)],
  ]) {
    constructor(...args: readonly unknown[]) {
      super(...args);
      this.keep("num_parameters", this.given.num_parameters);
      this.keep("init", this.given.init);
      this.keep("weight", parameter(filled([this.number("num_parameters")], this.number("init"))));
    }
    override forward(x: Tensor): Tensor {
      return prelu(x, this.tensor("weight") ?? Tensor.zeros([1], "float32"));
    }
  },
);

export const spread = (value: unknown, dims: number): readonly number[] => {
  const all = numbersOf(value);
  return all.length === dims ? all : Array.from({ length: dims }, () => all[0]);
};

const convParameters = [
  ["in_channels"],
  ["out_channels"],
  ["kernel_size"],
  ["stride", 1],
  ["padding", 0],
  ["dilation", 1],
  ["groups", 1],
  ["bias", true],
  ["padding_mode", "zeros"],
] as const;

function convolution(name: string, dims: 1 | 2) {
  return named(
    name,
    class extends keeping(name, convParameters) {
      constructor(...args: readonly unknown[]) {
        super(...args);
        const { given } = this;
        for (const key of ["in_channels", "out_channels"]) this.keep(key, given[key]);
        for (const key of ["kernel_size", "stride", "dilation"]) this.keep(key, spread(given[key], dims));
        const [kernel, dilation] = [numbersOf(this.read("kernel_size")), numbersOf(this.read("dilation"))];
        const padding =
          given.padding === "same"
            ? kernel.map((size, i) => (dilation[i] * (size - 1)) / 2)
            : given.padding === "valid"
              ? kernel.map(() => 0)
              : spread(given.padding, dims);
        this.keep("padding", typeof given.padding === "string" ? given.padding : padding);
        Object.defineProperty(this, "margins", { value: padding, enumerable: false });
        this.keep("groups", given.groups);
        this.keep("padding_mode", given.padding_mode);
        const shape = [this.number("out_channels"), this.number("in_channels") / this.number("groups"), ...kernel];
        const fan = numelOf(shape.slice(1));
        const bound = Math.sqrt(3) * (Math.sqrt(2 / 6) / Math.sqrt(fan));
        this.keep("weight", parameter(drawn(shape, (data) => defaultGenerator.uniform(data, -bound, bound))));
        const edge = 1 / Math.sqrt(fan);
        this.keep(
          "bias",
          given.bias === false
            ? null
            : parameter(drawn([shape[0]], (data) => defaultGenerator.uniform(data, -edge, edge))),
        );
      }
      override forward(x: Tensor): Tensor {
        const weight = this.tensor("weight") ?? Tensor.zeros([0], "float32");
        const [stride, dilation] = [numbersOf(this.read("stride")), numbersOf(this.read("dilation"))];
        const padding = numbersOf(this.read("margins"));
        const mode = this.read("padding_mode");
        const isPadded = mode !== "zeros" && padding.some((each) => each > 0);
        const margins = [...padding].reverse().flatMap((each) => [each, each]);
        const from = isPadded ? pad(x, margins, String(mode)) : x;
        const margin = isPadded ? padding.map(() => 0) : padding;
        return dims === 1
          ? conv1d(from, weight, this.tensor("bias"), stride, margin, dilation, this.number("groups"))
          : conv2d(from, weight, this.tensor("bias"), stride, margin, dilation, this.number("groups"));
      }
    },
  );
}

export const parametricModules: Readonly<Record<string, new (...args: readonly unknown[]) => Module>> = {
  BatchNorm1d: channelNorm("BatchNorm1d", [2, 3], true),
  BatchNorm2d: channelNorm("BatchNorm2d", [4], true),
  BatchNorm3d: channelNorm("BatchNorm3d", [5], true),
  InstanceNorm1d: channelNorm("InstanceNorm1d", [3], false),
  InstanceNorm2d: channelNorm("InstanceNorm2d", [4], false),
  GroupNorm,
  LayerNorm,
  Embedding,
  PReLU,
  Conv1d: convolution("Conv1d", 1),
  Conv2d: convolution("Conv2d", 2),
};
