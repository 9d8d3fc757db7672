/** @file Every op there is. Namespaces, typings, docs, argument binding and tests are derived from this table. */

import * as activations from "./activations.ts";
import * as arithmetic from "./arithmetic.ts";
import * as choice from "./choice.ts";
import * as compare from "./compare.ts";
import { bool, clone, detach, double, float, item, long, to, tolist } from "./convert.ts";
import * as creation from "./creation.ts";
import { dot, linear, matmul } from "./linear-algebra.ts";
import * as losses from "./losses.ts";
import * as movement from "./movement.ts";
import type { Op } from "./op.ts";
import { amax, amin, argmax, argmin, logsumexp, max, mean, min, norm, std, sum, variance } from "./reduction.ts";
import * as rounding from "./rounding.ts";
import * as slices from "./slices.ts";
import * as softmax from "./softmax.ts";
import * as unary from "./unary.ts";

const families = [
  arithmetic,
  unary,
  rounding,
  activations,
  choice,
  compare,
  { sum, mean, variance, std, max, min, amax, amin, argmax, argmin, logsumexp, norm },
  softmax,
  { matmul, linear, dot },
  movement,
  slices,
  { to, float, double, long, bool, detach, clone, item, tolist },
  creation,
  losses,
];

export interface RegisteredOp {
  readonly op: Op;
  readonly call: (...args: never[]) => unknown;
}

function collect(): ReadonlyMap<string, RegisteredOp> {
  const found = new Map<string, RegisteredOp>();
  for (const family of families) {
    for (const call of Object.values(family)) {
      if (found.has(call.op.name)) throw new Error(`internal: two ops are called ${call.op.name}`);
      found.set(call.op.name, { op: call.op, call });
    }
  }
  return found;
}

export const registry = collect();

export function gradientKind(op: string): Op["gradient"] {
  return registry.get(op)?.op.gradient ?? "none";
}

export function isBroadcasting(op: string): boolean {
  return registry.get(op)?.op.broadcasts ?? false;
}
