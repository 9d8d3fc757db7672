/**
 * @file A lane's whole run as one file for PyTorch: data, seed, split, model, loss, optimiser and loop, in the order in which the run here
 * draws its random numbers (ARCHITECTURE, "A run is a function of its experiment"). It needs nothing but torch.
 */
import type { Dataset } from "../../engine/data/dataset.ts";
import { codeOf } from "../../engine/language/python/tokens.ts";
import { predictedCount } from "../../engine/language/roles.ts";
import { numelOf, type Shape } from "../../engine/tensor/shape.ts";
import { activations } from "../../engine/train/activations.ts";
import { outputOf, settingFacts } from "../../engine/train/batches.ts";
import type { Experiment, ModelSpec } from "../../engine/train/experiment.ts";
import type { VectorHandling } from "../../engine/vector/handling.ts";
import { apart, TAKEN_BEFORE, THEIRS } from "./apart.ts";
import { dataText, reportText, splitText, tensorReport } from "./data-py.ts";
import { handlingInPython } from "./handling-py.ts";
import { optimisedInWords, optimizerText, schedulerText } from "./optimizer-py.ts";
import { apartFromMain } from "./own-main.ts";
import { callee, construction, type PythonLoss } from "./python-loss.ts";
import { body, indented, missingImports, oneLine, withoutFuture, wrapped } from "./python-text.ts";
import { argumentsText, asksFor, objectsImport, type Slots, slotsOf, targetsIn } from "./slots.ts";
import { tensorHelpers, tensorText } from "./tensor-py.ts";
import { components, matching, predictions, several, wholePredictions } from "./train-py-pieces.ts";

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

/** Draws with one probability for all: the one thing that not every PyTorch draws alike on every processor. */
const dropping = /\b([dD]ropout|bernoulli_)\b/;
const mkl =
  "On a processor by Intel, a PyTorch built with Intel's MKL draws dropout's mask from there: the curve then resembles Losslab's, and is not the same. On others it is.";

/** A run's data, model and predictions, as its dataset makes them. */
interface Parts {
  readonly data: string;
  readonly beginning: string;
  readonly predictions: string;
  readonly report: string;
}

export function trainPy(input: TrainPyInput): TrainPy {
  const { loss, experiment, dataset } = input;
  const handling = handlingInPython(input.handling);
  const source = body(loss.source);
  // Python wants these before anything else.
  const { future, rest: user } = withoutFuture(source);
  const departure = handling.departure ?? (dropping.test(codeOf(user)) ? mkl : null);
  const slots = slotsOf(loss.entry, dataset.kind !== "tensors", settingFacts(experiment, dataset));
  const parts =
    dataset.kind === "tensors" ? ofTensors(dataset, predictedCount(loss.entry)) : ofTable(experiment, dataset, slots);
  const before = `${heading(input, departure)}
${future}import os
${objectsImport(slots)}
import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel
${missingImports(user, ["math", "F"])}${handling.imports}${TAKEN_BEFORE}
${settings(experiment)}
${parts.data}${several}
torch.manual_seed(${experiment.seed})

${parts.beginning}`;
  const after = `${construction(loss, "criterion", slots.constructor, THEIRS)}optimizer = ${optimizerText(experiment, learnedBy(loss))}
${schedulerText(experiment)}

${parts.predictions}${handling.definitions}${handling.flattens ? components : ""}${training(input, slots, handling)}
${parts.report}
if __name__ == "__main__":
    history = train()
    if RANK == 0:
        report(history)
    if WORLD > 1:
        dist.destroy_process_group()
`;
  const round = apart({ before, after }, user, loss.binds, loss.entry.name);
  const { first, last } = apartFromMain(user, round.after);
  return { text: `${round.before}\n# The loss.\n\n${first}${user}\n\n${last}`, departure };
}

type TableDataset = Exclude<Dataset, { kind: "tensors" }>;

/** The graph goes on behind the predictions: no process can then have a share of the batch alone. */
const isOneGraph = ({ forward }: Slots): boolean => asksFor(forward, "inputs") || asksFor(forward, "model");

function ofTable(experiment: Experiment, dataset: TableDataset, slots: Slots): Parts {
  const output = outputOf(experiment, dataset);
  const outputs = numelOf(output);
  const isTogether =
    targetsIn(slots.forward) === 1 &&
    dataset.targets.length > 1 &&
    (dataset.kind === "binary" || (dataset.kind === "numbers" && outputs === dataset.targets.length));
  const isWhole = isOneGraph(slots);
  return {
    data: `${dataText(dataset)}
`,
    beginning: `${splitText(dataset, isTogether, output)}
model = ${modelText(experiment.model, dataset.inputs.length, output)}
${isWhole ? "" : "shared = DistributedDataParallel(model) if WORLD > 1 else model\n"}`,
    predictions: `${isWhole ? wholePredictions : predictions}
`,
    report: reportText(dataset, outputs, isTogether),
  };
}

function ofTensors({ tensors }: Extract<Dataset, { kind: "tensors" }>, count: number): Parts {
  const [descended, others] = [tensors.slice(0, count), tensors.slice(count)];
  const about =
    count === 1 ? "The first tensor is descended itself" : `The first ${count} tensors are descended themselves`;
  const parameters = descended.map((tensor) => `nn.Parameter(${tensorText(tensor)})`);
  return {
    data: tensorHelpers(tensors),
    beginning: `# ${about}; the others stand beside ${count === 1 ? "it" : "them"}.
model = nn.ParameterList([${parameters.length === 1 ? parameters[0] : `\n${parameters.map((text) => `    ${text},\n`).join("")}`}])
OTHERS = [
${others.map((tensor) => `    ${tensorText(tensor)},\n`).join("")}]
`,
    predictions: "",
    report: tensorReport,
  };
}

