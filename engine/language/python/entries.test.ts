import { describe, expect, test } from "vitest";
import { compile } from "../../testing/python.ts";

const fn = (name: string, parameters = "pred, target") =>
  `def ${name}(${parameters}):\n    return (${parameters.split(",")[0]} - 1).abs().mean()\n`;
const cls = (name: string, body = "(pred - target).abs().mean()", base = "nn.Module") =>
  `class ${name}(${base}):\n    def forward(self, pred, target):\n        return ${body}\n`;

const found = (source: string) => {
  const { program, choices, diagnostics } = compile(source);
  expect(diagnostics).toEqual([]);
  return { name: program?.entry.name, choices: choices?.map(({ name }) => name) };
};
const only = (name: string) => ({ name, choices: undefined });

describe("one loss is taken without asking", () => {
  test.each([
    ["a function whose name says nothing", fn("dice"), "dice"],
    ["a function that takes the truth first", fn("tversky", "y_true, y_pred"), "tversky"],
    [
      "the class that is derived from a base",
      `${cls("BaseLoss")}${cls("FocalLoss", "super().forward(pred, target)", "BaseLoss")}`,
      "FocalLoss",
    ],
    [
      "the class that is derived, though its base stands last",
      `${cls("Mine", "pred.mean()")}class AbstractLoss(nn.Module):\n    def forward(self, pred, target):\n        raise NotImplementedError\n`,
      "Mine",
    ],
    ["what is made of helpers", `${fn("dice_loss")}${cls("Combo", "dice_loss(pred, target)")}`, "Combo"],
    [
      "what is made of helpers by way of others",
      `${fn("dice_loss")}def inner(x, y):\n    return dice_loss(x, y)\n${cls("Combo", "inner(pred, target)")}`,
      "Combo",
    ],
    [
      "a module before what can only be called",
      `${cls("Mine", "pred.mean()")}class ErrorMeter:\n    def __call__(self, pred, target):\n        return pred\n`,
      "Mine",
    ],
    [
      "the one that the script uses",
      `${cls("DiceLoss")}${cls("FocalLoss")}criterion = DiceLoss()\nprint(criterion)\n`,
      "DiceLoss",
    ],
    [
      "the one that the model uses",
      `${cls("DiceLoss")}${cls("FocalLoss")}class Net(nn.Module):\n    def __init__(self):\n        self.loss = DiceLoss()\n    def forward(self, x):\n        return x\n`,
      "DiceLoss",
    ],
    ["forward, whatever else there is", `${fn("forward")}${cls("DiceLoss")}${cls("FocalLoss")}`, "forward"],
    [
      "the one that is marked",
      `${cls("DiceLoss").replace(":", ":  # losslab: the loss")}${cls("FocalLoss")}`,
      "DiceLoss",
    ],
    [
      "a marked function, though nothing else speaks for it",
      `def f(a, b):  # losslab: the loss\n    return a\n${cls("FocalLoss")}`,
      "f",
    ],
    [
      "no node of the tape",
      `class GradError(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, pred, target):\n        return pred\n${cls("Mine")}`,
      "Mine",
    ],
  ])("%s", (_, source, name) => {
    expect(found(source)).toEqual(only(name));
  });
});

describe("of several nobody is told from the others, and all can be chosen", () => {
  test("two classes", () => {
    expect(found(`${cls("DiceLoss")}${cls("FocalLoss")}`)).toEqual({
      name: "FocalLoss",
      choices: ["DiceLoss", "FocalLoss"],
    });
  });

  test("a function and a class, without their parts", () => {
    const source = `${fn("part_loss")}${cls("DiceLoss", "part_loss(pred, target)")}${fn("tversky")}`;
    expect(found(source).choices).toEqual(["DiceLoss", "tversky"]);
  });

  test("each says where it stands and why it may be meant", () => {
    const source = `${cls("DiceLoss")}${cls("FocalLoss")}${fn("train", "a, b")}a = DiceLoss()\nb = FocalLoss()\n`;
    const { choices = [] } = compile(source);
    expect(choices.map(({ start, end }) => source.slice(start, end))).toEqual(["class DiceLoss", "class FocalLoss"]);
    expect(choices.map(({ kind }) => kind)).toEqual(["class", "class"]);
    expect(choices[0]?.reason).toEqual({ kind: "used", offset: source.lastIndexOf("DiceLoss") });
    expect(compile(`${fn("dice")}${fn("tversky")}`).choices?.[0]?.reason).toEqual({
      kind: "takes",
      parameters: ["pred", "target"],
    });
  });
});
