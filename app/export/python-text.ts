/** @file Small pieces of Python text. What is asked of somebody's source is asked of its code, not of its comments and strings. */
import { codeOf, withLinesJoined } from "../../engine/language/python/tokens.ts";

const LINE = 100;

/** Numbers as a list, in lines of at most 100 characters. Python reads back the very doubles. */
export function numberList(values: ArrayLike<number>, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const value of Array.from(values, number)) {
    if (line !== "" && indent.length + line.length + value.length + 6 > LINE) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? `${value},` : ` ${value},`;
  }
  lines.push(line);
  return `[\n${lines.map((text) => `${indent}    ${text}\n`).join("")}${indent}]`;
}

/** A number as Python reads it. */
export function number(value: number): string {
  if (Number.isNaN(value)) return 'float("nan")';
  if (!Number.isFinite(value)) return value > 0 ? 'float("inf")' : '-float("inf")';
  return Object.is(value, -0) ? "-0.0" : String(value);
}

/** What people named, fit for a comment or a docstring: one line, nothing that could end it. */
export const oneLine = (text: string): string => text.replaceAll(/["\\\p{C}]/gu, " ").trim();

/** A text of somebody else's as it goes into a file: lines end as ours do, and the file's last line is whole. */
export const body = (source: string): string => `${source.replaceAll(/\r\n?/g, "\n").trim()}\n`;

export const indented = (code: string, by: string): string => code.replaceAll(/^(?=.)/gm, by);

const available: Readonly<Record<string, string>> = {
  math: "import math",
  nn: "from torch import nn",
  F: "import torch.nn.functional as F",
};

/** What a loss may use here without importing it, and uses: elsewhere it has to be imported. */
export function missingImports(source: string, names: readonly string[]): string {
  const code = codeOf(withLinesJoined(source));
  return names
    .filter((name) => new RegExp(`(?<![\\w.])${name}\\.`).test(code))
    .filter((name) => !new RegExp(`^\\s*(import|from)\\b.*\\b${name}\\b`, "m").test(code))
    .map((name) => `${available[name]}\n`)
    .join("");
}

/** Imports from __future__, and the rest: lines of a docstring that look like them are none. */
export function withoutFuture(source: string): { readonly future: string; readonly rest: string } {
  const found = [...codeOf(source).matchAll(/^from __future__ import .*\n/gm)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
  let [future, rest, at] = ["", "", 0];
  for (const { start, end } of found) {
    future += source.slice(start, end);
    rest += source.slice(at, start);
    at = end;
  }
  return { future, rest: rest + source.slice(at) };
}

/** Words in lines of at most `width` characters. */
export function wrapped(text: string, width = 98): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}
