import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Watched } from "./Watched.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched(boot: () => Promise<unknown> = async () => undefined) {
  let ends = 0;
  const compiler = new Watched({
    boot,
    end: () => {
      ends++;
    },
    firstBudget: 2000,
  });
  return { compiler, ends: () => ends };
}

const never = (): Promise<never> => new Promise(() => undefined);

test("a question that takes more than two seconds is stopped, and its worker ended", async () => {
  const { compiler, ends } = watched();
  const answer = compiler.ask(never);
  await vi.advanceTimersByTimeAsync(1900);
  expect(ends()).toBe(0);
  await vi.advanceTimersByTimeAsync(200);
  expect(await answer).toBe("compile-timeout");
  expect(ends()).toBe(1);
});

test("loading the worker takes nothing of that time", async () => {
  const { compiler, ends } = watched(() => new Promise((resolve) => setTimeout(resolve, 10_000)));
  const answer = compiler.ask(async () => ["done"]);
  await vi.advanceTimersByTimeAsync(10_001);
  expect(await answer).toEqual(["done"]);
  expect(ends()).toBe(0);
});

test("where loading takes long, the first question may take longer", async () => {
  const { compiler, ends } = watched(() => new Promise((resolve) => setTimeout(resolve, 2000)));
  const slow = () => new Promise<string[]>((resolve) => setTimeout(() => resolve(["done"]), 7000));
  const first = compiler.ask(slow);
  const second = compiler.ask(slow);
  await vi.advanceTimersByTimeAsync(12_000);
  expect(await first).toEqual(["done"]);
  expect(await second).toBe("compile-timeout");
  expect(ends()).toBe(1);
});

test("the next question waits, and has its whole time", async () => {
  const { compiler } = watched();
  const hostile = compiler.ask(never);
  const honest = compiler.ask(() => new Promise<string[]>((resolve) => setTimeout(() => resolve(["done"]), 1500)));
  await vi.advanceTimersByTimeAsync(3600);
  expect(await hostile).toBe("compile-timeout");
  expect(await honest).toEqual(["done"]);
});

test("a worker that dies is no silence", async () => {
  const { compiler, ends } = watched();
  expect(await compiler.ask(() => Promise.reject(new Error("gone")))).toBe("compiler-failed");
  expect(ends()).toBe(1);
  expect(await compiler.ask(async () => ["again"])).toEqual(["again"]);
});
