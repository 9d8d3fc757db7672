/** @file Modules as PyTorch prints them. */
import type { Module } from "../../../nn/module.ts";

/** What `extra_repr` says of PyTorch's own modules: names of attributes, and whether they are named. */
const extras: Readonly<Record<string, readonly string[]>> = {
  Linear: ["in_features", "out_features", "bias"],
  LeakyReLU: ["negative_slope"],
  ELU: ["alpha"],
  CELU: ["alpha"],
  Softplus: ["beta", "threshold"],
  Softmax: ["dim"],
  LogSoftmax: ["dim"],
  Softmin: ["dim"],
  Flatten: ["start_dim", "end_dim"],
  GLU: ["dim"],
};

function extraOf(name: string, module: Module): string {
  const read = (attribute: string): string => {
    const value: unknown = Reflect.get(module, attribute);
    if (attribute === "bias") return value === null ? "False" : "True";
    return value === null ? "None" : String(value);
  };
  if (name === "Dropout") return `p=${read("p")}, inplace=False`;
  return (extras[name] ?? []).map((attribute) => `${attribute}=${read(attribute)}`).join(", ");
}

/** `children` by name; `extra` is what the user's extra_repr says. */
export function moduleText(
  module: Module,
  name: string,
  children: readonly (readonly [string, string])[],
  extra = extraOf(name, module),
): string {
  const own = extra === "" ? [] : extra.split("\n");
  const parts = children.map(([key, text]) => `(${key}): ${text.replaceAll("\n", "\n  ")}`);
  const lines = [...own, ...parts];
  if (lines.length === 0) return `${name}()`;
  if (own.length === 1 && parts.length === 0) return `${name}(${own[0]})`;
  return `${name}(\n  ${lines.join("\n  ")}\n)`;
}
