import { expect, test } from "vitest";
import { withGradMode } from "../tensor/grad-mode.ts";
import { canary } from "./canary.ts";

test("an engine that nobody touched sings as before, in any grad mode", () => {
  const sings = canary();
  expect(sings()).toBe(true);
  expect(withGradMode(false, sings)).toBe(true);
});

test("one tampered built-in is heard", () => {
  const sings = canary();
  const { set } = Object.getPrototypeOf(Float32Array.prototype);
  const imul = Math.fround;
  try {
    Math.fround = (value) => imul(value) * 1.001;
    Object.getPrototypeOf(Float32Array.prototype).set = function (this: Float32Array, ...args: unknown[]) {
      Reflect.apply(set, this, args);
      this[0] += 1;
    };
    expect(sings()).toBe(false);
  } finally {
    Math.fround = imul;
    Object.getPrototypeOf(Float32Array.prototype).set = set;
  }
  expect(sings()).toBe(true);
});

test("a song takes less than a millisecond", () => {
  const sings = canary();
  const durations = Array.from({ length: 50 }, () => {
    const start = performance.now();
    sings();
    return performance.now() - start;
  });
  // The quickest: what the machine did besides is not its doing.
  expect(Math.min(...durations)).toBeLessThan(1);
});
