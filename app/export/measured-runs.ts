/** @file For tests and measurements: every run whose curve real PyTorch made too, from the very train.py that the page writes. */
import type { Dataset } from "../../engine/data/dataset.ts";
import { asRead } from "../../engine/data/reading.ts";
import type { Arguments } from "../../engine/language/roles.ts";
import type { Experiment } from "../../engine/train/experiment.ts";
import type { ChosenAggregator, VectorHandling } from "../../engine/vector/handling.ts";
import { defaultDocument } from "../document/defaults.ts";
import { type OwnData, datasetOf as ownDataset } from "../document/own-data.ts";
import { datasetOf } from "./recorded-run.ts";
import { experimentOf, settings, sourcePrograms } from "./source-programs.ts";

export interface MeasuredRun {
  readonly id: string;
  readonly source: string;
  readonly experiment: Experiment;
  readonly handling: VectorHandling;
  readonly arguments: Arguments;
  readonly dataset: Dataset;
}

const ofPrograms = sourcePrograms.flatMap((program) =>
  Object.entries(settings).map(
    ([setting, chosen]): MeasuredRun => ({
      id: `${program.id}, ${setting}`,
      source: program.source,
      experiment: experimentOf(program, chosen),
      handling: { kind: "refuse" },
      arguments: {},
      dataset: datasetOf(program.dataset),
    }),
  ),
);

/** As somebody pastes them: names that have to be tamed, an outlier, and a column that says nothing. */
function pasted(standardize: boolean, isMissing: (row: number) => boolean = () => false): Dataset {
  const x = Array.from({ length: 24 }, (_, i) => ((i * 7) % 24) / 8 - 1.1);
  const data: OwnData = {
    title: 'Mine """ \\',
    kind: "numbers",
    classes: [],
    inputs: [{ name: "x\n", unit: "kW", values: x }],
    targets: [
      {
        name: '"y"',
        unit: "",
        values: x.map((value, i) => (isMissing(i) ? null : i === 5 ? 40 : value ** 2 - 0.3 * value)),
      },
      { name: "constant", unit: "", values: x.map(() => 0.1) },
    ],
    standardize,
  };
  return ownDataset(data);
}

const masked = `def forward(predictions, a, b):
    known = ~torch.isnan(a)
    return ((predictions - a)[known] ** 2).sum() / known.sum().clamp(min=1) + (predictions - b).abs().mean()
`;

const perSample = "def forward(p, t):\n    return (p - t) ** 2\n";

const squared = "def forward(p, t):\n    return ((p - t) ** 2).mean()\n";

const terms = `import torch
def forward(p, t):
    r = (p - t).flatten()
    return {"mse": (r**2).mean(), "huber": F.huber_loss(p, t), "logcosh": torch.logaddexp(r, -r).mean()}
`;

const learned = `import torch
from torch import nn

class Uncertainty(nn.Module):
    """Kendall et al. 2018: a weight for each target is learned."""

    def __init__(self):
        super().__init__()
        self.log_variance = nn.Parameter(torch.zeros(2))

    def forward(self, p, a, b):
        losses = torch.stack([F.mse_loss(p, a), F.smooth_l1_loss(p, b)])
        return (losses * torch.exp(-self.log_variance) + self.log_variance).sum()
`;

/** It anneals, and its names are those of train.py. */
const annealed = `step = 0
STEPS = 80

def train(x, y):
    global step
    step += 1
    return (x - y).abs() ** (2 - min(1, step / STEPS))

def forward(predictions, targets):
    return train(predictions, targets).mean()
`;

const dropped = "def forward(p, t):\n    return F.dropout((p - t) ** 2, 0.3).mean()\n";

const penalised = `import torch
def forward(p, t):
    loss = ((p - t) ** 2).mean()
    (grad,) = torch.autograd.grad(loss, p, create_graph=True)
    return loss + 5 * (grad**2).sum()
`;

const shortened: Experiment = { ...defaultDocument.experiment, steps: 120 };

const aggregated = (name: ChosenAggregator): VectorHandling => ({ kind: "aggregator", name, parameters: {} });

type Other = Pick<MeasuredRun, "id" | "source"> &
  Partial<Pick<MeasuredRun, "handling" | "dataset" | "arguments">> & { readonly experiment?: Partial<Experiment> };

const momentum = (lr: number): Partial<Experiment> => ({ optimizer: { name: "SGD", momentum: 0.9 }, lr });

