import { describe, expect, test } from "vitest";
import { batch, compiledPython, evaluate, expectSameThereAndBack, text, toTypeScript } from "./translate-in-tests.ts";

const head =
  "import math\nimport torch\nimport torch.nn as nn\nimport torch.nn.functional as F\nfrom enum import Enum, auto\nfrom dataclasses import dataclass, field\nfrom functools import partial\nfrom typing import List\n\n";

/** Losses as people write them, with what Python and PyTorch have that TypeScript says otherwise. */
const idioms: readonly (readonly [what: string, source: string])[] = [
  [
    "an Enum of strings that chooses the reduction",
    `class Reduction(Enum):
    MEAN = "mean"
    SUM = "sum"

def reduced(x, how):
    if how is Reduction.MEAN:
        return x.mean()
    if how == Reduction.SUM:
        return x.sum()
    return x

def forward(predictions, targets):
    d = (predictions - targets) ** 2
    return reduced(d, Reduction.SUM) + reduced(d, Reduction.MEAN) * len(Reduction.MEAN.value)
`,
  ],
  [
    "an Enum that counts by itself",
    `class Mode(Enum):
    L1 = auto()
    L2 = auto()

class Loss(nn.Module):
    def __init__(self, mode=Mode.L2):
        super().__init__()
        self.mode = mode

    def forward(self, predictions, targets):
        d = predictions - targets
        if self.mode == Mode.L1:
            return d.abs().mean()
        return (d ** 2).mean() / Mode.L2.value
`,
  ],
  [
    "a dataclass that holds what a loss is set to",
    `@dataclass
class Config:
    delta: float = 0.5  # where the tails begin
    weights: List[float] = field(default_factory=lambda: [1.0, 0.25])

    def total(self):
        return sum(self.weights)

class Loss(nn.Module):
    def __init__(self, config: Config = Config(delta=2.0)):
        super().__init__()
        self.config = config

    def forward(self, predictions, targets):
        w, v = self.config.weights
        d = predictions - targets
        return (w * d.abs() + v * d ** 2).mean() / self.config.total() + F.huber_loss(predictions, targets, delta=self.config.delta)
`,
  ],
  [
    "functools.partial of PyTorch's functions in a dict",
    `losses = {
    "smooth": partial(F.smooth_l1_loss, beta=2.0, reduction="sum"),
    "huber": partial(F.huber_loss, delta=0.5),
    "mse": F.mse_loss,
}

def forward(predictions, targets):
    total = torch.zeros(())
    for name, loss in sorted(losses.items()):
        total = total * 2 + loss(predictions, targets)
    return total
`,
  ],
  [
    "sorted numbers, rising and falling",
    `def forward(predictions, targets):
    quantiles = sorted([0.9, 0.1, 0.5])
    weights = sorted([1.0, 3.0, 2.0], reverse=True)
    d = targets - predictions
    return sum(w * torch.max(q * d, (q - 1) * d).mean() for q, w in zip(quantiles, weights))
`,
  ],
  [
    "sorted words, and the keys of a dict",
    `def forward(predictions, targets):
    weights = dict(b=2.0, a=3.0)
    total = torch.zeros(())
    for key in sorted(weights):
        total = total * 2 + weights[key] * (predictions - targets).abs().mean()
    for word in sorted(["z", "y"]):
        total = total + len(word)
    return total
`,
  ],
  [
    "texts by % and format, which decide",
    `def forward(predictions, targets):
    key = "%s-%.1f" % ("w", 0.25)
    other = "{}-{:.1f}".format("w", 0.25)
    factor = 2.0 if key == other else 3.0
    return factor * (predictions - targets).abs().mean()
`,
  ],
  [
    "texts of a certain width",
    `def forward(predictions, targets):
    label = f"{'ab':>4}|{7:<3}|{0.5:8.3f}"
    return len(label) * (predictions - targets).abs().mean()
`,
  ],
  [
    "constructors of old, of data and of sizes",
    `def forward(predictions, targets):
    w = torch.FloatTensor([1, 2, 3])
    i = torch.LongTensor([2, 0])
    room = torch.zeros_like(torch.Tensor(2, 3))
    return (predictions - targets).abs().mean() * w[i].sum() + room.sum() + torch.autograd.Variable(predictions).mean()
`,
  ],
  [
    "reduce and size_average, as PyTorch before 0.4 had them",
    `def forward(predictions, targets):
    a = F.mse_loss(predictions, targets, reduce=False)
    b = nn.L1Loss(size_average=False)
    return a.mean() + b(predictions, targets)
`,
  ],
  [
    "an object that is called",
    `class Scale:
    def __init__(self, by):
        self.by = by

    def __call__(self, x):
        return x * self.by

double = Scale(2.0)

def forward(predictions, targets):
    return double(predictions - targets).abs().mean()
`,
  ],
  [
    "a function for the compiler, and dtypes by Python's names",
    `@torch.jit.script
def masked(x, t):
    mask = torch.ones(16, 1, dtype=bool)
    return torch.where(mask, x - t, torch.zeros(16, 1, dtype=float).to(x.dtype))

def forward(predictions, targets):
    return masked(predictions, targets).abs().mean()
`,
  ],
  [
    "parameters that only their use tells",
    `def corners(box):
    x1, y1 = box[:, 0], box[:, 0] + 1
    return x1, y1

def spread(x, eps=1e-6):
    n, m = x.shape
    return (x - x.mean(dim=0)).pow(2).sum() / (n * m + eps)

def forward(predictions, targets):
    x1, y1 = corners(predictions)
    x2, y2 = corners(targets)
    w = torch.min(x1, x2) - torch.max(y1, y2)
    return w.abs().mean() + spread(predictions[..., None].squeeze(-1))
`,
  ],
  [
    "a list from its end, a parameter list, and a forward that takes a list",
    `class Weighted(nn.Module):
    def __init__(self, n=2):
        super().__init__()
        self.w = nn.ParameterList([nn.Parameter(torch.tensor(1.0 + i)) for i in range(n)])

    def forward(self, losses):
        assert len(losses) == len(self.w)
        return torch.stack([w * l for w, l in zip(self.w, losses)]).sum()

weighted = Weighted()

def forward(predictions, targets):
    d = predictions - targets
    rows = [[d.abs().mean(), d.pow(2).mean()] for _ in range(2)]
    return weighted([rows[-1][-1], rows[0][0]])
`,
  ],
  [
    "a tuple of a tensor and a number that a helper gives",
    `def counted(d):
    steps = 0
    while steps < 3:
        d = d * 0.5
        steps += 1
    return d.abs().mean(), steps

def forward(predictions, targets):
    value, steps = counted(predictions - targets)
    return value * steps
`,
  ],
  [
    "lists that are sorted, searched and put something in front of",
    `def forward(predictions, targets):
    xs = [3.0, 1.0]
    xs.insert(0, 2.0)
    xs.sort()
    return (xs[0] + 10 * xs.index(3.0)) * (predictions - targets).abs().mean()
`,
  ],
  [
    "dicts that grow, and what is made of two lists",
    `def forward(predictions, targets):
    d = predictions - targets
    terms = {}
    terms["mae"] = d.abs().mean()
    terms["mse"] = (d ** 2).mean()
    weights = {"mae": 0.5}
    weights.update({"mse": 2.0})
    keys = ["a", "b"]
    values = [1.0, 3.0]
    scale = dict(zip(keys, values))
    return sum(weights[key] * term for key, term in terms.items()) * scale["b"] + sum(terms.values())
`,
  ],
  [
    "pairs of numbers and tensors, written out",
    `def forward(predictions, targets):
    d = predictions - targets
    total = 0
    for w, term in zip((0.5, 2.0), (d.abs().mean(), (d ** 2).mean())):
        total += w * term
    for i in range(4):
        if i % 2:
            total += d[i].abs().sum()
    return total + sum(d[i].abs().sum() for i in range(len(d)) if i % 2)
`,
  ],
  [
    "the device that is there",
    `device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

def forward(predictions, targets):
    own = torch.device("cuda") if predictions.is_cuda else torch.device("cpu")
    w = torch.ones(1).to(device) + torch.zeros(1, device=own)
    return (w * (predictions - targets).abs()).mean()
`,
  ],
  [
    "rounded numbers",
    `def forward(predictions, targets):
    return round(0.123456, 3) * (predictions - targets).abs().mean()
`,
  ],
];

