/** @file What CPython says of tokens that cannot follow each other, and of characters that are none. */
import { Refusal } from "./syntax.ts";
import { beginsOperand, endsOperand, type Token } from "./tokens.ts";

const refusal = (start: number, end: number, message = "invalid syntax") =>
  new Refusal({ startIndex: start, endIndex: Math.max(end, start + 1) }, message, "syntax");

/** Characters and numbers that are no tokens: found before anything is parsed. */
export function characterProblem(tokens: readonly Token[]): Refusal | null {
  for (const [i, token] of tokens.entries()) {
    if (token.kind === "operator" && !/^[\x20-\x7e]+$/.test(token.text)) {
      const code = (token.text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      return refusal(token.start, token.end, `invalid character '${token.text}' (U+${code})`);
    }
    const next = tokens[i + 1];
    if (token.kind === "number" && next?.start === token.end && (next.kind === "name" || isWord(next)))
      return isOperatorWord(next) ? null : refusal(token.end - 1, next.end, "invalid decimal literal");
  }
  return null;
}

const isWord = ({ kind }: Token) => kind === "keyword";
const isOperatorWord = ({ text }: Token) => ["and", "or", "if", "else", "in", "is", "for", "not"].includes(text);

/** The first pair of tokens that no expression has; null if there is none. */
export function sequenceProblem(tokens: readonly Token[]): Refusal | null {
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    if (token.text === "!" || token.text === "?" || token.text === "$" || token.text === "`")
      return refusal(token.start, token.end);
    if (next === undefined) continue;
    const problem = pairProblem(tokens, i, token, next);
    if (problem !== null) return problem;
  }
  return null;
}

function pairProblem(tokens: readonly Token[], i: number, token: Token, next: Token): Refusal | null {
  if (endsOperand(token) && beginsOperand(next) && !(token.kind === "string" && next.kind === "string")) {
    const isSoft =
      token.kind === "name" && ["match", "case", "type", "print", "exec"].includes(token.text) && token.depth === 0;
    if (isSoft) return null;
    if (token.depth === 0 || next.depth === 0 || isInLambda(tokens, i) || isInParameters(tokens, i))
      return refusal(next.start, next.end);
    return refusal(startOfExpression(tokens, i), next.end, "invalid syntax. Perhaps you forgot a comma?");
  }
  if (token.text === "else" && next.text === "if" && isFirst(tokens, i))
    return refusal(next.start, next.end, "expected ':'");
  if ((token.text === "+" || token.text === "-") && next.kind === "newline") return refusal(next.start, next.end);
  if (token.kind === "keyword" && next.text === "=" && !["lambda"].includes(token.text) && isFirst(tokens, i)) {
    if (["None", "True", "False"].includes(token.text))
      return refusal(token.start, token.end, `cannot assign to ${token.text}`);
    return refusal(next.start, next.end);
  }
  if (token.text === "lambda" && next.text === "=") return refusal(next.start, next.end);
  return lacksOperand(tokens, i, next) ? refusal(next.start, next.end) : null;
}

const binary = new Set(
  "* / // % @ & | ^ << >> ** == != <= >= < > = := += -= *= /= //= %= @= &= |= ^= <<= >>= **= ->".split(" "),
);
const signs = new Set(["+", "-", "~"]);
const operandWords = new Set(["not", "lambda", "await", "yield", "None", "True", "False"]);

/** Whether an operand has to follow, and something else does. */
function lacksOperand(tokens: readonly Token[], i: number, next: Token): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (token.kind !== "operator") return false;
  if (token.text === ".") return next.kind !== "name" && before !== undefined && endsOperand(before);
  if (token.text === "(" || token.text === "[")
    return (binary.has(next.text) && !next.text.startsWith("*")) || (token.text === "(" && /^[:,.]$/.test(next.text));
  const isParameter = before === undefined || /^([(,]|lambda)$/.test(before.text);
  if (!(binary.has(token.text) || signs.has(token.text)) || isParameter || token.text === "->") return false;
  if (next.kind === "keyword") return !operandWords.has(next.text);
  return next.kind === "newline" || binary.has(next.text) || /^[.)\]},:;]$/.test(next.text);
}

const isFirst = (tokens: readonly Token[], i: number) =>
  i === 0 || tokens[i - 1].kind === "newline" || tokens[i - 1].text === ";";

function isInParameters(tokens: readonly Token[], i: number): boolean {
  const { depth } = tokens[i];
  for (let at = i; at >= 2; at--)
    if (tokens[at].depth < depth) return tokens[at].text === "(" && tokens[at - 2].text === "def";
  return false;
}

function isInLambda(tokens: readonly Token[], i: number): boolean {
  for (let at = i; at >= 0 && tokens[at].kind !== "newline"; at--) {
    if (tokens[at].text === ":") return false;
    if (tokens[at].text === "lambda") return true;
  }
  return false;
}

/** Where the expression begins that a token ends. */
function startOfExpression(tokens: readonly Token[], i: number): number {
  const { depth } = tokens[i];
  let at = i;
  while (at > 0) {
    const before = tokens[at - 1];
    if (before.depth < depth) break;
    if (
      before.depth === depth &&
      (/^[,:=;]$/.test(before.text) ||
        (before.kind === "keyword" && !["and", "or", "not", "in", "is", "None", "True", "False"].includes(before.text)))
    )
      break;
    at--;
  }
  return tokens[at].start;
}
