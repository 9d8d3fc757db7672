/** @file The ops that a call launches, and what they do to the tape. */
import { cutKind } from "../inspect/cuts.ts";
import { setTracer } from "../ops/trace.ts";
import { bytesOf } from "../tensor/dtype.ts";
import { isGradEnabled } from "../tensor/grad-mode.ts";
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
    entered: () => undefined,
    applied: () => undefined,
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

/** What a call does to the tape and to dtypes. */
export interface Trail {
  /** detach, item, no_grad or the like stand in it. */
  readonly isCut: boolean;
  /** Something is cast to float32 although float64 came in. */
  readonly narrows: boolean;
  /** Classes of autograd.Function that were applied. */
  readonly functions: readonly string[];
}

export function trailOf(call: () => unknown): Trail {
  let [isCut, narrows] = [false, false];
  const functions: string[] = [];
  const before = setTracer({
    launched(_op, inputs, [output]) {
      if (!isGradEnabled()) isCut = true;
      narrows ||= output?.dtype === "float32" && inputs.some(({ dtype }) => dtype === "float64");
    },
    made(op) {
      isCut ||= cutKind(op) === "severed" || cutKind(op) === "copied";
    },
    returned: () => undefined,
    entered: () => undefined,
    applied: (name) => functions.push(name),
    pulling: () => undefined,
    pulledBack: () => undefined,
  });
  try {
    call();
  } finally {
    setTracer(before);
  }
  return { isCut: isCut && functions.length === 0, narrows, functions };
}
