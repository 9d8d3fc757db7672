/** @file The sizes in which charts are saved: one record each. */
import type { PictureStyle } from "../store/store.ts";

export interface PictureSize {
  readonly title: string;
  /** In which it is laid out: text is as large as on the page. Null for the size that the chart has. */
  readonly layout: { readonly width: number; readonly height: number } | null;
  /** What an SVG says it is as wide as, for one pixel of the layout; in CSS's units. */
  readonly unit: { readonly scale: number; readonly name: "px" | "in" };
  /** Pixels of a PNG for one of the layout. */
  readonly pixels: number;
}

export const pictureSizes = {
  /** A column of a paper, at 600 dots an inch. */
  column: {
    title: "Column, 3.5 in",
    layout: { width: 336, height: 320 },
    unit: { scale: 1 / 96, name: "in" },
    pixels: 6.25,
  },
  /** Both columns of a paper, at 600 dots an inch. */
  page: {
    title: "Page, 7.16 in",
    layout: { width: 688, height: 340 },
    unit: { scale: 1 / 96, name: "in" },
    pixels: 6.25,
  },
  /** Laid out small, so that its text can be read from the last row. */
  slide: {
    title: "Slide, 16:9",
    layout: { width: 640, height: 360 },
    unit: { scale: 2, name: "px" },
    pixels: 3,
  },
  shown: { title: "As shown", layout: null, unit: { scale: 1, name: "px" }, pixels: 2 },
} as const satisfies Record<PictureStyle["size"], PictureSize>;
