/** @file The ops that a call launches. */
import { setTracer } from "../ops/trace.ts";
import { bytesOf } from "../tensor/dtype.ts";
import { numelOf } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** An op that ran: what its inputs came from, and the size of what it made. */
export interface Launch {
  readonly op: string;
  readonly from: readonly string[];
  readonly bytes: number;
}

export function launchesOf(call: () => unknown): readonly Launch[] {
  const launches: Launch[] = [];
  const makers = new WeakMap<Tensor, string>();
  const before = setTracer({
    launched(op, inputs, outputs) {
      const bytes = outputs.reduce((size, { shape, dtype }) => size + numelOf(shape) * bytesOf[dtype], 0);
      launches.push({ op, from: inputs.flatMap((input) => makers.get(input) ?? []), bytes });
      for (const output of outputs) makers.set(output, op);
    },
    made: () => undefined,
    returned: () => undefined,
    pulling: () => undefined,
    pulledBack: () => undefined,
  });
  try {
    call();
  } finally {
    setTracer(before);
  }
  return launches;
}
