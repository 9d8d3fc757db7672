/** @file How far a slider reaches: wide enough to see what a number does, fine enough to set it. */
import type { Knob } from "../../engine/language/program.ts";

export interface KnobRange {
  readonly min: number;
  readonly max: number;
  /** `log`: every step multiplies, as small positive numbers want it. */
  readonly scale: "linear" | "log";
  readonly isInteger: boolean;
}

/** Steps from one end to the other. */
const STEPS = 200;
/** Below this, a factor of ten says more than a difference. */
const SMALL = 0.005;
const TINY = 1e-30;
const DECADES = 3;

export function rangeOf({ value, isInteger }: Pick<Knob, "value" | "isInteger">): KnobRange {
  const size = Math.abs(value);
  if (isInteger) return integers(value, size);
  if (value > TINY && value < SMALL)
    return { min: value / 10 ** DECADES, max: value * 10 ** DECADES, scale: "log", isInteger };
  const max = size <= 1 ? 1 : nice(4 * size);
  return { min: value > 0 ? 0 : -max, max, scale: "linear", isInteger };
}

function integers(value: number, size: number): KnobRange {
  const max = size <= 2 ? 10 : nice(4 * size);
  return { min: value < 0 ? -max : 0, max, scale: "linear", isInteger: true };
}

/** 1, 2, 4, 5 or 8 times a power of ten, not below x. */
function nice(x: number): number {
  const power = 10 ** Math.floor(Math.log10(x));
  const digit = [1, 2, 4, 5, 8, 10].find((each) => each * power >= x * (1 - 1e-12)) ?? 10;
  return digit * power;
}

/** A range that was chosen stays while the number is within it: a slider must not run away from the hand. */
export function keptRange(before: KnobRange | undefined, knob: Knob): KnobRange {
  const isKept =
    before !== undefined &&
    knob.value >= before.min &&
    knob.value <= before.max &&
    (before.isInteger === knob.isInteger || before.scale === "log");
  return isKept ? before : rangeOf(knob);
}

/** What the slider itself counts: the number, or the decades up to it. */
export interface Slider {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
}

export function sliderOf({ min, max, scale, isInteger }: KnobRange, value: number): Slider {
  if (scale === "log") return { min: Math.log10(min), max: Math.log10(max), step: 0.05, value: Math.log10(value) };
  return { min, max, step: isInteger ? Math.max(1, (max - min) / STEPS) : (max - min) / STEPS, value };
}

/** The number that the slider stands for, as short as its steps can be told apart. */
export function numberAt({ scale, isInteger }: KnobRange, at: number): number {
  if (scale === "log") return Number((10 ** at).toPrecision(2));
  return isInteger ? Math.round(at) : Number(at.toPrecision(4));
}
