/** @file torch.nn.init: initial values, with PyTorch's random numbers. */
import { withGradMode } from "../../../tensor/grad-mode.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { exception, typeError, valueError } from "./exceptions.ts";
import { Native } from "./functions.ts";
import { callTensorMethod } from "./tensor-attributes.ts";
import { typeName } from "./type-name.ts";

type Options = Readonly<Record<string, unknown>>;

/** Parameters by position or by name, the tensor first. */
function initialiser(
  name: string,
  parameters: readonly (readonly [name: string, value: unknown])[],
  fill: (tensor: Tensor, options: Options) => void,
): Native {
  return new Native(name, ([tensor, ...rest], keywords) => {
    if (!Tensor.isTensor(tensor))
      throw typeError(`${name}(): argument 'tensor' must be Tensor, not ${typeName(tensor)}`);
    const options = Object.fromEntries(
      parameters.map(([key, value], i) => [key, rest[i] ?? keywords?.[key] ?? value] as const),
    );
    withGradMode(false, () => fill(tensor, options));
    return tensor;
  });
}

const run = (tensor: Tensor, method: string, ...args: readonly unknown[]) =>
  callTensorMethod(tensor, method, args, null);

function fans(tensor: Tensor): { fanIn: number; fanOut: number } {
  if (tensor.shape.length < 2)
    throw valueError("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions");
  const field = tensor.shape.slice(2).reduce((product, size) => product * size, 1);
  return { fanIn: tensor.shape[1] * field, fanOut: tensor.shape[0] * field };
}

function gainOf(nonlinearity: unknown, param: unknown): number {
  switch (nonlinearity) {
    case "tanh":
      return 5 / 3;
    case "relu":
      return Math.SQRT2;
    case "leaky_relu":
      return Math.sqrt(2 / (1 + (param === null ? 0.01 : Number(param)) ** 2));
    case "selu":
      return 3 / 4;
    case "linear":
    case "sigmoid":
    case "conv1d":
    case "conv2d":
      return 1;
    default:
      throw valueError(`Unsupported nonlinearity ${String(nonlinearity)}`);
  }
}

function kaiming(tensor: Tensor, { a, mode, nonlinearity }: Options): number {
  const { fanIn, fanOut } = fans(tensor);
  return gainOf(nonlinearity, a) / Math.sqrt(mode === "fan_out" ? fanOut : fanIn);
}

function xavier(tensor: Tensor, { gain }: Options): number {
  const { fanIn, fanOut } = fans(tensor);
  return Number(gain) * Math.sqrt(2 / (fanIn + fanOut));
}

const kaimingParameters = [
  ["a", 0],
  ["mode", "fan_in"],
  ["nonlinearity", "leaky_relu"],
] as const;

const all: readonly Native[] = [
  initialiser(
    "uniform_",
    [
      ["a", 0],
      ["b", 1],
    ],
    (x, { a, b }) => run(x, "uniform_", a, b),
  ),
  initialiser(
    "normal_",
    [
      ["mean", 0],
      ["std", 1],
    ],
    (x, { mean, std }) => run(x, "normal_", mean, std),
  ),
  initialiser("constant_", [["val", 0]], (x, { val }) => run(x, "fill_", val)),
  initialiser("ones_", [], (x) => run(x, "fill_", 1)),
  initialiser("zeros_", [], (x) => run(x, "zero_")),
  initialiser("xavier_uniform_", [["gain", 1]], (x, options) => {
    const bound = Math.sqrt(3) * xavier(x, options);
    run(x, "uniform_", -bound, bound);
  }),
  initialiser("xavier_normal_", [["gain", 1]], (x, options) => run(x, "normal_", 0, xavier(x, options))),
  initialiser("kaiming_uniform_", kaimingParameters, (x, options) => {
    const bound = Math.sqrt(3) * kaiming(x, options);
    run(x, "uniform_", -bound, bound);
  }),
  initialiser("kaiming_normal_", kaimingParameters, (x, options) => run(x, "normal_", 0, kaiming(x, options))),
  new Native("calculate_gain", ([nonlinearity, param = null], keywords) =>
    gainOf(nonlinearity, keywords?.param ?? param),
  ),
  ...["orthogonal_", "sparse_", "dirac_", "trunc_normal_", "eye_"].map(
    (name) =>
      new Native(name, () => {
        throw exception("NotImplementedError", `nn.init.${name} is not available here: set the values by hand`);
      }),
  ),
];

export const initMembers: Readonly<Record<string, unknown>> = Object.fromEntries(all.map((each) => [each.name, each]));
