/** @file Modules that only the Python dialect has: pooling and margins of images, a triplet loss with a distance of one's own. */
import { Module } from "../../../nn/module.ts";
import { keptBy } from "../../../nn/number-attributes.ts";
import { minimum } from "../../../ops/comparison/maximum.ts";
import { pairwise_distance } from "../../../ops/functional/distances.ts";
import { pad } from "../../../ops/functional/padding.ts";
import { add, sub } from "../../../ops/pointwise/arithmetic.ts";
import { clamp_min } from "../../../ops/pointwise/clamp.ts";
import { mean, sum } from "../../../ops/reduction/reduction.ts";
import { Float } from "../../../tensor/dtype.ts";
import type { Tensor } from "../../../tensor/tensor.ts";
import { call, none } from "./call.ts";
import { resizingModules } from "./resizing-modules.ts";

type Options = Readonly<Record<string, unknown>>;

/** The last argument, where keywords came. */
const optionsOf = (args: readonly unknown[]): Options => {
  const last = args.at(-1);
  return typeof last === "object" && last !== null && Object.getPrototypeOf(last) === Object.prototype
    ? (last as Options)
    : {};
};

function margin(mode: string, dims: number) {
  return class extends Module {
    readonly padding: readonly number[];
    readonly value: number;
    constructor(size: unknown, value: unknown = 0) {
      super();
      this.padding = Array.isArray(size) ? size.map(Number) : Array.from({ length: 2 * dims }, () => Number(size));
      this.value = Number(value);
    }
    override forward(x: Tensor): Tensor {
      return pad(x, this.padding, mode, this.value);
    }
  };
}

class TripletMarginWithDistanceLoss extends Module {
  readonly distance_function: unknown;
  readonly margin: unknown;
  readonly swap: unknown;
  readonly reduction: unknown;
  constructor(...args: readonly unknown[]) {
    super();
    const { distance_function = null, margin: gap = new Float(1), swap = false, reduction = "mean" } = optionsOf(args);
    this.distance_function = distance_function;
    this.margin = keptBy(this, "margin", gap);
    this.swap = swap;
    this.reduction = reduction;
  }
  override forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    const { distance_function: given, margin: gap, swap, reduction } = this;
    const distance = (a: Tensor, b: Tensor): Tensor =>
      given === null ? pairwise_distance(a, b) : (call(given, [a, b], none) as Tensor);
    const near = distance(anchor, positive);
    const far = distance(anchor, negative);
    const least = swap === true ? minimum(far, distance(positive, negative)) : far;
    const loss = clamp_min(add(sub(near, least), Number(gap)), 0);
    return reduction === "mean" ? mean(loss) : reduction === "sum" ? sum(loss) : loss;
  }
}

const named = (name: string, made: new (...args: never[]) => Module) => {
  Object.defineProperty(made, "name", { value: name });
  return made;
};

export const imageModules: Readonly<Record<string, new (...args: never[]) => Module>> = {
  ReflectionPad1d: named("ReflectionPad1d", margin("reflect", 1)),
  ReflectionPad2d: named("ReflectionPad2d", margin("reflect", 2)),
  ReplicationPad1d: named("ReplicationPad1d", margin("replicate", 1)),
  ReplicationPad2d: named("ReplicationPad2d", margin("replicate", 2)),
  ZeroPad2d: named("ZeroPad2d", margin("constant", 2)),
  ConstantPad1d: named("ConstantPad1d", margin("constant", 1)),
  ConstantPad2d: named("ConstantPad2d", margin("constant", 2)),
  TripletMarginWithDistanceLoss,
  ...resizingModules,
};
