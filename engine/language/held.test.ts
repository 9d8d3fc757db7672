import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Held, heldLimits, heldText, leafCount, leavesOf, parseHeld } from "./held.ts";

const name = fc.stringMatching(/^[A-Za-z_]\w{0,8}$/);

const held = (depth: number): fc.Arbitrary<Held> =>
  depth === 0
    ? fc.constant<Held>("tensor")
    : fc.oneof(
        fc.constant<Held>("tensor"),
        fc
          .tuple(fc.constantFrom("list", "tuple"), fc.array(held(depth - 1), { minLength: 1, maxLength: 3 }))
          .map(([kind, parts]): Held => ({ kind, parts: parts.map((part) => ({ name: "", held: part })) })),
        fc
          .tuple(
            fc.constantFrom("dict", "object"),
            fc.uniqueArray(fc.tuple(name, held(depth - 1)), { minLength: 1, maxLength: 3, selector: ([key]) => key }),
          )
          .map(([kind, parts]): Held => ({ kind, parts: parts.map(([key, part]) => ({ name: key, held: part })) })),
      );

test("how tensors are held is told as text, and the text means the same", () => {
  fc.assert(
    fc.property(held(3), (each) => {
      const count = leafCount(each);
      fc.pre(each !== "tensor" && count <= heldLimits.tensors.max && heldText(each).length <= heldLimits.text);
      expect(parseHeld(heldText(each))).toEqual(each);
      expect(leavesOf("x", each)).toHaveLength(count);
    }),
  );
});

test("tensors are called as Python takes them out", () => {
  const group = parseHeld(`{"pred_boxes": _, 'aux': [(_, _), object(logits=_)]}`);
  expect(leavesOf("outputs", group ?? "tensor").map(({ label }) => label)).toEqual([
    'outputs["pred_boxes"]',
    'outputs["aux"][0][0]',
    'outputs["aux"][0][1]',
    'outputs["aux"][1].logits',
  ]);
});

describe("what is no such text is refused:", () => {
  test.each([
    "",
    "_",
    "[]",
    "[_",
    "[_] _",
    "[_, x]",
    "{_}",
    '{"a": _, "a": _}',
    '{"a\\"": _}',
    "object(1=_)",
    "[[[[_]]]]",
    `[${"_, ".repeat(13)}]`,
    `[_, ${" ".repeat(500)}_]`,
  ])("%s", (text) => {
    expect(parseHeld(text)).toBeNull();
  });
});
