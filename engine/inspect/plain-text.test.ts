import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

test.each([
  ["U+061C", "a\u061cb"],
  ["zero width space, joiners and the word joiner", "a\u200b\u200c\u200d\u2060b"],
  ["bidi controls and isolates", "a\u202e\u2066\u2069\u200fb"],
  ["control characters", "a\u0000\u001b\u0085\u007fb"],
  ["tags and fillers", "a\u{e0041}\u3164\u115fb"],
])("%s is taken out", (_title, text) => expect(plainText(text)).toBe("ab"));

test("line feeds, tabs, accents and emoji stay", () => expect(plainText("é\t漢\n🙂")).toBe("é\t漢\n🙂"));

test("what is plain stays as it is", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => plainText(plainText(text)) === plainText(text)));
});
