import { expect, test } from "vitest";
import { defaultDocument } from "../document/defaults.ts";
import { embeddingOf, partOf, queryOf, snippetOf } from "./embed.ts";

test("a query says whether the page is embedded, which lane, and with which controls", () => {
  expect(embeddingOf("")).toBeNull();
  expect(embeddingOf("?embed")).toEqual({ lane: null, hasControls: true });
  expect(embeddingOf("?embed=B&controls=none")).toEqual({ lane: "B", hasControls: false });
  for (const embedding of [
    { lane: null, hasControls: true },
    { lane: "C", hasControls: false },
  ])
    expect(embeddingOf(queryOf(embedding))).toEqual(embedding);
});

test("one lane is shown alone; a lane that is not there shows all", () => {
  expect(partOf(defaultDocument, { lane: "B", hasControls: true }).lanes.map(({ id }) => id)).toEqual(["B"]);
  expect(partOf(defaultDocument, { lane: "x", hasControls: true })).toBe(defaultDocument);
});

test("a snippet cannot be broken out of by a title", () => {
  expect(snippetOf("https://example.org/?embed&controls=none#1A", '"><script>')).toContain(
    'src="https://example.org/?embed&amp;controls=none#1A" title="&quot;>&lt;script>"',
  );
});
