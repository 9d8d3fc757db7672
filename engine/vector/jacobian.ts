/** @file The gradient of every component of a vector loss in the predictions, and from there in the parameters. */
import { gradientsOf } from "../autograd/backward.ts";
import { matmulInto, product32 } from "../kernels/matmul.ts";
import { isElementwise } from "../ops/registry.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { dataOf, edgeOf, TapeNode, Tensor } from "../tensor/tensor.ts";
import { refuseBeyondMemory } from "./budget.ts";
import { sampleGradients, sampleGramian } from "./samples.ts";

/** Ops that leave the elements in their order, or fold dims of size 1. */
const ordered: ReadonlySet<string> = new Set(
  "reshape view flatten squeeze unsqueeze expand clone contiguous to sum mean amax amin".split(" "),
);

/** Whether component i depends on prediction i alone: every op between them works element by element. */
export function isDiagonal(components: Tensor, predictions: Tensor): boolean {
  const numel = numelOf(predictions.shape);
  if (numelOf(components.shape) !== numel) return false;
  const seen = new Set<TapeNode>();
  const waiting: (TapeNode | Tensor | null)[] = [edgeOf(components)];
  for (let edge = waiting.pop(); edge !== undefined; edge = waiting.pop()) {
    if (!(edge instanceof TapeNode) || seen.has(edge)) continue;
    seen.add(edge);
    if (!isElementwise(edge.op) && !ordered.has(edge.op)) return false;
    for (let i = 0; i < edge.edges.length; i++) {
      if (edge.edges[i] === null) continue;
      // What is repeated or folded reaches more than one component.
      if (numelOf(edge.inputs[i].shape) !== numel || numelOf(edge.output.shape) !== numel) return false;
      // Tensors of other shapes with as many elements are aligned otherwise: [n, 1] against [1, n].
      if (!alignsWith(edge.inputs[i], edge.output, edge.op)) return false;
      waiting.push(edge.edges[i]);
    }
  }
  return true;
}

const alignsWith = (input: Tensor, output: Tensor, op: string): boolean =>
  ordered.has(op) || withoutOnes(input).join() === withoutOnes(output).join();

const withoutOnes = ({ shape }: Tensor): number[] => shape.filter((size) => size !== 1);

/** What the components' gradients in the predictions come to: one number a sample, or a row for each component. */
export type Outer =
  | { readonly kind: "diagonal"; readonly seeds: Tensor }
  | { readonly kind: "full"; readonly matrix: Tensor };

/** The graph is kept. `predictions` is a leaf of any shape. */
export function outerOf(components: Tensor, predictions: Tensor): Outer {
  const count = numelOf(components.shape);
  const width = numelOf(predictions.shape);
  const keep = { retainGraph: true };
  if (isDiagonal(components, predictions)) {
    const ones = Tensor.of(new Float32Array(count).fill(1), components.shape, "float32");
    const [seeds] = gradientsOf([components], [predictions], [ones], keep);
    return { kind: "diagonal", seeds: seeds ?? Tensor.zeros(predictions.shape, "float32") };
  }
  refuseBeyondMemory(count, width);
  const rows = new Float32Array(count * width);
  for (let i = 0; i < count; i++) {
    const seed = new Float32Array(count);
    seed[i] = 1;
    const [row] = gradientsOf([components], [predictions], [Tensor.of(seed, components.shape, "float32")], keep);
    if (row !== null) rows.set(toContiguousData(row), i * width);
  }
  return { kind: "full", matrix: Tensor.of(rows, [count, width], "float32") };
}

const onesLike = ({ shape }: Tensor): Tensor => Tensor.of(new Float32Array(numelOf(shape)).fill(1), shape, "float32");

/** One number a sample, out of linear layers: what `samples.ts` takes apart. */
const isColumn = ({ shape }: Tensor): boolean => shape.length === 2 && shape[1] === 1;

