import { expect, test } from "vitest";
import { compile, load } from "../../testing/python.ts";
import { AbsentModule } from "./runtime/constants.ts";
import { modules } from "./runtime/namespaces.ts";
import { presentModules } from "./script.ts";

const loss = `class DiceLoss(nn.Module):
    def __init__(self, smooth=SMOOTH):
        super().__init__()
        self.smooth = smooth
    def forward(self, pred, target):
        return 1 - (2 * (pred * target).sum() + self.smooth) / (pred.sum() + target.sum() + self.smooth)
`;

const script = `import argparse
import torch
import torch.nn as nn
import matplotlib.pyplot as plt
from torch.utils.data import DataLoader
from torchvision import datasets

SMOOTH = 1.0
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

${loss}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm = nn.LSTMCell(3, 3)
    def forward(self, x):
        return self.norm(x)

def train(model, loader, criterion):
    for x, y in loader:
        criterion(model(x), y).backward()

parser = argparse.ArgumentParser()
args = parser.parse_args()
loader = DataLoader(datasets.MNIST("."), batch_size=args.batch)
model = Net().to(device)
criterion = DiceLoss().to(device)
optimizer = torch.optim.Adam(model.parameters())
for epoch in range(100):
    for x, y in loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
train(model, loader, criterion)
plt.plot([1])
print("the loss is ready")

if __name__ == "__main__":
    train(model, loader, criterion)
`;

const lineOf = (source: string, offset: number) => source.slice(0, offset).split("\n").length;

test("the loss in a whole script is tried, and what round it is not run is said with its lines", () => {
  const printed: string[] = [];
  const { compilation } = load(script, {}, printed);
  expect(compilation.program?.entry.name).toBe("DiceLoss");
  expect(printed).toEqual(["the loss is ready"]);
  const said = compilation.passedOver?.map(({ start, reason, name }) => {
    const line = lineOf(script, start);
    return [script.split("\n")[line - 1].trim().slice(0, 24), reason, name];
  });
  expect(said).toEqual([
    ["import matplotlib.pyplot", "missing", "matplotlib.pyplot"],
    ["from torchvision import ", "missing", "torchvision.datasets"],
    ["class Net(nn.Module):", "missing", "torch.nn.LSTMCell"],
    ["loader = DataLoader(data", "after", "datasets"],
    ["model = Net().to(device)", "after", "Net"],
    ["optimizer = torch.optim.", "after", "model"],
    ["for epoch in range(100):", "training", ""],
    ["train(model, loader, cri", "after", "train"],
    ["plt.plot([1])", "after", "plt"],
    ['if __name__ == "__main__', "main", "__main__"],
  ]);
});

test("what the loss itself needs is never passed over", () => {
  const source = `table = []
for i in range(3):
    table.append(float(i))
    print("no training.step ( here")
scale = {}
scale["a"] = 2.0
def forward(predictions, targets):
    return (predictions - targets).abs().mean() * table[2] * scale["a"]
`;
  const { compilation } = load(source, {});
  expect(compilation.passedOver).toBeUndefined();
});

test("a loss whose parameters are called as the script's own names needs none of the script", () => {
  const source = `class L(nn.Module):
    def forward(self, pred, target, weight=1.0):
        error = pred - target
        return error.abs().mean() * weight
for x, target in load():
    pred = model(x)
    error = L()(pred, target)
    error.backward()
`;
  const { compilation } = load(source, {});
  expect(compilation.passedOver?.map(({ reason }) => reason)).toEqual(["training"]);
});

test("a loss that needs what is not here says so at its line", () => {
  const source = "import mylib\nalpha = mylib.alpha\ndef forward(p, t):\n    return (p - t).mean() * alpha\n";
  const { passedOver, program } = compile(source);
  expect(passedOver).toBeUndefined();
  expect(program).not.toBeNull();
  expect(() => load(source, {})).toThrow("No module named 'mylib'");
});

test("a demonstration below a loss runs as it always did", () => {
  const printed: string[] = [];
  const { compilation } = load(
    `SMOOTH = 1.0\n${loss}x = torch.ones(2, requires_grad=True)\nvalue = DiceLoss()(x, torch.ones(2))\nvalue.backward()\nprint(x.grad.shape)\n`,
    {},
    printed,
  );
  expect(printed).toEqual(["torch.Size([2])"]);
  expect(compilation.passedOver).toBeUndefined();
});

test("the list of modules that are here is the runtime's", () => {
  const present = [...modules].flatMap(([name, module]) =>
    module instanceof AbsentModule ? [] : [name.split(".", 1)[0]],
  );
  expect(new Set(presentModules)).toEqual(new Set(present));
});
