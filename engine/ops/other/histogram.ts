/** @file How often values fall into ranges of one width. */
import { EngineError } from "../../tensor/errors.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { dataOf, Tensor } from "../../tensor/tensor.ts";
import { input, opDoc } from "../indexing/movement-doc.ts";
import { defineOp, finish, notImplemented, requireFloating } from "../op.ts";

export const histc = defineOp(
  {
    name: "histc",
    doc: {
      ...opDoc(
        "How many elements fall into each of so many ranges of one width.",
        "yₖ = #{x in the k-th of bins parts of [min, max]}, elements outside left out",
        "any in, [bins] out",
        "predictions.histc(4, -1, 1)",
        "jnp.histogram(x, bins, (min, max))[0]",
        "np.histogram(x, bins, (min, max))[0]",
      ),
      domain: "min = max takes the smallest and the largest element",
      kink: "no gradient: counts",
    },
    params: [
      input,
      { name: "bins", kind: "dim", default: 100 },
      { name: "min", kind: "number", default: 0 },
      { name: "max", kind: "number", default: 0 },
    ],
    gradient: "none",
    samples: [],
  },
  (op) =>
    (x: Tensor, bins = 100, min = 0, max = 0): Tensor => {
      requireFloating("histc", x, notImplemented("histogram_cpu"));
      const refuse = (message: string, pytorch: string): never => {
        throw new EngineError({
          type: "RuntimeError",
          code: "range",
          op: "histc",
          message: `histc: ${message}`,
          pytorch,
        });
      };
      if (bins <= 0)
        refuse(
          `takes a number of bins above 0, got ${bins}`,
          `torch.histogram(): bins must be > 0, but got ${bins} for dimension 0`,
        );
      const data = toContiguousData(x);
      let [low, high] = [min, max];
      if (low === high && data.length > 0) {
        low = Number.POSITIVE_INFINITY;
        high = Number.NEGATIVE_INFINITY;
        for (const value of data) [low, high] = [Math.min(low, value), Math.max(high, value)];
      }
      if (low === high) [low, high] = [low - 1, high + 1];
      if (!Number.isFinite(low) || !Number.isFinite(high))
        refuse(
          `the range must be finite, got ${low} to ${high}`,
          `range of [${words(low)}, ${words(high)}] is not finite`,
        );
      if (low > high) refuse(`max must be larger than min, got ${low} to ${high}`, "max must be larger than min");
      const counts = Tensor.zeros([bins], x.dtype);
      for (const value of data)
        if (value >= low && value <= high)
          dataOf(counts)[Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins))] += 1;
      return finish(op, [x], counts, () => null);
    },
);

const words = (value: number): string =>
  Number.isNaN(value)
    ? "nan"
    : value === Number.POSITIVE_INFINITY
      ? "inf"
      : value === Number.NEGATIVE_INFINITY
        ? "-inf"
        : String(value);
