import { describe, expect, test } from "vitest";
import { compile } from "../testing/python.ts";
import type { Entry } from "./program.ts";
import { type Arguments, defaultSetting, rolesOf } from "./roles.ts";

function entryOf(source: string): Entry {
  const { program } = compile(source);
  if (program === null) throw new Error(`does not compile: ${source}`);
  return program.entry;
}

const forward = (parameters: string, body = "return 0"): Entry => entryOf(`def forward(${parameters}):\n    ${body}\n`);
const rolesFor = (parameters: string, hasInputs = true, given: Arguments = {}): string =>
  rolesOf({ ...forward(parameters), arguments: given }, hasInputs).join(" ");

describe("forward's parameters", () => {
  test.each<[parameters: string, roles: string]>([
    ["predictions, targets", "predictions target"],
    ["x, y", "predictions target"],
    ["inputs, targets", "predictions target"],
    ["recon_x, x", "predictions target"],
    ["p, q", "predictions target"],
    ["p, a, b", "predictions target target"],
    ["u, target, x", "predictions target inputs"],
    ["u, target, inputs", "predictions target inputs"],
    ["u, features", "predictions inputs"],
    ["model, x, target", "model inputs target"],
    ["p, t, step, epoch", "predictions target step epoch"],
    ["logits, labels, alpha, gamma", "predictions target setting setting"],
    ["mu, sigma, y", "predictions target target"],
    ["gamma, nu, alpha, beta, y", "predictions target target target target"],
    ["p, t, weight: float, flag: bool, how: str", "predictions target setting setting setting"],
    ["p, t, alpha: torch.Tensor", "predictions target target"],
  ])("of (%s) are given %s", (parameters, roles) => {
    expect(rolesFor(parameters)).toBe(roles);
  });

  test("a lone x is the model's input where the loss differentiates", () => {
    const source = "import torch\ndef forward(u, x):\n    return torch.autograd.grad(u.sum(), x)[0].mean()\n";
    expect(rolesOf(entryOf(source), true)).toEqual(["predictions", "inputs"]);
  });

  test("are tensors all, where there is no model", () => {
    expect(rolesFor("recon_x, x, mu, logvar", false)).toBe("predictions target target target");
    expect(rolesFor("model, inputs", false)).toBe("predictions target");
  });

  test("are what somebody says they are", () => {
    expect(rolesFor("p, t, alpha", true, { alpha: { kind: "data" } })).toBe("predictions target target");
    expect(rolesFor("p, t, thing", true, { thing: { kind: "setting", value: 3 } })).toBe("predictions target setting");
  });
});

test("what a constructor cannot do without is told apart from what it can", () => {
  const source =
    "class L(nn.Module):\n    def __init__(self, num_classes, reduction: str, gamma=2.0):\n        super().__init__()\n    def forward(self, p, t):\n        return (p - t).mean()\n";
  const entry = entryOf(source);
  expect(entry.needs).toEqual(["num_classes", "reduction"]);
  const facts = { classes: 7, width: 7, rows: 64 };
  expect(entry.needs?.map((name) => defaultSetting(name, entry, facts))).toEqual([7, "mean"]);
});
