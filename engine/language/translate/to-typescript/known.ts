/** @file What Python and PyTorch bring, as values: torch.float32, math.pi, F.relu handed on. */
import { functionOp, isModuleName } from "../ops.ts";
import type { Known } from "../tree.ts";
import { binds, type PrintContext, type Printed, printed, refuse } from "./context.ts";

const constants: Readonly<Record<string, string>> = {
  "math.pi": "Math.PI",
  "math.e": "Math.E",
  "math.inf": "Infinity",
  "math.nan": "NaN",
  "math.tau": "2 * Math.PI",
  "numpy.pi": "Math.PI",
  "numpy.e": "Math.E",
  "numpy.inf": "Infinity",
  "numpy.nan": "NaN",
  "numpy.newaxis": "null",
  "torch.pi": "torch.pi",
  "torch.inf": "torch.inf",
  "torch.nan": "torch.nan",
  "torch.e": "Math.E",
  "torch.float": "torch.float32",
  "torch.float32": "torch.float32",
  "torch.double": "torch.float64",
  "torch.float64": "torch.float64",
  "torch.int": "torch.int32",
  "torch.int32": "torch.int32",
  "torch.long": "torch.int64",
  "torch.int64": "torch.int64",
  "torch.bool": "torch.bool",
};

/** Functions of numbers that JavaScript has under another name, or the same. */
export const mathFunctions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      "sqrt",
      "exp",
      "expm1",
      "log2",
      "log10",
      "log1p",
      "sin",
      "cos",
      "tan",
      "asin",
      "acos",
      "atan",
      "atan2",
      "sinh",
      "cosh",
      "tanh",
      "hypot",
      "floor",
      "ceil",
      "trunc",
      "cbrt",
      "pow",
    ].map((name) => [`math.${name}`, `Math.${name}`]),
  ),
  "math.fabs": "Math.abs",
  "math.isnan": "Number.isNaN",
  "math.isfinite": "Number.isFinite",
  ...Object.fromEntries(
    ["sqrt", "exp", "log", "log2", "log10", "log1p", "expm1", "sin", "cos", "tan", "tanh", "sinh", "cosh", "abs"].map(
      (name) => [`numpy.${name}`, `Math.${name}`],
    ),
  ),
};

/** torch.nn.functional.relu is F.relu. */
export function shortName(path: string): string {
  return path.replace(/^torch\.nn\.functional\./, "F.").replace(/^torch\.nn\./, "nn.");
}

export function known(context: PrintContext, node: Known): Printed {
  const { path } = node;
  const constant = constants[path];
  if (constant !== undefined) return printed(constant, constant.includes("*") ? binds.multiplicative : binds.atom);
  if (functionOp(path) !== null) return printed(shortName(path));
  if (path.startsWith("torch.nn.") && isModuleName(path.slice("torch.nn.".length))) return printed(shortName(path));
  if (path === "math.log") return printed("Math.log");
  const math = mathFunctions[path];
  if (math !== undefined) return printed(math);
  return refuse(context, node, sayNo(path));
}

export function sayNo(path: string): string {
  return path.includes(".") ? `${path}, which TypeScript has no form of here` : `${path}() of Python`;
}
