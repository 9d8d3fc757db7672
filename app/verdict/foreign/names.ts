/** @file What calls of TensorFlow, Keras's backend and JAX are called in PyTorch: the common ones. */
import { byName } from "../../../engine/by-name.ts";

/** A call's arguments as text, by place and by name. */
export interface Given {
  readonly args: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

/** A name for the same arguments, or how the call is written; null where it cannot be said. */
export type Spelling = string | ((given: Given) => string | null);

const isNumber = (code: string): boolean => /^-?[\d.]+(e-?\d+)?$/i.test(code);
const grouped = (code: string): string => (/^[\w.]+(\([^()]*\)|\[[^[\]]*\])*$/.test(code) ? code : `(${code})`);

/** By place, or by one of its names. */
const at = ({ args, named }: Given, place: number, ...names: readonly string[]): string | null =>
  args[place] ?? names.map((name) => named.get(name)).find((found) => found !== undefined) ?? null;

/** torch.minimum takes tensors alone; a number bounds. */
const extreme =
  (op: "minimum" | "maximum"): Spelling =>
  ({ args: [a, b] }) => {
    if (a === undefined || b === undefined) return null;
    const bound = op === "minimum" ? "max" : "min";
    if (isNumber(b)) return `torch.clamp(${a}, ${bound}=${b})`;
    if (isNumber(a)) return `torch.clamp(${b}, ${bound}=${a})`;
    return `torch.${op}(${a}, ${b})`;
  };

/** Divided by n, where PyTorch divides by n - 1. */
const deviation =
  (op: "std" | "var"): Spelling =>
  ({ args, named }) => {
    const rest = [...named].map(([name, value]) => `${name}=${value}`);
    return `torch.${op}(${[...args, ...rest, "correction=0"].join(", ")})`;
  };

const method =
  (name: string): Spelling =>
  (given) => {
    const [x] = given.args;
    return x === undefined ? null : `${grouped(x)}.${name}(${given.args.slice(1).join(", ")})`;
  };

const cast: Spelling = (given) => {
  const [x, dtype] = [at(given, 0, "x"), at(given, 1, "dtype")];
  const named = /^["'](\w+)["']$/.exec(dtype ?? "")?.[1];
  return x === null || dtype === null ? null : `${grouped(x)}.to(${named === undefined ? dtype : `torch.${named}`})`;
};

const overLast =
  (name: string): Spelling =>
  (given) => {
    const x = at(given, 0, "logits", "x", "inputs");
    return x === null ? null : `torch.${name}(${x}, dim=${at(given, 1, "dim") ?? "-1"})`;
  };

const unsqueezed: Spelling = (given) => {
  const [x, dim] = [at(given, 0, "input", "x", "a"), at(given, 1, "dim")];
  return x === null || dim === null ? null : `torch.unsqueeze(${x}, ${dim})`;
};

const withLogits: Spelling = (given) => {
  const [labels, logits] = [at(given, 0, "labels"), at(given, 1, "logits")];
  return labels === null || logits === null
    ? null
    : `F.binary_cross_entropy_with_logits(${logits}, ${labels}, reduction="none")`;
};

const crossEntropyOfShares: Spelling = (given) => {
  const [truth, shares] = [at(given, 0, "target"), at(given, 1, "output")];
  return truth === null || shares === null || given.named.has("from_logits")
    ? null
    : `F.binary_cross_entropy(${shares}, ${truth}, reduction="none")`;
};

const sameNames =
  "abs square sqrt exp log log1p sign tanh sigmoid pow round floor ceil sin cos where stack squeeze reshape matmul zeros_like ones_like isnan cumsum argmax argmin prod logical_and logical_or logical_not";

const same = Object.fromEntries(sameNames.split(" ").map((name) => [name, `torch.${name}`]));

const shared: Readonly<Record<string, Spelling>> = {
  ...same,
  minimum: extreme("minimum"),
  maximum: extreme("maximum"),
  expand_dims: unsqueezed,
  softmax: overLast("softmax"),
  log_softmax: overLast("log_softmax"),
  softplus: "F.softplus",
  relu: "torch.relu",
  elu: "F.elu",
  one_hot: "F.one_hot",
  stop_gradient: method("detach"),
  greater: "torch.gt",
  greater_equal: "torch.ge",
  less: "torch.lt",
  less_equal: "torch.le",
  equal: "torch.eq",
  not_equal: "torch.ne",
  add: "torch.add",
  subtract: "torch.sub",
  multiply: "torch.mul",
  divide: "torch.div",
  cast,
  rsqrt: "torch.rsqrt",
  erf: "torch.erf",
  lgamma: "torch.lgamma",
};

const dtypes = Object.fromEntries(
  ["float32", "float64", "int32", "int64", "bool"].map((name) => [name, `torch.${name}`]),
);

const tensorflow: Readonly<Record<string, Spelling>> = {
  ...shared,
  reduce_mean: "torch.mean",
  reduce_sum: "torch.sum",
  reduce_max: "torch.amax",
  reduce_min: "torch.amin",
  reduce_prod: "torch.prod",
  reduce_logsumexp: "torch.logsumexp",
  reduce_any: "torch.any",
  reduce_all: "torch.all",
  reduce_std: deviation("std"),
  reduce_variance: deviation("var"),
  clip_by_value: "torch.clamp",
  concat: "torch.cat",
  constant: "torch.tensor",
  convert_to_tensor: "torch.as_tensor",
  norm: "torch.linalg.norm",
  sigmoid_cross_entropy_with_logits: withLogits,
  squared_difference: ({ args: [a, b] }) => (a === undefined || b === undefined ? null : `torch.square(${a} - ${b})`),
};

/** As NumPy calls them, and Keras's backend after it. */
const reductions: Readonly<Record<string, Spelling>> = {
  mean: "torch.mean",
  sum: "torch.sum",
  max: "torch.amax",
  min: "torch.amin",
  std: deviation("std"),
  var: deviation("var"),
};

const backend: Readonly<Record<string, Spelling>> = {
  ...shared,
  ...reductions,
  clip: "torch.clamp",
  epsilon: () => "1e-7",
  flatten: "torch.flatten",
  switch: "torch.where",
  concatenate: "torch.cat",
  dot: "torch.matmul",
  logsumexp: "torch.logsumexp",
  binary_crossentropy: crossEntropyOfShares,
};

const numpy: Readonly<Record<string, Spelling>> = {
  ...shared,
  ...reductions,
  clip: "torch.clamp",
  power: "torch.pow",
  concatenate: "torch.cat",
  array: "torch.tensor",
  asarray: "torch.as_tensor",
  dot: "torch.matmul",
  norm: "torch.linalg.norm",
  arange: "torch.arange",
  linspace: "torch.linspace",
  logaddexp: "torch.logaddexp",
  zeros: "torch.zeros",
  ones: "torch.ones",
  log2: "torch.log2",
  log10: "torch.log10",
  expm1: "torch.expm1",
};

const values: Readonly<Record<string, string>> = {
  ...dtypes,
  Tensor: "torch.Tensor",
  ndarray: "torch.Tensor",
  Array: "torch.Tensor",
  pi: "torch.pi",
  inf: "torch.inf",
  newaxis: "None",
};

export interface Framework {
  readonly title: string;
  /** Modules whose names mean it. */
  readonly modules: RegExp;
  /** What it is called where nothing says so. */
  readonly alias: string;
  /** Between the alias and a call's own name. */
  readonly within: RegExp;
  readonly calls: Readonly<Record<string, Spelling>>;
  readonly values: Readonly<Record<string, string>>;
}

/** The backend before the library that it is part of. */
export const frameworks: readonly Framework[] = [
  {
    title: "Keras's backend",
    modules: /^(tensorflow\.(python\.)?)?keras(\.backend|\.ops)$/,
    alias: "K",
    within: /^$/,
    calls: byName(backend),
    values: byName(values),
  },
  {
    title: "JAX",
    modules: /^jax\.numpy$/,
    alias: "jnp",
    within: /^(linalg\.)?$/,
    calls: byName(numpy),
    values: byName(values),
  },
  {
    title: "JAX",
    modules: /^jax$/,
    alias: "jax",
    within: /^(nn|lax|numpy|numpy\.linalg)\.$/,
    calls: byName(numpy),
    values: byName(values),
  },
  {
    title: "TensorFlow",
    modules: /^tensorflow$/,
    alias: "tf",
    within: /^(math|nn|linalg|keras\.backend|keras\.activations|experimental\.numpy)?\.?$/,
    calls: byName({ ...backend, ...tensorflow }),
    values: byName(values),
  },
];
