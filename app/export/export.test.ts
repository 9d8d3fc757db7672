import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nodesIn } from "../../engine/language/python/nodes.ts";
import { optimizerNames } from "../../engine/optim/optimizers/index.ts";
import { schedulerNames } from "../../engine/optim/schedulers/index.ts";
import { activationNames } from "../../engine/train/activations.ts";
import { chosenAggregators } from "../../engine/vector/handling.ts";
import { defaultDocument } from "../document/defaults.ts";
import { examples } from "../document/examples.ts";
import type { Exported, ExportRequest } from "./export-messages.ts";
import { exported } from "./exported-file.ts";
import { every, greatestDifference, type Measured, measuredRuns, sampled } from "./measured-runs.ts";
import { numberList } from "./python-text.ts";
import { datasetOf, recordedRun } from "./recorded-run.ts";
import { exportsFolder, settings, sourcePrograms } from "./source-programs.ts";

const { experiment } = defaultDocument;

function exportOf(source: string, change: Partial<ExportRequest> = {}): Exported {
  const request: ExportRequest = {
    kind: "train",
    name: "Mine",
    source,
    handling: { kind: "refuse" },
    arguments: {},
    experiment,
    dataset: datasetOf("auto-mpg"),
    result: null,
    ...change,
  };
  return exported(request, nodesIn(source));
}

function textOf(source: string, change: Partial<ExportRequest> = {}): string {
  const made = exportOf(source, change);
  return made.kind === "text" ? made.text : `refused: ${made.line} ${made.reason}`;
}

const mean = "def forward(p, t):\n    return (p - t).abs().mean()\n";

describe("train.py of a source program", () => {
  const [kept] = Object.keys(settings);
  test.each(sourcePrograms)("$id is the text whose numbers PyTorch measured", ({ id }) => {
    const run = measuredRuns.find((each) => each.id === `${id}, ${kept}`);
    if (run === undefined) throw new Error(`no run of ${id}`);
    const text = textOf(run.source, { name: run.id, experiment: run.experiment, dataset: run.dataset });
    expect(text).toBe(readFileSync(`${exportsFolder}/${id}.py`, "utf8"));
  });
});

describe("a run that PyTorch made too", () => {
  const experiments = measuredRuns.map((run) => run.experiment);
  test.each(optimizerNames)("is there for %s", (name) => {
    expect(experiments.some(({ optimizer }) => optimizer.name === name)).toBe(true);
  });
  test.each(schedulerNames)("is there for %s", (name) => {
    expect(experiments.some(({ scheduler }) => scheduler?.name === name)).toBe(true);
  });
  test.each(activationNames)("is there for %s", (name) => {
    expect(experiments.some(({ model }) => model.kind === "mlp" && model.activation === name)).toBe(true);
  });
});

describe("a curve of PyTorch's", () => {
  const curves: readonly Measured[] = JSON.parse(readFileSync(`${exportsFolder}/losses.json`, "utf8"));
  test("is there for each run, and long enough to say something", () => {
    expect(curves.map(({ id }) => id)).toEqual(measuredRuns.map(({ id }) => id));
    for (const { id, stable } of curves) {
      const { steps } = measuredRuns.find((run) => run.id === id)?.experiment ?? experiment;
      expect(stable, id).toBeGreaterThanOrEqual(Math.min(500, 0.8 * steps));
    }
  });

  test.each(curves)("is ours: $id", ({ id, stable, losses }) => {
    const run = measuredRuns.find((each) => each.id === id);
    if (run === undefined) throw new Error(`no run ${id}`);
    const ours = recordedRun(run.source, run.experiment, run.handling, run.dataset, run.arguments);
    const count = Math.ceil(stable / every);
    expect(greatestDifference(sampled(ours.losses).slice(0, count), losses.slice(0, count))).toBeLessThan(1e-4);
  });
});

