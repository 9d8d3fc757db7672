import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fileEntry } from "../../engine/data/catalogue.ts";
import { answersTo } from "../../engine/testing/answers.ts";
import { compile } from "../../engine/testing/python.ts";
import { defaultDocument, firstDocument } from "../document/defaults.ts";
import { boundedConsole } from "../sandbox/bounded-console.ts";
import { noResult } from "../store/store.ts";
import { annotationsOf } from "./annotations-of.ts";
import { checksOf } from "./checks.ts";
import { verdictOf } from "./verdict.ts";

const file = fileEntry(defaultDocument.experiment.dataset);

test.each([
  ["as a document begins", defaultDocument],
  ["as a first visit begins", firstDocument],
])("what is said of a vector %s needs no gradients of its components, nor how it is made a step", (_, document) => {
  const lane = document.lanes.find(({ language }) => language === "python");
  const compilation = compile(lane?.source ?? "");
  const { program } = compilation;
  if (file === null || lane === undefined || program === null) throw new Error("There is no such lane");
  const [report, alike] = [lane.handling, { kind: "refuse" } as const].map((handling) => {
    const replies = answersTo(
      { experiment: document.experiment, dataset: file.parse(readFileSync(`public/data/${file.file}`, "utf8")) },
      { type: "evaluate", id: 1, program, handling, alternatives: [], tries: false },
      { now: () => 0, consoleFor: boundedConsole },
    );
    const found = replies.find((reply) => reply.type === "report")?.report;
    if (found === undefined) throw new Error("There is no report");
    return found;
  });
  expect(report?.gradients).not.toBeNull();
  expect({ ...report, gradients: null }).toEqual({ ...alike, gradients: null });
  const result = { ...noResult, phase: "ready", source: lane.source, language: lane.language, compilation } as const;
  const said = [report, { ...report, gradients: null }].map((each) => {
    const of = { ...result, report: each };
    return [verdictOf(of, lane.handling), annotationsOf(of, lane.handling), checksOf(of, lane.handling, [])];
  });
  expect(said[1]).toEqual(said[0]);
});
