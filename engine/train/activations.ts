/** @file The activations of the experiment's model. Everything that knows them (the model, its schema, its form, exports) is derived from this registry. */

interface Activation {
  /** PyTorch's module in torch.nn, constructed without arguments. */
  readonly module: string;
  /** One sentence. */
  readonly about: string;
  /** In plain text. */
  readonly formula: string;
}

/** By the name that documents hold. */
export const activations = {
  tanh: { module: "Tanh", about: "Smooth, between -1 and 1.", formula: "tanh(x)" },
  relu: { module: "ReLU", about: "Straight pieces: the fit is made of lines.", formula: "max(0, x)" },
  sigmoid: { module: "Sigmoid", about: "Smooth, between 0 and 1.", formula: "1 / (1 + exp(−x))" },
  silu: { module: "SiLU", about: "ReLU without its kink; dips below 0 on the left.", formula: "x / (1 + exp(−x))" },
  gelu: { module: "GELU", about: "ReLU without its kink, as transformers have it.", formula: "x Φ(x)" },
  elu: {
    module: "ELU",
    about: "Straight on the right, levels off at -1 on the left.",
    formula: "x if x > 0 else exp(x) − 1",
  },
  leaky_relu: {
    module: "LeakyReLU",
    about: "ReLU that lets a hundredth through on the left.",
    formula: "max(x, 0.01 x)",
  },
  softplus: { module: "Softplus", about: "Smooth and above 0.", formula: "log(1 + exp(x))" },
} as const satisfies Readonly<Record<string, Activation>>;

export type ActivationName = keyof typeof activations;

export const isActivationName = (name: string): name is ActivationName => Object.hasOwn(activations, name);
export const activationNames = Object.keys(activations).filter(isActivationName);
