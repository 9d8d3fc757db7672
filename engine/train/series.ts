/** @file Numbers over steps: kept whole, shown reduced. */
import { bounds } from "../inspect/bounds.ts";
import type { Series } from "./progress.ts";

const MOST_POINTS = bounds.points;

/** A growing list of (step, value). Doubles its arrays, so that a million steps cost twenty copies. */
export class Recorder {
  #steps = new Float64Array(256);
  #values = new Float64Array(256);
  #length = 0;

  push(step: number, value: number): void {
    if (this.#length === this.#steps.length) {
      this.#steps = doubled(this.#steps);
      this.#values = doubled(this.#values);
    }
    this.#steps[this.#length] = step;
    this.#values[this.#length++] = value;
  }

  get length(): number {
    return this.#length;
  }

  /** As it was recorded, from a point on; at most `bounds.seriesPart` points. */
  part(from: number): Series {
    const to = Math.min(this.#length, from + bounds.seriesPart);
    return { steps: Array.from(this.#steps.subarray(from, to)), values: Array.from(this.#values.subarray(from, to)) };
  }

  /** Means over at most MOST_POINTS equal stretches. */
  means(): Series {
    const [steps, values]: [number[], number[]] = [[], []];
    const stretch = Math.max(1, Math.ceil(this.#length / MOST_POINTS));
    for (let start = 0; start < this.#length; start += stretch) {
      const end = Math.min(start + stretch, this.#length);
      let [sum, count] = [0, 0];
      for (let i = start; i < end; i++) {
        if (!Number.isFinite(this.#values[i])) continue;
        sum += this.#values[i];
        count++;
      }
      steps.push(this.#steps[end - 1]);
      values.push(count > 0 ? sum / count : Number.NaN);
    }
    return { steps, values };
  }

  reduced(): Series {
    return reduceSeries(this.#steps.subarray(0, this.#length), this.#values.subarray(0, this.#length));
  }
}

function doubled(values: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(values.length * 2);
  larger.set(values);
  return larger;
}

/**
 * At most MOST_POINTS points of a series: the first, the last, and of each stretch between them the least and the greatest value,
 * so that a spike is never lost. A stretch with NaN or infinity shows one of those: they are the news.
 */
export function reduceSeries(steps: Float64Array, values: Float64Array): Series {
  const length = values.length;
  if (length <= MOST_POINTS) return { steps: Array.from(steps), values: Array.from(values) };
  const kept: number[] = [0];
  const stretches = (MOST_POINTS - 2) / 2;
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = 1 + Math.floor((stretch * (length - 2)) / stretches);
    const to = 1 + Math.floor(((stretch + 1) * (length - 2)) / stretches);
    let [least, greatest, odd] = [from, from, -1];
    for (let i = from; i < to; i++) {
      if (!Number.isFinite(values[i])) odd = odd < 0 ? i : odd;
      else {
        if (!(values[i] >= values[least])) least = i;
        if (!(values[i] <= values[greatest])) greatest = i;
      }
    }
    const pair = odd >= 0 ? [odd, Number.isFinite(values[greatest]) ? greatest : odd] : [least, greatest];
    kept.push(...new Set(pair.sort((a, b) => a - b)));
  }
  kept.push(length - 1);
  return { steps: kept.map((i) => steps[i]), values: kept.map((i) => values[i]) };
}
