/** @file What a second step still uses of the first, whose graph is gone by then: where. */
import { backward } from "../autograd/backward.ts";
import { instantiate, targetsFor } from "../language/loss.ts";
import { LossRuntime } from "../language/loss-runtime.ts";
import { setTracer, type Tracer } from "../ops/trace.ts";
import { numelOf } from "../tensor/shape.ts";
import { nodeOf, type TapeNode, Tensor } from "../tensor/tensor.ts";
import type { Called, Evaluation } from "./evaluate.ts";

/** null where nothing of it is used with its graph, or the first step fails as well. */
export function staleAt(
  { program, load, scope, parametersOf, facts, runtime: options }: Evaluation,
  batch: () => Called,
): number | null {
  const runtime = new LossRuntime(options);
  const old = new Set<TapeNode>();
  let isSecond = false;
  let found: number | null = null;
  /** Of the first step. */
  let before: Tensor | null = null;
  const tracer: Tracer = {
    launched(_op, inputs, outputs) {
      if (isSecond) {
        if (found === null && outputs.some(isOnTape) && inputs.some((input) => input === before || isOf(old, input)))
          found = runtime.current();
      } else for (const output of outputs) remember(old, output);
    },
    made: () => undefined,
    returned: () => undefined,
    entered: () => undefined,
    applied: () => undefined,
    pulling: () => undefined,
    pulledBack: () => undefined,
  };
  const outer = setTracer(tracer);
  try {
    const loss = instantiate(load(), program.entry, scope, runtime, parametersOf, facts);
    for (let step = 0; step < 2; step++) {
      isSecond = step === 1;
      runtime.begin();
      // What the model computes anew for each step is not the loss's.
      setTracer(null);
      const { predictions, surroundings, targets } = batch();
      setTracer(tracer);
      if (predictions === before) before = null;
      const given = targetsFor(program.entry, targets, surroundings.model !== null);
      const result = loss.forward(predictions, given, surroundings);
      if (!isSecond && Tensor.isTensor(result) && numelOf(result.shape) === 1) {
        setTracer(null);
        backward(result);
        setTracer(tracer);
        before = predictions;
      }
    }
  } catch {
    // Where it fails is known already.
  } finally {
    setTracer(outer);
  }
  return found;
}

function remember(old: Set<TapeNode>, tensor: Tensor): void {
  const node = nodeOf(tensor);
  if (node !== null) old.add(node);
}

const isOnTape = (tensor: Tensor): boolean => nodeOf(tensor) !== null;

function isOf(old: ReadonlySet<TapeNode>, tensor: Tensor): boolean {
  const node = nodeOf(tensor);
  return node !== null && old.has(node);
}
