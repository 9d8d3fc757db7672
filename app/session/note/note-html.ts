/**
 * @file A note, Markdown with maths, as HTML. It comes from strangers: no HTML of theirs, no pictures (those would be requests), links to the web
 * alone, and nothing that grows beyond what it is long.
 */
import MarkdownIt from "markdown-it";
import temml from "temml";
import { maths } from "./math.ts";

/** What a formula may expand to, and how large, in em, what it draws may be. */
const formula = { throwOnError: true, trust: false, maxExpand: 200, maxSize: [10, 10] as [number, number] };

const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true, maxNesting: 12 });
markdown.disable("image");
markdown.validateLink = (url) => /^(?:https?:\/\/|mailto:)/i.test(url.trim());

maths(markdown, (tex, isDisplay) => {
  try {
    return temml.renderToString(tex, { ...formula, displayMode: isDisplay });
  } catch {
    // No TeX, or beyond all bounds: as it was written.
    return `<code>${markdown.utils.escapeHtml(tex)}</code>`;
  }
});

const { rules } = markdown.renderer;
rules.link_open = (tokens, at, options, _env, renderer) => {
  tokens[at]?.attrSet("rel", "noopener noreferrer nofollow ugc");
  tokens[at]?.attrSet("target", "_blank");
  return renderer.renderToken(tokens, at, options);
};
// A note has no part in the page's outline.
rules.heading_open = () => '<p class="note-heading">';
rules.heading_close = () => "</p>\n";

export const noteHtml = (note: string): string => markdown.render(note);
