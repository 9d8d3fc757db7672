/** @file A described tensor as PyTorch makes it: the same numbers, from a generator of its own. */
import type { Fill, FillKind, TensorSpec } from "../../engine/data/tensor-spec.ts";
import { number } from "./python-text.ts";

const dtypes = { float32: "torch.float32", int64: "torch.int64", bool: "torch.bool" } as const;

const tuple = (shape: readonly number[]): string => `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;

type Text = (shape: readonly number[], fill: Fill, drawn: string) => string;

const texts: Readonly<Record<FillKind, Text>> = {
  normal: (shape, _fill, drawn) => `torch.randn(${tuple(shape)}, ${drawn})`,
  uniform: (shape, _fill, drawn) => `torch.rand(${tuple(shape)}, ${drawn})`,
  integers: (shape, fill, drawn) =>
    `torch.randint(${fill.kind === "integers" ? fill.below : 1}, ${tuple(shape)}, ${drawn})`,
  "one-hot": (shape, _fill, drawn) =>
    `torch.nn.functional.one_hot(torch.randint(${shape.at(-1) ?? 1}, ${tuple(shape.slice(0, -1))}, ${drawn}), ${shape.at(-1) ?? 1})`,
  zeros: (shape) => `torch.zeros(${tuple(shape)})`,
  ones: (shape) => `torch.ones(${tuple(shape)})`,
  list: (shape, fill) => {
    const values = fill.kind === "list" ? fill.values : [0];
    const numel = shape.reduce((a, b) => a * b, 1);
    return `torch.tensor([${Array.from({ length: numel }, (_, i) => number(values[i % values.length] ?? 0)).join(", ")}]).reshape(${tuple(shape)})`;
  },
  mask: (shape, fill, drawn) =>
    `(torch.rand(${tuple(shape)}, ${drawn}) < ${number(fill.kind === "mask" ? fill.p : 0)})`,
  simplex: (shape, _fill, drawn) => `torch.randn(${tuple(shape)}, ${drawn}).softmax(-1)`,
  boxes: (shape, _fill, drawn) => `boxes(torch.rand(${tuple(shape)}, ${drawn}))`,
};

export function tensorText({ shape, dtype, fill, seed }: TensorSpec): string {
  return `${texts[fill.kind](shape, fill, `generator=torch.Generator().manual_seed(${seed})`)}.to(${dtypes[dtype]})`;
}

/** What `boxes` above calls; nothing where no tensor is boxes. */
export const tensorHelpers = (tensors: readonly TensorSpec[]): string =>
  tensors.some(({ fill }) => fill.kind === "boxes")
    ? `def boxes(drawn):
    """Corners x1, y1, x2, y2 with x1 < x2 and y1 < y2."""
    corner = drawn[..., :2] * 0.5
    return torch.cat([corner, corner + 0.1 + drawn[..., 2:] * 0.4], -1)


`
    : "";
