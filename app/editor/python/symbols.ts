/** @file What completion and hover say in Python: the op registry, in Python's spelling. Made when the page is built. */
import { catalogue } from "../../../engine/nn/catalogue.ts";
import type { Op, Param } from "../../../engine/ops/op.ts";
import type { Place } from "../../../engine/ops/place.ts";
import { allOps } from "../../../engine/torch.ts";
import { type PythonSymbol, plainSymbols, type SymbolOwner } from "./plain-symbols.ts";

export type PythonSymbols = Readonly<Record<SymbolOwner, readonly PythonSymbol[]>>;

function literal(value: Param["default"]): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "string" ? `'${value}'` : String(value);
}

const list = (params: readonly Param[]): string =>
  params.map((param) => ("default" in param ? `${param.name}=${literal(param.default)}` : param.name)).join(", ");

function documentation({ doc, name }: Op): string {
  return [
    doc.summary,
    `\`${doc.formula}\``,
    [
      `- Shapes: ${doc.shape}.`,
      ...(doc.domain === undefined ? [] : [`- Domain: ${doc.domain}.`]),
      ...(doc.kink === undefined ? [] : [`- Gradient at kinks: ${doc.kink}.`]),
      ...(doc.jax === null ? [] : [`- JAX: \`${doc.jax}\``]),
      ...(doc.numpy === null ? [] : [`- NumPy: \`${doc.numpy}\``]),
    ].join("\n"),
    `[${name} in the reference](./reference.html#${name})`,
  ].join("\n\n");
}

function at(place: Place, prefix: string): readonly PythonSymbol[] {
  const skip = place === "method" ? 1 : 0;
  return allOps
    .filter(({ op }) => op.places.includes(place))
    .map(({ op }) => ({
      name: op.name,
      signature: `${prefix}${op.name}(${list(op.params.slice(skip))})`,
      documentation: documentation(op),
    }));
}

const modules = (): readonly PythonSymbol[] =>
  catalogue.map(({ name, op }) => ({
    name,
    signature: `nn.${name}(${list(op.params)})`,
    documentation: documentation(op),
  }));

/** The record of an op comes before what is said of the same name without one. */
const withPlain = (owner: SymbolOwner, symbols: readonly PythonSymbol[]): readonly PythonSymbol[] => [
  ...symbols,
  ...plainSymbols[owner].filter(({ name }) => !symbols.some((symbol) => symbol.name === name)),
];

export const symbols = (): PythonSymbols => ({
  torch: withPlain("torch", at("torch", "torch.")),
  F: withPlain("F", at("F", "F.")),
  nn: withPlain("nn", modules()),
  method: withPlain("method", at("method", "x.")),
});
