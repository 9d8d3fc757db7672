/** @file What Python and JavaScript call the same things, in one table a kind: each direction reads it its own way round. */
import { byName } from "../../by-name.ts";

type Spelling = Readonly<Record<string, string>>;

const alike = (names: string): Spelling =>
  Object.fromEntries(names.split(" ").map((name) => [`math.${name}`, `Math.${name}`]));

/** Functions of numbers. math.log takes a base as well, which the printer of TypeScript minds. */
export const mathFunctions: Spelling = byName({
  ...alike(
    "sqrt exp expm1 log log2 log10 log1p sin cos tan asin acos atan atan2 sinh cosh tanh hypot floor ceil cbrt trunc pow",
  ),
  "math.fabs": "Math.abs",
  "math.isnan": "Number.isNaN",
  "math.isfinite": "Number.isFinite",
});

/** NumPy's, which are Math's of plain numbers. */
export const numpyFunctions: Spelling = byName(
  Object.fromEntries(
    "sqrt exp log log2 log10 log1p expm1 sin cos tan tanh sinh cosh abs"
      .split(" ")
      .map((name) => [`numpy.${name}`, `Math.${name}`]),
  ),
);

export const mathConstants: Spelling = byName({
  "math.pi": "Math.PI",
  "math.e": "Math.E",
  "math.inf": "Infinity",
  "math.nan": "NaN",
});

export const textMethods: Spelling = byName({
  upper: "toUpperCase",
  lower: "toLowerCase",
  strip: "trim",
  startswith: "startsWith",
  endswith: "endsWith",
});

/** The other way round. Of several words for one thing, the first. */
export function inverse(spelling: Spelling): Spelling {
  return byName(
    Object.fromEntries(
      Object.entries(spelling)
        .map(([python, javascript]) => [javascript, python] as const)
        .reverse(),
    ),
  );
}
