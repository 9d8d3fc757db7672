/** @file Times one forward of compiled losses, as a training step calls it, in interleaved rounds. */
import { instantiate, type Loss } from "../../../engine/language/loss.ts";
import { LossRuntime } from "../../../engine/language/loss-runtime.ts";
import type { Program } from "../../../engine/language/program.ts";
import { Tensor } from "../../../engine/tensor/tensor.ts";
import { parametersOf, scope } from "../../../engine/worker/scope.ts";
import { answering } from "../answering.ts";
import { predictionsAndTargets } from "../workloads.ts";
import { defineOf } from "./define-of.ts";

export interface CompiledLosses {
  readonly programs: readonly Program[];
  readonly batch: number;
  readonly rounds: number;
}

const SAMPLE = 8;

interface Timed {
  readonly call: () => void;
  readonly samples: number[];
  repeats: number;
}

function millisecondsOf(call: () => void, repeats: number): number {
  const start = performance.now();
  for (let i = 0; i < repeats; i++) call();
  return performance.now() - start;
}

function timed(program: Program, batch: number): Timed {
  const runtime = new LossRuntime({ budget: 10_000, now: () => performance.now() });
  const loss: Loss = instantiate(defineOf(program.js), program.entry, { ...scope, console }, runtime, parametersOf);
  const { p, t } = predictionsAndTargets(batch);
  const predictions = Tensor.of(p, [batch, 1], "float32");
  predictions.requires_grad = true;
  const targets = program.entry.parameters.slice(1).map(() => Tensor.of(t, [batch, 1], "float32"));
  const call = () => {
    runtime.begin();
    loss.forward(predictions, targets);
  };
  return { call, samples: [], repeats: repeatsOf(call) };
}

/** So many that they take a sample's time. One measurement alone may have been interrupted, and would then say: enough. */
function repeatsOf(call: () => void): number {
  const fastest = (repeats: number) => Math.min(...[0, 1, 2].map(() => millisecondsOf(call, repeats)));
  let repeats = 1;
  while (fastest(repeats) < SAMPLE) repeats *= 2;
  return repeats;
}

/** Answers with each program's microseconds a call, of each round. */
answering<CompiledLosses, readonly (readonly number[])[]>(async ({ programs, batch, rounds }) => {
  const losses = programs.map((program) => timed(program, batch));
  // Once more, now that the code has been optimised for all of them.
  for (const loss of losses) loss.repeats = repeatsOf(loss.call);
  for (let round = 0; round < rounds; round++) {
    for (const { call, repeats, samples } of losses) samples.push((millisecondsOf(call, repeats) / repeats) * 1000);
  }
  return losses.map(({ samples }) => samples);
});
