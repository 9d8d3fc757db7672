import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { toyDataset } from "../../engine/data/catalogue.ts";
import { defaultHandling } from "../../engine/vector/handling.ts";
import type { Setup } from "../../engine/worker/protocol.ts";
import { defaultDocument } from "../document/defaults.ts";
import { Frames } from "./Frames.ts";
import { type Behaviour, FakeBrowser, programOf, textOf } from "./fake-browser.ts";
import type { Evaluated, Known, StopReason } from "./job.ts";
import { Sandbox } from "./Sandbox.ts";

const dataset = toyDataset("line");
const { experiment } = defaultDocument;

function setupOf(): Setup {
  if (dataset === null) throw new Error("a toy data set is missing");
  return { experiment, dataset };
}
const setup = setupOf();

let browser = new FakeBrowser();
let frames = new Frames(browser.makeFrame);

beforeEach(() => {
  vi.useFakeTimers();
  browser = new FakeBrowser();
  frames = new Frames(browser.makeFrame);
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

/** A lane's evaluations, booted ahead. */
async function booted(): Promise<Sandbox> {
  const sandbox = new Sandbox(frames);
  sandbox.prepare(setup);
  await pass(100);
  return sandbox;
}

const evaluate = (sandbox: Sandbox, behaviour: Behaviour, text = "") =>
  sandbox.evaluate(setup, programOf(behaviour, text), defaultHandling);

const reasonOf = (reason: StopReason): string => (typeof reason === "string" ? reason : reason.type);

const wordOf = (evaluated: Evaluated | Known): string =>
  evaluated.kind === "checked"
    ? "checked"
    : evaluated.kind === "report"
      ? textOf(evaluated.report)
      : evaluated.kind === "stopped"
        ? reasonOf(evaluated.reason)
        : "superseded";

/** What became of an evaluation, or null while it is under way. */
function followed(evaluation: Promise<Evaluated | Known>): { word: string | null; after: number } {
  const followed: { word: string | null; after: number } = { word: null, after: 0 };
  const start = performance.now();
  void evaluation.then((evaluated) => {
    followed.word = wordOf(evaluated);
    followed.after = performance.now() - start;
  });
  return followed;
}

interface Followed {
  readonly steps: number[];
  stopped: StopReason | null;
  begunAnew: number;
  fingerprint: string;
  isOver: boolean;
}

function train(sandbox: Sandbox, behaviour: Behaviour = "answers", until = 1000): Followed {
  const run: Followed = { steps: [], stopped: null, begunAnew: 0, fingerprint: "", isOver: false };
  sandbox.train({
    setup,
    program: programOf(behaviour),
    handling: defaultHandling,
    until,
    runs: 2,
    onProgress: ({ step, status, fingerprint }) => {
      run.steps.push(step);
      run.isOver = status !== "running";
      run.fingerprint = fingerprint;
    },
    onStopped: (reason) => {
      run.stopped = reason;
    },
    onBegunAnew: () => {
      run.begunAnew++;
    },
  });
  return run;
}

describe("every program", () => {
  test("gets a realm that no other program has seen, and the one before it ends", async () => {
    const sandbox = await booted();
    for (const text of ["a", "b", "c"]) {
      const evaluated = evaluate(sandbox, "answers", text);
      await pass(200);
      expect(wordOf(await evaluated)).toBe(`answers ${text}`);
    }
    expect(browser.realms.filter(({ programs }) => programs.length > 0).map(({ programs }) => programs)).toEqual([
      ["answers a"],
      ["answers b"],
      ["answers c"],
    ]);
    await pass(600);
    expect(browser.realms.filter(({ isOpen }) => isOpen)).toHaveLength(2);
    expect(browser.spares).toBe(2);
    expect(browser.framesMade).toBe(1);
  });

  test("finds its realm booted, so that it waits for none", async () => {
    const sandbox = await booted();
    for (const spares of [1, 2, 2]) {
      expect(browser.spares).toBe(spares);
      const evaluation = followed(evaluate(sandbox, "answers"));
      await pass(700);
      expect(evaluation.after).toBeLessThan(20);
    }
  });

  test("has one realm booted for it while somebody types, and a further one only when nobody does", async () => {
    const sandbox = await booted();
    followed(evaluate(sandbox, "answers"));
    await pass(700);
    const before = browser.realms.length;
    for (let key = 1; key <= 8; key++) {
      const evaluation = followed(evaluate(sandbox, "answers"));
      await pass(150);
      expect(evaluation.after).toBeLessThan(20);
      expect(browser.realms.length).toBe(before + key);
    }
    expect(browser.spares).toBe(2);
  });

  test("is evaluated also where nothing has booted yet", async () => {
    const sandbox = new Sandbox(frames);
    sandbox.prepare(null);
    const evaluation = followed(evaluate(sandbox, "answers", "first"));
    await pass(200);
    expect(evaluation.word).toBe("answers first");
    expect(browser.realms[0]?.programs).toEqual(["answers first"]);
  });
});

test("a realm that is still booting is kept for what is newer: nothing has run in it", async () => {
  const sandbox = new Sandbox(frames);
  sandbox.prepare(setup);
  const evaluations = ["a", "b", "c"].map((text) => followed(evaluate(sandbox, "answers", text)));
  await pass(200);
  expect(evaluations.map(({ word }) => word)).toEqual(["superseded", "superseded", "answers c"]);
  expect(browser.framesMade).toBe(1);
  expect(browser.realms[0]?.programs).toEqual(["answers c"]);
});

describe("an evaluation", () => {
  test("that hangs is stopped after two seconds, and the next one is answered at once", async () => {
    const sandbox = await booted();
    const hanging = followed(evaluate(sandbox, "hangs"));
    await pass(1_900);
    expect(hanging.word).toBeNull();
    await pass(300);
    expect(hanging.word).toBe("overrun");
    const next = followed(evaluate(sandbox, "answers", "next"));
    await pass(200);
    expect(next.word).toBe("answers next");
  });

  test("that is slow may take its time", async () => {
    const sandbox = await booted();
    const slow = followed(evaluate(sandbox, "slow", "honest"));
    await pass(2_500);
    expect(slow.word).toBe("slow honest");
    expect(browser.framesMade).toBe(1);
  });

  test("whose realm does not begin is run again in another after 300 ms, and nobody is blamed", async () => {
    const sandbox = await booted();
    const asked = () => browser.realms.filter(({ programs }) => programs.includes("deaf "));
    const evaluation = followed(evaluate(sandbox, "deaf"));
    await pass(290);
    expect(asked()).toHaveLength(1);
    await pass(150);
    expect(asked()).toHaveLength(2);
    expect(evaluation.word).toBeNull();
    await pass(15_000);
    expect(evaluation.word).toBe("unresponsive");
  });

  test("gives way to a newer one, and its thread ends with all frames", async () => {
    const sandbox = await booted();
    const old = followed(evaluate(sandbox, "hangs"));
    await pass(400);
    const next = followed(evaluate(sandbox, "answers", "newer"));
    await pass(200);
    expect([old.word, next.word]).toEqual(["superseded", "answers newer"]);
    await pass(1_100);
    expect(browser.burning).toBe(0);
  });

  test("that floods is ended, and the next one answered", async () => {
    const sandbox = await booted();
    const flood = followed(evaluate(sandbox, "floods"));
    await pass(100);
    expect(flood.word).toBe("flood");
    const next = followed(evaluate(sandbox, "answers", "next"));
    await pass(200);
    expect(next.word).toBe("answers next");
  });

  test("whose promises are rejected without end is ended, and costs nobody a frame", async () => {
    const sandbox = await booted();
    const evaluation = followed(evaluate(sandbox, "rejects"));
    await pass(100);
    expect(evaluation.word).toBe("rejections");
    const next = followed(evaluate(sandbox, "answers", "next"));
    await pass(200);
    expect(next.word).toBe("answers next");
    expect(browser.framesMade).toBe(1);
  });

  test("that is stopped by hand says so", async () => {
    const sandbox = await booted();
    const evaluation = followed(evaluate(sandbox, "hangs"));
    await pass(100);
    sandbox.stop();
    await pass(10);
    expect(evaluation.word).toBe("user");
    await pass(1_300);
    expect(browser.burning).toBe(0);
  });
});

/** A study over these seeds: what was told of it. */
function study(sandbox: Sandbox, seeds: readonly number[]) {
  const told: { fingerprints: string[]; isDone: boolean; stopped: StopReason | null } = {
    fingerprints: [],
    isDone: false,
    stopped: null,
  };
  sandbox.trainEach({
    setup,
    program: programOf("answers"),
    handling: defaultHandling,
    experiments: seeds.map((seed) => ({ ...experiment, seed })),
    tells: "ends",
    runs: 1,
    onTrained: (run, { fingerprint }) => {
      expect(run).toBe(told.fingerprints.length);
      told.fingerprints.push(fingerprint);
    },
    onDone: () => {
      told.isDone = true;
    },
    onStopped: (reason) => {
      told.stopped = reason;
    },
  });
  return told;
}

describe("runs of a study", () => {
  test("share a realm, are told once each and in order, and leave it to nobody", async () => {
    const sandbox = new Sandbox(frames);
    const told = study(sandbox, [1, 2, 3]);
    await pass(1_000);
    expect(told).toEqual({ fingerprints: ["1", "2", "3"], isDone: true, stopped: null });
    expect(browser.realms.filter(({ programs }) => programs.length > 0)).toMatchObject([
      { programs: ["answers "], isOpen: false },
    ]);
  });

  test("that leave something behind get a realm each", async () => {
    const sandbox = new Sandbox(frames);
    const told = study(sandbox, [14, 14, 1, 2]);
    await pass(1_000);
    expect(told).toEqual({ fingerprints: ["14", "14", "1", "2"], isDone: true, stopped: null });
    expect(browser.realms.filter(({ programs }) => programs.length > 0)).toHaveLength(3);
  });

  test("of which one hangs are ended at that one", async () => {
    const sandbox = new Sandbox(frames);
    const told = study(sandbox, [1, 2, 13, 4]);
    await pass(5_000);
    expect(told).toEqual({ fingerprints: ["1", "2"], isDone: false, stopped: "overrun" });
    expect(browser.burning).toBe(0);
  });

  test("go on in another process where theirs has died, and none is told twice", async () => {
    const sandbox = new Sandbox(frames);
    const told = study(sandbox, [1, 2, 3, 4, 5, 6]);
    await pass(200);
    const before = told.fingerprints.length;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(6);
    browser.kill();
    await pass(10_000);
    expect(told).toEqual({ fingerprints: ["1", "2", "3", "4", "5", "6"], isDone: true, stopped: null });
  });

  test("are ended at once by who stops them, and the thread listened", async () => {
    const sandbox = new Sandbox(frames);
    const told = study(sandbox, [1, 2, 3, 4, 5, 6]);
    await pass(200);
    sandbox.stop();
    const { length } = told.fingerprints;
    await pass(1_000);
    expect([told.stopped, told.fingerprints.length]).toEqual(["user", length]);
    expect(browser.frames).toBe(1);
  });
});

test("all lanes, their runs and what is found out about them share a frame, also where each gives way to the next", async () => {
  const lanes = [await booted(), await booted(), await booted()];
  for (const text of ["a", "b", "c"]) {
    const found = lanes.map((lane) => followed(lane.check(setup, programOf("slow", text))));
    await pass(100);
    const evaluations = lanes.map((lane) => followed(evaluate(lane, "answers", text)));
    const run = train(new Sandbox(frames), "answers", 300);
    await pass(1_000);
    expect(found.map(({ word }) => word)).toEqual(["superseded", "superseded", "superseded"]);
    expect(evaluations.map(({ word }) => word)).toEqual([`answers ${text}`, `answers ${text}`, `answers ${text}`]);
    expect(run).toMatchObject({ isOver: true, stopped: null });
  }
  expect(browser.framesMade).toBe(1);
});

describe("a run", () => {
  test("goes on from where it stands, in its own realm", async () => {
    const sandbox = new Sandbox(frames);
    const run = train(sandbox, "answers", 300);
    await pass(1_000);
    expect(run).toMatchObject({ isOver: true, steps: [100, 200, 300] });
    sandbox.resume(500);
    await pass(1_000);
    expect(run.steps).toEqual([100, 200, 300, 400, 500]);
    expect(browser.realms).toHaveLength(1);
  });

  test("whose realm has gone while it rested gets further from its seed, and shows no step twice", async () => {
    const other = await booted();
    const sandbox = new Sandbox(frames);
    const run = train(sandbox, "answers", 300);
    await pass(1_000);
    void evaluate(other, "hangs");
    await pass(3_400);
    expect(browser.burning).toBe(0);
    sandbox.resume(500);
    await pass(1_000);
    expect(run).toMatchObject({ steps: [100, 200, 300, 300, 400, 500], stopped: null, isOver: true });
  });

  test("that hangs is stopped, with as much more patience as there are runs", async () => {
    const sandbox = new Sandbox(frames);
    const run = train(sandbox, "hangs");
    await pass(2_900);
    expect(run.stopped).toBeNull();
    await pass(400);
    expect(run.stopped).toBe("overrun");
  });

  test("that another run follows leaves its realm to nobody", async () => {
    const sandbox = new Sandbox(frames);
    train(sandbox, "answers", 100);
    await pass(500);
    train(sandbox, "slow", 100);
    await pass(2_500);
    expect(browser.realms.flatMap(({ programs }) => programs)).toEqual(["answers ", "slow "]);
  });
});

describe("when the process dies", () => {
  test("who takes it down twice, alone, is told that it crashed", async () => {
    const sandbox = await booted();
    const bomb = followed(evaluate(sandbox, "bomb"));
    await pass(3_000);
    expect(bomb.word).toBeNull();
    await pass(3_000);
    expect(bomb.word).toBe("crashed");
    const next = followed(evaluate(sandbox, "answers", "next"));
    await pass(200);
    expect(next.word).toBe("answers next");
  });

  test("an honest run that was alone with it begins again: what took it down may have ended before", async () => {
    const run = train(new Sandbox(frames), "answers", 3_000);
    await pass(500);
    browser.kill();
    await pass(6_000);
    expect(run).toMatchObject({ stopped: null, isOver: true });
  });

  test("an honest run begins again from its seed, to the same fingerprint, and is not blamed", async () => {
    const alone = train(new Sandbox(frames), "answers", 6_000);
    await pass(6_000);
    const lane = await booted();
    const run = train(new Sandbox(frames), "answers", 6_000);
    await pass(1_000);
    const bomb = followed(evaluate(lane, "bomb"));
    await pass(12_000);
    expect(bomb.word).toBe("crashed");
    expect(run).toMatchObject({ stopped: null, isOver: true, begunAnew: 0, fingerprint: alone.fingerprint });
    // The curve does not fall back.
    expect(run.steps).toEqual([...run.steps].sort((a, b) => a - b));
  });

  test("two honest programs that go down together are both begun again", async () => {
    const [lane, other] = [await booted(), new Sandbox(frames)];
    const run = train(other, "answers", 2_000);
    await pass(100);
    const evaluation = followed(evaluate(lane, "slow", "honest"));
    await pass(100);
    browser.kill();
    await pass(10_000);
    expect(evaluation.word).toBe("slow honest");
    expect(run).toMatchObject({ stopped: null, isOver: true });
  });

  test("an honest run on trial is not blamed for what was begun meanwhile", async () => {
    const [lane, other] = [await booted(), new Sandbox(frames)];
    void evaluate(lane, "bomb");
    const run = train(other, "answers", 1_000);
    await pass(2_070);
    const bomb = followed(evaluate(lane, "bomb"));
    await pass(20_000);
    expect(run).toMatchObject({ stopped: null, isOver: true });
    expect(bomb.word).toBe("crashed");
  });

  test("a slow program whose time is up before the death is noticed is not blamed", async () => {
    const [lane, other] = [await booted(), new Sandbox(frames)];
    // The frame is last heard shortly before.
    await pass(300);
    const slow = followed(evaluate(lane, "slow"));
    await pass(920);
    train(other, "bomb");
    await pass(20_000);
    expect(slow.word).toBe("slow ");
  });

  test("a run that was swapped begins again with the loss it has now, and says so", async () => {
    const sandbox = new Sandbox(frames);
    const run = train(sandbox, "answers", 5_000);
    const other = await booted();
    void evaluate(other, "slow");
    await pass(500);
    sandbox.swap(programOf("answers", "turned"));
    await pass(100);
    browser.kill();
    await pass(10_000);
    expect(run).toMatchObject({ stopped: null, isOver: true, begunAnew: 1 });
    expect(browser.realms.flatMap(({ programs }) => programs).at(-1)).toBe("answers turned");
  });

  test("in idle time, the next evaluation is answered within a second", async () => {
    const sandbox = await booted();
    browser.kill();
    await pass(50);
    const next = followed(evaluate(sandbox, "answers", "next"));
    await pass(1_000);
    expect(next.word).toBe("answers next");
  });
});

describe("a thread that may still compute", () => {
  test("ends with all frames as soon as nobody needs them", async () => {
    const [lane] = [await booted(), await booted()];
    void evaluate(lane, "hangs");
    await pass(100);
    expect(browser.burning).toBe(1);
    await pass(3_300);
    expect(browser.burning).toBe(0);
    await pass(1_000);
    // There are realms ahead again.
    expect(browser.spares).toBe(2);
  });

  test("keeps nobody waiting: what is typed next is answered at once, and its frame goes once, after that", async () => {
    const lane = await booted();
    void evaluate(lane, "answers");
    await pass(500);
    for (let round = 1; round <= 3; round++) {
      const hanging = followed(evaluate(lane, "hangs"));
      await pass(2_100);
      expect(hanging.word).toBe("overrun");
      const next = followed(evaluate(lane, "slow", `next ${round}`));
      await pass(1_300);
      expect(next.word).toBe(`slow next ${round}`);
      expect(next.after).toBeLessThan(1_250);
      await pass(1_000);
      expect(browser.burning).toBe(0);
      expect(browser.framesMade).toBe(1 + round);
      expect(browser.realms.filter(({ programs }) => programs.includes(`slow next ${round}`))).toHaveLength(1);
    }
  });

  test("ends within three seconds beside a young run, which begins again and is not told", async () => {
    const lane = await booted();
    void evaluate(lane, "hangs");
    await pass(1_000);
    const run = train(new Sandbox(frames), "answers", 10_000);
    await pass(2_500);
    expect(browser.burning).toBe(0);
    await pass(10_000);
    expect(run).toMatchObject({ stopped: null, isOver: true });
    expect(run.steps).toEqual([...run.steps].sort((a, b) => a - b));
  });

  test("waits for a run that has taken long", async () => {
    const lane = await booted();
    const run = train(new Sandbox(frames), "answers", 40_000);
    await pass(12_000);
    void evaluate(lane, "hangs");
    await pass(4_000);
    expect(browser.burning).toBe(1);
    await pass(10_000);
    expect(run).toMatchObject({ stopped: null, isOver: true });
    expect(browser.burning).toBe(0);
  });
});

test("what is given up the moment it was sent burns on nowhere", async () => {
  const runs = new Sandbox(frames);
  train(runs, "hangs");
  await pass(41);
  const run = train(runs, "answers");
  await pass(5_000);
  expect(browser.burning).toBe(0);
  expect(run).toMatchObject({ stopped: null, isOver: true });
});

test("nothing is heard of what was disposed of, and no frame is left", async () => {
  const [lane, runs] = [await booted(), new Sandbox(frames)];
  const evaluation = followed(evaluate(lane, "slow"));
  const run = train(runs);
  await pass(200);
  const { length } = run.steps;
  lane.dispose();
  runs.dispose();
  await pass(5_000);
  expect(evaluation.word).toBe("superseded");
  expect(run.steps).toHaveLength(length);
  expect(browser.frames).toBe(0);
});

test("whatever comes in whatever order, each evaluation is answered once, in a realm of its own, and honest ones are never blamed", async () => {
  const behaviour = fc.constantFrom<Behaviour>("answers", "answers", "slow", "hangs", "bomb", "floods", "rejects");
  const act = fc.record({ lane: fc.nat(1), behaviour, wait: fc.nat(3_000), isTrained: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 10 }), async (acts) => {
      browser = new FakeBrowser();
      frames = new Frames(browser.makeFrame);
      const lanes = [new Sandbox(frames), new Sandbox(frames)];
      const runs = [new Sandbox(frames), new Sandbox(frames)];
      for (const lane of lanes) lane.prepare(setup);
      const followedAll: { behaviour: Behaviour; evaluation: ReturnType<typeof followed> }[] = [];
      const trained: { behaviour: Behaviour; run: Followed }[] = [];
      for (const { lane, behaviour, wait, isTrained } of acts) {
        const [evaluations, training] = [lanes[lane], runs[lane]];
        if (evaluations === undefined || training === undefined) continue;
        if (isTrained) trained.push({ behaviour, run: train(training, behaviour, 1_000) });
        else followedAll.push({ behaviour, evaluation: followed(evaluate(evaluations, behaviour)) });
        await pass(wait);
      }
      await pass(30_000);
      for (const { behaviour, evaluation } of followedAll) {
        const possible =
          behaviour === "hangs"
            ? ["overrun", "superseded"]
            : behaviour === "bomb"
              ? ["crashed", "superseded"]
              : behaviour === "floods"
                ? ["flood", "superseded"]
                : behaviour === "rejects"
                  ? ["rejections", "superseded"]
                  : [`${behaviour} `, "superseded"];
        expect(possible).toContain(evaluation.word);
      }
      for (const { behaviour, run } of trained) {
        if (behaviour === "answers" || behaviour === "slow") expect(run.stopped).toBeNull();
      }
      expect(browser.realms.every(({ programs }) => programs.length <= 1)).toBe(true);
      expect(browser.burning).toBe(0);
      for (const sandbox of [...lanes, ...runs]) sandbox.dispose();
      await pass(10_000);
      expect(browser.frames).toBe(0);
    }),
    { numRuns: 100 },
  );
}, 120_000);
