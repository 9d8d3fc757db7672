/** @file Formulas that overflow as they are written, and the functions that compute the same and don't: softplus, log_softmax, logsigmoid. */
import type { Fix, TextEdit } from "../../engine/language/program.ts";
import { calledOn } from "./called.ts";
import type { SourceText } from "./source-text.ts";

/** log(1 + exp(x)) as softplus(x); exp(x) over its own sum as softmax(x). */
export function stableExp(text: SourceText, probe: number | null): Fix[] {
  const call = calledOn(text, probe, "exp");
  if (call === null || call.args !== "" || text.language !== "python") return [];
  return [
    ...softplus(text, call.place.start, call.place.end, call.inner),
    ...softmax(text, call.place, call.inner),
  ].slice(0, 1);
}

function softplus({ source }: SourceText, start: number, end: number, inner: string): Fix[] {
  const before = /(torch\.log\(\s*1(?:\.0*)?\s*\+\s*|torch\.log1p\(\s*)$/.exec(source.slice(0, start));
  const after = /^\s*\)/.exec(source.slice(end));
  if (before === null || after === null) return [];
  return [
    {
      title: "Use F.softplus",
      edits: [
        { start: before.index, end: end + after[0].length, text: `${functional({ source })}.softplus(${inner})` },
      ],
    },
  ];
}

/** e = torch.exp(x), and e / e.sum(dim) below. */
function softmax(
  { source }: SourceText,
  place: { readonly start: number; readonly end: number },
  inner: string,
): Fix[] {
  const line = source.lastIndexOf("\n", place.start) + 1;
  const name = /^\s*(\w+)\s*=\s*$/.exec(source.slice(line, place.start))?.[1];
  if (name === undefined) return [];
  const use = new RegExp(`\\b${name} / ${name}\\.sum\\(([^()]*)\\)`).exec(source.slice(place.end));
  const dim = use === null ? undefined : /(?:dim\s*=\s*|axis\s*=\s*|^)(-?\d+)/.exec(use[1])?.[1];
  if (use === null || dim === undefined) return [];
  const at = place.end + use.index;
  return [
    {
      title: "Use torch.softmax",
      edits: [{ start: at, end: at + use[0].length, text: `torch.softmax(${inner}, dim=${dim})` }],
    },
  ];
}

/** The logarithm of what a sigmoid or a softmax gave, which may round to 0, as the one function that knows both. */
export function stableLog(text: SourceText, probe: number | null): Fix[] {
  const call = calledOn(text, probe, "log");
  if (call === null || call.args !== "" || text.language !== "python") return [];
  const { inner, place } = call;
  const name = /^\(?(?:1(?:\.0*)? - )?(\w+)\)?$/.exec(inner)?.[1];
  if (name === undefined) return [];
  const made = definitionOf(text, name, place.start);
  const sigmoid = made === null ? undefined : inside(made.code, "sigmoid");
  if (sigmoid !== undefined) return logsigmoid(text, name, sigmoid);
  if (inner !== name || made === null) return [];
  const soft = inside(made.code, "softmax");
  if (soft !== undefined)
    return [{ title: "Use log_softmax", edits: [{ ...place, text: `torch.log_softmax(${soft})` }] }];
  return picked(text, name, made, place);
}

/** p = softmax(x); q = p[…]: the logarithm moves to where p is made, if nothing else uses p. */
function picked(text: SourceText, name: string, made: Definition, place: { start: number; end: number }): Fix[] {
  const source = /^(\w+)(?:\.gather\(|\[)/.exec(made.code)?.[1];
  if (source === undefined) return [];
  const soft = definitionOf(text, source, made.start);
  const uses = text.source.match(new RegExp(`\\b${source}\\b`, "g"))?.length ?? 0;
  const at = soft === null ? -1 : soft.code.search(/(?<!_)softmax\(/);
  if (soft === null || at < 0 || uses !== 2) return [];
  const start = soft.start + at;
  return [
    {
      title: "Use log_softmax",
      edits: [
        { start, end: start + "softmax(".length, text: "log_softmax(" },
        { ...place, text: name },
      ],
    },
  ];
}

function logsigmoid({ source }: SourceText, name: string, logits: string): Fix[] {
  const edits: TextEdit[] = [];
  const minus = /^[\w.]+$/.test(logits) ? `-${logits}` : `-(${logits})`;
  const forms = new RegExp(
    `torch\\.log\\(${name}\\)|\\b${name}\\.log\\(\\)|torch\\.log\\(1(?:\\.0*)? - ${name}\\)|\\(1(?:\\.0*)? - ${name}\\)\\.log\\(\\)`,
    "g",
  );
  for (const match of source.matchAll(forms)) {
    const isOther = / - /.test(match[0]);
    const text = `${functional({ source })}.logsigmoid(${isOther ? minus : logits})`;
    edits.push({ start: match.index, end: match.index + match[0].length, text });
  }
  return edits.length === 0 ? [] : [{ title: "Use F.logsigmoid", edits }];
}

interface Definition {
  readonly code: string;
  readonly start: number;
}

/** What a name was given on the last line before that begins with it. */
function definitionOf({ source }: SourceText, name: string, before: number): Definition | null {
  const found = [
    ...source.slice(0, before).matchAll(new RegExp(`^([ \\t]*${name}\\s*=\\s*)(\\S.*?)[ \\t]*(?:#.*)?$`, "gm")),
  ].at(-1);
  return found === undefined ? null : { code: found[2], start: found.index + found[1].length };
}

/** What stands in torch.f(…), F.f(…), or before .f(). */
function inside(code: string, name: string): string | undefined {
  return (
    new RegExp(`^(?:torch|F|nn\\.functional)\\.${name}\\((.+)\\)$`).exec(code)?.[1] ??
    (name === "sigmoid" ? /^([\w.]+|\(.+\))\.sigmoid\(\)$/.exec(code)?.[1] : undefined)
  );
}

const functional = ({ source }: Pick<SourceText, "source">): string =>
  /import torch\.nn\.functional as F\b|from torch\.nn import functional as F\b/.test(source)
    ? "F"
    : "torch.nn.functional";
