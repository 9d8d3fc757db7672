import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noteHtml } from "./note-html.ts";

describe("a note", () => {
  test("is Markdown with maths, in the line and displayed", () => {
    const html = noteHtml(
      "# Huber\n\n**Look** at `delta` and $\\ell(d) = |d|$:\n\n$$\\frac{1}{n}\\sum_i d_i^2$$\n\n- one\n- two",
    );
    expect(html).toContain("<strong>Look</strong>");
    expect(html).toContain("<code>delta</code>");
    expect(html.match(/<math/g)).toHaveLength(2);
    expect(html).toContain('display="block"');
    expect(html).toContain("<mfrac>");
    expect(html).toContain("<li>one</li>");
    // No part of the page's outline.
    expect(html).toContain('<p class="note-heading">Huber</p>');
  });

  test("takes money for money", () => {
    expect(noteHtml("from $5 to $10")).toBe("<p>from $5 to $10</p>\n");
    expect(noteHtml("it costs \\$5 and $ 6 $")).not.toContain("<math");
  });

  test("leads to the web alone, in a page of its own that learns nothing of this one", () => {
    expect(noteHtml("[paper](https://example.org/a)")).toBe(
      '<p><a href="https://example.org/a" rel="noopener noreferrer nofollow ugc" target="_blank">paper</a></p>\n',
    );
    for (const url of [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "data:text/html,x",
      "//evil.example",
      "vbscript:x",
      "file:///etc",
      "./reference.html",
    ])
      expect(noteHtml(`[x](${url}) [y](<${url}>) <${url}>\n\n[z]\n\n[z]: ${url}`)).not.toContain("<a ");
  });

  test.each([
    [
      "HTML",
      '<script>alert(1)</script> <img src=x onerror="alert(1)"> <b onclick=alert(1)>x</b>',
      /<(?:script|img|b)\b/,
    ],
    ["a picture", "![x](https://example.org/x.png)", /<img/],
    ["a link out of a formula", "$\\href{javascript:alert(1)}{x}$ $\\url{https://example.org}$", /<a\b|href=/],
    ["a picture in a formula", "$\\includegraphics{https://example.org/x.png}$", /<img|<mglyph/],
    [
      "a class or id out of a formula",
      "$\\class{button}{x} \\id{root}{x} \\htmlId{root}{x} \\htmlStyle{position:fixed}{x}$",
      /id="root"|class="button|style="[^"]*position/,
    ],
    ["HTML in a formula", "$\\text{<img src=x onerror=alert(1)>}$ $<script>alert(1)</script>$", /<(?:script|img)\b/],
  ])("lets %s of a stranger's be text", (_, note, forbidden) => {
    expect(noteHtml(note)).not.toMatch(forbidden);
  });

  test("takes its time from its length, whatever is in it", () => {
    const nested =
      "\\def\\a{xx}\\def\\b{\\a\\a\\a\\a}\\def\\c{\\b\\b\\b\\b}\\def\\d{\\c\\c\\c\\c}\\def\\e{\\d\\d\\d\\d}\\e\\e\\e";
    const notes = [
      `$${nested}$`,
      "$\\def\\a{\\a\\a}\\a$",
      ">".repeat(2000),
      "[".repeat(2000),
      "*a ".repeat(660),
      "$".repeat(2000),
      "$x$".repeat(660),
      `$${"{".repeat(1998)}`,
      `$${"\\sqrt{".repeat(280)}${"}".repeat(280)}$`,
    ];
    for (const note of notes) {
      const began = performance.now();
      expect(noteHtml(note.slice(0, 2000)).length).toBeLessThan(400_000);
      expect(performance.now() - began).toBeLessThan(1000);
    }
  });

  test("never throws", () => {
    const piece = fc.constantFrom(
      "$",
      "$$",
      "\\frac{",
      "}",
      "\\",
      "[",
      "](",
      ")",
      "<",
      ">",
      "`",
      "#",
      "\n",
      "|",
      "&",
      "x",
      "\\def\\a",
      "^",
      "_",
      "\u202e",
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => void noteHtml(pieces.join(""))));
  });
});
