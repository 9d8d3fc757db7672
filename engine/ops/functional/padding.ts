/** @file What stands at the edges, and what changes between neighbours. */
import { EngineError, type ExceptionType } from "../../tensor/errors.ts";
import { contiguousStrides, formatShape, normalizeDim, type Shape } from "../../tensor/shape.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { masked_fill } from "../indexing/masking.ts";
import { input, opDoc } from "../indexing/movement-doc.ts";
import { pick, positionsOf } from "../indexing/pick.ts";
import { part } from "../indexing/splitting.ts";
import { defineOp } from "../op.ts";
import { add } from "../pointwise/arithmetic.ts";

export const pad = defineOp(
  {
    name: "pad",
    label: "ConstantPadNdBackward0",
    doc: opDoc(
      "A margin around the last dims.",
      "value, or the edge or its mirror image, outside x",
      "sizes grown by the margins, which count from the last dim",
      "F.pad(predictions, [1, 1])",
      "jnp.pad(x, widths)",
      "np.pad(x, widths)",
    ),
    params: [
      input,
      { name: "pad", kind: "shape" },
      { name: "mode", kind: "text", default: "constant" },
      { name: "value", kind: "number", default: 0 },
    ],
    places: ["F"],
    samples: [{ shapes: [[2, 3]], args: [[1, 2]] }],
  },
  (op) =>
    (x: Tensor, margins: Shape, mode = "constant", value: number | null = 0): Tensor => {
      const rank = x.shape.length;
      if (margins.length > 2 * rank)
        throw new EngineError({
          type: "RuntimeError",
          code: "range",
          op: "pad",
          message: `pad: takes two margins for each of ${rank} dims at most, got ${margins.length}`,
          pytorch: `Padding length should be less than or equal to two times the input dimension but got padding length ${margins.length} and input of dimension ${rank}`,
        });
      if (margins.length % 2 !== 0)
        refuse("RuntimeError", `margins come in pairs, got ${margins.length}`, "Padding length must be divisible by 2");
      if (mode !== "constant") requireMargins(x, margins, mode);
      const before = x.shape.map((_, d) => margins[2 * (rank - 1 - d)] ?? 0);
      const shape = x.shape.map((size, d) => size + before[d] + (margins[2 * (rank - 1 - d) + 1] ?? 0));
      if (shape.some((size) => size < 0))
        refuse(
          "RuntimeError",
          `cuts off more than there is, got margins ${formatShape(margins)}`,
          "narrow(): length must be non-negative.",
        );
      const strides = contiguousStrides(x.shape);
      const positions = positionsOf(shape, (at) => {
        let place = 0;
        for (let d = 0; d < rank; d++) {
          const n = x.shape[d];
          let i = at[d] - before[d];
          if (i < 0 || i >= n) {
            if (mode === "constant") return -1;
            if (mode === "replicate") i = Math.min(Math.max(i, 0), n - 1);
            else if (mode === "circular") i = ((i % n) + n) % n;
            else i = i < 0 ? -i : 2 * (n - 1) - i;
          }
          place += i * strides[d];
        }
        return place;
      });
      const padded = pick(op, x, positions, shape);
      if (mode !== "constant" || (value ?? 0) === 0) return padded;
      const margin = Tensor.of(
        Uint8Array.from(positions, (place) => (place < 0 ? 1 : 0)),
        shape,
        "bool",
      );
      return masked_fill(padded, margin, value ?? 0);
    },
);

function refuse(type: ExceptionType, message: string, pytorch: string): never {
  throw new EngineError({ type, code: "range", op: "pad", message: `pad: ${message}`, pytorch });
}

/** Only the last dims, and not further than there is something to take from. */
function requireMargins(x: Tensor, margins: Shape, mode: string): void {
  const [rank, padded] = [x.shape.length, margins.length / 2];
  if (rank !== padded + 1 && rank !== padded + 2)
    refuse(
      "NotImplementedError",
      `${mode} pads the last dims of a batch, got ${margins.length} margins for ${rank} dims`,
      `Padding size ${margins.length} is not supported for ${rank}D input tensor.`,
    );
  for (let i = 0; i < padded; i++) {
    const at = rank - 1 - i;
    const pair = margins.slice(2 * i, 2 * i + 2);
    const most = Math.max(...pair);
    if (mode === "reflect" && most >= x.shape[at])
      refuse(
        "RuntimeError",
        `reflect pads by less than the size ${x.shape[at]} of dim ${at}, got ${most}`,
        `Argument #${2 * (i + 2)}: Padding size should be less than the corresponding input dimension, but got: padding (${pair.join(", ")}) at dimension ${at} of input ${formatShape(x.shape)}`,
      );
    if (mode === "circular" && most > x.shape[at])
      refuse(
        "RuntimeError",
        `circular pads by the size ${x.shape[at]} of dim ${at} at most, got ${most}`,
        "Padding value causes wrapping around more than once.",
      );
  }
}

export const diff = defineOp(
  {
    name: "diff",
    label: "SubBackward0",
    doc: opDoc(
      "The differences of neighbours.",
      "y_i = x_(i+1) - x_i",
      "dim shorter by n",
      "predictions.diff(1, 0)",
      "jnp.diff(x, n, dim)",
      "np.diff(x, n, dim)",
    ),
    params: [input, { name: "n", kind: "dim", default: 1 }, { name: "dim", kind: "dim", default: -1 }],
    samples: [{ shapes: [[2, 4]] }],
  },
  () =>
    (x: Tensor, n = 1, dim = -1): Tensor => {
      const at = normalizeDim("diff", dim, x.shape.length);
      let y = x;
      for (let i = 0; i < n; i++) y = add(part(y, at, 1, y.shape[at] - 1), part(y, at, 0, y.shape[at] - 1), -1);
      return y;
    },
);
