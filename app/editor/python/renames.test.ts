import { describe, expect, test } from "vitest";
import { parsed } from "../../../engine/language/python/parser/parse.ts";
import { renamesIn } from "./renames.ts";

const suggested = (body: string): string[] => {
  const source = `import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n\ndef forward(predictions, targets):\n    ${body}\n`;
  return renamesIn(parsed(source).module).map(({ start, end, text }) => `${source.slice(start, end)} -> ${text}`);
};

describe("in Python, what was meant by", () => {
  test.each([
    ["a variable", "return (predictions - target).mean()", ["target -> targets"]],
    ["a method of tensors", "return (predictions - targets).meen()", ["meen -> mean"]],
    ["a function of torch", "return torch.abss(predictions).mean()", ["abss -> abs"]],
    ["neighbours that changed places", "return (predictions - targets).maen()", ["maen -> mean"]],
    ["the same in a function of torch", "return torch.maen(predictions)", ["maen -> mean"]],
    ["the same in an argument", "return predictions.mean(dim=0, kepdim=True).sum()", ["kepdim -> keepdim"]],
    ["a parameter", "return (prediction - targets).mean()", ["prediction -> predictions"]],
    [
      "an attribute of one's own",
      "return 0\n\nclass L(nn.Module):\n    def __init__(self):\n        self.alpha = 1\n    def forward(self, p, t):\n        return self.alhpa * p",
      ["alhpa -> alpha"],
    ],
    ["a function of F", "return F.mse_los(predictions, targets)", ["mse_los -> mse_loss"]],
    ["a module", "return nn.MSELos()(predictions, targets)", ["MSELos -> MSELoss"]],
    ["an argument of an op", "return predictions.mean(dim=0, keepdimm=True).sum()", ["keepdimm -> keepdim"]],
    ["an argument of a module", "return nn.HuberLoss(dleta=2.0)(predictions, targets)", ["dleta -> delta"]],
    ["a method of lists", "x = []\n    x.apend(1)\n    return predictions.mean()", ["apend -> append"]],
    [
      "an argument of one's own function",
      "def scaled(x, factor=1.0): return x * factor\n    return scaled(predictions, facto=2.0).mean()",
      ["facto -> factor"],
    ],
  ])("%s", (_what, body, renames) => {
    expect(suggested(body)).toEqual(renames);
  });

  test("is not asked where names are right", () => {
    expect(
      suggested(
        "errors = [abs(e) for e in (predictions - targets).flatten()]\n    best = lambda e, w=1.0: e * w\n    return F.mse_loss(predictions, targets, reduction='sum') + best(sum(errors)).mean(dim=0, keepdim=True).squeeze()",
      ),
    ).toEqual([]);
  });
});