describe("train.py", () => {
  test("stays out of the way of the user's names", () => {
    const text = textOf(`x = 2\n\ndef train(p, t):\n    return p\n\n${mean}`);
    expect(text).toContain("x_run, _ = standard(");
    expect(text).toContain("def train_run():");
    expect(text).toContain("history = train_run()");
    expect(text).toContain("\nx = 2\n");
  });

  test("puts imports from the future first, and a name's quotes out of its docstring", () => {
    const text = textOf(`from __future__ import annotations\n${mean}`, { name: 'a """ b \\' });
    expect(text.startsWith('"""a     b: a run of Losslab')).toBe(true);
    expect(text.indexOf("from __future__")).toBeLessThan(text.indexOf("import os"));
    expect(text.split("from __future__").length).toBe(2);
  });

  test("imports what a loss may use here without importing it", () => {
    const text = textOf("def forward(p, t):\n    return F.mse_loss(p, t) * math.pi\n");
    expect(text).toContain("import math\nimport torch.nn.functional as F\n");
    expect(textOf(`import math\nimport torch.nn.functional as F\n${mean}`).match(/^import.*\bF$/gm)?.length).toBe(1);
  });

  test("asks the code of a loss, not its comments and strings", () => {
    const documented = (lines: string) => `def forward(p, t):\n    """${lines}\n"""\n    return F.mse_loss(p, t)\n`;
    const imported = textOf(documented("so:\n    import torch.nn.functional as F"));
    expect(imported).toContain("import DistributedDataParallel\nimport torch.nn.functional as F\n");
    const future = textOf(documented("so:\nfrom __future__ import annotations"));
    expect(future).toContain("so:\nfrom __future__ import annotations\n");
    const made = exportOf(documented("as F.dropout(p) does"));
    expect(made.kind === "text" ? (made.note ?? "") : "refused").not.toContain("MKL");
  });

  test("holds the very numbers of the data", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (values) => {
        const written: unknown = JSON.parse(numberList(values).replace(/,\s*\]$/, "]"));
        expect(written).toEqual(values);
        expect(
          Math.max(
            ...numberList(values)
              .split("\n")
              .map((line) => line.length),
          ),
        ).toBeLessThanOrEqual(100);
      }),
    );
  });

  test("of a column that says nothing divides by no zero", () => {
    expect(textOf(mean)).toContain("        scale = torch.ones_like(scale)  # all the same\n");
  });

  test("optimises what the loss learns", () => {
    const learned = `import torch
from torch import nn
class L(nn.Module):
    def __init__(self):
        super().__init__()
        self.s = nn.Parameter(torch.zeros(1))
    def forward(self, p, t):
        return ((p - t) ** 2).mean() * torch.exp(-self.s[0]) + self.s[0]
`;
    expect(textOf(learned)).toContain("Adam([*model.parameters(), *criterion.parameters()], lr=0.01)");
    expect(textOf(mean)).toContain("Adam(model.parameters(), lr=0.01)");
  });

  test.each(chosenAggregators)("of %s reproduces the run, or says that it does not", (name) => {
    const made = exportOf("def forward(p, t):\n    return (p - t) ** 2\n", {
      handling: { kind: "aggregator", name, parameters: {} },
    });
    if (made.kind !== "text") throw new Error("refused");
    const callsTorchJd = made.text.includes(`aggregation.${name}(`);
    expect(made.note === null).toBe(!callsTorchJd);
    const words = made.text.replaceAll(/\s+/g, " ");
    expect(words).toContain(made.note ?? "and so is the curve");
  });

  test("says where dropout is drawn otherwise", () => {
    const made = exportOf("def forward(p, t):\n    return F.dropout((p - t) ** 2, 0.3).mean()\n");
    if (made.kind !== "text") throw new Error("refused");
    expect(made.note).toContain("Intel's MKL");
    expect(made.text.replaceAll(/\s+/g, " ")).toContain(made.note);
  });

  test("says an optimiser's options where they are not PyTorch's, and takes a step of the scheduler after each", () => {
    const text = textOf(mean, {
      experiment: {
        ...experiment,
        optimizer: { name: "AdamW", betas: [0, 0.99], amsgrad: true },
        scheduler: { name: "OneCycleLR", pct_start: 0, anneal_strategy: "linear", cycle_momentum: false },
        steps: 300,
      },
    });
    expect(text).toContain(
      "optimizer = torch.optim.AdamW(model.parameters(), lr=0.01, betas=(0.0, 0.99), amsgrad=True)\n",
    );
    expect(text).toContain(
      'scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=0.01, total_steps=300, pct_start=0.0, anneal_strategy="linear", cycle_momentum=False)\n',
    );
    expect(text).toContain("        optimizer.step()\n        scheduler.step()\n        history.append(");
    expect(text.replaceAll(/\s+/g, " ")).toContain("AdamW, lr 0.01, betas (0.0, 0.99), amsgrad True, OneCycleLR with");
    expect(textOf(mean)).not.toContain("scheduler");
  });

  test("asks for no target that the data lack", () => {
    const two = "def forward(p, a, b):\n    return (p - a - b).mean()\n";
    expect(textOf(two)).toBe("refused: null The loss takes 2 targets, and the data have 1.");
    expect(textOf(two, { dataset: datasetOf("two-targets") })).toContain("y[0][rows], y[1][rows]");
  });

  test("of a loss that does not compile is refused with the line", () => {
    expect(textOf("def forward(p, t):\n    return (p -\n")).toMatch(/^refused: \d/);
  });
});

