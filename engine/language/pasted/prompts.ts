/** @file Interactive sessions and notebooks: their prompts, what they printed, and what they told the notebook to do. */
import { tokensOf } from "../python/tokens.ts";
import { codeOf } from "./code-of.ts";
import { type Edit, type Line, linesOf, without } from "./draft.ts";
import { recognised } from "./recognise.ts";

const notebookPrompt = /^[ \t]*In ?\[[\d* ]*\]:[ \t]?/;
const notebookOutput = /^[ \t]*Out ?\[\d+\]:/;
const notebookContinuation = /^[ \t]*\.{3,}:(?: |$)/;
const doctestPrompt = /^[ \t]*>>>(?: |$)/;
const doctestContinuation = /^[ \t]*\.\.\.(?: |$)/;

/** `>>>` and `...`, `In [3]:` and `Out[3]:`. A session quoted in a string of the code is none. */
export function withoutPrompts(text: string): Edit[] {
  const visible = linesOf(codeOf(text, "python")).map((line) => line.text);
  const { language } = { language: null, ...recognised(text) };
  if (language === "typescript") return [];
  if (visible.some((line) => notebookPrompt.test(line)))
    return sessionEdits(linesOf(text), notebookPrompt, notebookContinuation);
  const first = visible.find((line) => doctestPrompt.test(line) || doctestContinuation.test(line));
  if (first === undefined || !doctestPrompt.test(first)) return [];
  return sessionEdits(linesOf(text), doctestPrompt, doctestContinuation);
}

/** What carries no prompt is output, unless it begins before any prompt or after a blank line and is code by itself. */
function sessionEdits(lines: readonly Line[], prompt: RegExp, continuation: RegExp): Edit[] {
  const isNotebook = prompt === notebookPrompt;
  const edits: Edit[] = [];
  let isInput = false;
  let bare: Line[] = [];
  const settle = (): void => {
    const isCode = !isInput && recognised(bare.map(({ text }) => text).join("\n")).isSure;
    if (!isCode) edits.push(...bare.filter(({ text }) => text.trim() !== "").map((line) => without("output", line)));
    bare = [];
  };
  let isCell = false;
  for (const line of lines) {
    const match = prompt.exec(line.text) ?? continuation.exec(line.text);
    if (match !== null) {
      settle();
      edits.push({ kind: "prompt", start: line.start, end: line.start + match[0].length, text: "" });
      // A notebook that is copied has its cell's code on the lines below the prompt.
      isCell = isNotebook && prompt.test(line.text) && match[0].length >= line.text.trimEnd().length;
      if (isCell) edits.splice(-1, 1, without("prompt", line));
      isInput = true;
    } else if (isCell && !notebookOutput.test(line.text)) continue;
    else {
      isCell = false;
      if (line.text.trim() === "") {
        settle();
        isInput = false;
      } else bare.push(line);
      if (notebookOutput.test(line.text)) isInput = true;
    }
  }
  settle();
  return edits.sort((a, b) => a.start - b.start);
}

/** `%matplotlib inline`, `%%time`, `!pip install` and the like, where a statement would begin. */
export function withoutMagics(text: string): Edit[] {
  if (!/^[ \t]*(?:%|!|\?)/m.test(text)) return [];
  const isWithin = bracketsAt(text);
  const visible = linesOf(codeOf(text, "python"));
  return linesOf(text).flatMap((line, i) => {
    const isMagic = /^[ \t]*(?:%%?[a-zA-Z_]\w*|![ \t]*[a-zA-Z./]|\?{1,2}[a-zA-Z])/.test(visible[i].text);
    const goesOn = i > 0 && /\\[ \t]*$/.test(visible[i - 1].text);
    return isMagic && !goesOn && !isWithin(line.start) ? [without("magic", line)] : [];
  });
}

/** To be asked from the beginning to the end. */
function bracketsAt(text: string): (offset: number) => boolean {
  const tokens = tokensOf(text);
  let next = 0;
  return (offset) => {
    while (next < tokens.length && tokens[next].start < offset) next++;
    const before = tokens[next - 1];
    return before !== undefined && (/^[([{]$/.test(before.text) || (before.depth > 0 && before.kind !== "newline"));
  };
}
