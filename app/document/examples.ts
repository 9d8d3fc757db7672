/** @file Losses to begin with. The first three are the programs Losslab began with, in TypeScript. */

export interface Example {
  readonly name: string;
  /** One sentence: what to look at. */
  readonly about: string;
  readonly source: string;
  /** The data set it needs, if not any will do. */
  readonly dataset?: string;
}

export const examples: readonly [Example, ...Example[]] = [
  {
    name: "Mean absolute error",
    about: "The plainest loss: one number, whatever the batch.",
    source: `// Predictions and targets have shape [batch, 1].
function forward(predictions, targets) {
  const error = predictions.sub(targets);
  return torch.mean(torch.abs(error));
}
`,
  },
  {
    name: "Two components",
    about: "A weighted sum of two losses against two targets.",
    dataset: "two-targets",
    source: `class MultiComponentLoss extends nn.Module {
  mse_loss = new nn.MSELoss();
  l1_loss = new nn.L1Loss();

  // Weights of the two components.
  constructor(readonly lambda1 = 1.0, readonly lambda2 = 0.5) {
    super();
  }

  forward(predictions, targets1, targets2) {
    const loss1 = this.mse_loss.forward(predictions, targets1);
    const loss2 = this.l1_loss.forward(predictions, targets2);
    return loss1.mul(this.lambda1).add(loss2.mul(this.lambda2));
  }
}
`,
  },
  {
    name: "Weighted squared error",
    about: "It redescends: beyond |diff| = 2 it pushes predictions away. Watch MSE while the loss falls.",
    source: `class MyComplexLoss extends nn.Module {
  forward(predictions, targets) {
    const diff = predictions.sub(targets);
    const squaredDiff = diff.mul(diff);
    const weighted = squaredDiff.mul(torch.exp(torch.abs(diff).neg()));
    return torch.sum(weighted).div(predictions.numel());
  }
}
`,
  },
  {
    name: "Huber",
    about: "Quadratic near zero, linear far away: outliers count less.",
    source: `const delta = 0.5;

function forward(predictions, targets) {
  const size = predictions.sub(targets).abs();
  const near = size.square().mul(0.5);
  const far = size.sub(delta / 2).mul(delta);
  return torch.where(size.lt(delta), near, far).mean();
}
`,
  },
  {
    name: "Log-cosh",
    about: "Smooth everywhere, written so that it does not overflow.",
    source: `function forward(predictions, targets) {
  const diff = predictions.sub(targets);
  // log(cosh(x)) = x + softplus(-2x) - log 2
  const logCosh = diff.add(F.softplus(diff.mul(-2))).sub(Math.log(2));
  return logCosh.mean();
}
`,
  },
  {
    name: "Quantile",
    about: "The pinball loss: predicts the 0.9 quantile instead of the mean.",
    dataset: "heteroscedastic",
    source: `const q = 0.9;

function forward(predictions, targets) {
  const diff = targets.sub(predictions);
  return torch.maximum(diff.mul(q), diff.mul(q - 1)).mean();
}
`,
  },
  {
    name: "Per-sample squared error",
    about: "Not a scalar: 64 losses for 64 samples. See what is said, and fix it with one key.",
    source: `function forward(predictions, targets) {
  const diff = predictions.sub(targets);
  return diff.square();
}
`,
  },
];