describe("the loss alone", () => {
  const result = { shape: [], value: 0.5, mean: null, gradientNorm: 0.125 };

  test.each(examples)("$name exists for every framework, with its numbers", ({ python, dataset }) => {
    for (const kind of ["pytorch", "jax", "keras"] as const) {
      const text = textOf(python, { kind, result, dataset: datasetOf(dataset ?? "auto-mpg") });
      expect(text).toContain("def test_numbers():");
      expect(text).toContain("0.5");
      if (kind !== "pytorch") expect(text).not.toMatch(/torch/i);
    }
  });

  test("carries no number where the loss draws random ones", () => {
    const made = exportOf("import torch\ndef forward(p, t):\n    return (p - t + torch.randn(1)).mean()\n", {
      kind: "pytorch",
      result,
    });
    if (made.kind !== "text") throw new Error("refused");
    expect(made.text).not.toContain("test_numbers");
    expect(made.note).toContain("no test");
  });

  test("carries them where only a comment or a string speaks of random ones", () => {
    const source =
      "def forward(p, t):\n    # not torch.randn(1)\n    label = 'F.dropout(p)'\n    return (p - t).mean()\n";
    for (const kind of ["pytorch", "jax", "keras"] as const)
      expect(textOf(source, { kind, result })).toContain("def test_numbers():");
  });

  test.each(["pytorch", "jax", "keras"] as const)(
    "for %s runs its own test alone, whatever main the text has",
    (kind) => {
      const text = textOf(`${mean}main = __name__ == "__main__"\nif main:\n    print(1)\n`, { kind, result });
      expect(text).toContain('STARTED_AS, __name__ = __name__, "loss"');
      expect(text).toContain('\nif STARTED_AS == "__main__":\n    test_numbers()');
    },
  );

  test.each(["train", "pytorch", "jax"] as const)("what is called within an f-string is exported for %s", (kind) => {
    const line = "print(f'{tuple(p.shape)} {len(t.shape) * 2:>4}')";
    const text = textOf(`def forward(p, t):\n    ${line}\n    return (p - t).abs().mean()\n`, { kind, result });
    expect(text).toContain(line);
  });

  test("keeps the blank lines of a string", () => {
    const source = `def forward(p, t):\n    text = """a\n\n\n\n\nb"""\n    return (p - t).mean() * len(text)\n`;
    expect(textOf(source, { kind: "jax", result })).toContain(`"""a\n\n\n\n\nb"""`);
  });

  test("spells ops with their arguments, and modules as functions", () => {
    const source = `import torch
from torch import nn
smooth = nn.HuberLoss(delta=0.5)
def forward(p: torch.Tensor, t: torch.Tensor) -> torch.Tensor:
    d = (p - t).view(-1)  # in one dimension
    return smooth(p, t) + torch.logsumexp(d, dim=0) / d.numel() + d.abs().amax(0, keepdim=True).sum()
`;
    const text = textOf(source, { kind: "jax" });
    expect(text).toContain("smooth = (lambda input, target: _huber_loss(input, target, delta=0.5))");
    expect(text).toContain("def forward(p, t):\n    d = jnp.reshape(p - t, (-1,))  # in one dimension\n");
    expect(text).toContain("jax.scipy.special.logsumexp(d, axis=0) / d.size");
    expect(text).toContain("jnp.sum(jnp.max(_abs(d), axis=0, keepdims=True))");
  });

  test("tells two tensors from a tensor and a dim, and takes values without their places", () => {
    const source = `import torch
def forward(p, t):
    d = p - t
    return torch.max(0.9 * d, -0.1 * d).mean() + d.min(0)[0].sum() + d.max(dim=1, keepdim=True).values.mean() + d.norm(1)
`;
    const text = textOf(source, { kind: "jax" });
    expect(text).toContain("jnp.mean(jnp.maximum(0.9 * d, -0.1 * d)) + jnp.sum(_min_along(d, 0))");
    expect(text).toContain("jnp.mean(_max_along(d, 1, True)) + _norm(d, p=1)");
    expect(textOf("def forward(p, t):\n    return (p - t).max(0).indices.sum()\n", { kind: "jax" })).toContain(
      "jnp.sum(_max_and_places(p - t, 0).indices)",
    );
  });

  test("for Keras asks for sizes when it runs, and says how several elements are trained", () => {
    const source = "def forward(p, t):\n    return ((p - t) ** 2).sum(0) / p.shape[0]\n";
    const several = { shape: [1], value: 0.5, mean: null, gradientNorm: null };
    const text = textOf(source, { kind: "keras", result: several });
    expect(text).toContain('ops.sum((p - t) ** 2, axis=0) / ops.cast(ops.shape(p)[0], "float32")');
    expect(text).toContain('give reduction="sum_over_batch_size" or "sum"');
    expect(textOf(mean, { kind: "keras", result })).not.toContain("sum_over_batch_size");
  });

  test.each<[string, string, number]>([
    [
      "nn.Parameter",
      "import torch\nfrom torch import nn\nclass L(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.w = nn.Parameter(torch.ones(1))\n    def forward(self, p, t):\n        return (self.w * (p - t)).mean()\n",
      6,
    ],
    [
      "state that outlives a call",
      "step = 0\ndef forward(p, t):\n    global step\n    step += 1\n    return (p - t).mean()\n",
      3,
    ],
    ["mode", "def forward(p, t):\n    return (p - t).mode(0)[0].mean()\n", 2],
    [
      "writing into a tensor",
      "def forward(p, t):\n    d = p - t\n    rows = d.view(-1)\n    d.abs_()\n    return rows.mean()\n",
      4,
    ],
    ["torch.randn_like", "import torch\ndef forward(p, t):\n    return (p - t + torch.randn_like(p)).mean()\n", 3],
    ["sum with dtype", "import torch\ndef forward(p, t):\n    return (p - t).sum(dtype=torch.float32)\n", 3],
  ])("refuses %s, with its line", (what, source, line) => {
    for (const [kind, framework] of [
      ["jax", "JAX"],
      ["keras", "Keras"],
    ] as const)
      expect(exportOf(source, { kind })).toEqual({
        kind: "refused",
        line,
        reason: expect.stringMatching(new RegExp(`^${what}.* has no counterpart in ${framework} here$`)),
      });
  });
});

