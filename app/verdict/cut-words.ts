/** @file Why no gradient comes through: what cut it, in words, and what to write instead. */
import { cutKind, isFlat } from "../../engine/inspect/cuts.ts";
import type { HazardOf } from "../../engine/inspect/hazards.ts";
import { lineOf, type SourceText } from "./source-text.ts";

/** What the smooth forms of some ops are, in Python's spelling. */
const softForms: Readonly<Record<string, string>> = {
  histc:
    "A soft histogram has one: torch.exp(-((x - centres) / width) ** 2 / 2).mean(0), with centres of shape [bins].",
  argsort: "A soft rank has one: torch.sigmoid((x[:, None] - x[None, :]) / temperature).sum(1).",
  sort: "The values of sort() carry a gradient, its indices do not; a soft rank does: torch.sigmoid((x[:, None] - x[None, :]) / temperature).sum(1).",
  topk: "The values of topk() carry a gradient, its indices do not.",
  argmax: "Softmax is the smooth stand-in: (x.softmax(dim) * torch.arange(n)).sum(dim).",
  argmin: "Softmax is the smooth stand-in: ((-x).softmax(dim) * torch.arange(n)).sum(dim).",
  bucketize: "A soft bucket has one: torch.sigmoid((x[..., None] - boundaries) / temperature).sum(-1).",
  searchsorted: "A soft place has one: torch.sigmoid((x[..., None] - sequence) / temperature).sum(-1).",
  bincount: "Add weights up instead: torch.softmax gives each class a share that has a gradient.",
  one_hot: "torch.softmax gives each class a share that has a gradient.",
  logical_and: "Of probabilities p and q, p * q is its smooth form.",
  logical_or: "Of probabilities p and q, p + q - p * q is its smooth form.",
  count_nonzero: "Sum a sigmoid instead: torch.sigmoid(k * x).sum().",
  unique: "Use the values themselves: which of them are different has no slope.",
};

/** What cuts there, in a sentence. */
export function cutWords(text: SourceText, cause: string, probe: number | null, of = "the predictions"): string {
  const where = text.line(probe);
  const quote = text.quote(probe);
  switch (cause) {
    case "detach":
      return `detach() cuts the result off from ${of}${where}.`;
    case "data":
      return `.data is the tensor without its graph${where}: no gradient goes through it.`;
    case "item":
    case "tolist":
    case "number":
      return `${quote} turns a tensor into plain numbers${where}: no gradient goes through them. Keep the tensor.`;
    case "no_grad":
      return `torch.no_grad() computes without a graph${where}: no gradient goes through what is made there.`;
    case "numpy":
      return `numpy() leaves torch${where}, and NumPy has no gradient: write the whole formula with torch's functions (torch.mean, torch.abs, …). To take detach() away alone leads to the next error.`;
    case "grad":
      return `autograd.grad without create_graph=True gives a constant${where}: no gradient goes through it.`;
    case "tensor":
      return `${quote} copies numbers into a new tensor${where} and leaves the graph. ${isOne(text, probe) ? "Use the tensor itself." : "torch.stack keeps it."}`;
    case "bool":
      return `${quote} is asked for true or false${where}: an answer has no gradient.`;
  }
  if (isFlat(cause)) return `${cause}() has derivative 0 everywhere${where}.`;
  const soft = softForms[cause];
  switch (cutKind(cause)) {
    case "index":
      return `${text.code(text.place(probe)).includes(cause) ? `${cause}()` : quote} gives an index${where}: an index has no gradient. ${soft ?? "The values have one."}`;
    case "truth":
      if (cause === "eq" || cause === "ne")
        return `${quote} counts what is right${where}: an answer of true or false has no gradient, and an accuracy is measured, not minimised. Train with F.cross_entropy, or F.binary_cross_entropy_with_logits, and print this.`;
      return `A comparison, ${cause}(), answers true or false in ${quote}${where}: no gradient goes through it. ${stand(text)}`;
    case "count":
      return `${cause}() counts${where}: how many fall where moves in steps, so it has no gradient. ${soft ?? ""}`.trim();
    case "whole":
      return `${quote} makes whole numbers${where}: they move in steps and carry no gradient. Keep the floats.`;
    default:
      if (cause.startsWith("clamp") || cause === "relu")
        return `${quote}${where} has slope 0 in all of this batch, which lies beyond its bounds.`;
      return isFunction(text, cause)
        ? `The backward of class ${cause} gives None${where}: it passes no gradient on. Return what comes in, times the slope.`
        : `${cause}() passes no gradient on${where}.`;
  }
}