const others: readonly Other[] = [
  {
    id: "own data, standardised, learned weights",
    source: learned,
    dataset: pasted(true),
    experiment: { ...momentum(0.002), model: { kind: "linear" }, batchSize: 5 },
  },
  {
    id: "own data as they are, annealed",
    source: annealed,
    dataset: pasted(false),
    experiment: { model: { kind: "mlp", widths: [16], activation: "relu" }, batchSize: 4096, lr: 0.003 },
  },
  {
    id: "own data with missing targets",
    source: masked,
    dataset: pasted(true, (i) => i % 4 === 1),
    experiment: { ...momentum(0.01), batchSize: 7 },
  },
  {
    id: "batches of one, deep",
    source: perSample,
    experiment: { batchSize: 1, seed: 2 ** 32 - 1, model: { kind: "mlp", widths: [8, 8, 8], activation: "sigmoid" } },
  },
  {
    id: "gradient penalty",
    source: penalised,
    experiment: { model: { kind: "mlp", widths: [32], activation: "silu" } },
  },
  { id: "dropout", source: dropped },
  {
    id: "same first step",
    source: learned,
    experiment: { ...momentum(0.002), dataset: "two-targets", matchFirstStep: true },
  },
  { id: "per sample, sum", source: perSample, handling: { kind: "sum" }, experiment: { lr: 0.001 } },
  { id: "per sample, mean", source: perSample, handling: { kind: "mean" } },
  { id: "per sample, UPGrad", source: perSample, handling: aggregated("UPGrad") },
  { id: "per sample, DualProj", source: perSample, handling: aggregated("DualProj") },
  { id: "terms, weights", source: terms, handling: { kind: "weights", weights: [1, 0.5, -0.1] } },
  ...(
    [
      "UPGrad",
      "MGDA",
      "PCGrad",
      "GradDrop",
      "Random",
      "FairGrad",
      "NashMTL",
      "GradVac",
      "ExcessMTL",
      "CRMOGM",
      "MoDo",
      "SDMGrad",
      "GeometricMean",
      "STCH",
      "COSMOS",
      "PBI",
      "DWA",
    ] as const
  ).map((name) => ({
    id: `terms, ${name}`,
    source: terms,
    handling: aggregated(name),
    // GradVac turns where a cosine meets the one remembered: rounding decides that early.
    experiment: { batchSize: 100, ...momentum(0.02), ...(name === "GradVac" ? { steps: 40 } : {}) },
  })),
  ...(["Krum", "TrimmedMean"] as const).map((name) => ({
    id: `per sample, ${name}`,
    source: perSample,
    handling: aggregated(name),
    experiment: { steps: 60 },
  })),
];

/** Every optimiser and every scheduler that the programs above lack, each with options of its own. */
const optimised: Readonly<Record<string, Partial<Experiment>>> = {
  "SGD, nesterov": { optimizer: { name: "SGD", momentum: 0.8, nesterov: true, weight_decay: 0.001 }, lr: 0.01 },
  "Adam, amsgrad": { optimizer: { name: "Adam", amsgrad: true, betas: [0.8, 0.9], eps: 1e-4 } },
  AdamW: { optimizer: { name: "AdamW", weight_decay: 0.1 } },
  NAdam: { optimizer: { name: "NAdam", momentum_decay: 0.01, weight_decay: 0.01, decoupled_weight_decay: true } },
  RMSprop: { optimizer: { name: "RMSprop", alpha: 0.9, momentum: 0.5, centered: true, eps: 1e-3 }, lr: 0.001 },
  Adagrad: { optimizer: { name: "Adagrad", lr_decay: 0.01, initial_accumulator_value: 0.1 }, lr: 0.05 },
  CosineAnnealingLR: { scheduler: { name: "CosineAnnealingLR", eta_min: 1e-4 } },
  StepLR: { scheduler: { name: "StepLR" }, optimizer: { name: "SGD", momentum: 0.9 }, lr: 0.02 },
  OneCycleLR: { scheduler: { name: "OneCycleLR", pct_start: 0.2 }, optimizer: { name: "AdamW" } },
  "OneCycleLR of a momentum": {
    scheduler: { name: "OneCycleLR", max_lr: 0.05, three_phase: true, anneal_strategy: "linear", pct_start: 0 },
    optimizer: { name: "SGD" },
  },
  ExponentialLR: { scheduler: { name: "ExponentialLR" }, optimizer: { name: "NAdam" } },
  LinearLR: { scheduler: { name: "LinearLR", total_iters: 40 }, optimizer: { name: "RMSprop", eps: 1e-3 }, lr: 0.002 },
};

