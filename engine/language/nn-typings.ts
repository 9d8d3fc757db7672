/** @file Declarations of torch.nn. */

const reductionOption = 'reduction?: "mean" | "sum" | "none"';

const losses: readonly { readonly name: string; readonly summary: string; readonly options?: string }[] = [
  { name: "MSELoss", summary: "Mean squared error: mean (input - target)²." },
  { name: "L1Loss", summary: "Mean absolute error: mean |input - target|. Gradient 0 where they are equal." },
  { name: "HuberLoss", summary: "½ r² if |r| ≤ delta, else delta (|r| - ½ delta).", options: "delta?: number" },
  { name: "SmoothL1Loss", summary: "½ r²/beta if |r| < beta, else |r| - ½ beta.", options: "beta?: number" },
];

const activations = ["Tanh", "ReLU", "Sigmoid", "SiLU"];

export function nnTypings(): string {
  const lossClasses = losses.map(
    ({ name, summary, options }) => `  /** ${summary} */
  class ${name} extends Module {
    constructor(options?: { ${[reductionOption, ...(options === undefined ? [] : [options])].join("; ")} });
    forward(input: Tensor, target: Tensor): Tensor;
  }`,
  );
  const activationClasses = activations.map(
    (name) => `  class ${name} extends Module { forward(input: Tensor): Tensor; }`,
  );
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
  class Sequential extends Module {
    constructor(...layers: Module[]);
    forward(input: Tensor): Tensor;
  }
${[...activationClasses, ...lossClasses].join("\n")}
  export import functional = F;
}`;
}
