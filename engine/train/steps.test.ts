/** @file What outlives a training step, and what does not. */
import { describe, expect, test } from "vitest";
import { toyDataset } from "../data/catalogue.ts";
import type { Loss } from "../language/loss.ts";
import { parameter } from "../nn/module.ts";
import { gt } from "../ops/comparison/compare.ts";
import { clone, detach } from "../ops/convert.ts";
import { add, mul, sub } from "../ops/pointwise/arithmetic.ts";
import { abs, square } from "../ops/pointwise/unary.ts";
import { mean, sum } from "../ops/reduction/reduction.ts";
import { EngineError } from "../tensor/errors.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import { releaseLasting, takeLasting, withScope } from "../tensor/memory.ts";
import { blockOf, dataOf, Tensor } from "../tensor/tensor.ts";
import { Run } from "./run.ts";

function run(makeLoss: () => Loss, steps = 60): Run {
  const dataset = toyDataset("sine");
  if (dataset === null) throw new Error("no data");
  return new Run({
    experiment: {
      dataset: "sine",
      toy: {},
      tensors: [],
      output: null,
      reading: null,
      model: { kind: "mlp", widths: [8, 8], activation: "tanh" },
      optimizer: { name: "Adam" },
      lr: 0.01,
      scheduler: null,
      batchSize: 16,
      seed: 0,
      steps,
      matchFirstStep: false,
    },
    dataset,
    entry: { kind: "function", name: "forward", parameters: ["p", "t"] },
    handling: { kind: "refuse" },
    makeLoss,
    onForward: () => undefined,
  });
}

function curve(makeLoss: () => Loss): readonly number[] {
  const made = run(makeLoss);
  while (!made.isDone) made.takeStep();
  const { values } = made.facts().trainingLoss;
  made.dispose();
  return values;
}

const loss = (forward: Loss["forward"]): Loss => ({ forward, parameters: () => [], namedParameters: () => [] });

/** A loss divided by the moving average of its own size, which it keeps from step to step by way of `keep`. */
function normalised(keep: (size: Tensor) => Tensor): () => Loss {
  return () => {
    let average: Tensor | null = null;
    return loss((p, [t]) => {
      const size = mean(abs(sub(p, t)));
      average = average === null ? keep(size) : keep(add(mul(average, 0.9), mul(size, 0.1)));
      return mul(size, average);
    });
  };
}

describe("a tensor of an earlier step", () => {
  test("is as in PyTorch when it was detached", () => {
    const copied = curve(normalised((size) => Tensor.of(dataOf(detach(size)).slice(0, 1), [], "float32")));
    expect(curve(normalised(detach))).toEqual(copied);
  });

  test("is as in PyTorch when it was computed without a graph", () => {
    const copied = curve(normalised((size) => Tensor.of(dataOf(detach(size)).slice(0, 1), [], "float32")));
    expect(curve(normalised((size) => withGradMode(false, () => mul(clone(size), 1))))).toEqual(copied);
  });

  test("is as in PyTorch when nothing in it required a gradient", () => {
    const made = curve(() => {
      let before: { readonly targets: Tensor; readonly above: Tensor; readonly total: number } | null = null;
      return loss((p, [t]) => {
        if (before !== null) expect(Number(dataOf(sum(before.targets))[0])).toBe(before.total);
        if (before !== null) expect(dataOf(before.above)).toEqual(dataOf(gt(before.targets, 0)));
        before = { targets: mul(t, 2), above: gt(mul(t, 2), 0), total: Number(dataOf(sum(mul(t, 2)))[0]) };
        return mean(square(sub(p, t)));
      });
    });
    expect(made.every(Number.isFinite)).toBe(true);
  });

  test("is refused, with what to do, when its graph is gone", () => {
    const made = run(() => {
      let before: Tensor | null = null;
      return loss((p, [t]) => {
        const own = mean(abs(sub(p, t)));
        const both = before === null ? own : add(own, before);
        before = own;
        return both;
      });
    });
    made.takeStep();
    const error = (() => {
      try {
        made.takeStep();
      } catch (thrown) {
        return thrown;
      }
      return null;
    })();
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({ code: "stale", hint: expect.stringContaining("detach") });
    expect(String(Reflect.get(Object(error), "pytorch"))).toContain("backward through the graph a second time");
  });

  test("keeps the gradients that a leaf of the loss's own collects, step after step", () => {
    const leaf = Tensor.of(Float32Array.of(1), [], "float32");
    leaf.requires_grad = true;
    const sums: number[] = [];
    curve(() =>
      loss((p, [t]) => {
        sums.push(leaf.grad === null ? 0 : Number(dataOf(leaf.grad)[0]));
        return mul(mean(abs(sub(p, t))), leaf);
      }),
    );
    expect([...sums].sort((a, b) => a - b)).toEqual(sums);
    expect(sums.at(-1)).toBeGreaterThan(sums[1]);
  });
});

describe("parameters of the loss", () => {
  test("that a gradient reaches only now and then take their own steps, as in PyTorch", () => {
    const sometimes = (): Loss => {
      const weight = parameter(Tensor.of(Float32Array.of(1), [], "float32"));
      let step = 0;
      return {
        forward: (p, [t]) => {
          const own = mean(abs(sub(p, t)));
          return step++ % 3 === 0 ? add(own, square(weight)) : own;
        },
        parameters: () => [weight],
        namedParameters: () => [["weight", weight]],
      };
    };
    const made = run(sometimes);
    while (!made.isDone) made.takeStep();
    // Adam's own step is about lr whatever the gradient: 20 of its 60 steps moved the weight.
    const values = made.facts().trainingLoss.values;
    expect(values[57] - values[58]).toBeCloseTo(0.65, 0);
    made.dispose();
  });
});

describe("memory", () => {
  test("of a run is given back, so that another one finds it again", () => {
    const probe = () => {
      const address = takeLasting(4096);
      releaseLasting(address, 4096);
      return address;
    };
    const before = probe();
    for (let i = 0; i < 40; i++) {
      const made = run(() => loss((p, [t]) => mean(abs(sub(p, t)))), 3);
      while (!made.isDone) made.takeStep();
      made.dispose();
    }
    expect(probe()).toBe(before);
  });

  test("of a full arena overflows to arrays, with the same numbers", () => {
    const big = Tensor.of(new Float32Array(2 ** 22).fill(0.5), [2 ** 22], "float32");
    withScope(() => {
      let x = big;
      for (let i = 0; i < 64; i++) x = mul(x, 1.5);
      let expected = 0.5;
      for (let i = 0; i < 64; i++) expected = Math.fround(expected * 1.5);
      expect(dataOf(x)[0]).toBe(expected);
      expect(blockOf(x).address).toBe(0);
    });
  });
});