/** Every activation that no run above has. */
const activated = (["gelu", "elu", "leaky_relu", "softplus"] as const).map(
  (activation): Other => ({
    id: `activation ${activation}`,
    source: squared,
    experiment: { model: { kind: "mlp", widths: [16, 16], activation } },
  }),
);

/** Every kind of data, and what a loss may be given besides. */
const ofKinds: readonly Other[] = [
  { id: "six inputs", source: squared, experiment: { dataset: "auto-mpg-6" } },
  {
    id: "two outputs at once",
    source: squared,
    experiment: { dataset: "two-targets", output: [2], model: { kind: "linear" } },
  },
  {
    id: "an output with a shape",
    source: "def forward(p, t):\n    return ((p.mean(dim=(1, 2)) - t[:, 0]) ** 2).mean()\n",
    experiment: { output: [2, 3] },
  },
  {
    id: "classes",
    source: "def forward(p, t):\n    return F.cross_entropy(p, t)\n",
    experiment: { dataset: "penguins" },
  },
  {
    id: "binary",
    source: "def forward(p, t):\n    return F.binary_cross_entropy_with_logits(p, t)\n",
    experiment: { dataset: "circles" },
  },
  {
    id: "labels that overlap",
    source: "def forward(logits, targets):\n    return F.binary_cross_entropy_with_logits(logits, targets)\n",
    experiment: { dataset: "labels" },
  },
  {
    id: "mean and log-variance",
    source:
      "import torch\ndef forward(out, target):\n    mean, log_var = out.chunk(2, 1)\n    return (0.5 * torch.exp(-log_var) * (target - mean) ** 2 + 0.5 * log_var).mean()\n",
    experiment: { reading: { kind: "log-variance" } },
  },
  {
    id: "quantiles",
    source: `import torch
def forward(out, target):
    q = torch.tensor([0.05, 0.5, 0.95])
    error = target - out
    return torch.max(q * error, (q - 1) * error).mean()
`,
    experiment: { dataset: "heteroscedastic", reading: { kind: "quantiles", levels: [0.05, 0.5, 0.95] } },
  },
  {
    id: "a mixture of normals",
    source: `import torch
def forward(params, target):
    logits, mu, log_sigma = params.chunk(3, dim=1)
    log_prob = -0.5 * ((target - mu) / log_sigma.exp()) ** 2 - log_sigma
    return -torch.logsumexp(F.log_softmax(logits, 1) + log_prob, dim=1).mean()
`,
    experiment: { dataset: "bimodal", reading: { kind: "mixture" }, lr: 0.001 },
  },
  {
    id: "embeddings",
    source: `import torch
def forward(z, labels):
    distance = (z.unsqueeze(1) - z.unsqueeze(0)).pow(2).sum(2)
    same = (labels.unsqueeze(1) == labels.unsqueeze(0)).float()
    return (same * distance + (1 - same) * F.relu(1 - distance)).mean()
`,
    experiment: { dataset: "penguins", reading: { kind: "embedding" }, output: [8] },
  },
  {
    id: "masks",
    source: `import torch
def forward(logits, masks):
    p = torch.sigmoid(logits).flatten(1)
    t = masks.flatten(1)
    return (1 - (2 * (p * t).sum(1) + 1) / (p.sum(1) + t.sum(1) + 1)).mean()
`,
    experiment: { dataset: "discs" },
  },
  {
    id: "masks by channel",
    source: "def forward(logits, masks):\n    return F.cross_entropy(logits, masks)\n",
    experiment: { dataset: "discs", output: [2, 16, 16], model: { kind: "linear" } },
  },
  {
    id: "boxes",
    source: `import torch
def forward(boxes, truth):
    sides = (torch.min(boxes[:, 2:], truth[:, 2:]) - torch.max(boxes[:, :2], truth[:, :2])).clamp(min=0)
    area = lambda b: (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    both = sides.prod(1)
    return (1 - both / (area(boxes) + area(truth) - both + 1e-3)).mean() + F.l1_loss(boxes, truth)
`,
    experiment: { dataset: "frames", lr: 0.0005 },
  },
  {
    id: "a sequence",
    source: "def forward(forecast, target):\n    return F.smooth_l1_loss(forecast, target)\n",
    experiment: { dataset: "seattle" },
  },
  {
    id: "survival",
    source: `import torch
def forward(risk, time, event):
    order = torch.argsort(time.flatten(), descending=True)
    risk, event = risk.flatten()[order], event.flatten()[order]
    return -((risk - torch.logcumsumexp(risk, dim=0)) * event).sum() / event.sum().clamp(min=1)
`,
    experiment: { dataset: "relapse" },
  },
  {
    id: "a physics-informed residual",
    source: `import torch
def forward(u, target, inputs, step, epoch):
    (slope,) = torch.autograd.grad(u.sum(), inputs, create_graph=True)
    weight = min(1.0, step / 100) + 0 * epoch
    return ((u - target) ** 2).mean() + 0.1 * weight * ((slope - 3) ** 2).mean()
`,
    experiment: { dataset: "line" },
  },
  {
    id: "a residual by component, mean",
    source: `import torch
def forward(model, target, x):
    u = model(x)
    (slope,) = torch.autograd.grad(u.sum(), x, create_graph=True)
    return torch.stack([((u - target) ** 2).mean(), ((slope - 3) ** 2).mean()])
`,
    handling: aggregated("UPGrad"),
    experiment: { dataset: "line" },
  },
  {
    id: "arguments that are no data",
    source: `from torch import nn
class Focal(nn.Module):
    def __init__(self, gamma, reduction):
        super().__init__()
        self.gamma, self.reduction = gamma, reduction
    def forward(self, logits, labels, alpha):
        ce = F.cross_entropy(logits, labels, reduction="none")
        loss = alpha * (1 - torch.exp(-ce)) ** self.gamma * ce
        return loss.mean() if self.reduction == "mean" else loss.sum()
`,
    experiment: { dataset: "blobs" },
    arguments: { gamma: { kind: "setting", value: 1.5 }, alpha: { kind: "setting", value: 0.25 } },
  },
  {
    id: "tensors",
    source:
      "def forward(logits, labels, mask, boxes, p):\n    loss = F.cross_entropy(logits, labels, reduction='none')\n    return (loss * mask).sum() / mask.sum() + (boxes**2).mean() * p.mean()\n",
    dataset: {
      kind: "tensors",
      id: "tensors",
      title: "Tensors",
      tensors: [
        { shape: [32, 5], dtype: "float32", fill: { kind: "normal" }, seed: 1 },
        { shape: [32], dtype: "int64", fill: { kind: "integers", below: 5 }, seed: 2 },
        { shape: [32], dtype: "float32", fill: { kind: "mask", p: 0.7 }, seed: 3 },
        { shape: [6, 4], dtype: "float32", fill: { kind: "boxes" }, seed: 4 },
        { shape: [8, 3], dtype: "float32", fill: { kind: "simplex" }, seed: 5 },
      ],
    },
    arguments: { p: { kind: "data" } },
  },
];

