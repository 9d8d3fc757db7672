import { expect, test } from "vitest";
import { toyDataset } from "../../engine/data/catalogue.ts";
import { defaultDocument } from "../document/defaults.ts";
import { parseDocument } from "../document/document.ts";
import { OWN, type OwnData } from "../document/own-data.ts";
import { ownOf, withPoint, withPointMoved, withPointRemoved } from "./edit-points.ts";

function twoTargets(): OwnData {
  const dataset = toyDataset("two-targets");
  if (dataset === null) throw new Error("the catalogue has it");
  return ownOf(dataset);
}
const fits = (data: OwnData) =>
  parseDocument({ ...defaultDocument, data, experiment: { ...defaultDocument.experiment, dataset: OWN } }) !== null;

test("a data set of the catalogue becomes one's own, in short numbers", () => {
  const data = twoTargets();
  expect(data.title).toBe("Two targets per input, edited");
  expect(data.inputs[0]?.values).toHaveLength(200);
  expect(data.inputs[0]?.values.every((value) => String(Math.abs(value)).length <= 9)).toBe(true);
  expect(fits(data)).toBe(true);
});

test("points are added, moved and removed, and every column stays as long as the others", () => {
  let data = twoTargets();
  data = withPoint(data, { x: 0.123456, y: 9 });
  expect([data.inputs[0]?.values.at(-1), data.targets[0]?.values.at(-1)]).toEqual([0.12346, 9]);
  data = withPointMoved(data, 200, { x: 0.5, y: -3 });
  expect([data.inputs[0]?.values.at(-1), data.targets[0]?.values.at(-1)]).toEqual([0.5, -3]);
  data = withPointRemoved(data, 200);
  expect(data).toEqual(twoTargets());
  expect(fits(withPoint(data, { x: 0, y: 0 }))).toBe(true);
});

test("so many remain that there is something to measure on", () => {
  let data = twoTargets();
  for (let i = 0; i < 300; i++) data = withPointRemoved(data, 0);
  expect(data.inputs[0]?.values).toHaveLength(5);
});
