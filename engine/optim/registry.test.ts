/** @file What every record of an optimiser and a scheduler has to keep, whoever adds it. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  groupOf,
  isOptimizerSpec,
  type OptimizerSpec,
  optimizerNames,
  optimizerOf,
  optimizers,
  tidyOptimizer,
} from "./optimizers/index.ts";
import type { Option } from "./option.ts";
import { defaultOf, isAllowed } from "./option.ts";
import { isSchedulerSpec, scheduleOf, schedulerNames, schedulerOf } from "./schedulers/index.ts";

interface Recorded {
  readonly optimizer: { readonly name: string; readonly kwargs: object };
  readonly scheduler?: { readonly name: string; readonly kwargs: object };
}

const { cases }: { readonly cases: readonly Recorded[] } = JSON.parse(
  readFileSync("engine/testdata/pytorch/optimizers.json", "utf8"),
);
const course = { lr: 0.01, steps: 2000 };

/** Options that no recorded case of PyTorch's sets. */
function unrecorded(options: readonly Option[], recorded: readonly object[]): string[] {
  return options.map(({ name }) => name).filter((name) => !recorded.some((kwargs) => name in kwargs));
}

describe.each(optimizerNames)("%s", (name) => {
  const { options, lr, formula, about } = optimizerOf(name);

  test("has a curve of PyTorch's for each of its options", () => {
    const own = cases.filter(({ optimizer }) => optimizer.name === name).map(({ optimizer }) => optimizer.kwargs);
    expect(own.length).toBeGreaterThan(0);
    expect(unrecorded(options, own)).toEqual([]);
  });

  test("has defaults within their ranges, and words", () => {
    for (const option of options) expect(isAllowed(option, defaultOf(option, course)), option.name).toBe(true);
    expect(lr).toBeGreaterThan(0);
    expect([formula, about, ...options.map((option) => option.about)].every((text) => text.length > 5)).toBe(true);
  });

  test("makes a rule of its name alone", () => {
    const spec = { name };
    expect(isOptimizerSpec(spec) && groupOf(spec, 0.1).rule.slots).toBeGreaterThanOrEqual(0);
  });
});

describe.each(schedulerNames)("%s", (name) => {
  const { options, title, formula, about } = schedulerOf(name);

  test("has PyTorch's lr for each of its options", () => {
    const own = cases.flatMap(({ scheduler }) => (scheduler?.name === name ? [scheduler.kwargs] : []));
    expect(own.length).toBeGreaterThan(0);
    expect(unrecorded(options, own)).toEqual([]);
  });

  test("has defaults within their ranges, for a run of any length, and words", () => {
    for (const steps of [1, 2, 120, 1_000_000])
      for (const option of options)
        expect(isAllowed(option, defaultOf(option, { lr: 0.01, steps })), option.name).toBe(true);
    expect([title, formula, about].every((text) => text.length > 3)).toBe(true);
  });

  test("goes through a whole run by itself, whatever its length", () => {
    const spec = { name };
    if (!isSchedulerSpec(spec)) throw new Error("no spec");
    for (const steps of [1, 2, 3, 5, 10, 120]) {
      const schedule = scheduleOf(spec, { lr: 0.01, steps });
      let lr = 0.01;
      for (let step = 0; step <= steps; step++) lr = schedule.next({ lr, base: 0.01, step });
      expect(Number.isFinite(lr)).toBe(true);
    }
  });
});

describe("an optimiser in a document", () => {
  test("is its name and what differs from PyTorch's defaults", () => {
    const given = { name: "SGD", momentum: 0, nesterov: true, weight_decay: -0, more: 1, __proto__: { dampening: 1 } };
    expect(tidyOptimizer(given)).toEqual({ name: "SGD", nesterov: true });
  });

  test.each<[string, unknown]>([
    ["an option of another", { name: "Adam", momentum: 0.9 }],
    ["a number out of its range", { name: "SGD", momentum: 1 }],
    ["a beta of 1", { name: "Adam", betas: [0.9, 1] }],
    ["three betas", { name: "Adam", betas: [0.9, 0.9, 0.9] }],
    ["a text for a number", { name: "Adam", eps: "1e-8" }],
    ["NaN", { name: "Adam", eps: Number.NaN }],
    ["a name from the prototype", { name: "constructor" }],
    ["a name of a later version", { name: "Tomorrow" }],
  ])("with %s is none", (_title, value) => {
    expect(isOptimizerSpec(value)).toBe(false);
  });

  test("that PyTorch refuses is refused when its run begins", () => {
    const spec: OptimizerSpec = { name: "SGD", nesterov: true };
    expect(() => groupOf(spec, 0.1)).toThrow(
      expect.objectContaining({ pytorch: "Nesterov momentum requires a momentum and zero dampening" }),
    );
    expect(optimizers.SGD.problem({ momentum: 0.9, dampening: 0, weight_decay: 0, nesterov: true })).toBeNull();
  });
});

describe("a schedule that PyTorch refuses is refused in its words", () => {
  test.each<[string, object, string]>([
    ["a rise without length", { name: "OneCycleLR", pct_start: 0.1, total_steps: 10 }, "float division by zero"],
  ])("%s", (_title, spec, pytorch) => {
    if (!isSchedulerSpec(spec)) throw new Error("no spec");
    expect(() => scheduleOf(spec, course)).toThrow(expect.objectContaining({ pytorch }));
  });

  test("one step too many", () => {
    const schedule = scheduleOf({ name: "OneCycleLR", total_steps: 10 }, course);
    expect(() => schedule.next({ lr: 1, base: 1, step: 11 })).toThrow(
      expect.objectContaining({ pytorch: "Tried to step 11 times. The specified number of total steps is 10" }),
    );
  });
});