describe("names of the loss and of train.py", () => {
  const run = (source: string, change: Partial<ExportRequest> = {}) => textOf(source, change);

  test("a loss called loss is called, and the loop's own variable is another", () => {
    const text = run("def loss(p, t):\n    return (p - t).abs().mean()\n");
    expect(text).toContain("        loss_run = loss(predict(x[rows]), y[0][rows])\n        loss_run.backward()\n");
    expect(text).toContain("history.append(loss_run.item())");
  });

  test("a loss called step is no step of the loop, in formats neither", () => {
    const text = run("def step(p, t):\n    return (p - t).abs().mean()\n");
    expect(text).toContain('print(f"step {step_run:7d}   loss {history[step_run]:.7g}")');
  });

  test("what a loss makes of range, len and sum stays its own", () => {
    const text = run(`range = (0, 1)\nlen = 3\ndef sum(a):\n    return a\n${mean}`, {
      experiment: { ...experiment, matchFirstStep: true },
    });
    expect(text.indexOf("range_run = range\n")).toBeLessThan(text.indexOf("\nrange = (0, 1)"));
    for (const line of ["for step in range_run(STEPS):", "if len_run(queue) == 0:", "squares = sum_run(float("])
      expect(text).toContain(line);
    expect(text).toContain("\nlen = 3\ndef sum(a):\n");
  });

  test("comments, docstrings, attributes and formats are prose", () => {
    const text = run(`def train(p):\n    return p\nstep = 1\nhistory = {}\nmean = training = d = g = 0\n${mean}`);
    expect(text).toContain("# Four fifths of the rows, drawn at random, are for training.");
    expect(text).toContain('print(f"step {step:7d}   loss {history_run[step]:.7g}")');
    expect(text).toContain("    def forward(ctx, share, count):");
    expect(text).toContain("values[training_run].mean()");
    expect(text).toContain("history_run = train_run()\n");
  });

  test("a name of the loss's functions alone renames nothing", () => {
    expect(run("def forward(model, y):\n    x = model - y\n    return (x ** 2).mean()\n")).not.toContain("_run");
  });

  test("a loss that takes over a module's name leaves the module to the loop", () => {
    const text = run(`os = dist = 3\n${mean}`);
    expect(text).toContain("os_run = os\ndist_run = dist\n");
    expect(text).toContain('RANK = int(os_run.environ.get("RANK", 0))');
    expect(text).toContain("        dist_run.all_reduce(whole)");
  });

  test("a class with forward alone is called by it", () => {
    const text = run("class Mine:\n    def forward(self, p, t):\n        return (p - t).abs().mean()\n");
    expect(text).toContain("criterion = Mine()\n");
    expect(text).toContain("loss = criterion.forward(predict(x[rows]), y[0][rows])");
  });
});

