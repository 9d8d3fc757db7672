/** @file Questions about elements: the answers are bools and carry no gradient. */
import { mapUnary } from "../../kernels/elementwise.ts";
import type { ComparisonName } from "../../kernels/signatures.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { binary } from "../binary.ts";
import { defineOp, finish } from "../op.ts";

const aliases: Readonly<Record<string, readonly string[]>> = {
  gt: ["greater"],
  ge: ["greater_equal"],
  lt: ["less"],
  le: ["less_equal"],
  ne: ["not_equal"],
};

function comparison(
  name: string,
  formula: string,
  jax: string,
  f: (a: number, b: number) => boolean,
  kernel?: ComparisonName,
) {
  return binary({
    name,
    ...(kernel === undefined ? {} : { comparison: kernel }),
    aliases: aliases[name] ?? [],
    doc: {
      summary: `True where ${formula}.`,
      formula,
      kink: "no gradient: the answer is a bool",
      example: `predictions.${name}(0).float()`,
      jax,
      numpy: jax.replace("jnp", "np"),
    },
    f: (a, b) => (f(a, b) ? 1 : 0),
    gradient: "none",
    dtype: () => "bool",
    vjp: null,
  });
}

export const gt = comparison("gt", "a > b", "a > b", (a, b) => a > b, "gt");
export const ge = comparison("ge", "a ≥ b", "a >= b", (a, b) => a >= b, "ge");
export const lt = comparison("lt", "a < b", "a < b", (a, b) => a < b, "lt");
export const le = comparison("le", "a ≤ b", "a <= b", (a, b) => a <= b, "le");
export const eq = comparison("eq", "a = b", "a == b", (a, b) => a === b, "eq");
export const ne = comparison("ne", "a ≠ b", "a != b", (a, b) => a !== b, "ne");
export const logical_and = comparison("logical_and", "a and b", "jnp.logical_and(a, b)", (a, b) => a !== 0 && b !== 0);
export const logical_or = comparison("logical_or", "a or b", "jnp.logical_or(a, b)", (a, b) => a !== 0 || b !== 0);

export const logical_xor = comparison(
  "logical_xor",
  "a or b, not both",
  "jnp.logical_xor(a, b)",
  (a, b) => (a !== 0) !== (b !== 0),
);

function question(name: string, formula: string, f: (x: number) => boolean) {
  return defineOp(
    {
      name,
      doc: {
        summary: `True where ${formula}.`,
        formula,
        shape: "same as input",
        kink: "no gradient: the answer is a bool",
        example: `predictions.${name}()`,
        jax: `jnp.${name}(x)`,
        numpy: `np.${name}(x)`,
      },
      params: [{ name: "input", kind: "tensor" }],
      inPlace: name === "logical_not",
      gradient: "none",
      samples: [],
    },
    (op) =>
      (input: Tensor): Tensor =>
        finish(
          op,
          [input],
          mapUnary((x) => (f(x) ? 1 : 0), input, "bool"),
          () => null,
        ),
  );
}

export const logical_not = question("logical_not", "not x", (x) => x === 0);
export const isnan = question("isnan", "x is NaN", (x) => Number.isNaN(x));
export const isinf = question(
  "isinf",
  "x is infinite",
  (x) => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY,
);
export const isfinite = question("isfinite", "x is finite", (x) => Number.isFinite(x));
