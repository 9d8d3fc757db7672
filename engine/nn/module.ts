/** @file nn.Module as a loss or a model extends it, and nn.Parameter. */

import { isFloating } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";

const parameters = new WeakSet<Tensor>();

/** A leaf that is trained. A function so that `new nn.Parameter(x)` yields a Tensor, and nothing but a Tensor. */
export function parameter(data: Tensor, requiresGrad = true): Tensor {
  const leaf = Tensor.of(toContiguousData(data).slice(), data.shape, data.dtype);
  if (requiresGrad && isFloating(leaf.dtype)) leaf.requires_grad = true;
  parameters.add(leaf);
  return leaf;
}

export function isParameter(value: unknown): value is Tensor {
  return Tensor.isTensor(value) && parameters.has(value);
}

const buffers = new WeakMap<Module, Set<string>>();

/** Says that an attribute is a buffer: kept with the module, and not trained. */
export function registerBuffer(module: Module, name: string): void {
  const known = buffers.get(module) ?? new Set();
  known.add(name);
  buffers.set(module, known);
}

export const buffersIn = (module: Module): readonly string[] => [...(buffers.get(module) ?? [])];

export class Module {
  training = true;

  forward(..._inputs: never[]): unknown {
    throw new EngineError({
      type: "NotImplementedError",
      code: "no-forward",
      op: "forward",
      message: "forward: this Module defines none",
      hint: "Add a method forward(…).",
      pytorch: `Module [${this.constructor.name}] is missing the required "forward" function`,
    });
  }

  /** Every parameter once, own ones first, then those of sub-modules, in the order they were assigned. */
  named_parameters(): [string, Tensor][] {
    const found = new Map<Tensor, string>();
    collect(this, "", found, new Set());
    return [...found].map(([tensor, name]) => [name, tensor]);
  }

  parameters(): Tensor[] {
    return this.named_parameters().map(([, tensor]) => tensor);
  }

  train(mode = true): this {
    this.training = mode;
    for (const child of Object.values(this)) if (child instanceof Module) child.train(mode);
    return this;
  }

  eval(): this {
    return this.train(false);
  }
}

function collect(module: Module, prefix: string, found: Map<Tensor, string>, seen: Set<Module>): void {
  if (seen.has(module)) return;
  seen.add(module);
  const entries = Object.entries(module);
  for (const [name, value] of entries) if (isParameter(value) && !found.has(value)) found.set(value, prefix + name);
  for (const [name, value] of entries) if (value instanceof Module) collect(value, `${prefix}${name}.`, found, seen);
}
