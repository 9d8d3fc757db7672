import { describe, expect, test } from "vitest";
import { compilePython } from "./compile.ts";
import { heldText } from "../held.ts";

/** How the parameters of the loss in a source hold their tensors. */
function heldIn(source: string): Readonly<Record<string, string>> {
  const entry = compilePython(source).program?.entry;
  return Object.fromEntries(Object.entries(entry?.held ?? {}).map(([name, held]) => [name, heldText(held)]));
}

describe("a parameter that holds several tensors is told", () => {
  test.each<[by: string, source: string, held: Readonly<Record<string, string>>]>([
    [
      "by the keys it is asked for",
      'def loss(outputs, targets):\n    return F.l1_loss(outputs["boxes"], targets["boxes"]) + outputs.get("obj").mean()\n',
      { outputs: '{"boxes": _, "obj": _}', targets: '{"boxes": _}' },
    ],
    [
      "by a loop over it, and over what it stands beside",
      "def loss(preds, target):\n    return sum(F.mse_loss(p, target) for p in preds)\n",
      { preds: "[_, _, _]" },
    ],
    [
      "by zip and enumerate",
      "def loss(outs, targets):\n    total = 0\n    for i, (a, b) in enumerate(zip(outs, targets)):\n        total = total + (a - b).abs().mean()\n    return total\n",
      { outs: "[_, _, _]", targets: "[_, _, _]" },
    ],
    [
      "by zip alone",
      "def loss(outs, targets):\n    return sum((a - b).abs().mean() for a, b in zip(outs, targets))\n",
      { outs: "[_, _, _]", targets: "[_, _, _]" },
    ],
    [
      "by being unpacked",
      "def vae_loss(output, x):\n    recon, mu, logvar = output\n    return F.mse_loss(recon, x)\n",
      { output: "(_, _, _)" },
    ],
    [
      "by what its elements are asked for",
      'def loss(outputs, targets):\n    t = torch.cat([each["boxes"] for each in targets])\n    return F.l1_loss(outputs["boxes"], t)\n',
      { outputs: '{"boxes": _}', targets: '[{"boxes": _}, {"boxes": _}]' },
    ],
    [
      "by attributes that no tensor has",
      "def loss(outputs, labels):\n    return F.cross_entropy(outputs.logits, labels)\n",
      { outputs: "object(logits=_)" },
    ],
    [
      "by its annotation",
      "from typing import List, Tuple\nfrom torch import Tensor\ndef loss(features: List[Tensor], pair: Tuple[Tensor, Tensor], target: Tensor):\n    return stacked(features, pair, target)\n",
      { features: "[_, _, _]", pair: "(_, _)" },
    ],
    [
      "by what a method of the class does with it under the same name",
      'class Loss(nn.Module):\n    def boxes(self, outputs):\n        return outputs["boxes"].mean()\n    def forward(self, outputs, targets):\n        return self.boxes(outputs) + targets.mean()\n',
      { outputs: '{"boxes": _}' },
    ],
    [
      "by the numbers that arguments after a star are taken at",
      "class Loss(nn.Module):\n    def forward(self, *args):\n        return F.mse_loss(args[0], args[1]) + args[2].mean()\n",
      { args: "[_, _, _]" },
    ],
  ])("%s", (_, source, held) => {
    expect(heldIn(source)).toEqual(held);
  });

  test("but nothing is, where tensors are used as tensors are", () => {
    const source =
      "def loss(predictions, targets):\n    n, c = predictions.shape\n    for i in range(n):\n        x = predictions[i] - targets[i].T\n    return x.sum() / predictions.size(0) + targets.grad_fn\n";
    expect(heldIn(source)).toEqual({});
  });
});

describe("a function is taken for the loss whatever it is called", () => {
  test.each([
    ["the only one", "def CORAL(source, target):\n    return (source - target).mean()\n", "CORAL"],
    [
      "the one that no other calls",
      "def helper(u, v):\n    return u * v\ndef burgers(u, x):\n    return helper(u, x).mean()\n",
      "burgers",
    ],
    [
      "one of a single tensor",
      "def total_variation(image):\n    return image.diff().abs().mean()\n",
      "total_variation",
    ],
  ])("%s", (_, source, name) => {
    expect(compilePython(source).program?.entry.name).toBe(name);
  });
});
