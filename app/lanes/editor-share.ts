/** @file How much of a lane the editor takes while nobody has said: the height of its code. The rest goes to what is looked at. */

/** As in the editor's options. */
const LINE = 20;
const PADDING = 32;
/** So many lines are in sight however short the loss is, so that the first ones typed move nothing. */
const FEWEST = 7;
/** Percent of the lane's height. */
const MOST = 66;
const UNKNOWN = 55;

interface Measures {
  readonly lines: number;
  /** Pixels of what stands under the code: its numbers and the verdict. */
  readonly foot: number;
  /** Pixels that editor and inspector share; null until they are known. */
  readonly height: number | null;
}

/** In percent. */
export function editorShare({ lines, foot, height }: Measures): number {
  if (height === null || height <= 0) return UNKNOWN;
  const wanted = Math.max(FEWEST, lines) * LINE + PADDING + foot;
  return Math.min(MOST, Math.round((wanted / height) * 1000) / 10);
}
