/** @file Python's tokens: what a text of Python says, apart from its comments and from what its strings hold. */

export interface Token {
  /** `unterminated` is a string that its line, or the source, does not end. */
  readonly kind: "name" | "keyword" | "number" | "string" | "unterminated" | "operator" | "newline";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** How many brackets are open around it. */
  readonly depth: number;
}

/** `joint` is the end of a line that a statement goes on after: within brackets, or behind a backslash. */
type Scanned = Omit<Token, "kind"> & { readonly kind: Token["kind"] | "comment" | "joint" };

const keywords = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " ",
  ),
);

/** After a backslash, a line's end is one character, however it is written. */
const patterns: readonly (readonly [Scanned["kind"] | null, RegExp])[] = [
  [null, /[ \t\f]+/y],
  ["joint", /\\(?:\r\n?|\n)/y],
  ["comment", /#[^\r\n]*/y],
  ["newline", /\r\n?|\n/y],
  [
    "string",
    /(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?(?:'''(?:[^\\]|\\[\s\S])*?'''|"""(?:[^\\]|\\[\s\S])*?"""|(?!'''|""")(?:'(?:[^\\'\r\n]|\\(?:\r\n|[\s\S]))*'|"(?:[^\\"\r\n]|\\(?:\r\n|[\s\S]))*"))/y,
  ],
  [
    "unterminated",
    /(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?(?:(?:'''|""")[\s\S]*|'(?:[^\\\r\n]|\\(?:\r\n|[\s\S]))*|"(?:[^\\\r\n]|\\(?:\r\n|[\s\S]))*)/y,
  ],
  ["number", /0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d[\d_]*)?[jJ]?/y],
  ["name", /[\p{XID_Start}_]\p{XID_Continue}*/uy],
  ["operator", /\*\*=|\/\/=|<<=|>>=|\.\.\.|:=|->|[-+*/%@&|^<>=!]=|\*\*|\/\/|<<|>>|[-+*/%@&|^~<>=()[\]{},:.;!?$`\\]/y],
];

function kindOf(kind: Scanned["kind"], text: string, depth: number): Scanned["kind"] {
  if (kind === "newline" && depth > 0) return "joint";
  return kind === "name" && keywords.has(text) ? "keyword" : kind;
}

/** What is no token comes as an operator of one character. */
function scan(source: string): Scanned[] {
  const found: Scanned[] = [];
  let depth = 0;
  for (let at = 0; at < source.length; ) {
    let length = 0;
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at;
      const text = pattern.exec(source)?.[0] ?? "";
      if (text === "") continue;
      length = text.length;
      if (kind === null) break;
      if (kind === "operator" && /^[)\]}]$/.test(text)) depth = Math.max(0, depth - 1);
      found.push({ kind: kindOf(kind, text, depth), text, start: at, end: at + length, depth });
      if (kind === "operator" && /^[([{]$/.test(text)) depth++;
      break;
    }
    if (length === 0) {
      const text = String.fromCodePoint(source.codePointAt(at) ?? 0);
      found.push({ kind: "operator", text, start: at, end: at + text.length, depth });
      length = text.length;
    }
    at += length;
  }
  return found;
}

export function tokensOf(source: string): Token[] {
  return scan(source).filter((token): token is Token => token.kind !== "comment" && token.kind !== "joint");
}

export interface CommentText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export const commentsOf = (source: string): CommentText[] => scan(source).filter(({ kind }) => kind === "comment");

/** The source with spaces for some of its tokens. */
function blanked(source: string, blank: (token: Scanned) => string | null): string {
  let text = "";
  let at = 0;
  for (const token of scan(source)) {
    const instead = blank(token);
    if (instead === null) continue;
    text += source.slice(at, token.start) + instead;
    at = token.end;
  }
  return text + source.slice(at);
}

const spaces = ({ text }: Scanned): string => " ".repeat(text.length);

/** The source with spaces for comments and for the text of strings, but not for what f-strings compute: of the same length. */
export const codeOf = (source: string): string =>
  blanked(source, (token) => {
    if (token.kind === "string" && /^[rR]?[fF]/.test(token.text)) return interpolations(token.text);
    return ["comment", "string", "unterminated"].includes(token.kind) ? spaces(token) : null;
  });

/** The source with every logical line on one line of text, for parsers that miss where lines go on: of the same length. */
export const withLinesJoined = (source: string): string =>
  blanked(source, (token) =>
    token.kind === "joint" || (token.kind === "comment" && token.depth > 0) ? spaces(token) : null,
  );

/** Of an f-string, what stands between its braces. */
function interpolations(text: string): string {
  let depth = 0;
  return text.replaceAll(/\{\{|\}\}|[\s\S]/g, (piece) => {
    if (depth === 0 && piece.length === 2) return "  ";
    const before = depth;
    for (const brace of piece) depth = Math.max(0, depth + (brace === "{" ? 1 : brace === "}" ? -1 : 0));
    return before > 0 && depth > 0 && piece !== "\n" ? piece : " ".repeat(piece.length);
  });
}

const constants = new Set(["None", "True", "False"]);

/** Whether an expression may end with it, and the next one begin. */
export const endsOperand = ({ kind, text }: Token): boolean =>
  kind === "name" || kind === "number" || kind === "string" || /^[)\]}]$/.test(text) || constants.has(text);
export const beginsOperand = ({ kind, text }: Token): boolean =>
  kind === "name" || kind === "number" || kind === "string" || constants.has(text);
