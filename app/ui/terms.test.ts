import fc from "fast-check";
import { expect, test } from "vitest";
import { explained, terms } from "./terms.ts";

test("a sentence is taken apart into pieces that make it up again", () => {
  const words = Object.values(terms).flatMap((term) => [...term.words]);
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string())), (parts) => {
      const sentence = parts.join(" ");
      expect(
        explained(sentence)
          .map(({ text }) => text)
          .join(""),
      ).toBe(sentence);
    }),
  );
});

test("the longest word that fits is the one that is explained, and only once", () => {
  expect(explained("parameters torn, torn again")).toEqual([
    { text: "parameters torn", term: "torn" },
    { text: ", torn again", term: null },
  ]);
});

test("a word within a name of code is none of the field's", () => {
  expect(explained("torch.norm(x) and norm_type")).toEqual([{ text: "torch.norm(x) and norm_type", term: null }]);
});
