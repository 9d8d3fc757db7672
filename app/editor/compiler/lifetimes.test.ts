/** @file What a loss makes lives as long as in PyTorch, wherever the loss makes it and whatever looks at it. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toyDataset } from "../../../engine/data/catalogue.ts";
import { type Define, instantiate, type Loss } from "../../../engine/language/loss.ts";
import { LossRuntime } from "../../../engine/language/loss-runtime.ts";
import type { Compilation, Program } from "../../../engine/language/program.ts";
import { compile as compilePython } from "../../../engine/testing/python.ts";
import { Run } from "../../../engine/train/run.ts";
import type { VectorHandling } from "../../../engine/vector/handling.ts";
import { parametersOf, scope } from "../../../engine/worker/scope.ts";
import { NodeCompiler } from "./NodeCompiler.ts";

const typescript = new NodeCompiler();

function programOf({ program, diagnostics }: Compilation): Program {
  if (program === null) throw new Error(diagnostics[0]?.message);
  return program;
}

const runtime = new LossRuntime({ budget: 10_000, now: () => performance.now() });

function makerOf(program: Program): () => Loss {
  return () => {
    let found: Define | null = null;
    new Function("__losslab", program.js)((define: Define) => {
      found = define;
    });
    if (found === null) throw new Error("internal: the script defined nothing");
    return instantiate(found, program.entry, { ...scope, console: { log: () => undefined } }, runtime, parametersOf);
  };
}

function runOf(program: Program, handling: VectorHandling, steps: number): Run {
  const dataset = toyDataset("sine");
  if (dataset === null) throw new Error("no data");
  return new Run({
    experiment: {
      dataset: "sine",
      toy: {},
      tensors: [],
      output: null,
      reading: null,
      model: { kind: "mlp", widths: [4], activation: "tanh" },
      optimizer: { name: "Adam" },
      lr: 0.01,
      scheduler: null,
      batchSize: 8,
      seed: 0,
      steps,
      matchFirstStep: false,
    },
    dataset,
    entry: program.entry,
    handling,
    makeLoss: makerOf(program),
    onForward: () => runtime.begin(),
  });
}

/** Looked at now and then, swapped for itself in the middle; its fingerprint. */
function trained(program: Program, handling: VectorHandling, steps = 40, isSwapped = true): string {
  const run = runOf(program, handling, steps);
  if (handling.kind === "refuse") run.lookOnce();
  while (!run.isDone) {
    run.takeStep(run.step % 7 === 0);
    if (isSwapped && run.step === steps >> 1) run.replaceLoss(makerOf(program));
  }
  const { fingerprint, trainingLoss } = run.facts();
  expect(trainingLoss.values.every(Number.isFinite)).toBe(true);
  run.dispose();
  return fingerprint;
}

/** Ways to come by [0.5, 1] by ops, in both languages. */
const constants = [
  ["torch.arange(1.0, 3.0) / 2", "torch.arange(1, 3, 1, { dtype: torch.float32 }).div(2)"],
  ["(torch.ones(2).cumsum(0) * 0.5).clone().detach()", "torch.ones([2]).cumsum(0).mul(0.5).clone().detach()"],
  ["torch.tensor([1.0, 0.5]).sort().values", "torch.tensor([1.5, 0.5]).sub(torch.tensor([0.5, 0])).sort().values"],
  ["torch.linspace(0, 1, 3)[1:]", "torch.linspace(0, 1, 3).narrow(0, 1, 2)"],
  ["torch.exp(torch.tensor([0.5, 1.0]).log())", "torch.tensor([0.5, 1.5]).log().exp().sub(torch.tensor([0, 0.5]))"],
  [
    "(torch.eye(2).sum(0) * torch.tensor([0.5, 1.0])).view(1, 2).squeeze(0)",
    "torch.eye(2).sum(0).mul(torch.tensor([0.5, 1.5]).sub(torch.tensor([0, 0.5])))",
  ],
] as const;

