/**
 * @file A lane's whole run as one file for PyTorch: data, seed, split, model, loss, optimiser and loop, in the order in which the run here
 * draws its random numbers (ARCHITECTURE, "A run is a function of its experiment"). It needs nothing but torch.
 */
import type { Column, Dataset } from "../../engine/data/dataset.ts";
import { CONSTANT } from "../../engine/data/split.ts";
import { codeOf } from "../../engine/language/python/tokens.ts";
import { activations } from "../../engine/train/activations.ts";
import type { Experiment, ModelSpec } from "../../engine/train/experiment.ts";
import type { VectorHandling } from "../../engine/vector/handling.ts";
import { handlingInPython } from "./handling-py.ts";
import { optimisedInWords, optimizerText, schedulerText } from "./optimizer-py.ts";
import { callee, construction, type PythonLoss } from "./python-loss.ts";
import { body, indented, keepingApart, missingImports, numberList, oneLine, wrapped } from "./python-text.ts";
import { components, matching, predictions, several } from "./train-py-pieces.ts";

export interface TrainPyInput {
  /** Of the lane. */
  readonly name: string;
  readonly loss: PythonLoss;
  readonly handling: VectorHandling;
  readonly experiment: Experiment;
  readonly dataset: Dataset;
}

export interface TrainPy {
  readonly text: string;
  /** Why its curve is not the one here to the last digits; null where it is. */
  readonly departure: string | null;
}

/** What stands at the top of the module and could be called like something of the user's. */
const ours = [
  "dist",
  "DistributedDataParallel",
  "aggregation",
  "RANK",
  "WORLD",
  "STEPS",
  "BATCH",
  "COMPONENT_WEIGHTS",
  "INPUT",
  "TARGETS",
  "Whole",
  "standard",
  "order",
  "training",
  "validation",
  "x",
  "y",
  "units",
  "model",
  "shared",
  "predict",
  "criterion",
  "optimizer",
  "scheduler",
  "jacobian",
  "scatter",
  "project",
  "regularised",
  "weights",
  "direction",
  "aggregate",
  "components",
  "gradients",
  "train",
  "report",
];

/** Draws with one probability for all: the one thing that not every PyTorch draws alike on every processor. */
const dropping = /\b([dD]ropout|bernoulli_)\b/;
const mkl =
  "On a processor by Intel, a PyTorch built with Intel's MKL draws dropout's mask from there: the curve then resembles Losslab's, and is not the same. On others it is.";

