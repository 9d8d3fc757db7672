/** @file What can be taken away of a lane: its run, or its loss alone, as a file for other programs. */

import { compilePython } from "../../engine/language/python/compile.ts";
import { nodesIn } from "../../engine/language/python/nodes.ts";
import { Refusal } from "../../engine/language/python/refusal.ts";
import type { SyntaxNode } from "../../engine/language/python/syntax.ts";
import type { DType } from "../../engine/tensor/dtype.ts";
import { toContiguousData } from "../../engine/tensor/storage.ts";
import type { Tensor } from "../../engine/tensor/tensor.ts";
import { firstBatch, outputOf, settingFacts } from "../../engine/train/batches.ts";
import { kindOf } from "../../engine/train/kinds/index.ts";
import type { Exported, ExportRequest } from "./export-messages.ts";
import type { Seen, SeenTensor } from "./first-batch-facts.ts";
import { type LossPyInput, lossPyTorch, portedLoss } from "./loss-py.ts";
import type { Framework } from "./port/frameworks.ts";
import { FLOAT, MASK, WHOLE } from "./port/held.ts";
import { rewrite } from "./port/rewrite.ts";
import { type PythonLoss, pythonLossOf } from "./python-loss.ts";
import { asksFor, type Slots, slotsOf, targetsIn } from "./slots.ts";
import { trainPy } from "./train-py.ts";

/** `entry`: which of several losses is meant, where the source no longer says so itself. */
export function exported(request: ExportRequest, root: SyntaxNode, entry?: string): Exported {
  const { source, dataset } = request;
  const { program, diagnostics } = compilePython(source, entry === undefined ? {} : { entry });
  if (program === null) {
    const [first] = diagnostics;
    return {
      kind: "refused",
      line: first === undefined ? null : lineAt(source, first.start),
      reason: first?.message ?? "",
    };
  }
  const loss = pythonLossOf(source, root, { ...program.entry, arguments: request.arguments });
  const slots = slotsOf(loss.entry, dataset.kind !== "tensors", settingFacts(request.experiment, dataset));
  const wanted = targetsIn(slots.forward);
  const available = targetsOf(request, wanted);
  if (wanted > available) {
    const reason = `The loss takes ${wanted} targets, and ${dataset.kind === "tensors" ? "there are" : "the data have"} ${available}.`;
    return { kind: "refused", line: null, reason };
  }
  const { kind } = request;
  if (kind === "train") return trained(request, loss);
  const input: LossPyInput = { name: request.name, loss, slots, seen: seenBy(request, loss, slots) };
  const beyond = (kind === "keras" ? outsideKeras : outsideJax).find((role) => asksFor(slots.forward, role));
  if (kind !== "pytorch" && beyond !== undefined)
    return {
      kind: "refused",
      line: null,
      reason: `The loss asks for ${beyond}, which has no counterpart in ${kind === "jax" ? "JAX" : "Keras"} here`,
    };
  return kind === "pytorch"
    ? { kind: "text", text: lossPyTorch(input), fileName: "loss.py", note: untested(input) }
    : ported(request, root, kind, input);
}

/** How many tensors there are to be given. */
function targetsOf({ dataset, experiment }: ExportRequest, wanted: number): number {
  if (dataset.kind === "tensors") return dataset.tensors.length - 1;
  const empty = dataset.targets.map(() => new Float32Array(0));
  return kindOf(dataset).targets(empty, new Float64Array(0), outputOf(experiment, dataset), wanted).length;
}

function trained(request: ExportRequest, loss: PythonLoss): Exported {
  const { text, departure } = trainPy({ ...request, loss });
  const { result, handling } = request;
  const isVector = result !== null && result.value === null && handling.kind === "refuse";
  const stops =
    "The loss is not a scalar and the lane refuses vectors: train.py stops with PyTorch's own error, as the run does here.";
  return { kind: "text", text, fileName: "train.py", note: isVector ? stops : departure };
}

function ported(
  { source, experiment, dataset }: ExportRequest,
  root: SyntaxNode,
  framework: Framework,
  input: LossPyInput,
): Exported {
  const { targets } = firstBatch(experiment, dataset, input.loss.entry);
  const given = { entry: input.loss.entry.name, kinds: kindsGiven(input.slots, targets) };
  try {
    const inFramework = { ...input, slots: portedSlots(input.slots, framework) };
    const text = portedLoss[framework](inFramework, rewrite(source, root, framework, given));
    return { kind: "text", text, fileName: `loss_${framework}.py`, note: untested(input) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: "refused", line: lineAt(source, error.place.start), reason: error.message };
  }
}

/** What forward's parameters hold. */
function kindsGiven({ forward }: Slots, targets: readonly Tensor[]): readonly number[] {
  return forward.map((slot) => {
    // What holds several is none itself.
    if ((slot.role === "predictions" || slot.role === "target") && slot.held !== "tensor") return 0;
    if (slot.role === "target") return kindOfDType[targets[slot.place - 1]?.dtype ?? "float32"];
    if (slot.role === "constant") return /\btorch\./.test(slot.text) ? FLOAT : 0;
    return slot.role === "predictions" || slot.role === "inputs" ? FLOAT : 0;
  });
}

const kindOfDType: Readonly<Record<DType, number>> = {
  float32: FLOAT,
  float64: FLOAT,
  float16: FLOAT,
  bfloat16: FLOAT,
  int64: WHOLE,
  int32: WHOLE,
  int16: WHOLE,
  int8: WHOLE,
  uint8: WHOLE,
  bool: MASK,
};

/** With what stands there whatever the batch as it is in the framework. */
const portedSlots = (slots: Slots, framework: Framework): Slots => ({
  forward: slots.forward.map((slot) =>
    slot.role === "constant" ? { ...slot, text: portedConstants(slot.text, framework) } : slot,
  ),
  constructor: portedConstants(slots.constructor, framework),
});

function portedConstants(text: string, framework: Framework): string {
  if (!text.includes("torch.")) return text;
  const source = `given(${text})\n`;
  return rewrite(source, nodesIn(source), framework, { entry: "", kinds: [] }).source.trim().slice("given(".length, -1);
}

/** A loss that draws random numbers has no number to compare. */
function seenBy({ experiment, dataset, result }: ExportRequest, loss: PythonLoss, { forward }: Slots): Seen | null {
  if (result === null || loss.isRandom) return null;
  // A test would need the model.
  if (asksFor(forward, "model") || asksFor(forward, "inputs")) return null;
  const { predictions, targets, leaves = [] } = firstBatch(experiment, dataset, loss.entry);
  // The norm that was seen is that of all tensors which are descended.
  const seen = leaves.length > 0 ? { ...result, gradientNorm: null } : result;
  return { result: seen, predictions: seenTensor(predictions), targets: targets.map(seenTensor) };
}

const seenTensor = (tensor: Tensor): SeenTensor => ({
  shape: tensor.shape,
  dtype: tensor.dtype,
  values: toContiguousData(tensor),
});

/** What no framework's loss is given. */
const outsideJax = ["model"] as const;
const outsideKeras = ["model", "inputs", "step", "epoch"] as const;

const untested = ({ seen }: LossPyInput): string | null =>
  seen === null ? "There is no test in it: the page has no number of this loss to compare with." : null;

const lineAt = (source: string, offset: number): number => source.slice(0, offset).split("\n").length;
