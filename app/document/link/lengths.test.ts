/** @file How long links get, for losses as people write them: none of these is in the dictionary. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { defaultDocument } from "../defaults.ts";
import type { Lane, LaneLanguage } from "../document.ts";
import { encodeLink } from "./link.ts";

const losses: Readonly<Record<string, string>> = {
  focal: `import torch
import torch.nn as nn
import torch.nn.functional as F

class FocalRegressionLoss(nn.Module):
    """Focal-L1: down-weights easy examples (Yang et al. 2021)."""
    def __init__(self, beta=0.2, gamma=1.0, reduction="mean"):
        super().__init__()
        self.beta = beta
        self.gamma = gamma

    def forward(self, predictions, targets):
        error = torch.abs(predictions - targets)
        weight = (2 * torch.sigmoid(self.beta * error) - 1) ** self.gamma
        loss = weight * error
        return loss.mean() + 1e-3 * predictions.pow(2).mean()
`,
  wing: `import math
import torch

# Wing loss, Feng et al. 2018 (landmarks)
omega = 10.0
epsilon = 2.0
C = omega - omega * math.log(1 + omega / epsilon)

def forward(predictions, targets):
    delta = (targets - predictions).abs()
    small = delta[delta < omega]
    large = delta[delta >= omega]
    inner = omega * torch.log(1 + small / epsilon)
    outer = large - C
    total = inner.sum() + outer.sum()
    if large.numel() == 0:
        print("only the logarithmic part")
    return total / delta.numel()
`,
  quantiles: `import torch
import torch.nn as nn

QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95]

class MultiQuantile(nn.Module):
    def __init__(self):
        super().__init__()
        self.q = torch.tensor(QUANTILES)

    def forward(self, y_hat, y):
        # one column for each quantile
        residual = y - y_hat
        pinball = torch.max(self.q * residual, (self.q - 1) * residual)
        crossing = torch.relu(pinball[:, :-1] - pinball[:, 1:]).sum()
        return pinball.mean(dim=0).sum() + 0.1 * crossing
`,
  charbonnier: `// Charbonnier with a total-variation term
const epsilon = 1e-3;
const smoothness = 0.05;

class Charbonnier extends nn.Module {
  alpha = new nn.Parameter(torch.tensor(0.45));

  forward(predictions: Tensor, targets: Tensor): Tensor {
    const diff = predictions.sub(targets);
    const robust = diff.square().add(epsilon ** 2).pow(this.alpha);
    const order = targets.flatten().argsort();
    const sorted = predictions.flatten()[0];
    const tv = diff.flatten().diff().abs().mean();
    return robust.mean().add(tv.mul(smoothness));
  }
}
`,
};

const languageOf = (source: string): LaneLanguage => (/^\s*def |^import /m.test(source) ? "python" : "typescript");

const lengthOf = (...sources: readonly string[]): number => {
  const lanes = sources.map((source, i): Lane => {
    const id = i === 0 ? "A" : "B";
    return {
      id,
      name: `Lane ${id}`,
      language: languageOf(source),
      source,
      handling: { kind: "refuse" },
      arguments: {},
      lr: null,
    };
  });
  return encodeLink({ ...defaultDocument, lanes }).length;
};

test("the first source program has a link of fewer than 160 characters, also with other words in it", () => {
  const program = readFileSync(new URL("../../../engine/testdata/programs/example1.py", import.meta.url), "utf8");
  expect(lengthOf(program)).toBeLessThan(160);
  const other = program
    .replaceAll("MyCustomLoss", "PlainLoss")
    .replace(/# Example element-wise.*/, "# the size of each error")
    .replaceAll("element_wise_loss", "each");
  expect(lengthOf(other)).toBeLessThan(160);
});

test.each(Object.entries(losses))("some 500 characters of %s have one of fewer than 380", (_name, source) => {
  expect(source.length).toBeGreaterThan(500);
  expect(lengthOf(source)).toBeLessThan(380);
});

test("two lanes of some 500 characters have one of fewer than 640, whichever they are", () => {
  const all = Object.values(losses);
  for (const [i, first] of all.entries())
    for (const second of all.slice(i + 1)) expect(lengthOf(first, second)).toBeLessThan(640);
});
