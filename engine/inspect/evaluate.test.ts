import { describe, expect, test } from "vitest";
import { type Define, noFacts, type Scope } from "../language/loss.ts";
import { nowhere } from "../language/surroundings.ts";
import type { Probe, Program } from "../language/program.ts";
import type { Runtime } from "../language/runtime.ts";
import { Tensor } from "../tensor/tensor.ts";
import { parametersOf, scope } from "../worker/scope.ts";
import { evaluate } from "./evaluate.ts";
import type { Report } from "./report.ts";

interface Torch {
  readonly [name: string]: (...args: unknown[]) => Surface;
}

/** A tensor as a loss sees it. */
type Surface = Record<string, (...args: unknown[]) => Surface>;

type Forward = (p: Surface, t: Surface, torch: Torch, ll: Runtime) => unknown;

function probe(kind: Probe["kind"], broadcastAccepted = false): Probe {
  return { kind, start: 0, end: 1, takesPostfix: true, broadcastAccepted, isName: false };
}

const names: Scope = { ...scope, console: {} };

/** What the compiler would have made of a loss: probe 0 is an expression, 1 another, 2 what is returned. */
function report(forward: Forward, { shape = [4, 1], broadcastOk = false } = {}): Report {
  const program: Program = {
    js: "",
    probes: [probe("expression", broadcastOk), probe("expression", broadcastOk), probe("return")],
    loops: [{ start: 0, end: 1 }],
    knobs: [],
    entry: { kind: "function", name: "forward", parameters: ["p", "t"] },
  };
  const define: Define = (torch, _nn, _F, _console, ll) => (p: Surface, t: Surface) =>
    forward(p, t, torch as Torch, ll);
  const predictions = Tensor.of(Float32Array.from([0.5, -1, 2, 3]), shape, "float32");
  predictions.requires_grad = true;
  const targets = [Tensor.of(Float32Array.from([1, 0, 2, 5]), [4, 1], "float32")];
  return evaluate({
    program,
    load: () => define,
    scope: names,
    parametersOf,
    batch: () => ({ predictions, targets, surroundings: nowhere }),
    facts: noFacts,
    runtime: { budget: 50, now: () => performance.now() },
    console: () => ({ lines: [], omitted: 0 }),
  });
}

/** `expr` with probe id round it. */
const at = <T>(ll: Runtime, id: number, work: () => T): T => ll.probe(ll.enter(id), work());
const codes = ({ hazards }: Report) => hazards.map(({ code }) => code);

