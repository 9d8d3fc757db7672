/** @file torch.nn.init: initial values, drawn as PyTorch draws them. Each overwrites its tensor, off the tape, and returns it. */
import type { AnyGenerator } from "../../ops/any-generator.ts";
import { defineOp, type Op, type OpDoc, type OpFunction, type Param } from "../../ops/op.ts";
import { fill, normal_, uniform_ } from "../../random/fills.ts";
import { isFloating } from "../../tensor/dtype.ts";
import { withGradMode } from "../../tensor/grad-mode.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { warn } from "../../tensor/warnings.ts";
import { kaiming, xavier } from "./fans.ts";
import { dirac, orthogonal, put, requireRank, sparse } from "./structured.ts";
import { truncatedNormal } from "./truncated-normal.ts";

const tensor: Param = { name: "tensor", kind: "tensor" };
const generator: Param = { name: "generator", kind: "generator", default: null };
const number = (name: string, otherwise: number): Param => ({ name, kind: "number", default: otherwise });

type Draws = AnyGenerator | null;

const common = { places: [], gradient: "none", samples: [] } as const;

function docOf(name: string, summary: string, formula: string, args = ""): OpDoc {
  return {
    summary,
    formula,
    shape: "same as tensor",
    example: `nn.init.${name}(torch.empty(3, 5)${args})`,
    jax: null,
    numpy: null,
  };
}

function initialiser<A extends readonly unknown[]>(
  name: string,
  doc: OpDoc,
  params: readonly Param[],
  work: (x: Tensor, ...rest: A) => void,
): OpFunction<(x: Tensor, ...rest: A) => Tensor> {
  return defineOp({ ...common, name, doc, params: [tensor, ...params] }, () => (x: Tensor, ...rest: A): Tensor => {
    withGradMode(false, () => work(x, ...rest));
    return x;
  });
}

const kaimingParams: readonly Param[] = [
  number("a", 0),
  { name: "mode", kind: "text", default: "fan_in", choices: ["fan_in", "fan_out"] },
  {
    name: "nonlinearity",
    kind: "text",
    default: "leaky_relu",
    choices: ["linear", "sigmoid", "tanh", "relu", "leaky_relu", "selu", "conv1d", "conv2d", "conv3d"],
  },
  generator,
];

/** Nothing to draw for a tensor without elements. */
function isEmpty(x: Tensor): boolean {
  if (!x.shape.includes(0)) return false;
  warn("UserWarning", "Initializing zero-element tensors is a no-op");
  return true;
}

const trunc_normal_ = defineOp(
  {
    ...common,
    name: "trunc_normal_",
    doc: docOf(
      "trunc_normal_",
      "Normal numbers within [a, b], those outside drawn again.",
      "x ~ N(mean, std²), a ≤ x ≤ b",
    ),
    params: [tensor, number("mean", 0), number("std", 1), number("a", -2), number("b", 2), generator],
  },
  (op) =>
    (x: Tensor, mean = 0, std = 1, a = -2, b = 2, draws: Draws = null): Tensor => {
      if (mean < a - 2 * std || mean > b + 2 * std)
        warn(
          "UserWarning",
          "mean is more than 2 std from [a, b] in nn.init.trunc_normal_. The distribution of values may be incorrect.",
        );
      if (!(a <= b) || !(std >= 0) || !isFloating(x.dtype)) {
        // What is wrong is said where the numbers would be drawn.
        uniform_(x, a, b, draws);
        return normal_(x, mean, std, draws);
      }
      return withGradMode(false, () =>
        fill(op, x, draws, (source, out, areRows) => {
          if (!(out instanceof Uint8Array)) truncatedNormal(out, source, areRows, { mean, std, low: a, high: b });
        }),
      );
    },
);

