/** @file Quantiles, interpolated between neighbours. */
import { EngineError } from "../../tensor/errors.ts";
import { normalizeDim } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { sortedOrder } from "../comparison/sorting.ts";
import { flatten, reshape, squeeze } from "../indexing/movement.ts";
import { alongDim, pick } from "../indexing/pick.ts";
import { stack } from "../indexing/slices.ts";
import { defineOp, type Op } from "../op.ts";
import { lerp } from "../pointwise/pointwise-ternary.ts";
import { doc, over } from "./reduction.ts";

const interpolations = ["linear", "lower", "higher", "midpoint", "nearest"] as const;
type Interpolation = (typeof interpolations)[number];

const isInterpolation = (how: string): how is Interpolation => interpolations.some((each) => each === how);

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
        if (!isInterpolation(how))
          throw new EngineError({
            type: "RuntimeError",
            code: "argument",
            op: name,
            message: `${name}: interpolation must be linear, lower, higher, midpoint or nearest, got ${how}`,
            pytorch: `${name}() interpolation must be one of linear, lower, higher, midpoint or nearest, but got ${how}`,
          });
        const whole = dim === null ? flatten(x) : x;
        const at = dim === null ? 0 : normalizeDim(name, dim, x.shape.length);
        const rows = sortedOrder(whole, at, false);
        const shaped = qs.map((share) => {
          const result = quantileAt(op, whole, at, rows, share, how);
          if (dim === null) return reshape(result, keepdim ? x.shape.map(() => 1) : []);
          return keepdim ? result : squeeze(result, at);
        });
        return typeof q === "number" || q.shape.length === 0 ? shaped[0] : stack(shaped);
      },
  );
}

type Rows = ReturnType<typeof sortedOrder>;

/** In the arithmetic of the tensor's own dtype, as PyTorch's ranks are. */
function quantileAt(op: Op, x: Tensor, dim: number, rows: Rows, q: number, how: Interpolation): Tensor {
  const round = x.dtype === "float64" ? (value: number) => value : Math.fround;
  const shape = x.shape.map((s, i) => (i === dim ? 1 : s));
  const ranks = rows.map(({ values }) => {
    const nans = Array.from(values).filter((v) => Number.isNaN(v)).length;
    // NaNs stand last: one of them is the answer, unless they are passed over.
    if (nans > 0 && op.name === "quantile") return values.length - 1;
    return round(round(q) * Math.max(0, values.length - nans - 1));
  });
  const at = (rounded: (rank: number) => number): Tensor => {
    const places = Float64Array.from(rows, ({ order }, i) => order[rounded(ranks[i])]);
    return pick(op, x, alongDim(x.shape, dim, Tensor.of(places, shape, "int64")), shape);
  };
  if (how === "lower") return at(Math.floor);
  if (how === "higher") return at(Math.ceil);
  if (how === "nearest") return at((rank) => (rank % 1 === 0.5 ? 2 * Math.round(rank / 2) : Math.round(rank)));
  const weights = ranks.map((rank) => (how === "midpoint" ? 0.5 : round(rank - Math.floor(rank))));
  const data = x.dtype === "float64" ? Float64Array.from(weights) : Float32Array.from(weights);
  return lerp(at(Math.floor), at(Math.ceil), Tensor.of(data, shape, x.dtype));
}

export const quantile = quantileLike("quantile");
export const nanquantile = quantileLike("nanquantile");