/** Places to make it in: the name of W in forward, and the program. */
const python: Readonly<Record<string, (w: string, use: (w: string) => string) => string>> = {
  "at module level": (w, use) => `W = ${w}\n\ndef forward(predictions, targets):\n    return ${use("W")}\n`,
  "in a default argument": (w, use) =>
    `def weighted(predictions, targets, w=${w}):\n    return ${use("w")}\n\ndef forward(predictions, targets):\n    return weighted(predictions, targets)\n`,
  "in a class": (w, use) => inClass(`    W = ${w}\n`, "pass", use("self.W")),
  "in __init__": (w, use) => inClass("", `self.w = ${w}`, use("self.w")),
  "in a buffer": (w, use) => inClass("", `self.register_buffer("w", ${w})`, use("self.w")),
  "in a module of a module": (w, use) =>
    `class Weights(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.w = ${w}\n    def forward(self):\n        return self.w\n\n${inClass("", "self.inner = Weights()", use("self.inner()"))}`,
  "in a parameter": (w, use) => inClass("", `self.w = nn.Parameter(${w})`, use("self.w")),
  "in a closure": (w, use) => inClass("", `w = ${w}\n        self.w = lambda: w`, use("self.w()")),
  "in a list": (w, use) => inClass("", `self.ws = [${w}, None]`, use("self.ws[0]")),
  "in an attribute made at the first call": (w, use) =>
    inClass("", "self.w = None", use("self.w"), `if self.w is None:\n            self.w = ${w}`),
  "in a cached function": (w, use) =>
    `from functools import lru_cache\n\n@lru_cache(None)\ndef weights():\n    return ${w}\n\ndef forward(predictions, targets):\n    return ${use("weights()")}\n`,
  "in backward of a Function": (w, use) =>
    `kept = {}\n\nclass Scale(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n        return x * 1\n    @staticmethod\n    def backward(ctx, grad):\n        if "w" not in kept:\n            kept["w"] = ${w}\n            kept["grad"] = grad.detach()\n        return grad * kept["w"].sum() + 0 * kept["grad"].sum()\n\ndef forward(predictions, targets):\n    predictions = Scale.apply(predictions)\n    w = kept["w"] if "w" in kept else torch.tensor([0.5, 1.0])\n    return ${use("w")}\n`,
  "in a hook": (w, use) =>
    `kept = {}\n\ndef hook(grad):\n    if "w" not in kept:\n        kept["w"] = ${w}\n        kept["grad"] = grad.detach()\n    return grad + 0 * kept["grad"].sum() * kept["w"].sum()\n\ndef forward(predictions, targets):\n    predictions = predictions * 1\n    if predictions.requires_grad:\n        predictions.register_hook(hook)\n    w = kept["w"] if "w" in kept else torch.tensor([0.5, 1.0])\n    return ${use("w")}\n`,
};

function inClass(members: string, init: string, result: string, first = "pass"): string {
  return `class Loss(nn.Module):\n${members}    def __init__(self):\n        super().__init__()\n        ${init}\n\n    def forward(self, predictions, targets):\n        ${first}\n        return ${result}\n`;
}

const typescriptPlaces: Readonly<Record<string, (w: string, use: (w: string) => string) => string>> = {
  "at module level": (w, use) =>
    `const W = ${w};\nfunction forward(predictions: Tensor, targets: Tensor) {\n  return ${use("W")};\n}\n`,
  "in a default argument": (w, use) =>
    `function weighted(predictions: Tensor, targets: Tensor, w: Tensor = ${w}) {\n  return ${use("w")};\n}\nfunction forward(predictions: Tensor, targets: Tensor) {\n  return weighted(predictions, targets);\n}\n`,
  "in a field": (w, use) =>
    `class Loss extends nn.Module {\n  w = ${w};\n  forward(predictions: Tensor, targets: Tensor) {\n    return ${use("this.w")};\n  }\n}\n`,
  "in the constructor": (w, use) =>
    `class Loss extends nn.Module {\n  w: Tensor;\n  constructor() {\n    super();\n    this.w = ${w};\n  }\n  forward(predictions: Tensor, targets: Tensor) {\n    return ${use("this.w")};\n  }\n}\n`,
  "in a static member": (w, use) =>
    `class Loss extends nn.Module {\n  static w = ${w};\n  forward(predictions: Tensor, targets: Tensor) {\n    return ${use("Loss.w")};\n  }\n}\n`,
  "in a parameter": (w, use) =>
    `class Loss extends nn.Module {\n  w = nn.Parameter(${w});\n  forward(predictions: Tensor, targets: Tensor) {\n    return ${use("this.w")};\n  }\n}\n`,
  "in an attribute made at the first call": (w, use) =>
    `let cached: Tensor | null = null;\nfunction forward(predictions: Tensor, targets: Tensor) {\n  cached ??= ${w};\n  return ${use("cached")};\n}\n`,
};

