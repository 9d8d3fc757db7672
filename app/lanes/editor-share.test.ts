import { expect, test } from "vitest";
import { editorShare } from "./editor-share.ts";

test("the editor takes the height of its code, and what is looked at gets the rest", () => {
  expect(editorShare({ lines: 10, foot: 48, height: 560 })).toBe(50);
  expect(editorShare({ lines: 10, foot: 48, height: 1120 })).toBe(25);
});

test("a long loss leaves a third to the inspector", () => {
  expect(editorShare({ lines: 200, foot: 48, height: 500 })).toBe(66);
});

test("the first lines that are typed move nothing", () => {
  const shares = [1, 2, 3, 4, 5, 6, 7].map((lines) => editorShare({ lines, foot: 48, height: 500 }));
  expect(new Set(shares).size).toBe(1);
});

test("before anything is measured, both have about as much", () => {
  expect(editorShare({ lines: 3, foot: 0, height: null })).toBe(55);
});
