/** @file Where the layers of the fit lie, which have to lie upon each other. */

export interface Extent {
  readonly x: [number, number];
  readonly y: [number, number];
}

export const margin = { top: 6, right: 12, bottom: 0, left: 0 };
/** Where the plot lies: within margins and axes. */
export const inset = { left: 56, right: margin.right, top: margin.top, bottom: 34 };

export interface MarkedPoint {
  readonly lane: string;
  readonly x: number;
  readonly y: number;
}
