/** @file What completion and hover say in Python: the op registry, in Python's spelling. */
import { catalogue } from "../../../engine/nn/catalogue.ts";
import type { Op, Param, Place } from "../../../engine/ops/op.ts";
import { allOps } from "../../../engine/torch.ts";
import type { PythonSymbol, PythonSymbols } from "./protocol.ts";

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

function at(place: Place, prefix: string): PythonSymbol[] {
  const skip = place === "method" ? 1 : 0;
  return allOps
    .filter(({ op }) => op.places.includes(place))
    .map(({ op }) => ({
      name: op.name,
      signature: `${prefix}${op.name}(${list(op.params.slice(skip))})`,
      documentation: documentation(op),
    }));
}

const plain = (name: string, signature: string, text: string): PythonSymbol => ({
  name,
  signature,
  documentation: text,
});

export function symbols(): PythonSymbols {
  return {
    torch: [
      ...at("torch", "torch."),
      plain("no_grad", "torch.no_grad()", "Computes without leaving a graph: `with torch.no_grad():`"),
      plain("manual_seed", "torch.manual_seed(seed)", "Seeds the generator; the numbers after it are PyTorch's."),
      plain("tensor", "torch.tensor(data, dtype=None, requires_grad=False)", "A tensor of the numbers given."),
    ].filter((symbol, i, all) => all.findIndex(({ name }) => name === symbol.name) === i),
    F: at("F", "F."),
    nn: [
      plain("Module", "nn.Module", "What a loss with a constructor extends: `class MyLoss(nn.Module):`"),
      plain("Parameter", "nn.Parameter(data, requires_grad=True)", "A tensor that is trained along with the model."),
      plain("Linear", "nn.Linear(in_features, out_features, bias=True)", "x Wᵀ + b with PyTorch's initial parameters."),
      plain("Sequential", "nn.Sequential(*layers)", "Modules one after the other."),
      ...catalogue.map(({ name, op }) => ({
        name,
        signature: `nn.${name}(${list(op.params)})`,
        documentation: documentation(op),
      })),
    ],
    method: [
      ...at("method", "x."),
      plain(
        "backward",
        "x.backward(gradient=None, retain_graph=None, create_graph=False)",
        "Adds the gradient of this scalar to `grad` of every leaf that requires one.",
      ),
      plain("size", "x.size(dim=None)", "The shape, or the size of one dim."),
      plain("numel", "x.numel()", "How many elements."),
      plain("dim", "x.dim()", "Number of dims."),
      plain("shape", "x.shape", "Sizes, the last dim last."),
      plain("dtype", "x.dtype", "The type of the elements."),
      plain("grad", "x.grad", "The gradient that backward left here."),
      plain("requires_grad", "x.requires_grad", "Whether gradients are wanted here."),
      plain("T", "x.T", "The transposed matrix."),
    ],
  };
}
