/** @file Losses to begin with. The first three are the programs Losslab began with, in TypeScript. */

import type { LaneLanguage } from "./document.ts";

export interface Example {
  readonly name: string;
  /** One sentence: what to look at. */
  readonly about: string;
  /** In TypeScript. */
  readonly source: string;
  /** The same in PyTorch. */
  readonly python: string;
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
    python: `import torch

# Predictions and targets have shape [batch, 1].
def forward(predictions, targets):
    error = predictions - targets
    return torch.mean(torch.abs(error))
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
    python: `import torch.nn as nn

class MultiComponentLoss(nn.Module):
    # Weights of the two components.
    def __init__(self, lambda1=1.0, lambda2=0.5):
        super().__init__()
        self.lambda1 = lambda1
        self.lambda2 = lambda2
        self.mse_loss = nn.MSELoss()
        self.l1_loss = nn.L1Loss()

    def forward(self, predictions, targets1, targets2):
        loss1 = self.mse_loss(predictions, targets1)
        loss2 = self.l1_loss(predictions, targets2)
        return self.lambda1 * loss1 + self.lambda2 * loss2
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
    python: `import torch
import torch.nn as nn

class MyComplexLoss(nn.Module):
    def forward(self, predictions, targets):
        diff = predictions - targets
        squared_diff = diff * diff
        weighted = squared_diff * torch.exp(-torch.abs(diff))
        return torch.sum(weighted) / predictions.numel()
`,
  },
  {
    name: "Mean squared error",
    about: "The square makes far points weigh most.",
    source: `function forward(predictions, targets) {
  return predictions.sub(targets).square().mean();
}
`,
    python: `def forward(predictions, targets):
    return ((predictions - targets) ** 2).mean()
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
    python: `import torch

delta = 0.5

def forward(predictions, targets):
    size = (predictions - targets).abs()
    near = 0.5 * size ** 2
    far = delta * (size - delta / 2)
    return torch.where(size < delta, near, far).mean()
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
    python: `import math
import torch.nn.functional as F

def forward(predictions, targets):
    diff = predictions - targets
    # log(cosh(x)) = x + softplus(-2x) - log 2
    log_cosh = diff + F.softplus(-2 * diff) - math.log(2)
    return log_cosh.mean()
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
    python: `import torch

q = 0.9

def forward(predictions, targets):
    diff = targets - predictions
    return torch.maximum(q * diff, (q - 1) * diff).mean()
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
    python: `def forward(predictions, targets):
    diff = predictions - targets
    return diff ** 2
`,
  },
];

/** An example by its name. */
export function exampleOf(name: string): Example {
  return examples.find((example) => example.name === name) ?? examples[0];
}

/** A text that is an example's, in another language; null for a text of one's own. */
export function inLanguage(source: string, language: LaneLanguage): string | null {
  const same = (text: string) => text.trim() === source.trim();
  const example = examples.find((each) => same(each.source) || same(each.python));
  if (example === undefined) return null;
  return language === "python" ? example.python : example.source;
}
