/** @file Losses in the forms of the literature: each opens on data that the page finds for it, and trains as it does in PyTorch. */
import { expect, test } from "vitest";
import { halves, holdLosses, measured } from "./hold-losses.ts";
import { lossNames } from "./loss-table.ts";

test("there are more than forty of them, PyTorch made a curve of each, and each is held to it here or in further-losses.test.ts", () => {
  expect(lossNames.length).toBeGreaterThan(40);
  expect(measured.map(({ id }) => id)).toEqual(lossNames);
  expect([...halves.first, ...halves.second].map(({ id }) => id)).toEqual(lossNames);
});

holdLosses(halves.first);
