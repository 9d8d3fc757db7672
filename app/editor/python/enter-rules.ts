/** @file What a new line's indentation is in Python, from the line before it. */

export interface EnterRule {
  readonly beforeText: RegExp;
  readonly indent: "more" | "less";
}

/** Of a line: a string, and code in which a `#` or a bracket within strings counts for nothing. */
const string = String.raw`(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")`;
const code = `(?:${string}|[^'"#])*`;
const comment = String.raw`\s*(?:#.*)?$`;

/** The first that matches decides; a line that none matches hands its indentation on. */
export const enterRules: readonly EnterRule[] = [
  {
    // A block begins; `)` and `]` end the header of one that began further up.
    beforeText: new RegExp(
      String.raw`^\s*(?:(?:def|class|for|if|elif|else|while|try|with|finally|except|async|match|case)\b${code}|[)\]]${code}):${comment}`,
    ),
    indent: "more",
  },
  {
    // Nothing of the block comes after these, unless the line goes on: an open bracket, an operator, a backslash.
    beforeText: new RegExp(
      String.raw`^\s*(?:(?:pass|break|continue)|(?:return|raise)(?:\s*|\b(?!${code}[([{](?:${string}|[^'"#)\]}])*${comment})${code}(?:${string}|[^\s([{,\\+\-*/%@&|^=<>~'"#])))${comment}`,
    ),
    indent: "less",
  },
];
