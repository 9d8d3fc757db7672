/** @file How far a slider reaches: room on both sides of the number it starts from, wide enough to see what it does, fine enough to set it. */
import type { Knob } from "../../engine/language/program.ts";

export interface KnobRange {
  readonly min: number;
  readonly max: number;
  /** `log`: every step multiplies, as small positive numbers want it. */
  readonly scale: "linear" | "log";
  readonly isInteger: boolean;
}

type KnobValue = Pick<Knob, "value" | "isInteger">;

/** Steps from one end to the other. */
const STEPS = 200;
/** Below this, a factor of ten says more than a difference. */
const SMALL = 0.005;
const DECADES = 3;
/** The share of a range that is left on either side of the number it starts from. */
const ROOM = 0.1;
/** Smaller ones are zero to a slider, larger ones end it: beyond, doubles themselves end. */
const [TINIEST, LARGEST] = [1e-290, 1e300];

/** Zero is a natural end for a positive number: most of them are weights, scales and widths. */
export function rangeOf({ value, isInteger }: KnobValue): KnobRange {
  const size = Math.min(Math.abs(value), LARGEST);
  if (isInteger) {
    const max = size <= 2 ? 10 : nice(4 * size);
    return { min: value > 0 ? 0 : -max, max, scale: "linear", isInteger };
  }
  if (size < TINIEST) return { min: -1, max: 1, scale: "linear", isInteger };
  if (value > 0 && value < SMALL)
    return { min: value / 10 ** DECADES, max: value * 10 ** DECADES, scale: "log", isInteger };
  // A share: what lies between 0 and 1 usually stays there.
  const max = size >= ROOM && size <= 1 - ROOM ? 1 : nice(4 * size);
  return { min: value > 0 ? 0 : -max, max, scale: "linear", isInteger };
}

/** 1, 2, 4, 5 or 8 times a power of ten, not below x. */
function nice(x: number): number {
  const power = 10 ** Math.floor(Math.log10(x));
  const digit = [1, 2, 4, 5, 8, 10].find((each) => each * power >= x * (1 - 1e-12)) ?? 10;
  return digit * power;
}

/**
 * The range of a number that has changed. While it is slid, the range stays: a slider must not run away from the hand. A number that was typed
 * at an end or beyond it makes the range wider, and nothing that could be reached before is lost.
 */
export function keptRange(before: KnobRange | undefined, knob: KnobValue, isSlid: boolean): KnobRange {
  if (before === undefined) return rangeOf(knob);
  const { value, isInteger } = knob;
  // A fraction that happens to be whole is not held to whole numbers from then on.
  const isSameKind = !before.isInteger || isInteger;
  const isWithin = isSlid ? value >= before.min && value <= before.max : value > before.min && value < before.max;
  // Zero is an end of its own: who types it stays with the numbers above it.
  const isAtZero = value === 0 && before.min === 0;
  if (isSameKind && (isWithin || isAtZero)) return before;
  const own = rangeOf({ value, isInteger: isInteger && before.isInteger });
  if (!isSameKind || before.scale !== own.scale) return own;
  const [min, max] = [Math.min(before.min, own.min), Math.max(before.max, own.max)];
  if (own.scale === "log") return { ...own, min, max };
  // Ends that the slider's steps come to.
  const step = stepOf(min, max);
  return { ...own, min: Math.floor(min / step) * step, max: Math.ceil(max / step) * step };
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
  const step = stepOf(min, max);
  return { min, max, step: isInteger ? Math.max(1, step) : step, value };
}

/** 1, 2 or 5 times a power of ten: some hundred of them from one end to the other. */
function stepOf(min: number, max: number): number {
  const least = max / STEPS - min / STEPS;
  const power = 10 ** Math.floor(Math.log10(least));
  const digit = [1, 2, 5].find((each) => each * power >= least * (1 - 1e-12)) ?? 10;
  return Number((digit * power).toPrecision(1));
}

/** The number that the slider stands for, as short as its steps can be told apart. */
export function numberAt({ scale, isInteger }: KnobRange, at: number): number {
  if (scale === "log") return Number((10 ** at).toPrecision(2));
  return isInteger ? Math.round(at) : Number(at.toPrecision(4));
}

/** An end of the range, beside the slider. */
export function endText(end: number): string {
  return String(Number(end.toPrecision(3)));
}