/** Inner products of the components' gradients in all parameters, [components, components]. */
export function gramianOf(outer: Outer, predictions: Tensor, parameters: readonly Tensor[]): Float64Array {
  return (
    (isColumn(predictions) ? layeredGramian(outer, predictions) : null) ??
    productsOf(passedOn(outer, predictions, parameters))
  );
}

function layeredGramian(outer: Outer, predictions: Tensor): Float64Array | null {
  if (outer.kind === "diagonal") return sampleGramian(predictions, outer.seeds);
  const samples = sampleGramian(predictions, onesLike(predictions));
  if (samples === null) return null;
  const [m, n] = outer.matrix.shape;
  const half = new Float64Array(m * n);
  const gramian = new Float64Array(m * m);
  const across = { data: dataOf(outer.matrix), offset: outer.matrix.offset, rowStride: n, columnStride: 1 };
  const turned = { ...across, rowStride: 1, columnStride: n };
  matmulInto(half, 0, across, { data: samples, offset: 0, rowStride: n, columnStride: 1 }, m, n, n);
  matmulInto(gramian, 0, { data: half, offset: 0, rowStride: n, columnStride: 1 }, turned, m, n, m);
  return gramian;
}

/** The components' gradients in all parameters, [components, parameters]. */
export function jacobianOf(outer: Outer, predictions: Tensor, parameters: readonly Tensor[]): Tensor {
  return (
    (isColumn(predictions) ? layeredJacobian(outer, predictions) : null) ?? passedOn(outer, predictions, parameters)
  );
}

function layeredJacobian(outer: Outer, predictions: Tensor): Tensor | null {
  if (outer.kind === "diagonal") return sampleGradients(predictions, outer.seeds);
  const samples = sampleGradients(predictions, onesLike(predictions));
  if (samples === null) return null;
  return product32(outer.matrix, samples, [outer.matrix.shape[0], samples.shape[1]]);
}

/** Whatever the predictions came through: a backward for each component. */
function passedOn(outer: Outer, predictions: Tensor, parameters: readonly Tensor[]): Tensor {
  const width = numelOf(predictions.shape);
  const matrix = outer.kind === "full" ? toContiguousData(outer.matrix) : toContiguousData(outer.seeds);
  const seeds = (component: number): Float32Array => {
    const seed = new Float32Array(width);
    if (outer.kind === "full") seed.set(matrix.subarray(component * width, (component + 1) * width));
    else seed[component] = matrix[component];
    return seed;
  };
  const count = outer.kind === "full" ? outer.matrix.shape[0] : width;
  return rowsOf(predictions, parameters, count, seeds);
}

/** The gradient of every element of a tensor in all parameters, [elements, parameters]. The graph is kept. */
export function gradientRows(tensor: Tensor, parameters: readonly Tensor[]): Tensor {
  const count = numelOf(tensor.shape);
  return rowsOf(tensor, parameters, count, (component) => {
    const seed = new Float32Array(count);
    seed[component] = 1;
    return seed;
  });
}

function rowsOf(
  from: Tensor,
  parameters: readonly Tensor[],
  count: number,
  seeds: (row: number) => Float32Array,
): Tensor {
  const columns = parameters.reduce((sum, { shape }) => sum + numelOf(shape), 0);
  refuseBeyondMemory(count, columns);
  const rows = new Float32Array(count * columns);
  for (let row = 0; row < count; row++) {
    const found = gradientsOf([from], parameters, [Tensor.of(seeds(row), from.shape, "float32")], {
      retainGraph: true,
    });
    let at = row * columns;
    found.forEach((gradient, i) => {
      if (gradient !== null) rows.set(toContiguousData(gradient), at);
      at += numelOf(parameters[i].shape);
    });
  }
  return Tensor.of(rows, [count, columns], "float32");
}

/** Inner products of the rows of a matrix, in float64. */
export function productsOf(matrix: Tensor): Float64Array {
  const [m, n] = matrix.shape;
  const data = toContiguousData(matrix);
  const products = new Float64Array(m * m);
  for (let i = 0; i < m; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += data[i * n + k] * data[j * n + k];
      products[i * m + j] = sum;
      products[j * m + i] = sum;
    }
  return products;
}
