import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyDocument } from "../document/arbitrary.ts";
import { defaultDocument } from "../document/defaults.ts";
import { openKept } from "../document/kept.ts";
import { documentOfText } from "./document-file.ts";

const open = (text: string) => documentOfText(text, "f.json");
const isInWords = (text: string): void => {
  const read = open(text);
  if (read.kind === "refused") expect(read.reason).toMatch(/^f\.json .+\.$/);
};

describe("a document file", () => {
  test("that the page wrote opens", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(open(JSON.stringify(document))).toEqual({ kind: "document", document });
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['{"version": {"valueOf": 1, "toString": 2}}', /holds no document/],
    ['{"version": {"valueOf": 1, "toString": 2}, "lanes": []}', /holds no document/],
    ['{"version": 99, "lanes": []}', /made by a newer Losslab/],
    ['{"version": "99"}', /holds no document/],
    ['{"__proto__": {"version": 99}}', /holds no document/],
    ["[]", /holds no document/],
    ["null", /holds no document/],
    ["", /is not JSON/],
    ["[".repeat(200_000), /is not JSON/],
    [`${"[".repeat(50_000)}${"]".repeat(50_000)}`, /holds no document|is not JSON/],
    [JSON.stringify({ ...defaultDocument, experiment: { ...defaultDocument.experiment, lr: -1 } }), /experiment\.lr/],
  ])("%.60s is refused in words", (text, words) => {
    expect(open(text)).toMatchObject({ kind: "refused", reason: expect.stringMatching(words) });
  });

  test("of whatever JSON is opened or refused in words, and nothing is thrown", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json({ maxDepth: 6 })), isInWords), { numRuns: 500 });
  });

  test("in which any part is anything at all is opened or refused in words", () => {
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom<unknown>(
        { valueOf: 1, toString: 2 },
        { length: -1 },
        { constructor: { name: null } },
        [],
        [null],
        -0,
        1e308,
        "\u0000",
        "9".repeat(500),
      ),
    );
    const keysIn = (value: unknown): string[][] =>
      typeof value !== "object" || value === null
        ? [[]]
        : [[], ...Object.entries(value).flatMap(([key, part]) => keysIn(part).map((rest) => [key, ...rest]))];
    const withPart = (value: unknown, [key, ...rest]: readonly string[], part: unknown): unknown => {
      if (key === undefined) return part;
      if (Array.isArray(value)) return value.map((item, i) => (String(i) === key ? withPart(item, rest, part) : item));
      const fields: Readonly<Record<string, unknown>> = { ...(typeof value === "object" ? value : {}) };
      return { ...fields, [key]: withPart(fields[key], rest, part) };
    };
    const places = keysIn(defaultDocument);
    fc.assert(
      fc.property(fc.constantFrom(...places), odd, fc.constantFrom(...places), odd, (place, part, other, another) => {
        const document = withPart(withPart(defaultDocument, place, part), other, another);
        isInWords(JSON.stringify(document));
        expect(["document", "newer", "unreadable"]).toContain(openKept(document).kind);
      }),
      { numRuns: 1000 },
    );
  });
});