describe("a text that asks what it is run as", () => {
  test.each([
    'main = __name__ == "__main__"\nif main:\n    print(1)\n',
    'print(1) if __name__ == "__main__" else None\n',
    '__name__ == "__main__" and print(1)\n',
  ])("%j is told that it is no script, and train.py runs its own main", (tail) => {
    const text = textOf(mean + tail);
    const [before = "", after = ""] = text.split(tail.trim());
    expect(before).toContain('STARTED_AS, __name__ = __name__, "loss"');
    expect(after).toContain('\nif STARTED_AS == "__main__":\n    history = train()');
    expect(after).not.toContain("__name__");
  });

  test("costs nothing where none asks", () => {
    expect(textOf(mean)).not.toContain("STARTED_AS");
  });
});

describe("the loss alone, as it is written", () => {
  const jaxAndKeras = ["jax", "keras"] as const;

  test.each(jaxAndKeras)("imports from the future stand first for %s", (kind) => {
    const text = textOf(`"""Mine."""\nfrom __future__ import annotations\n${mean}`, { kind });
    expect(text.split("from __future__")[0]).not.toMatch(/^(import|from|def) /m);
    expect(text.split("from __future__").length).toBe(2);
  });

  test.each(jaxAndKeras)("a class with only __call__ is called for %s", (kind) => {
    const text = textOf("class L:\n    def __call__(self, p, t):\n        return (p - t).mean()\n", { kind });
    expect(text).toMatch(/return L\(\)\((predictions, targets|y_pred, y_true)\)/);
  });

  test.each(jaxAndKeras)("a wrapper and helpers for %s take no name of the loss's", (kind) => {
    const text = textOf(
      "def _abs(x):\n    return x\ndef loss(p, t):\n    loss_fn = _abs(p) - t\n    return abs(loss_fn).mean()\n",
      { kind },
    );
    expect(text).toContain("def _torch_abs(input):");
    expect(text).toContain("_torch_abs(loss_fn)");
    if (kind === "jax") expect(text).toContain("def loss_fn_(predictions, targets):\n    return loss(");
  });

  test("a layer's initial weights are random: no number to compare", () => {
    const source =
      "from torch import nn\nhead = nn.Linear(1, 1)\ndef forward(p, t):\n    return (head(p) - t).abs().mean()\n";
    const result = { shape: [], value: 0.5, mean: null, gradientNorm: null };
    expect(textOf(source, { kind: "pytorch", result })).not.toContain("test_numbers");
  });

  test("for Keras masks and whole numbers go through functions that promote, floats through operators", () => {
    const text = textOf(
      "def forward(p, t):\n    mask = t > 0\n    d = p - t\n    d *= mask\n    n = mask.sum()\n    return (d * 2).sum() / n\n",
      { kind: "keras" },
    );
    expect(text).toContain("d = ops.multiply(d, mask)\n");
    expect(text).toContain("return ops.true_divide(ops.sum(d * 2), n)\n");
    expect(textOf("def forward(p, t):\n    return (p - t).sum() / p.numel()\n", { kind: "keras" })).toContain(
      'ops.sum(p - t) / ops.cast(ops.size(p), "float32")',
    );
  });

  test("extremes of Python's become where, and abs has PyTorch's gradient", () => {
    const text = textOf("def forward(p, t):\n    return max(abs(p - t).mean(), (p * t).mean(), 0.1)\n", {
      kind: "jax",
    });
    expect(text).toContain("_greatest(jnp.mean(_abs(p - t)), jnp.mean(p * t), 0.1)");
  });

  test.each<[string, string]>([
    ["enum", "import enum\nclass Mode(enum.Enum):\n    A = 1\ndef forward(p, t):\n    return (p - t).mean()\n"],
    ["torch.numel", "import torch\ndef forward(p, t):\n    return (p - t).sum() / torch.numel(p)\n"],
    ["a dict", "def forward(p, t):\n    parts = {}\n    parts['a'] = (p - t).mean()\n    return parts['a']\n"],
    [
      "a config",
      "class L:\n    def __init__(self, kind='a'):\n        self.kind = kind\n    def __call__(self, p, t):\n        if self.kind == 'a':\n            return (p - t).mean()\n        return p.mean()\n",
    ],
    [
      "None",
      "def forward(p, t, w=None):\n    if w is not None:\n        return (w * p).mean()\n    return (p - t).mean()\n",
    ],
    [
      "shapes",
      "def forward(p, t):\n    assert p.shape == t.shape\n    if p.size(0) != t.size(0) or p.dim() != 2:\n        raise ValueError('no')\n    return (p - t).sum() / len(p)\n",
    ],
    [
      "a loop",
      "def forward(p, t):\n    total = 0\n    for i, w in enumerate([1, 2]):\n        if i > 0:\n            total = total + w * (p - t).mean()\n    return total\n",
    ],
  ])("%s is no reason to refuse", (_, source) => {
    for (const kind of jaxAndKeras) expect(textOf(source, { kind })).not.toMatch(/^refused/);
  });

  test.each<[string, string, number]>([
    [
      "if asks a tensor",
      "def forward(p, t):\n    d = (p - t).mean()\n    if d > 0:\n        return d\n    return -d\n",
      3,
    ],
    ["if asks a tensor", "def forward(p, t):\n    d = p - t\n    return d.mean() if d.sum() > 0 else -d.mean()\n", 3],
    [
      "while asks a tensor",
      "def forward(p, t):\n    d = p - t\n    while d.norm() > 1:\n        d = d / 2\n    return d.mean()\n",
      3,
    ],
    ["assert asks a tensor", "def forward(p, t):\n    assert (p == p).all()\n    return (p - t).mean()\n", 2],
    ["float() asks a tensor", "def forward(p, t):\n    return (p - t).mean() * float(t.mean())\n", 2],
    ["math.log() asks a tensor", "import math\ndef forward(p, t):\n    return (p - t).mean() * math.log(t.sum())\n", 3],
    ["indexing with a mask", "def forward(p, t):\n    d = p - t\n    return d[d > 0].mean()\n", 3],
    ["and asks a tensor", "def forward(p, t):\n    return (p.mean() and t.mean())\n", 2],
    [
      "torch has no counterpart",
      "import torch\ndef forward(p, t):\n    return getattr(torch, 'abs')(p - t).mean()\n",
      3,
    ],
    [
      "F.relu has no counterpart",
      "import torch.nn.functional as F\nf = F.relu\ndef forward(p, t):\n    return f(p - t).mean()\n",
      2,
    ],
    [
      "if asks a tensor",
      "def signed(d):\n    if d.mean() > 0:\n        return d\n    return -d\ndef forward(p, t):\n    return signed(p - t).mean()\n",
      2,
    ],
    ["state that outlives a call", "seen = {}\ndef forward(p, t):\n    seen['p'] = p\n    return (p - t).mean()\n", 3],
  ])("%s: refused with its line", (what, source, line) => {
    for (const kind of jaxAndKeras)
      expect(exportOf(source, { kind })).toMatchObject({
        kind: "refused",
        line,
        reason: expect.stringContaining(what),
      });
  });

  test("what asks for the batch's size is refused for Keras alone", () => {
    const source = "def forward(p, t):\n    if len(p) > 1:\n        return (p - t).mean()\n    return p.mean()\n";
    expect(textOf(source, { kind: "jax" })).not.toMatch(/^refused/);
    expect(textOf(source, { kind: "keras" })).toMatch(/^refused: 2 if asks for the batch's size/);
  });

  test("a name that the framework's module has is refused with its line", () => {
    expect(textOf(`ops = 3\n${mean}`, { kind: "keras" })).toMatch(/^refused: 1 ops is a module of Keras/);
    expect(textOf(`ops = 3\n${mean}`, { kind: "jax" })).not.toMatch(/^refused/);
  });
});
