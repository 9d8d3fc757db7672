/**
 * @file Code in colours before the editor is there: what Monaco's own grammars call a token, for the tokens that the themes give a colour
 * (themes.ts). A journey compares the two.
 */
import type { LaneLanguage } from "../../document/document.ts";

export type TokenKind = "keyword" | "type" | "number" | "string" | "comment" | "delimiter" | "plain";

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const keywords: Readonly<Record<LaneLanguage, ReadonlySet<string>>> = {
  typescript: words(
    "abstract any as asserts async await bigint boolean break case catch class const constructor continue debugger declare default delete do else enum export extends false finally for from function get global if implements import in infer instanceof interface is keyof let module namespace never new null number object of out override package private protected public readonly require return satisfies set static string super switch symbol this throw true try type typeof undefined unique unknown var void while with yield",
  ),
  python: words(
    "False None True _ and as assert async await break case class continue def del elif else except exec finally for from global if import in is lambda match nonlocal not or pass print raise return try type while with yield int float long complex hex abs all any bin bool bytearray callable chr classmethod compile delattr dict dir divmod enumerate eval filter format frozenset getattr globals hasattr hash help id input isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow property range repr reversed round self set setattr slice sorted staticmethod str sum super tuple vars zip __init__ __class__ __dict__ __name__ __import__",
  ),
};

/** Whatever matches first is the token; what matches nothing is plain. */
const grammars: Readonly<Record<LaneLanguage, RegExp>> = {
  typescript:
    /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\[\s\S])*`?)|(?<number>0[xX][\da-fA-F_]+n?|0[bBoO][\d_]+n?|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][-+]?\d+)?n?)|(?<type>[A-Z][\w$]*)|(?<word>#?[a-z_$][\w$]*)|(?<delimiter>[=><!~?:&|+\-*/^%;,.(){}[\]@]+)/g,
  python:
    /(?<comment>#[^\n]*)|(?<string>[fF]?(?:'''[\s\S]*?(?:'''|$)|"""[\s\S]*?(?:"""|$)|'(?:[^'\\\n]|\\[\s\S])*'?|"(?:[^"\\\n]|\\[\s\S])*"?))|(?<number>0[xX][\da-fA-F]+|(?:\d*\.)?\d+(?:[eE][-+]?\d+)?[jJ]?)|(?<word>[a-zA-Z_]\w*)|(?<delimiter>[,:;(){}[\]]+)/g,
};

/** In order, and without a gap. */
export function tokensOf(source: string, language: LaneLanguage): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const add = (end: number, kind: TokenKind): void => {
    if (end > at) tokens.push({ start: at, end, kind });
    at = Math.max(at, end);
  };
  for (const match of source.matchAll(grammars[language])) {
    add(match.index, "plain");
    add(match.index + match[0].length, kindOf(match, keywords[language]));
  }
  add(source.length, "plain");
  return tokens;
}

const named: readonly TokenKind[] = ["comment", "string", "number", "type", "delimiter"];

function kindOf({ 0: text, groups }: RegExpMatchArray, known: ReadonlySet<string>): TokenKind {
  if (groups?.word !== undefined) return known.has(text) ? "keyword" : "plain";
  return named.find((kind) => groups?.[kind] !== undefined) ?? "plain";
}
