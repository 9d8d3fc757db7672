/** @file Quantiles, interpolated between neighbours. */
import { EngineError } from "../tensor/errors.ts";
import { normalizeDim } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { add, mul, sub } from "./arithmetic.ts";
import { cast } from "./convert.ts";
import { flatten, reshape, squeeze, unsqueeze } from "./movement.ts";
import { defineOp, type Op } from "./op.ts";
import { alongDim, pick } from "./pick.ts";
import { doc, over } from "./reduction.ts";
import { sortedOrder } from "./sorting.ts";

function quantileLike(name: "quantile" | "nanquantile") {
  return defineOp(
    {
      name,
      doc: doc(
        name,
        "The value below which a share q of the elements lies, between neighbours if need be.",
        "x₍q (n-1)₎, interpolated",
        {
          kink: "shared by the two neighbours according to their weights",
          example: "predictions.sub(targets).abs().quantile(0.9)",
          jax: `jnp.${name}(x, q, axis=dim)`,
          numpy: `np.${name}(x, q, axis=dim)`,
        },
      ),
      params: [
        over[0],
        { name: "q", kind: "operand" },
        { name: "dim", kind: "dim", default: null },
        over[2],
        { name: "interpolation", kind: "text", default: "linear" },
      ],
      samples: [{ shapes: [[7]], args: [0.4] }],
    },
    (op) =>
      (x: Tensor, q: Tensor | number, dim: number | null = null, keepdim = false, how = "linear"): Tensor => {
        const qs = typeof q === "number" ? [q] : Array.from(toContiguousData(q));
        const bad = qs.find((value) => !(value >= 0 && value <= 1));
        if (bad !== undefined)
          throw new EngineError({
            type: "RuntimeError",
            code: "domain",
            op: name,
            message: `${name}: q must be from 0 to 1, got ${bad}`,
            pytorch: `${name}() q must be in the range [0, 1] but got ${bad}`,
          });
        const whole = dim === null ? flatten(x) : x;
        const at = dim === null ? 0 : normalizeDim(name, dim, x.shape.length);
        const results = qs.map((share) => quantileAt(op, whole, at, share, how, name === "nanquantile"));
        const shaped = results.map((result) => {
          if (dim === null) return reshape(result, keepdim ? x.shape.map(() => 1) : []);
          return keepdim ? result : squeeze(result, at);
        });
        if (typeof q === "number" || q.shape.length === 0) return shaped[0];
        return stackOf(shaped);
      },
  );
}

function stackOf(parts: readonly Tensor[]): Tensor {
  // Each in its own place of a common shape, then added: stack lies above this file.
  return parts
    .map((part, i) => {
      const place = Tensor.of(
        Float32Array.from(parts, (_, j) => (i === j ? 1 : 0)),
        [parts.length, ...part.shape.map(() => 1)],
        "float32",
      );
      return mul(unsqueeze(part, 0), cast(place, part.dtype));
    })
    .reduce((a, b) => add(a, b));
}

function quantileAt(op: Op, x: Tensor, dim: number, q: number, how: string, skipsNaN: boolean): Tensor {
  const rows = sortedOrder(x, dim, false);
  const shape = x.shape.map((s, i) => (i === dim ? 1 : s));
  const at = (round: (place: number) => number): Tensor => {
    const places = Float64Array.from(
      rows,
      ({ order, values }) => order[Math.min(values.length - 1, round(placeIn(values)))],
    );
    return pick(op, x, alongDim(x.shape, dim, Tensor.of(places, shape, "int64")), shape);
  };
  const placeIn = (values: readonly number[] | Float64Array): number => {
    const nans = Array.from(values).filter((v) => Number.isNaN(v)).length;
    if (nans > 0 && !skipsNaN) return values.length - 1;
    return q * (values.length - (skipsNaN ? nans : 0) - 1);
  };
  if (how === "lower") return at(Math.floor);
  if (how === "higher") return at(Math.ceil);
  if (how === "nearest") return at((place) => (place % 1 === 0.5 ? 2 * Math.round(place / 2) : Math.round(place)));
  const [low, high] = [at(Math.floor), at(Math.ceil)];
  const weights = Tensor.of(
    Float64Array.from(rows, ({ values }) => (how === "midpoint" ? 0.5 : placeIn(values) % 1)),
    shape,
    "float64",
  );
  return add(low, mul(sub(high, low), cast(weights, x.dtype)));
}

export const quantile = quantileLike("quantile");

export const nanquantile = quantileLike("nanquantile");
