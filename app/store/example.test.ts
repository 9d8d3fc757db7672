import { beforeEach, expect, test } from "vitest";
import { defaultDocument } from "../document/defaults.ts";
import { exampleOf } from "../document/examples.ts";
import { withExample } from "./example.ts";
import { createLosslabStore, type Store, setExperiment, setLane } from "./store.ts";

let store: Store;
beforeEach(() => {
  store = createLosslabStore(defaultDocument, "dark");
});
const opened = (name: string) => {
  const changes = withExample(store, "A", exampleOf(name));
  if (changes === null) throw new Error(`${name} changed nothing`);
  return changes;
};
const shown = () => {
  const { document } = store.getState();
  return [document.lanes[0]?.name, document.lanes[1]?.name, document.experiment.dataset];
};

test("an example's name and data set are taken back and brought again", () => {
  const before = shown();
  const { undo, redo } = opened("Two components");
  const after = ["Two components", before[1], "two-targets"];
  expect(shown()).toEqual(after);
  undo();
  expect(shown()).toEqual(before);
  redo();
  expect(shown()).toEqual(after);
});

test("what was chosen by hand since stays", () => {
  const { undo } = opened("Two components");
  setExperiment(store, { dataset: "sine" });
  setLane(store, "A", { name: "mine" });
  undo();
  expect(shown()).toEqual(["mine", defaultDocument.lanes[1]?.name, "sine"]);
});

test("an example that any data will do for leaves them, also when it is undone", () => {
  const { undo } = opened("Mean squared error");
  setExperiment(store, { dataset: "sine" });
  undo();
  expect(shown()).toEqual([defaultDocument.lanes[0]?.name, defaultDocument.lanes[1]?.name, "sine"]);
});

test("an example that is there already leaves nothing to be undone", () => {
  opened("Two components");
  expect(withExample(store, "A", exampleOf("Two components"))).toBeNull();
});
