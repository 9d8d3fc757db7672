import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { toyDataset } from "../../engine/data/catalogue.ts";
import type { Program } from "../../engine/language/program.ts";
import { defaultHandling } from "../../engine/vector/handling.ts";
import { defaultDocument } from "../document/defaults.ts";
import { FakeBrowser, programOf } from "../sandbox/fake-browser.ts";
import { Frames } from "../sandbox/Frames.ts";
import { Sandbox } from "../sandbox/Sandbox.ts";
import { type Outcome, Pool, poolSize, type Task } from "./Pool.ts";

const { experiment } = defaultDocument;

function dataset() {
  const found = toyDataset("line");
  if (found === null) throw new Error("a toy data set is missing");
  return found;
}
const data = dataset();

const taskOf = (program: Program, seed: number): Task => ({
  setup: { experiment: { ...experiment, seed }, dataset: data },
  program,
  handling: defaultHandling,
  seconds: 0.8,
});
const [a, b] = [programOf("answers", "a"), programOf("answers", "b")];

let browser = new FakeBrowser();
let frames = new Frames(browser.makeFrame);
let look = (): void => undefined;
const sight = {
  isHidden: false,
  onChange: (listener: () => void) => {
    look = listener;
    return () => undefined;
  },
};

beforeEach(() => {
  vi.useFakeTimers();
  browser = new FakeBrowser();
  frames = new Frames(browser.makeFrame);
  sight.isHidden = false;
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const poolOf = (size: number) => new Pool({ size, makeBench: () => new Sandbox(frames), sight });

/** What the pool told of tasks: by task, how it came out, each time. */
function begun(pool: Pool, tasks: readonly Task[]) {
  const told = { outcomes: tasks.map((): string[] => []), isOver: false, isStopped: false };
  const wordOf = (outcome: Outcome) =>
    outcome.kind === "trained" ? outcome.progress.fingerprint : String(outcome.reason);
  pool.begin(tasks, "ends", {
    onOutcome: (task, outcome) => told.outcomes[task]?.push(wordOf(outcome)),
    onOver: () => {
      told.isOver = true;
    },
    onStopped: () => {
      told.isStopped = true;
    },
  });
  return told;
}

const seeds = (...of: readonly number[]) => of.map((seed) => taskOf(a, seed));
const once = (...of: readonly number[]) => of.map((seed) => [String(seed)]);

describe("a pool", () => {
  test("runs every task once, in as many sandboxes as it has", async () => {
    const told = begun(poolOf(2), [...seeds(1, 2, 3, 4, 5), taskOf(b, 6)]);
    await pass(2_000);
    expect(told).toEqual({ outcomes: once(1, 2, 3, 4, 5, 6), isOver: true, isStopped: false });
    expect(browser.realms.filter(({ programs }) => programs.length > 0).length).toBeGreaterThan(2);
    for (const { programs } of browser.realms) expect(new Set(programs).size).toBeLessThan(2);
  });

  test("is at its end at once where there is nothing to run", () => {
    expect(begun(poolOf(2), []).isOver).toBe(true);
  });

  test("stops at once, and what was told stands", async () => {
    const pool = poolOf(2);
    const told = begun(pool, seeds(1, 2, 3, 4, 5, 6, 7, 8));
    await pass(120);
    pool.stop();
    const before = told.outcomes.flat().length;
    expect(before).toBeGreaterThan(0);
    await pass(5_000);
    expect([told.outcomes.flat().length, told.isOver, told.isStopped, pool.isRunning]).toEqual([
      before,
      false,
      true,
      false,
    ]);
  });

  test("gives up a run that hangs twice, and none of the others", async () => {
    const told = begun(poolOf(2), seeds(1, 13, 3, 4));
    await pass(40_000);
    expect(told).toEqual({ outcomes: [["1"], ["overrun"], ["3"], ["4"]], isOver: true, isStopped: false });
  });

  test("rests while nobody sees the page, and goes on when somebody does", async () => {
    const told = begun(poolOf(2), seeds(1, 2, 3, 4, 5, 6));
    await pass(120);
    sight.isHidden = true;
    look();
    const before = told.outcomes.flat().length;
    await pass(5_000);
    expect([told.outcomes.flat().length, told.isOver]).toEqual([before, false]);
    sight.isHidden = false;
    look();
    await pass(5_000);
    expect(told).toEqual({ outcomes: once(1, 2, 3, 4, 5, 6), isOver: true, isStopped: false });
  });

  test("goes on unseen where it was asked to", async () => {
    const pool = poolOf(1);
    pool.goOnHidden(true);
    sight.isHidden = true;
    const told = begun(pool, seeds(1, 2, 3));
    look();
    await pass(5_000);
    expect(told.isOver).toBe(true);
  });

  test("leaves nothing running behind", async () => {
    begun(poolOf(2), seeds(1, 2, 3));
    await pass(2_000);
    await pass(12_000);
    expect(browser.realms.filter(({ isOpen, programs }) => isOpen && programs.length > 0)).toEqual([]);
  });
});

type Blow = "kill" | "hide" | "show" | "wait";

test("whatever is hidden or dies meanwhile, nothing is lost and nothing told twice", async () => {
  const blows = fc.array(
    fc.tuple(fc.constantFrom<Blow>("kill", "hide", "show", "wait", "wait"), fc.integer({ min: 1, max: 900 })),
    {
      maxLength: 5,
    },
  );
  await fc.assert(
    fc.asyncProperty(blows, fc.integer({ min: 1, max: 4 }), async (all, size) => {
      browser = new FakeBrowser();
      frames = new Frames(browser.makeFrame);
      sight.isHidden = false;
      const pool = poolOf(size);
      const told = begun(pool, [...seeds(1, 2, 3, 4), ...[5, 6, 7].map((seed) => taskOf(b, seed))]);
      for (const [blow, after] of all) {
        await pass(after);
        if (blow === "kill") browser.kill();
        if (blow === "hide") sight.isHidden = true;
        if (blow === "show") sight.isHidden = false;
        look();
      }
      sight.isHidden = false;
      look();
      await pass(60_000);
      expect(told).toEqual({ outcomes: once(1, 2, 3, 4, 5, 6, 7), isOver: true, isStopped: false });
      pool.dispose();
      await pass(2_000);
    }),
    { numRuns: 40 },
  );
});

test("stopped at any moment, what was told and what is run after that are every run once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 600 }),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      async (after, size, dies) => {
        browser = new FakeBrowser();
        frames = new Frames(browser.makeFrame);
        const pool = poolOf(size);
        const all = [1, 2, 3, 4, 5, 6].map((seed) => taskOf(seed % 2 === 0 ? a : b, seed));
        const first = begun(pool, all);
        await pass(after);
        if (dies) browser.kill();
        pool.stop();
        const told = first.outcomes.map((outcomes) => outcomes.length);
        const rest = all.filter((_, i) => told[i] === 0);
        const second = begun(pool, rest);
        await pass(60_000);
        expect(second.isOver).toBe(true);
        expect([...first.outcomes.filter((outcomes) => outcomes.length > 0), ...second.outcomes].flat().sort()).toEqual(
          ["1", "2", "3", "4", "5", "6"],
        );
        pool.dispose();
        await pass(2_000);
      },
    ),
    { numRuns: 30 },
  );
});

test("a pool is as large as the machine, and at most four", () => {
  expect([0, 1, 2, 4, 64].map(poolSize)).toEqual([1, 1, 2, 4, 4]);
});
