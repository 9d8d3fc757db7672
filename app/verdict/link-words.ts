/** @file What a loss takes, where it is given something else: probabilities for logits, or for their logarithms. */
import type { HazardOf } from "../../engine/inspect/hazards.ts";
import type { Fix } from "../../engine/language/program.ts";
import { formatCount } from "./format.ts";
import type { SourceText } from "./source-text.ts";

type Link = HazardOf<"wrong-link">;
type Batch = HazardOf<"batch-softmax">;

const SILENT = "PyTorch says nothing.";

export function linkWords(text: SourceText, { op, given, probe, from }: Link): string {
  const it = `${text.quote(probe)}${text.line(probe)}`;
  const source = `${text.quote(from)}${text.line(from)}`;
  if (given === "numbers")
    return `${it} takes targets between 0 and 1, and these go beyond: for them the loss falls without end. For targets that are numbers take mse_loss. ${SILENT}`;
  if (given === "probabilities")
    return `${it} takes the logarithms of the predicted probabilities first and the target's probabilities second; what comes first holds probabilities that no prediction is in. Write F.kl_div(F.log_softmax(predictions, 1), targets, reduction="batchmean"). ${SILENT}`;
  if (op === "nll_loss" || op === "kl_div") {
    const takes = `${it} takes logarithms of probabilities`;
    return given === "logits"
      ? `${takes}, and what it is given is none: logits have no bound, so the loss falls without end. cross_entropy takes logits; nll_loss what log_softmax gives. ${SILENT}`
      : `${takes}, and ${source} gives the probabilities themselves: the loss is negative, and a right answer that is sure counts little more than one that is not. Take log_softmax there. ${SILENT}`;
  }
  if (op === "softmax" || op === "log_softmax" || op === "cross_entropy")
    return `${it} applies softmax by itself, and ${source} has ${given === "softmax" ? "taken one" : "squashed the logits"} already: of numbers between 0 and 1 it cannot make a sure answer, so the loss stays high and its gradient small. Give it the logits. ${SILENT}`;
  return `${it} applies a sigmoid by itself, and ${source} is one already: of numbers between 0 and 1 it makes probabilities between 0.5 and 0.73, so the loss stays high and its gradient small. Give it the logits. ${SILENT}`;
}

export function linkFixes(text: SourceText, { op, given, probe, from }: Link): Fix[] {
  if (given === "logits")
    return renamed(text, probe, [
      ["nll_loss(", "cross_entropy("],
      ["NLLLoss(", "CrossEntropyLoss("],
    ]);
  if (op === "nll_loss" || op === "kl_div")
    return given === "softmax"
      ? renamed(text, from, [
          ["softmax(", "log_softmax("],
          ["Softmax(", "LogSoftmax("],
        ])
      : [];
  if (given === "numbers")
    return renamed(text, probe, [
      ["binary_cross_entropy_with_logits(", "mse_loss("],
      ["BCEWithLogitsLoss(", "MSELoss("],
    ]);
  if (given !== "softmax" && given !== "sigmoid") return [];
  const isOwn = /^(?:self|this)\./.test(text.code(text.place(from)));
  const taken = isOwn ? [] : text.unwrapCall(from, given);
  return taken.length > 0 ? taken : calledModule(text, from);
}

/** self.softmax(x), nn.Sigmoid()(x) as x. */
function calledModule(text: SourceText, probe: number | null): Fix[] {
  const place = text.place(probe);
  const inner = text.operandsOf(probe).at(-1);
  if (place === null || inner === undefined || place.start === inner.start) return [];
  const isCall = /\(\s*$/.test(text.source.slice(place.start, inner.start));
  if (!isCall || text.source.slice(inner.end, place.end).trim() !== ")") return [];
  return [{ title: "Give it the logits", edits: [{ ...place, text: text.code(inner) }] }];
}

function renamed(text: SourceText, probe: number | null, names: readonly (readonly [string, string])[]): Fix[] {
  const place = text.place(probe);
  const code = text.code(place);
  for (const [name, better] of names) {
    const at = new RegExp(`(?<![A-Za-z_])${name.replace("(", "\\(")}`).exec(code)?.index;
    if (place === null || at === undefined) continue;
    const start = place.start + at;
    return [{ title: `Use ${better.slice(0, -1)}`, edits: [{ start, end: start + name.length, text: better }] }];
  }
  return [];
}

export function batchSoftmaxWords(text: SourceText, { op, rows, classes, probe }: Batch): string {
  return `${op} in ${text.quote(probe)}${text.line(probe)} goes over dim 0, the ${formatCount(rows)} rows of the batch: each class is shared out among the samples, in the place of each sample among its ${formatCount(classes)} classes. Classes are dim 1. ${SILENT}`;
}

export function batchSoftmaxFixes(text: SourceText, { probe }: Batch): Fix[] {
  const place = text.place(probe);
  if (place === null) return [];
  const match = /(softmax\([^()]*?(?:dim\s*=\s*|,\s*|\())0(?=\s*[,)])/i.exec(text.code(place));
  if (match === null) return [];
  const at = place.start + match.index + match[1].length;
  return [{ title: "Write dim 1", edits: [{ start: at, end: at + 1, text: "1" }] }];
}