/** Imports from __future__, and the rest: lines of a docstring that look like them are none. */
function withoutFuture(source: string): { readonly future: string; readonly user: string } {
  const found = [...codeOf(source).matchAll(/^from __future__ import .*\n/gm)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
  let [future, user, at] = ["", "", 0];
  for (const { start, end } of found) {
    future += source.slice(start, end);
    user += source.slice(at, start);
    at = end;
  }
  return { future, user: user + source.slice(at) };
}

export function trainPy(input: TrainPyInput): TrainPy {
  const { loss, experiment, dataset } = input;
  const handling = handlingInPython(input.handling);
  const source = body(loss.source);
  // Python wants these before anything else.
  const { future, user } = withoutFuture(source);
  const departure = handling.departure ?? (dropping.test(codeOf(user)) ? mkl : null);
  const before = `${heading(input, departure)}
${future}import os

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel
${missingImports(user, ["math", "F"])}${handling.imports}
${settings(experiment)}
${data(dataset)}
${several}
torch.manual_seed(${experiment.seed})

${split(dataset)}
model = ${modelText(experiment.model)}
shared = DistributedDataParallel(model) if WORLD > 1 else model
`;
  const after = `${construction(loss, "criterion")}optimizer = ${optimizerText(experiment, learnedBy(loss))}
${schedulerText(experiment)}

${predictions}
${handling.definitions}${handling.flattens ? components : ""}${training(input, handling)}
${report(dataset)}
if __name__ == "__main__":
    history = train()
    if RANK == 0:
        report(history)
    if WORLD > 1:
        dist.destroy_process_group()
`;
  const apart = (code: string) => keepingApart(code, ours, user);
  return { text: `${apart(before)}\n# The loss.\n\n${user}\n\n${apart(after)}`, departure };
}

function heading({ name, experiment, dataset, handling }: TrainPyInput, departure: string | null): string {
  const { model, batchSize, seed, steps } = experiment;
  const layers = model.kind === "linear" ? "linear" : `MLP ${[1, ...model.widths, 1].join("-")}, ${model.activation}`;
  const same =
    departure ??
    "Losslab draws PyTorch's random numbers: initial parameters and batches are the same, and so is the curve, until rounding tells them apart.";
  const title = oneLine(name) === "" ? "A loss" : oneLine(name);
  const facts = `Data: ${oneLine(dataset.title)}. Model: ${layers}. ${optimisedInWords(experiment)}, batches of ${batchSize}, seed ${seed}, ${steps} steps.`;
  const becomes = handling.kind === "aggregator" ? handling.name : handling.kind;
  const vector = handling.kind === "refuse" ? "" : `Several components become one gradient by: ${becomes}.\n`;
  return `"""${title}: a run of Losslab in PyTorch.

${wrapped(facts)}
${vector}${wrapped(same)}

    python train.py                          one process
    torchrun --nproc_per_node 2 train.py     several, each with its share of every batch
"""`;
}

function settings({ steps, batchSize }: Experiment): string {
  return `STEPS = ${steps}
BATCH = ${batchSize}
RANK = int(os.environ.get("RANK", 0))
WORLD = int(os.environ.get("WORLD_SIZE", 1))
`;
}

const comment = ({ name, unit }: Column): string => `# ${oneLine(name)}${unit === "" ? "" : `, in ${oneLine(unit)}`}`;

function data({ input, targets }: Dataset): string {
  return `INPUT = ${numberList(input.values)}  ${comment(input)}
TARGETS = [
${targets.map((target) => `    ${numberList(target.values, "    ")},  ${comment(target)}\n`).join("")}]
`;
}

function split({ input, standardize }: Dataset): string {
  const cut = Math.round(input.values.length * 0.8);
  const scaled = standardize
    ? `def standard(values):
    """In units of the training rows' mean and standard deviation."""
    mean, scale = values[training].mean(), values[training].std()
    if not scale > ${CONSTANT} * abs(mean):
        scale = torch.ones_like(scale)  # all the same
    return ((values - mean) / scale).float().unsqueeze(1), (mean.item(), scale.item())
`
    : `def standard(values):
    """As they are: mean 0, scale 1."""
    return values.float().unsqueeze(1), (0.0, 1.0)
`;
  return `# Four fifths of the rows, drawn at random, are for training.
order = torch.randperm(len(INPUT))
training, validation = order[:${cut}], order[${cut}:]


${scaled}

x, _ = standard(torch.tensor(INPUT, dtype=torch.float64))
y, units = zip(*[standard(torch.tensor(column, dtype=torch.float64)) for column in TARGETS])
`;
}

export function modelText(spec: ModelSpec): string {
  if (spec.kind === "linear") return "nn.Sequential(nn.Linear(1, 1))";
  const widths = [1, ...spec.widths];
  const layers = spec.widths.map(
    (width, i) => `    nn.Linear(${widths[i]}, ${width}),\n    nn.${activations[spec.activation].module}(),\n`,
  );
  return `nn.Sequential(\n${layers.join("")}    nn.Linear(${widths.at(-1)}, 1),\n)`;
}

const learnedBy = (loss: PythonLoss): string =>
  loss.entry.kind === "class" && loss.isModule
    ? "[*model.parameters(), *criterion.parameters()]"
    : "model.parameters()";

/** Only the targets that forward asks for. */
export const targetCount = ({ entry }: PythonLoss): number => Math.max(1, entry.parameters.length - 1);

function training(
  { loss, experiment }: TrainPyInput,
  { backward, value, flattens }: ReturnType<typeof handlingInPython>,
): string {
  const targets = Array.from({ length: targetCount(loss) }, (_, i) => `y[${i}][rows]`).join(", ");
  const call = `${callee(loss, "criterion")}(predict(x[rows]), ${targets})`;
  const { matchFirstStep, scheduler } = experiment;
  return `def train():
    """Takes all steps; the loss of each step's batch before its update."""
    history, queue${matchFirstStep ? ", factor" : ""} = [], []${matchFirstStep ? ", 1.0" : ""}
    for step in range(STEPS):
        if len(queue) == 0:
            queue = training[torch.randperm(len(training))]
        rows, queue = queue[:BATCH], queue[BATCH:]
        optimizer.zero_grad()
        loss = ${flattens ? `components(${call})` : call}
${indented(backward, "        ")}${matchFirstStep ? matching : ""}        optimizer.step()
${scheduler === null ? "" : "        scheduler.step()\n"}        history.append(${value})
    return history

`;
}

function report({ targets }: Dataset): string {
  return `def report(history):
    for step in sorted({*range(0, STEPS, max(1, STEPS // 20)), STEPS - 1}):
        print(f"step {step:7d}   loss {history[step]:.7g}")
    with torch.no_grad():
        predicted = model(x[validation]).double() * units[0][1] + units[0][0]
    for name, column, (mean, scale) in zip(${JSON.stringify(targets.map(({ name }) => oneLine(name)))}, y, units):
        residual = predicted - (column[validation].double() * scale + mean)
        print(f"validation, {name}: MSE {(residual**2).mean().item():.7g}, MAE {residual.abs().mean().item():.7g}")

`;
}
