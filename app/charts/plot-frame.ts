/** @file What a plot is drawn in: where it lies, its axes, and what is shaded between them. */
import type { ReactNode } from "react";
import type { ChartScale } from "../store/store.ts";
import type { Gap } from "./series.ts";

/** Where curves lie within a plot, in pixels: what is drawn over them has to know. */
export const inset = { left: 62, right: 20 };
export const margin = { top: 6, right: inset.right, bottom: 0, left: 0 };
/** What a titled horizontal axis takes. */
export const ACROSS = 34;
export const title = { fill: "var(--muted)", fontSize: 10.5, fontFamily: "var(--sans)" };
/** Of a horizontal and of a vertical axis. */
export const acrossTitle = (value: string) => ({ ...title, value, position: "insideBottom", offset: 4 }) as const;
export const upTitle = (value: string) =>
  ({ ...title, value, angle: -90, position: "insideLeft", offset: 6, style: { textAnchor: "middle" } }) as const;
export const tick = { fill: "var(--muted)", fontSize: 10, fontFamily: "var(--mono)" };

export interface GapArea extends Gap {
  readonly lane: string;
}

/** A stretch of the axis that is shaded, with what is said of it. */
export interface ShadedArea {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface AxesProps {
  readonly scale: ChartScale;
  /** Where the horizontal axis begins and ends. */
  readonly start: number;
  readonly end: number;
  /** What the axes are of, with units. Without a title the horizontal one is not drawn: a plot below has it. */
  readonly across: string | null;
  readonly up: string;
  readonly rows: number;
  /** Where the horizontal axis is of no steps: what stands on it, and how it is spaced. */
  readonly spaced?: { readonly at: readonly number[]; readonly scale: ChartScale };
  /** Of the horizontal axis; counts where nothing is said. */
  readonly tickText?: (value: number) => string;
  readonly areas?: readonly ShadedArea[];
  /** What else is drawn between the axes: the same element as long as it is the same. */
  readonly marks?: ReactNode;
}

export interface PlotFrame extends AxesProps {
  readonly low: number;
  readonly high: number;
  readonly gaps: readonly GapArea[];
}
