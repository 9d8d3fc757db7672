/** @file Why no gradient comes through: what cut it, in words, and what to write instead. */
import { cutKind, isFlat } from "../../engine/inspect/cuts.ts";
import type { HazardOf } from "../../engine/inspect/hazards.ts";
import type { SourceText } from "./source-text.ts";

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
  count_nonzero: "Sum a sigmoid instead: torch.sigmoid(k * x).sum().",
  unique: "Use the values themselves: which of them are different has no slope.",
};

/** What cuts there, in a sentence. */
export function cutWords(text: SourceText, cause: string, probe: number | null): string {
  const where = text.line(probe);
  const quote = text.quote(probe);
  switch (cause) {
    case "detach":
      return `detach() cuts the result off from the predictions${where}.`;
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
      return `${quote} copies numbers into a new tensor${where} and leaves the graph. torch.stack keeps it.`;
    case "bool":
      return `${quote} is asked for true or false${where}: an answer has no gradient.`;
  }
  if (isFlat(cause)) return `${cause}() has derivative 0 everywhere${where}.`;
  const soft = softForms[cause];
  switch (cutKind(cause)) {
    case "index":
      return `${cause}() gives an index${where}: an index has no gradient. ${soft ?? "The values have one."}`;
    case "truth":
      return `A comparison, ${cause}(), answers true or false in ${quote}${where}: no gradient goes through it. ${stand(text)}`;
    case "count":
      return `${cause}() counts${where}: how many fall where moves in steps, so it has no gradient. ${soft ?? ""}`.trim();
    case "whole":
      return `${quote} makes whole numbers${where}: they move in steps and carry no gradient. Keep the floats.`;
    default:
      return `${cause}() passes no gradient on${where}.`;
  }
}

const stand = ({ language }: SourceText): string =>
  language === "python"
    ? "torch.sigmoid(k * (a - b)) is a smooth stand-in for a > b."
    : "torch.sigmoid(a.sub(b).mul(k)) is a smooth stand-in for a > b.";

type Also = Pick<HazardOf<"no-gradient">, "also" | "alsoAt">;

/** What stands in the way of whoever mends the first cut alone. */
export function alsoWords(text: SourceText, { also, alsoAt }: Also): string {
  if (also === null) return "";
  const where = `${text.quote(alsoAt)}${text.line(alsoAt)}`;
  return also === "eq" || also === "ne"
    ? ` ${where} counts what is right: an accuracy is measured, not minimised. Train with F.cross_entropy, or F.binary_cross_entropy_with_logits, and print this.`
    : ` ${where} cuts it as well.`;
}

export function lostGradient(text: SourceText, hazard: HazardOf<"no-gradient">): string {
  const { cause, probe, isAsked, raises, isLeaf } = hazard;
  const why =
    cause === null
      ? "Nothing connects the result to the predictions: it is a constant to them."
      : isAsked
        ? `The result only counts what an if decided. ${cutWords(text, cause, probe)}`
        : `${cutWords(text, cause, probe)}${alsoWords(text, hazard)}`;
  if (raises) return why;
  return isLeaf
    ? `${why} requires_grad=True makes the result a new leaf: it silences PyTorch's error and connects nothing, so the model never learns.`
    : `${why} PyTorch raises nothing here: what the loss learns itself gets a gradient, the model gets none.`;
}
