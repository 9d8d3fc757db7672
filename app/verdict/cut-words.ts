/** @file Why no gradient comes through: what cut it, in words, and what to write instead. */
import { cutKind } from "../../engine/inspect/cuts.ts";
import type { HazardOf } from "../../engine/inspect/hazards.ts";
import type { Fix } from "../../engine/language/program.ts";
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

export function lostGradient(text: SourceText, hazard: HazardOf<"no-gradient">): string {
  const { cause, probe, isAsked, raises, isLeaf } = hazard;
  const why =
    cause === null
      ? "Nothing connects the result to the predictions: it is a constant to them."
      : isAsked
        ? `The result only counts what an if decided. ${cutWords(text, cause, probe)}`
        : cutWords(text, cause, probe);
  if (raises) return why;
  return isLeaf
    ? `${why} requires_grad=True makes the result a new leaf: it silences PyTorch's error and connects nothing, so the model never learns.`
    : `${why} PyTorch raises nothing here: what the loss learns itself gets a gradient, the model gets none.`;
}

/** What to write instead, where that is certain. */
export function cutFixes(text: SourceText, { cause, probe }: { cause: string | null; probe: number | null }): Fix[] {
  switch (cause) {
    case "detach":
      return text.removeCall(probe, cause);
    case "data":
      return text.removeAttribute(probe, cause);
    case "item":
      return text.removeCall(probe, cause);
    case "tensor":
      return stacked(text, probe);
    case "grad":
      return text.addKeyword(probe, "create_graph", "True");
    case "gt":
    case "ge":
    case "lt":
    case "le":
      return smooth(text, probe, cause === "gt" || cause === "ge");
    default:
      return [];
  }
}

/** torch.tensor([a, b]) as torch.stack([a, b]). */
function stacked(text: SourceText, probe: number | null): Fix[] {
  const place = text.place(probe);
  if (place === null) return [];
  const code = text.source.slice(place.start, place.end);
  const match = /^torch\.(tensor|as_tensor|Tensor|FloatTensor)\(/.exec(code);
  const argument = text.operandsOf(probe).filter(({ start }) => start > place.start)[0];
  if (match === null || /requires_grad|dtype/.test(code) || argument === undefined) return [];
  return [
    {
      title: "Use torch.stack",
      edits: [{ start: place.start, end: place.start + match[0].length, text: "torch.stack(" }],
    },
  ];
}

/** a > b as torch.sigmoid(10 * (a - b)), where its answers are counted and neither choose nor are asked. */
function smooth(text: SourceText, probe: number | null, isAbove: boolean): Fix[] {
  const place = text.place(probe);
  if (place === null || choosesWith(text, place)) return [];
  const soft = softComparison(text.code(place), isAbove);
  return soft === null ? [] : [{ title: "Use a sigmoid", edits: [{ ...place, text: soft }] }];
}

export function softComparison(code: string, isAbove: boolean): string | null {
  const method = /^(.+)\.(?:gt|ge|lt|le)\(([^()]*)\)$/s.exec(code);
  if (method !== null) return `${method[1]}.sub(${method[2]}).mul(${isAbove ? 10 : -10}).sigmoid()`;
  const match = /^([^<>]+?)\s*[<>]=?\s*([^<>=]+)$/s.exec(code);
  if (match === null) return null;
  const [, left, right] = match;
  return `torch.sigmoid(10 * (${isAbove ? `${left} - ${grouped(right)}` : `${right} - ${grouped(left)}`}))`;
}

/** The mask selects, is negated, or is asked: a number between 0 and 1 cannot stand there. */
function choosesWith({ source }: SourceText, { start, end }: { start: number; end: number }): boolean {
  const before = source.slice(source.lastIndexOf("\n", start) + 1, start);
  const after = source.slice(end, end + 8);
  if (/(\[|where\(|~|\bif|\bwhile|\bnot|&|\|)\s*\(?\s*$/.test(before) || /^\)?\s*(&|\||\]|\.(any|all)\()/.test(after))
    return true;
  const name = /(?:^|\s)(\w+)\s*=\s*\(?\s*$/.exec(before)?.[1];
  if (name === undefined) return false;
  return new RegExp(`(\\[|where\\(|~|&|\\||\\bif|\\bnot)\\s*${name}\\b|\\b${name}\\s*(&|\\||\\.(any|all)\\()`).test(
    source,
  );
}

const grouped = (code: string): string => (/^[\w.]+$|^[\w.]+\([^()]*\)$/.test(code) ? code : `(${code})`);
