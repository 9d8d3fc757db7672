/** @file Python's tokens, for saying what is wrong with a source that does not parse. */

export interface Token {
  readonly kind: "name" | "keyword" | "number" | "string" | "operator" | "newline";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** How many brackets are open around it. */
  readonly depth: number;
}

const keywords = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " ",
  ),
);

const patterns: readonly (readonly [Token["kind"] | null, RegExp])[] = [
  [null, /[ \t\f\r]+|\\\n|#[^\n]*/y],
  ["newline", /\n/y],
  [
    "string",
    /[rRbBuUfF]{0,2}(?:'''(?:[^\\]|\\[\s\S])*?'''|"""(?:[^\\]|\\[\s\S])*?"""|'(?:[^\\'\n]|\\[\s\S])*'|"(?:[^\\"\n]|\\[\s\S])*")/y,
  ],
  ["number", /0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?[jJ]?/y],
  ["name", /[\p{L}_][\p{L}\p{N}\p{M}_]*/uy],
  ["operator", /\*\*=|\/\/=|<<=|>>=|\.\.\.|:=|->|[-+*/%@&|^<>=!]=|\*\*|\/\/|<<|>>|[-+*/%@&|^~<>=()[\]{},:.;!?$`]/y],
];

/** The tokens of a source; what is none comes as an operator of one character. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  for (let at = 0; at < source.length; ) {
    let length = 0;
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at;
      const text = pattern.exec(source)?.[0] ?? "";
      if (text === "") continue;
      length = text.length;
      if (kind === null || (kind === "newline" && depth > 0)) break;
      if (kind === "operator" && /^[)\]}]$/.test(text)) depth = Math.max(0, depth - 1);
      tokens.push({
        kind: kind === "name" && keywords.has(text) ? "keyword" : kind,
        text,
        start: at,
        end: at + length,
        depth,
      });
      if (kind === "operator" && /^[([{]$/.test(text)) depth++;
      break;
    }
    if (length === 0) {
      const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
      tokens.push({ kind: "operator", text: character, start: at, end: at + character.length, depth });
      length = character.length;
    }
    at += length;
  }
  return tokens;
}

const constants = new Set(["None", "True", "False"]);

/** Whether an expression may end with it, and the next one begin. */
export const endsOperand = ({ kind, text }: Token): boolean =>
  kind === "name" || kind === "number" || kind === "string" || /^[)\]}]$/.test(text) || constants.has(text);
export const beginsOperand = ({ kind, text }: Token): boolean =>
  kind === "name" || kind === "number" || kind === "string" || constants.has(text);
