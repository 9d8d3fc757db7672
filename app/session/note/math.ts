/** @file Maths in Markdown: `$…$` within a line, `$$…$$` as a display. What is no maths is left as it stands. */
import type { MarkdownIt } from "markdown-it";

/** Opens where no space follows, closes where none precedes and no digit follows: "from $5 to $10" is about money. */
const INLINE = /^\$(?!\s)((?:\\[\s\S]|[^\\$])+?)(?<![\s\\])\$(?!\d)/u;
const DISPLAY = /^\$\$([\s\S]+?)\$\$/u;

export function maths(markdown: MarkdownIt, toMathML: (tex: string, isDisplay: boolean) => string): void {
  markdown.inline.ruler.before("escape", "maths", (state, isSilent) => {
    if (state.src.charCodeAt(state.pos) !== 0x24) return false;
    const rest = state.src.slice(state.pos);
    const display = DISPLAY.exec(rest);
    const found = display ?? INLINE.exec(rest);
    const [whole, tex] = found ?? [];
    if (whole === undefined || tex === undefined) return false;
    if (!isSilent) {
      const token = state.push("maths", "math", 0);
      token.content = tex.trim();
      token.markup = display === null ? "$" : "$$";
    }
    state.pos += whole.length;
    return true;
  });
  markdown.renderer.rules.maths = (tokens, at) => {
    const token = tokens[at];
    return token === undefined ? "" : toMathML(token.content, token.markup === "$$");
  };
}
