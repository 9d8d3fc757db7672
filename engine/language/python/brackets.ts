/** @file Brackets and strings that nothing closes, in CPython's words. */
import { byName } from "../../by-name.ts";
import { Refusal } from "./syntax.ts";
import type { Token } from "./tokens.ts";

const closes: Readonly<Record<string, string>> = byName({ ")": "(", "]": "[", "}": "{" });

export interface Unclosed {
  /** A string that does not end, or a bracket that closes none or another one: no tokens come after it. */
  readonly broken: Refusal | null;
  /** Of a source whose tokens are sound, the last bracket that is still open at its end. */
  readonly open: Refusal | null;
}

export function unclosed(source: string, tokens: readonly Token[]): Unclosed {
  const open: Token[] = [];
  const lineOf = (at: number) => source.slice(0, at).split(/\r\n?|\n/).length;
  const refusal = ({ start }: Token, message: string) =>
    new Refusal({ startIndex: start, endIndex: start + 1 }, message, "syntax");
  for (const token of tokens) {
    const { kind, text } = token;
    if (kind === "unterminated") {
      const isTriple = /^[a-zA-Z]*('''|""")/.test(text);
      const detected = lineOf(isTriple ? source.replace(/\r?\n$/, "").length : token.end);
      const broken = refusal(
        token,
        `unterminated ${isTriple ? "triple-quoted " : ""}string literal (detected at line ${detected})`,
      );
      return { broken, open: null };
    }
    if (kind !== "operator") continue;
    if ("([{".includes(text)) open.push(token);
    else if (")]}".includes(text)) {
      const last = open.pop();
      if (last === undefined) return { broken: refusal(token, `unmatched '${text}'`), open: null };
      if (last.text !== closes[text]) {
        const where = lineOf(last.start) === lineOf(token.start) ? "" : ` on line ${lineOf(last.start)}`;
        const message = `closing parenthesis '${text}' does not match opening parenthesis '${last.text}'${where}`;
        return { broken: refusal(token, message), open: null };
      }
    }
  }
  const last = open.at(-1);
  return { broken: null, open: last === undefined ? null : refusal(last, `'${last.text}' was never closed`) };
}
