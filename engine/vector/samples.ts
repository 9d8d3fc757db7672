/**
 * @file The gradients of many samples at once, where predictions come out of linear layers: a layer's weight gradient for one sample is the outer
 * product of what came in and of the gradient that came back, so neither needs a backward pass of its own.
 */
import { kernels, readable, writable, written } from "../kernels/launch.ts";
import { product32 } from "../kernels/matmul.ts";
import { LayerNode } from "../ops/functional/layer.ts";
import { isElementwise } from "../ops/registry.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import { releaseScratch, scratchMark, takeScratch, wides } from "../tensor/memory.ts";
import { edgeOf, TapeNode, Tensor } from "../tensor/tensor.ts";

/** A layer, seen by every sample: rows of what came in [n, in], and of the gradient before its activation [n, out]. */
interface LayerRows {
  readonly input: Tensor;
  readonly delta: Tensor;
  readonly hasBias: boolean;
}

/**
 * The layers that predictions [n, 1] came through, first one first, when each sample's gradient begins with its element of `seeds` [n, 1].
 * null where something else than linear layers and their activations is on the way.
 */
function rowsOf(predictions: Tensor, seeds: Tensor): readonly LayerRows[] | null {
  const layers: LayerRows[] = [];
  let edge: unknown = edgeOf(predictions);
  let grad = seeds;
  while (edge instanceof TapeNode) {
    if (!(edge instanceof LayerNode)) {
      // An activation by itself: every sample's gradient passes it alone.
      if (edge.inputs.length !== 1 || !isElementwise(edge.op)) return null;
      const passed = edge.pullBack(grad, 0);
      if (passed === null) return null;
      grad = passed;
      [edge] = edge.edges;
      continue;
    }
    const [input, weight, bias] = edge.inputs;
    const areLeaves = weight.is_leaf && (bias === undefined || bias.is_leaf);
    if (!areLeaves || !weight.requires_grad) return null;
    const delta = edge.beforeActivation(grad);
    layers.unshift({ input, delta, hasBias: bias !== undefined });
    const next = edge.edges[0];
    if (next === null) return layers;
    grad = product32(delta, weight, input.shape);
    edge = next;
  }
  return null;
}

/** One row for each sample, one column for each parameter in the order of the layers: weight, bias. null as for `rowsOf`. */
export function sampleGradients(predictions: Tensor, seeds: Tensor): Tensor | null {
  return withGradMode(false, () => {
    const layers = rowsOf(predictions, seeds);
    if (layers === null) return null;
    const [samples] = predictions.shape;
    const widths = layers.map(({ input, delta, hasBias }) => delta.shape[1] * (input.shape[1] + (hasBias ? 1 : 0)));
    const width = widths.reduce((a, b) => a + b, 0);
    const matrix = Tensor.make([samples, width], "float32");
    const mark = scratchMark();
    const to = writable(matrix);
    let column = 0;
    layers.forEach(({ input, delta, hasBias }, i) => {
      const [rows, columns] = [delta.shape[1], input.shape[1]];
      const from = readable(delta);
      kernels.outerRows(from, readable(input), to + column * 4, samples, rows, columns, width);
      if (hasBias) kernels.copyRows(from, to + (column + rows * columns) * 4, samples, rows, width);
      column += widths[i];
    });
    written(matrix, to);
    releaseScratch(mark);
    return matrix;
  });
}

/** Rows whose inner products are computed at once, so that room for them suffices however many there are. In fours. */
const BAND = 256;

/** The inner products of the rows of `sampleGradients`, [n, n], in float64 and without that matrix. null as for `rowsOf`. */
export function sampleGramian(predictions: Tensor, seeds: Tensor): Float64Array | null {
  return withGradMode(false, () => {
    const layers = rowsOf(predictions, seeds);
    if (layers === null) return null;
    const [n] = predictions.shape;
    const gramian = new Float64Array(n * n);
    const width = (n + 3) & ~3;
    for (let first = 0; first < n; first += BAND) {
      const end = Math.min(first + BAND, width);
      const mark = scratchMark();
      const band = takeScratch(8 * (end - first) * width);
      wides.fill(0, band >> 3, (band >> 3) + (end - first) * width);
      for (const layer of layers) addLayer(layer, band, n, first, end);
      for (let i = first; i < Math.min(end, n); i++) {
        const from = (band >> 3) + (i - first) * width;
        for (let j = 0; j <= i; j++) {
          const value = wides[from + j];
          gramian[i * n + j] = value;
          gramian[j * n + i] = value;
        }
      }
      releaseScratch(mark);
    }
    return gramian;
  });
}

function addLayer({ input, delta, hasBias }: LayerRows, band: number, n: number, first: number, end: number): void {
  const [inputs, outputs] = [input.shape[1], delta.shape[1]];
  const mark = scratchMark();
  const room = takeScratch(kernels.gramianScratch(n, inputs, outputs));
  // A bias is a weight whose input is 1.
  const bias = hasBias ? 1 : 0;
  kernels.layerGramian(readable(input), inputs, readable(delta), outputs, bias, band, n, first, end, room);
  releaseScratch(mark);
}
