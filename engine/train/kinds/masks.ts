/** @file Masks: 0 or 1 for every pixel, float [B, 1, H, W]; where the model gives several channels, classes for every pixel, int64 [B, H, W]. */
import { sideOf } from "../../data/default-output.ts";
import { numelOf, type Shape } from "../../tensor/shape.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { type Metric, unitless } from "../progress.ts";
import type { KindRecord, Measured } from "./kind.ts";
import { together } from "./numbers.ts";

export const areChannels = (output: Shape): boolean => output.length === 3 && output[0] > 1;

/** Of every pixel, how likely it is in: sigmoid of one logit; softmax over channels, all but the first of them. */
export function insides(predictions: ArrayLike<number>, rows: number, output: Shape, pixels: number): Float64Array {
  const width = numelOf(output);
  const channels = Math.max(1, Math.floor(width / pixels));
  const shares = new Float64Array(rows * pixels);
  const logit = (row: number, channel: number, pixel: number): number =>
    channel * pixels + pixel < width ? predictions[row * width + channel * pixels + pixel] : Number.NaN;
  for (let row = 0; row < rows; row++) {
    for (let pixel = 0; pixel < pixels; pixel++) {
      const first = logit(row, 0, pixel);
      if (channels === 1) shares[row * pixels + pixel] = 1 / (1 + Math.exp(-first));
      else {
        let [most, sum] = [first, 0];
        for (let channel = 1; channel < channels; channel++) most = Math.max(most, logit(row, channel, pixel));
        for (let channel = 0; channel < channels; channel++) sum += Math.exp(logit(row, channel, pixel) - most);
        shares[row * pixels + pixel] = 1 - Math.exp(first - most) / sum;
      }
    }
  }
  return shares;
}

/**
 * Of the pixels that are more likely in than out, against those that are, image by image: IoU = |both| / |either|, Dice = 2 |both| / (|one| +
 * |other|), each 1 where both are empty, and their means; pixel accuracy = share of pixels that are right.
 */
function metrics({ predictions, output, part }: Measured): Metric[] {
  const pixels = part.targets.length;
  const rows = part.rows.length;
  const shares = insides(predictions, rows, output, pixels);
  let [iou, dice, right] = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    let [both, taken, there] = [0, 0, 0];
    for (let pixel = 0; pixel < pixels; pixel++) {
      const [isTaken, isThere] = [shares[row * pixels + pixel] > 0.5, part.targets[pixel][row] === 1];
      if (isTaken && isThere) both++;
      if (isTaken) taken++;
      if (isThere) there++;
      if (isTaken === isThere) right++;
    }
    const either = taken + there - both;
    iou += either === 0 ? 1 : both / either;
    dice += taken + there === 0 ? 1 : (2 * both) / (taken + there);
  }
  return [
    unitless("IoU", iou / rows),
    unitless("Dice", dice / rows),
    unitless("pixel accuracy", right / (rows * pixels)),
  ];
}

function labels(values: readonly Float32Array[], rows: Float64Array): Tensor {
  const [pixels, side] = [values.length, sideOf(values.length)];
  const data = new Float64Array(rows.length * pixels);
  values.forEach((pixel, p) => {
    for (let i = 0; i < rows.length; i++) data[i * pixels + p] = pixel[rows[i]];
  });
  return Tensor.of(data, [rows.length, side, side], "int64");
}

export const masks: KindRecord = {
  targets: (values, rows, output) => {
    if (areChannels(output)) return [labels(values, rows)];
    const side = sideOf(values.length);
    return [together(values, rows, [1, side, side])];
  },
  probabilities: null,
  metrics,
  isCharted: (name) => name === "IoU" || name === "Dice",
};
