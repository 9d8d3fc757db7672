/** @file Marks as the data of paths, and where they lie. Pure. */
import type { CanvasPath } from "../charts/canvas-paths.ts";

export type Range = readonly [low: number, high: number];
export type Place = readonly [left: number, top: number];

/** With some room beside the outermost. */
export function extentOf(values: readonly number[], room = 0.08): Range {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    [low, high] = [Math.min(low, value), Math.max(high, value)];
  }
  const pad = (high - low || 1) * room;
  return low > high ? [0, 1] : [low - pad, high + pad];
}

/** Upwards is more. */
export const placing =
  (xs: Range, ys: Range, width: number, height: number) =>
  (x: number, y: number): Place => [
    ((x - xs[0]) / (xs[1] - xs[0])) * width,
    height - ((y - ys[0]) / (ys[1] - ys[0])) * height,
  ];

const at = ([left, top]: Place): string => `${left.toFixed(1)} ${top.toFixed(1)}`;
const isSeen = ([left, top]: Place): boolean => Number.isFinite(left) && Number.isFinite(top);

/** Broken where a place is none. */
export const line = (places: readonly Place[]): string =>
  places
    .map((place, i) => (isSeen(place) ? `${i > 0 && isSeen(places[i - 1] ?? place) ? "L" : "M"}${at(place)}` : ""))
    .join("");

export const disc = (place: Place, radius: number): string =>
  isSeen(place)
    ? `M${at(place)}m-${radius} 0a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0-${2 * radius} 0`
    : "";

/** Corners x1, y1, x2, y2, y downwards as in images; both axes of one range. */
export function rectangle(
  box: readonly number[],
  [low, high]: Range,
  width: number,
  height: number,
  from: { readonly left: number; readonly top: number } = { left: 0, top: 0 },
): string {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box;
  const place = (value: number, size: number): number => ((value - low) / (high - low)) * size;
  const [left, top] = [from.left + place(x1, width), from.top + place(y1, height)];
  const [right, bottom] = [from.left + place(x2, width), from.top + place(y2, height)];
  return [left, top, right, bottom].every(Number.isFinite)
    ? `M${at([left, top])}H${right.toFixed(1)}V${bottom.toFixed(1)}H${left.toFixed(1)}Z`
    : "";
}

/** Of classes: colour is never the only sign. */
const shapes = ["m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0", "m-2.3-2.3h4.6v4.6h-4.6z", "m0-3l3 5h-6z"];
export const classMark = (place: Place, label: number): string =>
  isSeen(place) ? `M${at(place)}${shapes[label % shapes.length]}` : "";

const COLOURS = 6;
export const classColour = (label: number): `--${string}` => `--class-${label % COLOURS}`;

type Style = Omit<CanvasPath, "d">;

/** Marks of one style as one path: thousands of paths would be slow to draw. */
export class Grouped {
  readonly #groups = new Map<string, { readonly style: Style; readonly marks: string[] }>();

  /** `key` stands for the style, which is asked for once. */
  add(key: string, style: () => Style, mark: string): void {
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, { style: style(), marks: [mark] });
    else group.marks.push(mark);
  }

  paths(): CanvasPath[] {
    return [...this.#groups.values()].map(({ style, marks }) => ({ ...style, d: marks.join("") }));
  }
}
