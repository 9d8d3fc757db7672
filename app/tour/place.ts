/** @file Where the tour's card stands: beside what it is about, and within the window. Pure. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const GAP = 12;
const EDGE = 10;

/** Below it where there is room, else above, else at the window's end, over it. */
export function cardPlace(about: Box, card: Size, view: Size): { readonly left: number; readonly top: number } {
  const within = (at: number, size: number, room: number): number => Math.max(EDGE, Math.min(at, room - EDGE - size));
  const below = about.top + about.height + GAP;
  const above = about.top - GAP - card.height;
  const fits = (top: number): boolean => top >= EDGE && top + card.height <= view.height - EDGE;
  const top = fits(below) ? below : fits(above) ? above : view.height - EDGE - card.height;
  return { left: within(about.left, card.width, view.width), top: within(top, card.height, view.height) };
}