describe("as people write it:", () => {
  test.each(idioms)("%s means the same in TypeScript, and back in PyTorch", (_what, body) => {
    const source = head + body;
    const inputs = batch(2);
    const expected = evaluate(compiledPython(source), inputs);
    expect(expected.gradients.some((gradient) => gradient !== null)).toBe(true);
    expectSameThereAndBack(source, inputs, expected);
  });

  test("comments stay with what they are about", () => {
    const source = `${head}# How it is reduced.
class Reduction(Enum):  # two ways
    MEAN = "mean"

@dataclass
class Config:
    # Where the tails begin.
    delta: float = 0.5
    eps: float = 1e-6  # against zero

def forward(predictions, targets):
    return (predictions - targets).abs().mean()
`;
    const typescript = text(toTypeScript(source));
    for (const comment of ["How it is reduced.", "two ways", "Where the tails begin.", "against zero"])
      expect(typescript).toContain(`// ${comment}`);
  });
});

describe("what TypeScript has no words for is refused, with its line:", () => {
  const refusalsOf = (body: string): string[] => {
    const source = head + body;
    const translation = toTypeScript(source);
    if (translation.kind === "translated") return [];
    const first = head.split("\n").length;
    return translation.refusals.map(
      ({ start, message }) => `${source.slice(0, start).split("\n").length - first + 1}: ${message}`,
    );
  };

  test.each([
    [
      "an Enum that is gone through",
      'class R(Enum):\n    A = "a"\n\ndef forward(p, t):\n    for r in R:\n        print(r)\n    return p.mean()\n',
      "5: R as a whole (name its members one by one)",
    ],
    [
      "an autograd.Function",
      "class Clip(torch.autograd.Function):\n    pass\n\ndef forward(p, t):\n    return p.mean()\n",
      "1: torch.autograd.Function, which TypeScript has no form of here",
    ],
    [
      "sorted by a key",
      "def forward(p, t):\n    xs = sorted([2.0, 1.0], key=lambda x: -x)\n    return xs[0] * p.mean()\n",
      "2: sorted() with key",
    ],
    [
      "a partial of what is computed",
      "def forward(p, t):\n    f = partial(F.huber_loss, delta=p.mean().item())\n    return f(p, t)\n",
      "2: functools.partial() with delta",
    ],
    ["Python's half to even", "def forward(p, t):\n    return round(2.5) * p.mean()\n", "2: round() of Python"],
  ])("%s", (_what, body, refusal) => {
    expect(refusalsOf(body)).toContain(refusal);
  });
});