/** What forward makes of it: a scalar, a vector, several components, and one with gradients of its own. */
const uses = {
  python: {
    scalar: (w: string) => `((predictions - targets) ** 2 * ${w}.sum()).mean()`,
    vector: (w: string) => `((predictions - targets) ** 2 * ${w}).mean(1)`,
    several: (w: string) =>
      `((predictions - targets).abs().mean() * ${w}[0], ((predictions - targets) ** 2).mean() * ${w}[1])`,
    penalised: (w: string) =>
      `(predictions - targets).pow(2).mean() + (torch.autograd.grad((predictions * ${w}).pow(2).sum(), predictions, create_graph=True)[0] ** 2).mean() * 0.01`,
  },
  typescript: {
    scalar: (w: string) => `predictions.sub(targets).square().mul(${w}.sum()).mean()`,
    vector: (w: string) => `predictions.sub(targets).square().mul(${w}).mean(1)`,
    several: (w: string) =>
      `[predictions.sub(targets).abs().mean().mul(${w}.narrow(0, 0, 1).squeeze()), predictions.sub(targets).square().mean().mul(${w}.narrow(0, 1, 1).squeeze())]`,
    penalised: (w: string) =>
      `predictions.sub(targets).pow(2).mean().add(torch.autograd.grad(predictions.mul(${w}).pow(2).sum(), predictions, { create_graph: true })[0].square().mean().mul(0.01))`,
  },
} as const;

const handlings: readonly VectorHandling[] = [
  { kind: "sum" },
  { kind: "mean" },
  { kind: "aggregator", name: "UPGrad", parameters: {} },
  { kind: "aggregator", name: "ConFIG", parameters: {} },
];

type Use = keyof (typeof uses)["python"];
const useNames = Object.keys(uses.python) as readonly Use[];

const languages = {
  python: {
    places: python,
    program: (place: string, k: number, use: Use) =>
      programOf(compilePython(python[place](`(${constants[k][0]})`, uses.python[use]))),
  },
  typescript: {
    places: typescriptPlaces,
    program: (place: string, k: number, use: Use) =>
      programOf(typescript.compile(typescriptPlaces[place](constants[k][1], uses.typescript[use]))),
  },
} as const;

describe.each(["python", "typescript"] as const)("in %s, a constant made by an op", (language) => {
  const { places, program } = languages[language];

  test.each(Object.keys(places))(
    "%s trains on, validated, observed and swapped, whatever the loss returns",
    (place) => {
      for (const use of useNames) {
        const handling = use === "vector" || use === "several" ? handlings[2] : handlings[0];
        expect(trained(program(place, 0, use), handling), `${place}, ${use}`).not.toBe("");
      }
    },
  );

  test("is the same wherever it is made, however it is made and whatever becomes of the components", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(places).filter((place) => place !== "in a parameter")),
        fc.nat(constants.length - 1),
        fc.constantFrom(...useNames),
        fc.constantFrom(...handlings),
        (place, k, use, handling) => {
          const here = program(place, k, use);
          expect(() => trained(here, handling, 30), here.js).not.toThrow();
        },
      ),
      { numRuns: 60 },
    );
  });
});

test("a constant, and what a step keeps of it, leave memory as it was", () => {
  const run = runOf(languages.python.program("in __init__", 0, "scalar"), { kind: "sum" }, 4000);
  const used = () => {
    globalThis.gc?.();
    return process.memoryUsage().arrayBuffers;
  };
  for (let i = 0; i < 500; i++) run.takeStep(i % 50 === 0);
  const before = used();
  while (!run.isDone) run.takeStep(run.step % 50 === 0);
  // Curves grow by some numbers a validation; a tensor of each step would be megabytes.
  expect(used() - before).toBeLessThan(2 ** 20);
  run.dispose();
});

describe("a program as it was posted", () => {
  const directory = "engine/testdata/lanes";
  test.each(readdirSync(directory).filter((name) => name.endsWith(".py")))("%s trains for 300 steps", (name) => {
    const program = programOf(compilePython(readFileSync(`${directory}/${name}`, "utf8")));
    const run = runOf(program, { kind: "refuse" }, 300);
    while (!run.isDone) run.takeStep(run.step % 50 === 0);
    const { trainingLoss, step } = run.facts();
    expect(step).toBe(300);
    expect(trainingLoss.values.every(Number.isFinite)).toBe(true);
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean(trainingLoss.values.slice(-20))).toBeLessThan(mean(trainingLoss.values.slice(0, 20)));
    run.dispose();
  });
});