describe("an evaluation", () => {
  test("tells value, shapes and the gradient that reached each expression", () => {
    const { outcome, expressions, gradient, hazards, failure } = report((p, t, torch, ll) => {
      const error = at(ll, 0, () => p.sub(t));
      return at(ll, 2, () => torch.mean(at(ll, 1, () => error.abs())));
    });
    expect(failure).toBeNull();
    expect(hazards).toEqual([]);
    expect(outcome).toMatchObject({ kind: "tensor", shape: [], value: 0.875, probe: 2 });
    expect(expressions.map(({ probe: id, shape, gradNorm }) => [id, shape, gradNorm])).toEqual([
      [0, [4, 1], expect.closeTo(Math.sqrt(3) / 4)],
      [1, [4, 1], 0.5],
      [2, [], 1],
    ]);
    expect(gradient).toEqual({ norm: expect.closeTo(Math.sqrt(3) / 4), finite: true, zero: false });
  });

  test.each<[string, Forward, string[]]>([
    ["a vector", (p, t) => p.sub(t), ["not-scalar"]],
    ["one element in a dim", (p, t) => p.sub(t).mean().reshape([1]), ["one-element"]],
    ["a number", (p, t) => p.sub(t).mean().item(), ["not-a-tensor", "no-gradient"]],
    ["nothing", () => undefined, ["not-a-tensor"]],
    ["an array of tensors", (p) => [p], ["not-scalar"]],
    ["an array of numbers", () => [1, 2], ["not-a-tensor"]],
    ["a promise", (p) => Promise.resolve(p), ["not-a-tensor"]],
    ["what was detached", (p, t) => p.detach().sub(t).mean(), ["no-gradient"]],
    ["a comparison", (p, t) => p.gt(t).float().mean(), ["no-gradient"]],
    ["a constant", (_p, _t, torch) => torch.tensor(1.5), ["no-gradient"]],
    ["a rounded loss", (p) => p.round().mean(), ["zero-gradient"]],
    ["NaN", (p) => p.sub(10).log().mean(), ["non-finite"]],
    ["a root at zero", (p, t) => p.sub(t).square().sqrt().mean(), ["non-finite-gradient"]],
  ])("of %s says so by code", (_title, forward, expected) => {
    expect(codes(report(forward))).toEqual(expected);
  });

  test("names the op that cut the gradient, not the one that noticed", () => {
    const [hazard] = report((p, t, _torch, ll) =>
      at(ll, 2, () =>
        at(ll, 0, () => p.detach())
          .sub(t)
          .mean(),
      ),
    ).hazards;
    expect(hazard).toMatchObject({ code: "no-gradient", cause: "detach", probe: 0 });
  });

  test("names the expression in which NaN began", () => {
    const [hazard] = report((p, _t, _torch, ll) =>
      at(ll, 2, () => at(ll, 1, () => at(ll, 0, () => p.sub(10)).log()).mean()),
    ).hazards;
    expect(hazard).toMatchObject({ code: "non-finite", nan: true, probe: 1 });
  });

  test("sees a broadcast in which both sides were expanded, unless it is accepted", () => {
    const pairwise: Forward = (p, t, _torch, ll) =>
      at(ll, 2, () =>
        at(ll, 0, () => p.sub(t.squeeze(1)))
          .abs()
          .mean(),
      );
    expect(report(pairwise).hazards).toEqual([
      { code: "silent-broadcast", probe: 0, op: "sub", left: [4, 1], right: [4], result: [4, 4] },
    ]);
    expect(codes(report(pairwise, { broadcastOk: true }))).toEqual([]);
  });

  test("traces an error to the innermost expression, with PyTorch's words", () => {
    const { failure } = report((p, t, _torch, ll) => at(ll, 2, () => at(ll, 0, () => p.matmul(t)).mean()));
    expect(failure).toMatchObject({
      code: "matmul",
      probe: 0,
      pytorch: "mat1 and mat2 shapes cannot be multiplied (4x1 and 4x1)",
    });
  });

  test("keeps what was evaluated before an error", () => {
    const { expressions } = report((p, t, _torch, ll) => {
      at(ll, 0, () => p.sub(t));
      throw new Error("no");
    });
    expect(expressions.map(({ probe: id }) => id)).toEqual([0]);
  });

  test("ends a loop that outlives its time, at the loop", () => {
    const { failure } = report((_p, _t, _torch, ll) => {
      for (;;) ll.loop(0);
    });
    expect(failure).toMatchObject({ code: "timeout", loop: 0 });
  });

  test.each<[string, unknown]>([
    ["null", null],
    ["a symbol", Symbol("x")],
    [
      "a proxy that throws at every question",
      new Proxy(
        {},
        {
          get: () => {
            throw new Error("trap");
          },
          getPrototypeOf: () => {
            throw new Error("trap");
          },
        },
      ),
    ],
    ["a very long error", new Error("x".repeat(10_000))],
  ])("survives %s thrown", (_title, thrown) => {
    const { failure } = report(() => {
      throw thrown;
    });
    expect(failure?.message.length).toBeGreaterThan(0);
    expect(failure?.message.length).toBeLessThanOrEqual(500);
  });

  test("refuses JavaScript's operators with the method's name", () => {
    const { failure } = report((p, t, _torch, ll) => ll.operator("-", p, t));
    expect(failure).toMatchObject({ code: "operator" });
    expect(failure?.hint).toContain("sub");
  });
});