/** torch.tensor(x, …) of a name that is no list. */
function isOne(text: SourceText, probe: number | null): boolean {
  const name = /^torch\.(?:as_)?tensor\((\w+)[,)]/.exec(text.code(text.place(probe)))?.[1];
  return name !== undefined && /^(predictions?|outputs?|loss|preds?)$/.test(name);
}

/** A torch.autograd.Function of the loss's own. */
const isFunction = ({ source }: SourceText, name: string): boolean => new RegExp(`^class ${name}\\b`, "m").test(source);

const stand = ({ language }: SourceText): string =>
  language === "python"
    ? "torch.sigmoid(k * (a - b)) is a smooth stand-in for a > b."
    : "torch.sigmoid(a.sub(b).mul(k)) is a smooth stand-in for a > b.";

type Also = Pick<HazardOf<"no-gradient">, "also" | "alsoAt" | "cause">;

/** What stands in the way of whoever mends the first cut alone. */
export function alsoWords(text: SourceText, { also, alsoAt, cause }: Also): string {
  if (also === null) return "";
  const where = `${text.quote(alsoAt)}${text.line(alsoAt)}`;
  return also === "eq" || also === "ne"
    ? ` ${where} counts what is right: an accuracy is measured, not minimised. Train with F.cross_entropy, or F.binary_cross_entropy_with_logits, and print this.`
    : ` ${where} cuts it as well.${softForms[also] === undefined || also === "one_hot" || also === cause ? "" : ` ${softForms[also]}`}`;
}

/** `isNumber`: what came of it is no tensor, so that no backward is ever called. */
export function lostGradient(text: SourceText, hazard: HazardOf<"no-gradient">, isNumber = false): string {
  const { cause, probe, isAsked, raises, isLeaf } = hazard;
  const why =
    cause === null
      ? `Nothing connects the result to the predictions: it is a constant to them.${unread(text)}`
      : isAsked
        ? `The result only counts what an if decided. ${cutWords(text, cause, probe)}`
        : `${cutWords(text, cause, probe)}${alsoWords(text, hazard)}`;
  if (raises) return why;
  if (cause !== null && isFunction(text, cause)) return `${why} PyTorch raises nothing.`;
  if (isNumber) return why;
  return isLeaf || /requires_grad/.test(text.source)
    ? `${why} requires_grad=True makes a new leaf: it silences PyTorch's error and connects nothing, so the model never learns.`
    : `${why} PyTorch raises nothing here: what the loss learns itself gets a gradient, the model gets none.`;
}

/** Predictions that forward never looks at, or writes over. */
function unread({ source, language }: SourceText): string {
  const head =
    language === "python"
      ? /def forward\(\s*(?:self\s*,\s*)?(\w+)/.exec(source)
      : /function forward\(\s*(\w+)/.exec(source);
  const name = head?.[1];
  if (head === null || name === undefined) return "";
  const rest = source.slice(head.index + head[0].length);
  const uses = [...rest.matchAll(new RegExp(`\\b${name}\\b(\\s*=(?!=))?`, "g"))];
  const [first] = uses;
  if (first === undefined) return ` forward never uses ${name}.`;
  if (first[1] === undefined) return "";
  const own = rest.slice(first.index, rest.indexOf("\n", first.index)).slice(first[0].length);
  return new RegExp(`\\b${name}\\b`).test(own)
    ? ""
    : ` ${name} is given another value (line ${lineOf(source, head.index + head[0].length + first.index)}) before anything reads it.`;
}
