/** @file What Python and PyTorch bring, as values: torch.float32, math.pi, F.relu handed on. */
import { byName } from "../../../by-name.ts";
import { functionOp, isModuleName } from "../ops.ts";
import { mathConstants, mathFunctions } from "../spellings.ts";
import type { Known } from "../tree.ts";
import { binds, type PrintContext, type Printed, printed, refuse } from "./context.ts";

const constants: Readonly<Record<string, string>> = byName({
  ...mathConstants,
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
});

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
  const math = mathFunctions[path];
  if (math !== undefined) return printed(math);
  return refuse(context, node, sayNo(path));
}

export function sayNo(path: string): string {
  return path.includes(".") ? `${path}, which TypeScript has no form of here` : `${path}() of Python`;
}
