import { describe, expect, test } from "vitest";
import type { VectorHandling } from "../../engine/vector/handling.ts";
import { defaultDocument } from "../document/defaults.ts";
import { parseDocument } from "../document/document.ts";
import {
  choiceOf,
  equivalentOf,
  handledReason,
  handlingGroups,
  handlingOf,
  parseWeights,
  propertyOf,
  recordOf,
  titleOf,
} from "./handling-words.ts";

const choices = handlingGroups.flatMap((group) => group.choices);

describe("every choice of what a vector becomes", () => {
  test("is offered once, PyTorch's refusal first", () => {
    expect(choices[0]?.value).toBe("refuse");
    expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
    expect(choices.map(({ title }) => title)).toEqual([
      "Refuse",
      "Sum",
      "Mean",
      "Weights",
      "UPGrad",
      "MGDA",
      "DualProj",
      "PCGrad",
      "CAGrad",
      "IMTL-G",
      "Aligned-MTL",
      "ConFIG",
      "GradDrop",
      "FairGrad",
      "Nash-MTL",
      "GradVac",
      "ExcessMTL",
      "CR-MOGM",
      "MoDo",
      "SDMGrad",
      "Krum",
      "Trimmed mean",
      "Random",
      "Geometric mean",
      "Smooth Tchebycheff",
      "COSMOS",
      "PBI",
      "DWA",
    ]);
  });

  test.each(choices)("$title can be kept in a document, and is recognised again", ({ value, title }) => {
    const handling = handlingOf(value, 3);
    expect(choiceOf(handling)).toBe(value);
    expect(titleOf(handling)).toBe(title);
    const [lane, ...others] = defaultDocument.lanes;
    const document = { ...defaultDocument, lanes: [{ ...lane, handling }, ...others] };
    expect(parseDocument(document)).toEqual(document);
  });

  test.each(choices.filter(({ value }) => value !== "refuse"))("$title has its words", ({ value }) => {
    const handling = handlingOf(value, 64);
    expect(recordOf(handling)?.about).toMatch(/\.$/);
    expect(propertyOf(handling)).toMatch(/conflict-free/i);
    expect(handledReason(handling, 64)).toMatch(handling.kind === "aggregator" ? /one step of it$/ : /64/);
  });
});

describe("words about a handling", () => {
  test("say when the parameter decides whether it is conflict-free", () => {
    const cagrad = (c: number): VectorHandling => ({ kind: "aggregator", name: "CAGrad", parameters: { c } });
    expect(propertyOf(cagrad(0.5))).toMatch(/only for c ≥ 1/);
    expect(propertyOf(cagrad(1))).toMatch(/^Conflict-free, since c ≥ 1/);
  });

  test("say what is the same, and by how much the sum is larger", () => {
    expect(equivalentOf({ kind: "sum" }, 64)).toMatch(/ones_like.*TensorFlow.*64 times/);
    expect(equivalentOf({ kind: "mean" }, 64)).toMatch(/loss\.mean\(\).*Keras/);
    expect(equivalentOf(handlingOf("UPGrad", 64), 64)).toBeNull();
  });

  test("refuse what is not known", () => {
    expect(handlingOf("Tomorrow", 64)).toEqual({ kind: "refuse" });
  });
});

test.each<[string, readonly number[] | null]>([
  ["1, 0.5", [1, 0.5]],
  [" 1 2;3\n", [1, 2, 3]],
  ["-1e-3", [-0.001]],
  ["", null],
  ["1, two", null],
  ["1, Infinity", null],
])("weights typed as %j are %j", (text, expected) => {
  expect(parseWeights(text)).toEqual(expected);
});
