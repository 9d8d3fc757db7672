/** @file What distributions, transforms and constraints answer to in Python. */
import { Constraint, Distribution, Transform } from "../../../distributions/index.ts";
import { Native } from "./functions.ts";
import { jsAttribute } from "./module-attributes.ts";
import { native } from "./native.ts";
import { Size } from "./sequences.ts";

export const isOfDistributions = (value: unknown): value is Distribution | Transform | Constraint =>
  value instanceof Distribution || value instanceof Transform || value instanceof Constraint;

/** What a distribution, a transform or a constraint answers to: shapes are torch.Sizes. */
export function distributionAttribute(owner: Distribution | Transform | Constraint, name: string): unknown {
  if (name === "__class__") return owner.constructor;
  if (name.startsWith("_")) return undefined;
  const value = jsAttribute(owner, name);
  if (name === "batch_shape" || name === "event_shape") return Array.isArray(value) ? Size.make(value) : value;
  if (value instanceof Native && name.endsWith("_shape"))
    return native(name, (args, keywords) => {
      const shape = value.run(args, keywords);
      return Array.isArray(shape) ? Size.make(shape) : shape;
    });
  return value;
}