const initialisers = [
  initialiser(
    "uniform_",
    docOf("uniform_", "Uniform numbers from [a, b).", "x ~ U(a, b)"),
    [number("a", 0), number("b", 1), generator],
    (x, a: number, b: number, draws: Draws) => uniform_(x, a, b, draws),
  ),
  initialiser(
    "normal_",
    docOf("normal_", "Normal numbers.", "x ~ N(mean, std²)"),
    [number("mean", 0), number("std", 1), generator],
    (x, mean: number, std: number, draws: Draws) => normal_(x, mean, std, draws),
  ),
  trunc_normal_,
  initialiser(
    "constant_",
    docOf("constant_", "One number everywhere.", "x = val", ", 0.1"),
    [{ name: "val", kind: "number" }],
    (x, val: number) => put("constant_", x, () => val),
  ),
  initialiser("ones_", docOf("ones_", "Ones.", "x = 1"), [], (x) => put("ones_", x, () => 1)),
  initialiser("zeros_", docOf("zeros_", "Zeros.", "x = 0"), [], (x) => put("zeros_", x, () => 0)),
  initialiser(
    "eye_",
    docOf("eye_", "The identity, as far as the matrix goes.", "x_ij = 1 where i = j, else 0"),
    [],
    (x) => {
      requireRank("eye_", x, [2], "2");
      const columns = x.shape[1];
      put("eye_", x, (i) => (Math.floor(i / columns) === i % columns ? 1 : 0));
    },
  ),
  initialiser(
    "dirac_",
    {
      ...docOf(
        "dirac_",
        "For a convolution: each channel passed through as it is.",
        "x_ij at the centre = 1 where i = j, else 0",
      ),
      example: "nn.init.dirac_(torch.empty(3, 3, 5))",
    },
    [{ name: "groups", kind: "dim", default: 1 }],
    (x, groups: number) => dirac(x, groups),
  ),
  initialiser(
    "xavier_uniform_",
    docOf(
      "xavier_uniform_",
      "Uniform numbers of the variance that Glorot and Bengio (2010) found.",
      "x ~ U(-b, b), b = gain √(6 / (fan_in + fan_out))",
    ),
    [number("gain", 1), generator],
    (x, gain: number, draws: Draws) => {
      const bound = Math.sqrt(3) * xavier("xavier_uniform_", x, gain);
      uniform_(x, -bound, bound, draws);
    },
  ),
  initialiser(
    "xavier_normal_",
    docOf(
      "xavier_normal_",
      "Normal numbers of the variance that Glorot and Bengio (2010) found.",
      "x ~ N(0, gain² · 2 / (fan_in + fan_out))",
    ),
    [number("gain", 1), generator],
    (x, gain: number, draws: Draws) => normal_(x, 0, xavier("xavier_normal_", x, gain), draws),
  ),
  initialiser(
    "kaiming_uniform_",
    docOf(
      "kaiming_uniform_",
      "Uniform numbers of the variance that He et al. (2015) found for rectifiers.",
      "x ~ U(-b, b), b = gain √(3 / fan)",
    ),
    kaimingParams,
    (x, a: number, mode: string, nonlinearity: string, draws: Draws) => {
      if (isEmpty(x)) return;
      const bound = Math.sqrt(3) * kaiming("kaiming_uniform_", x, a, mode, nonlinearity);
      uniform_(x, -bound, bound, draws);
    },
  ),
  initialiser(
    "kaiming_normal_",
    docOf(
      "kaiming_normal_",
      "Normal numbers of the variance that He et al. (2015) found for rectifiers.",
      "x ~ N(0, gain² / fan)",
    ),
    kaimingParams,
    (x, a: number, mode: string, nonlinearity: string, draws: Draws) => {
      if (isEmpty(x)) return;
      normal_(x, 0, kaiming("kaiming_normal_", x, a, mode, nonlinearity), draws);
    },
  ),
  initialiser(
    "orthogonal_",
    docOf(
      "orthogonal_",
      "Rows or columns at right angles to each other, of length gain (Saxe et al. 2014).",
      "xᵀx = gain² I, or x xᵀ = gain² I where x is wide",
    ),
    [number("gain", 1), generator],
    (x, gain: number, draws: Draws) => orthogonal(x, gain, draws),
  ),
  initialiser(
    "sparse_",
    docOf(
      "sparse_",
      "Normal numbers, and in each column a share of zeros (Martens 2010).",
      "x ~ N(0, std²), ⌈sparsity · rows⌉ zeros a column",
      ", 0.1",
    ),
    [{ name: "sparsity", kind: "number" }, number("std", 0.01), generator],
    (x, sparsity: number, std: number, draws: Draws) => sparse(x, sparsity, std, draws),
  ),
] as const;

/** As records, which the typings and the surface are made of. */
export const initOps: readonly { readonly op: Op; readonly call: (...args: never[]) => unknown }[] = initialisers.map(
  (call) => ({ op: call.op, call }),
);
