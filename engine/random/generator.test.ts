import { expect, test } from "vitest";
import { dataOf, Tensor } from "../tensor/tensor.ts";
import { nn, torch } from "../torch.ts";
import { Generator } from "./generator.ts";

/** What a loss in TypeScript calls. */
function call(owner: object, ...path: string[]): (...args: unknown[]) => unknown {
  const found = path.reduce<unknown>((at, name) => Reflect.get(Object(at), name), owner);
  if (typeof found !== "function") throw new Error(`no ${path.join(".")}`);
  return (...args) => Reflect.apply(found, owner, args);
}

const numbers = (x: unknown): number[] => (Tensor.isTensor(x) ? Array.from(dataOf(x)) : []);

const make = (seed: number): object => {
  const made: unknown = Reflect.construct(Object(Reflect.get(torch, "Generator")), []);
  call(Object(made), "manual_seed")(seed);
  return Object(made);
};

test("what is drawn aside leaves the sequence as it was", () => {
  const [one, other] = [new Generator(7), new Generator(7)];
  one.aside(() => one.normal(new Float32Array(5)));
  const [a, b] = [new Float32Array(3), new Float32Array(3)];
  one.normal(a);
  other.normal(b);
  expect(a).toEqual(b);
});

test("in TypeScript a generator of one's own draws its own sequence, and leaves the default one where it was", () => {
  call(torch, "manual_seed")(1);
  const undisturbed = numbers(call(torch, "rand")(3));
  call(torch, "manual_seed")(1);
  const generator = make(5);
  const own = numbers(call(torch, "rand")(3, { generator }));
  expect(numbers(call(torch, "rand")(3))).toEqual(undisturbed);
  call(torch, "manual_seed")(5);
  expect(numbers(call(torch, "rand")(3))).toEqual(own);
});

test("in TypeScript a state that was kept brings the same numbers again", () => {
  const state = call(torch, "get_rng_state")();
  const first = numbers(call(torch, "randn")(5));
  call(torch, "set_rng_state")(state);
  expect(numbers(call(torch, "randn")(5))).toEqual(first);
});

test("in TypeScript what is drawn in fork_rng never happened", () => {
  call(torch, "manual_seed")(3);
  const undisturbed = numbers(call(torch, "rand")(4));
  call(torch, "manual_seed")(3);
  call(torch, "random", "fork_rng")(() => call(torch, "randn")(7));
  expect(numbers(call(torch, "rand")(4))).toEqual(undisturbed);
});

test("in TypeScript tensors fill themselves, and nn.init draws what Python's draws", () => {
  call(torch, "manual_seed")(0);
  const x = Object(call(torch, "zeros")(4, 5));
  const filled = numbers(call(nn, "init", "xavier_uniform_")(x));
  call(torch, "manual_seed")(0);
  const bound = Math.sqrt(3) * Math.sqrt(2 / 9);
  expect(numbers(Reflect.apply(Object(Reflect.get(x, "uniform_")), x, [-bound, bound]))).toEqual(filled);
});

test("states that no generator wrote are refused", () => {
  expect(() => call(torch, "set_rng_state")(call(torch, "zeros")(5056))).toThrow(/takes what get_state gave/);
  expect(() => call(torch, "set_rng_state")(call(torch, "zeros")(3, { dtype: "uint8" }))).toThrow(/5056 bytes, got 3/);
  expect(() => call(torch, "set_rng_state")(call(torch, "zeros")(5056, { dtype: "uint8" }))).toThrow(
    /no state of a generator/,
  );
});
