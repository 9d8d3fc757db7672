import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultDocument } from "./defaults.ts";
import { type LossDocument, parseDocument } from "./document.ts";
import { examples } from "./examples.ts";
import {
  freeId,
  withLaneAdded,
  withLaneDuplicated,
  withLaneMoved,
  withLaneRemoved,
  withLaneRestored,
} from "./lanes.ts";

const letters = ({ lanes }: LossDocument) => lanes.map(({ id }) => id).join("");
const four = withLaneAdded(withLaneAdded(defaultDocument));

describe("lanes", () => {
  test("begin as a scalar beside a vector, both of them examples", () => {
    expect(letters(defaultDocument)).toBe("AB");
    for (const { name, source } of defaultDocument.lanes) {
      expect(examples.some((each) => each.name === name && [each.source, each.python].includes(source))).toBe(true);
    }
  });

  test("are added up to four, in the language of the last", () => {
    expect(letters(four)).toBe("ABCD");
    expect(four.lanes[2]?.language).toBe("python");
    expect(freeId(four)).toBeNull();
    expect(withLaneAdded(four)).toBe(four);
    expect(withLaneDuplicated(four, "A")).toBe(four);
  });

  test("keep their letters when they move, and stop at the ends", () => {
    expect(letters(withLaneMoved(four, "A", 1))).toBe("BACD");
    expect(letters(withLaneMoved(four, "D", -1))).toBe("ABDC");
    expect(withLaneMoved(four, "A", -1)).toBe(four);
    expect(withLaneMoved(four, "D", 1)).toBe(four);
  });

  test("are copied beside their original, with all that is in them", () => {
    const copied = withLaneDuplicated(defaultDocument, "A");
    expect(letters(copied)).toBe("ACB");
    expect(copied.lanes[1]).toEqual({ ...copied.lanes[0], id: "C", name: "Mean absolute error 2" });
  });

  test("never come under a name that another lane has", () => {
    const names = ({ lanes }: LossDocument) => lanes.map(({ name }) => name);
    expect(names(four).slice(2)).toEqual(["Mean squared error", "Mean squared error 2"]);
    const [lane] = defaultDocument.lanes;
    if (lane === undefined) throw new Error("no lane");
    const restored = withLaneRestored(withLaneRemoved(withLaneDuplicated(defaultDocument, "A"), "A"), {
      lane,
      index: 0,
    });
    expect(new Set(names(restored)).size).toBe(3);
    const renamed = { ...lane, name: "Mean absolute error 2" };
    const twice = withLaneRestored(withLaneRemoved(withLaneDuplicated(defaultDocument, "A"), "A"), {
      lane: renamed,
      index: 0,
    });
    expect(new Set(names(twice)).size).toBe(3);
  });

  test("come back where they stood, under another letter if theirs was taken", () => {
    const [lane] = defaultDocument.lanes;
    if (lane === undefined) throw new Error("no lane");
    const removed = withLaneRemoved(defaultDocument, "A");
    expect(withLaneRestored(removed, { lane, index: 0 })).toEqual(defaultDocument);
    const taken = withLaneAdded(removed);
    expect(letters(taken)).toBe("BA");
    expect(letters(withLaneRestored(taken, { lane, index: 0 }))).toBe("CBA");
  });

  test("never run out: the last one stays", () => {
    const one = withLaneRemoved(defaultDocument, "B");
    expect(letters(one)).toBe("A");
    expect(withLaneRemoved(one, "A")).toBe(one);
  });

  test("make a document that can be read back, whatever was done to them", () => {
    const action = fc.constantFrom<(document: LossDocument) => LossDocument>(
      withLaneAdded,
      (document) => withLaneDuplicated(document, "B"),
      (document) => withLaneMoved(document, "B", -1),
      (document) => withLaneMoved(document, "A", 1),
      (document) => withLaneRemoved(document, "A"),
      (document) => withLaneRemoved(document, "C"),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
        const document = actions.reduce((held, act) => act(held), defaultDocument);
        expect(parseDocument(document)).toEqual(document);
      }),
    );
  });
});
