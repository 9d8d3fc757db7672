/** @file Boxes: float [B, 4], corners x1, y1, x2, y2. */
import { numelOf } from "../../tensor/shape.ts";
import { boxIou } from "../box-iou.ts";
import { type Metric, unitless } from "../progress.ts";
import type { KindRecord, Measured } from "./kind.ts";
import { together } from "./numbers.ts";

/** IoU = mean over rows of the overlap's area over the union's (0 where a predicted box has no area); MAE = mean |r| over rows and corners. */
function metrics({ predictions, output, part }: Measured): Metric[] {
  const [rows, width] = [part.rows.length, numelOf(output)];
  let [sum, sizes] = [0, 0];
  for (let row = 0; row < rows; row++) {
    const box = [0, 1, 2, 3].map((i) => (i < width ? predictions[row * width + i] : Number.NaN));
    const wanted = part.targets.map((values) => values[row]);
    sum += boxIou(box, wanted);
    sizes += box.reduce((total, value, i) => total + Math.abs(value - wanted[i]), 0) / 4;
  }
  return [unitless("IoU", sum / rows), unitless("MAE", sizes / rows)];
}

export const boxes: KindRecord = {
  targets: (values, rows) => [together(values, rows)],
  probabilities: null,
  metrics,
  isCharted: () => true,
};
