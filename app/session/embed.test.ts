import { expect, test } from "vitest";
import { defaultDocument } from "../document/defaults.ts";
import { embeddingOf, partOf, queryOf, snippetOf, wholeOf } from "./embed.ts";

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

test("the whole has what was changed in the part, and the lanes that were not shown", () => {
  const runs = { A: "0123456789abcdef", B: "fedcba9876543210" };
  const whole = { ...defaultDocument, runs };
  const part = partOf(whole, { lane: "B", hasControls: true });
  expect(wholeOf(part, whole)).toEqual(whole);
  expect(wholeOf(part, null)).toBe(part);
  const lanes = part.lanes.map((lane) => ({ ...lane, source: "x" }));
  const edited = wholeOf({ ...part, lanes, runs: {} }, whole);
  expect(edited.lanes.map(({ id, source }) => [id, source])).toEqual([
    ["A", defaultDocument.lanes[0]?.source],
    ["B", "x"],
  ]);
  // B's run was another loss's.
  expect(edited.runs).toEqual({ A: runs.A });
  const slower = { ...part, experiment: { ...part.experiment, lr: 0.001 }, runs: {} };
  expect(wholeOf(slower, whole).runs).toEqual({});
});

test("a snippet cannot be broken out of by a title", () => {
  expect(snippetOf("https://example.org/?embed&controls=none#1A", '"><script>')).toContain(
    'src="https://example.org/?embed&amp;controls=none#1A" title="&quot;>&lt;script>"',
  );
});