function heading({ name, loss, experiment, dataset, handling }: TrainPyInput, departure: string | null): string {
  const { model, batchSize, seed, steps } = experiment;
  const same =
    departure ??
    "Losslab draws PyTorch's random numbers: initial parameters and batches are the same, and so is the curve, until rounding tells them apart.";
  const title = oneLine(name) === "" ? "A loss" : oneLine(name);
  const facts =
    dataset.kind === "tensors"
      ? `No data: the first ${descendedInWords(predictedCount(loss.entry), dataset.tensors.length)}. ${optimisedInWords(experiment)}, seed ${seed}, ${steps} steps.`
      : `Data: ${oneLine(dataset.title)}. Model: ${layersInWords(model, dataset.inputs.length, outputOf(experiment, dataset))}. ${optimisedInWords(experiment)}, batches of ${batchSize}, seed ${seed}, ${steps} steps.`;
  const becomes = handling.kind === "aggregator" ? handling.name : handling.kind;
  const vector = handling.kind === "refuse" ? "" : `Several components become one gradient by: ${becomes}.\n`;
  return `"""${title}: a run of Losslab in PyTorch.

${wrapped(facts)}
${vector}${wrapped(same)}

    python train.py                          one process
    torchrun --nproc_per_node 2 train.py     several, each with its share of every batch
"""`;
}

const descendedInWords = (count: number, all: number): string =>
  count === 1 ? `of ${all} tensors is descended itself` : `${count} of ${all} tensors are descended themselves`;

function settings({ steps, batchSize }: Experiment): string {
  return `STEPS = ${steps}
BATCH = ${batchSize}
RANK = int(os.environ.get("RANK", 0))
WORLD = int(os.environ.get("WORLD_SIZE", 1))
`;
}

function layersInWords(model: ModelSpec, inputs: number, output: Shape): string {
  if (model.kind === "linear")
    return inputs === 1 && numelOf(output) === 1 ? "linear" : `linear, ${inputs}-${numelOf(output)}`;
  return `MLP ${[inputs, ...model.widths, numelOf(output)].join("-")}, ${model.activation}`;
}

export function modelText(spec: ModelSpec, inputs = 1, output: Shape = [1]): string {
  const unflatten = output.length === 1 ? "" : `nn.Unflatten(1, (${output.join(", ")}))`;
  if (spec.kind === "linear")
    return `nn.Sequential(nn.Linear(${inputs}, ${numelOf(output)})${unflatten === "" ? "" : `, ${unflatten}`})`;
  const widths = [inputs, ...spec.widths];
  const layers = spec.widths.map(
    (width, i) => `    nn.Linear(${widths[i]}, ${width}),\n    nn.${activations[spec.activation].module}(),\n`,
  );
  const last = unflatten === "" ? "" : `    ${unflatten},\n`;
  return `nn.Sequential(\n${layers.join("")}    nn.Linear(${widths.at(-1)}, ${numelOf(output)}),\n${last})`;
}

const initial: Readonly<Record<string, string>> = { history: "[]", queue: "[]", epoch: "-1", factor: "1.0" };

const learnedBy = (loss: PythonLoss): string =>
  loss.entry.kind === "class" && loss.isModule
    ? "[*model.parameters(), *criterion.parameters()]"
    : "model.parameters()";

function training(
  { loss, experiment, dataset }: TrainPyInput,
  slots: Slots,
  { backward, value, flattens, takesEpoch: isAskedFor }: ReturnType<typeof handlingInPython>,
): string {
  const isTable = dataset.kind !== "tensors";
  const takesInputs = asksFor(slots.forward, "inputs");
  const takesEpoch = isAskedFor || asksFor(slots.forward, "epoch");
  const besides = predictedCount(loss.entry) - 1;
  const tensor = (place: number): string =>
    place < besides ? `model[${place + 1}]` : `OTHERS[${place - besides}].clone()`;
  const given = argumentsText(slots.forward, {
    predictions: isTable ? `predict(${takesInputs ? "inputs" : "x[rows]"})` : "model[0]",
    target: (place) => (isTable ? `y[${place}][rows]` : tensor(place)),
    inputs: "inputs",
    model: "model",
    step: "step",
    epoch: isTable ? "epoch" : "step",
  });
  const call = `${callee(loss, "criterion", THEIRS)}(${given})`;
  const batches = `        if len(queue) == 0:
            queue = training[torch.randperm(len(training))]
${takesEpoch ? "            epoch += 1\n" : ""}        rows, queue = queue[:BATCH], queue[BATCH:]
${takesInputs ? "        inputs = x[rows].requires_grad_()\n" : ""}`;
  const begun = isTable ? (takesEpoch ? ["queue", "epoch"] : ["queue"]) : [];
  const { matchFirstStep, scheduler } = experiment;
  const names = ["history", ...begun, ...(matchFirstStep ? ["factor"] : [])];
  return `def train():
    """Takes all steps; the loss of each step's batch before its update."""
    ${names.join(", ")} = ${names.map((name) => initial[name]).join(", ")}
    for step in range(STEPS):
${isTable ? batches : ""}        optimizer.zero_grad()
        loss = ${flattens ? `components(${call})` : call}
${indented(isTable ? backward : backward.replace(", epoch)", ", step)"), "        ")}${matchFirstStep ? matching : ""}        optimizer.step()
${scheduler === null ? "" : "        scheduler.step()\n"}        history.append(${value})
    return history

`;
}