export const measuredRuns: readonly MeasuredRun[] = [
  ...ofPrograms,
  ...[
    ...others,
    ...Object.entries(optimised).map(([id, experiment]): Other => ({ id, source: squared, experiment })),
    ...activated,
    ...ofKinds,
  ].map(({ handling = { kind: "refuse" }, experiment = {}, arguments: given = {}, ...rest }): MeasuredRun => {
    const dataset =
      rest.dataset ?? asRead(datasetOf(experiment.dataset ?? shortened.dataset), experiment.reading ?? null);
    return {
      ...rest,
      handling,
      arguments: given,
      dataset,
      experiment: { ...shortened, ...experiment, dataset: dataset.id },
    };
  }),
];

/** PyTorch's curve. */
export interface Measured {
  /** Of the run. */
  readonly id: string;
  /**
   * Steps for which PyTorch's own curve stays within 1e-4 of itself when its initial parameters are rounded otherwise, and when it computes in
   * float64: beyond them no two machines agree.
   */
  readonly stable: number;
  /** The loss of every `every`th step. */
  readonly losses: readonly number[];
}

export const every = 5;

/** How far two curves are apart at most, relative to the second; near zero relative to a thousandth of its beginning. */
export function greatestDifference(ours: readonly number[], theirs: readonly number[]): number {
  const floor = 1e-3 * Math.abs(theirs[0] ?? 0);
  return theirs.reduce((most, value, i) => {
    const difference = Math.abs((ours[i] ?? Number.NaN) - value) / Math.max(Math.abs(value), floor);
    return difference <= most ? most : difference;
  }, 0);
}

export const sampled = (losses: readonly number[]): number[] => losses.filter((_, step) => step % every === 0);
