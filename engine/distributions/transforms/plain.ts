/** @file Transforms without parameters, one record each. */

import { logsigmoid, softplus } from "../../ops/functional/activations.ts";
import { pad } from "../../ops/functional/padding.ts";
import { narrow } from "../../ops/indexing/slices.ts";
import { cumprod, cumsum } from "../../ops/other/cumulative.ts";
import { diag_embed, diagonal, tril } from "../../ops/other/triangles.ts";
import { add, div, mul, sub } from "../../ops/pointwise/arithmetic.ts";
import { clamp } from "../../ops/pointwise/clamp.ts";
import { sigmoid } from "../../ops/pointwise/sigmoid.ts";
import { atanh, tanh } from "../../ops/pointwise/trigonometry.ts";
import { abs, exp, expm1, log, log1p, neg } from "../../ops/pointwise/unary.ts";
import { amax, sum } from "../../ops/reduction/reduction.ts";
import { epsilonOf, tinyOf } from "../../random/families.ts";
import type { Shape } from "../../tensor/shape.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { refused } from "../arguments.ts";
import * as constraints from "../constraints.ts";
import { everywhere } from "../formulas.ts";
import { Transform } from "./transform.ts";

const { independent, interval, positive, real, realVector, simplex, unitInterval } = constraints;
type Constraint = constraints.Constraint;

interface Plain {
  readonly name: string;
  readonly domain: Constraint;
  readonly codomain: Constraint;
  readonly forward: (x: Tensor) => Tensor;
  readonly inverse: (y: Tensor) => Tensor;
  readonly stretch?: (x: Tensor, y: Tensor) => Tensor;
  readonly sign?: 1;
  readonly isBijective?: false;
  /** By how many the last size grows. */
  readonly grows?: number;
}

type PlainClass = new () => Transform;

/** The class of a transform without parameters. */
function plain(record: Plain): PlainClass {
  const grown = (shape: Shape, by: number): Shape => {
    if (shape.length < record.domain.event_dim)
      throw refused(record.name, `needs ${record.domain.event_dim} dims`, "Too few dimensions on input");
    return by === 0 ? shape : [...shape.slice(0, -1), shape[shape.length - 1] + by];
  };
  const made = class extends Transform {
    get domain(): Constraint {
      return record.domain;
    }
    get codomain(): Constraint {
      return record.codomain;
    }
    override get bijective(): boolean {
      return record.isBijective ?? true;
    }
    override get sign(): Tensor | number {
      return record.sign ?? super.sign;
    }
    protected override get isPlain(): boolean {
      return true;
    }
    forward(x: Tensor): Tensor {
      return record.forward(x);
    }
    inverse(y: Tensor): Tensor {
      return record.inverse(y);
    }
    override log_abs_det_jacobian(x: Tensor, y: Tensor): Tensor {
      return record.stretch?.(x, y) ?? super.log_abs_det_jacobian(x, y);
    }
    override forward_shape(shape: Shape): Shape {
      return grown(shape, record.grows ?? 0);
    }
    override inverse_shape(shape: Shape): Shape {
      return grown(shape, -(record.grows ?? 0));
    }
  };
  Object.defineProperty(made, "name", { value: record.name });
  return made;
}

const clippedSigmoid = (x: Tensor): Tensor => clamp(sigmoid(x), tinyOf(x.dtype), 1 - epsilonOf(x.dtype));

export const ExpTransform = plain({
  name: "ExpTransform",
  domain: real,
  codomain: positive,
  sign: 1,
  forward: exp,
  inverse: log,
  stretch: (x) => x,
});

export const SigmoidTransform = plain({
  name: "SigmoidTransform",
  domain: real,
  codomain: unitInterval,
  sign: 1,
  forward: clippedSigmoid,
  inverse: (y) => {
    const clipped = clamp(y, tinyOf(y.dtype), 1 - epsilonOf(y.dtype));
    return sub(log(clipped), log1p(neg(clipped)));
  },
  stretch: (x) => sub(neg(softplus(neg(x))), softplus(x)),
});

export const SoftplusTransform = plain({
  name: "SoftplusTransform",
  domain: real,
  codomain: positive,
  sign: 1,
  forward: (x) => softplus(x),
  inverse: (y) => add(log(neg(expm1(neg(y)))), y),
  stretch: (x) => neg(softplus(neg(x))),
});

export const TanhTransform = plain({
  name: "TanhTransform",
  domain: real,
  codomain: interval(-1, 1),
  sign: 1,
  forward: tanh,
  inverse: atanh,
  stretch: (x) => mul(sub(sub(Math.LN2, x), softplus(mul(x, -2))), 2),
});

export const AbsTransform = plain({
  name: "AbsTransform",
  domain: real,
  codomain: positive,
  isBijective: false,
  forward: abs,
  inverse: (y) => y,
});

export const SoftmaxTransform = plain({
  name: "SoftmaxTransform",
  domain: realVector,
  codomain: simplex,
  isBijective: false,
  forward: (x) => {
    const raised = exp(sub(x, amax(x, -1, true)));
    return div(raised, sum(raised, -1, true));
  },
  inverse: log,
});

/** size + 1 - (1, 2, …): what is left to be broken off. */
const remaining = (x: Tensor, from: number): Tensor => sub(from, cumsum(everywhere(narrow1(x), 1), -1));
const narrow1 = (x: Tensor): Tensor => Tensor.zeros([x.shape[x.shape.length - 1]], x.dtype);
const cropped = (y: Tensor): Tensor => narrow(y, -1, 0, y.shape[y.shape.length - 1] - 1);

export const StickBreakingTransform = plain({
  name: "StickBreakingTransform",
  domain: realVector,
  codomain: simplex,
  grows: 1,
  forward: (x) => {
    const offset = remaining(x, x.shape[x.shape.length - 1] + 1);
    const z = clippedSigmoid(sub(x, log(offset)));
    return mul(pad(z, [0, 1], "constant", 1), pad(cumprod(sub(1, z), -1), [1, 0], "constant", 1));
  },
  inverse: (y) => {
    const head = cropped(y);
    const offset = remaining(head, y.shape[y.shape.length - 1]);
    const rest = clamp(sub(1, cumsum(head, -1)), tinyOf(y.dtype));
    return add(sub(log(head), log(rest)), log(offset));
  },
  stretch: (x, y) => {
    const shifted = sub(x, log(remaining(x, x.shape[x.shape.length - 1] + 1)));
    return sum(add(add(neg(shifted), logsigmoid(shifted)), log(cropped(y))), -1);
  },
});

export const LowerCholeskyTransform = plain({
  name: "LowerCholeskyTransform",
  domain: independent(real, 2),
  codomain: constraints.lowerCholesky,
  isBijective: false,
  forward: (x) => add(tril(x, -1), diag_embed(exp(diagonal(x, 0, -2, -1)))),
  inverse: (y) => add(tril(y, -1), diag_embed(log(diagonal(y, 0, -2, -1)))),
});
