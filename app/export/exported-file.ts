/** @file What can be taken away of a lane: its run, or its loss alone, as a file for other programs. */
import { compilePython } from "../../engine/language/python/compile.ts";
import { Refusal, type SyntaxNode } from "../../engine/language/python/syntax.ts";
import { toContiguousData } from "../../engine/tensor/storage.ts";
import { firstBatch } from "../../engine/train/batches.ts";
import type { Exported, ExportRequest } from "./export-messages.ts";
import type { Seen } from "./first-batch-facts.ts";
import { type LossPyInput, lossPyTorch, portedLoss } from "./loss-py.ts";
import type { Framework } from "./port/framework.ts";
import { rewrite } from "./port/rewrite.ts";
import { type PythonLoss, pythonLossOf } from "./python-loss.ts";
import { targetCount, trainPy } from "./train-py.ts";

export function exported(request: ExportRequest, root: SyntaxNode): Exported {
  const { source, dataset } = request;
  const { program, diagnostics } = compilePython(source, root);
  if (program === null) {
    const [first] = diagnostics;
    return {
      kind: "refused",
      line: first === undefined ? null : lineAt(source, first.start),
      reason: first?.message ?? "",
    };
  }
  const loss = pythonLossOf(source, root, program.entry);
  if (targetCount(loss) > dataset.targets.length) {
    const reason = `The loss takes ${targetCount(loss)} targets, and the data have ${dataset.targets.length}.`;
    return { kind: "refused", line: null, reason };
  }
  const { kind } = request;
  if (kind === "train") return trained(request, loss);
  const input: LossPyInput = { name: request.name, loss, seen: seenBy(request, loss) };
  return kind === "pytorch"
    ? { kind: "text", text: lossPyTorch(input), fileName: "loss.py", note: untested(input) }
    : ported(source, root, kind, input);
}

function trained(request: ExportRequest, loss: PythonLoss): Exported {
  const { text, departure } = trainPy({ ...request, loss });
  const { result, handling } = request;
  const isVector = result !== null && result.value === null && handling.kind === "refuse";
  const stops =
    "The loss is not a scalar and the lane refuses vectors: train.py stops with PyTorch's own error, as the run does here.";
  return { kind: "text", text, fileName: "train.py", note: isVector ? stops : departure };
}

function ported(source: string, root: SyntaxNode, framework: Framework, input: LossPyInput): Exported {
  try {
    const text = portedLoss[framework](input, rewrite(source, root, framework));
    return { kind: "text", text, fileName: `loss_${framework}.py`, note: untested(input) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: "refused", line: lineAt(source, error.node.startIndex), reason: error.message };
  }
}

/** A loss that draws random numbers has no number to compare. */
function seenBy({ experiment, dataset, result }: ExportRequest, loss: PythonLoss): Seen | null {
  if (result === null || loss.isRandom) return null;
  const { predictions, targets } = firstBatch(experiment, dataset);
  return { result, predictions: toContiguousData(predictions), targets: targets.map(toContiguousData) };
}

const untested = ({ seen }: LossPyInput): string | null =>
  seen === null ? "There is no test in it: the page has no number of this loss to compare with." : null;

const lineAt = (source: string, offset: number): number => source.slice(0, offset).split("\n").length;
