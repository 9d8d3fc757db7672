/** @file How a lane is told apart: by colour and by dashes, everywhere the same. Colour alone is never the sign. */

export interface LaneStyle {
  readonly stroke: string;
  readonly strokeDasharray: string;
}

const styles: Record<string, LaneStyle> = {
  A: { stroke: "var(--a)", strokeDasharray: "0" },
  B: { stroke: "var(--b)", strokeDasharray: "6 3" },
  C: { stroke: "var(--c)", strokeDasharray: "2 2.5" },
  D: { stroke: "var(--d)", strokeDasharray: "9 3 2 3" },
};

/** Runs of earlier, drawn beside lanes: no colour of theirs, and dashes of their own. */
export const runSigns = ["1", "2", "3", "4"] as const;
const runs: Record<string, LaneStyle> = {
  "1": { stroke: "var(--text)", strokeDasharray: "0" },
  "2": { stroke: "var(--text)", strokeDasharray: "5 3" },
  "3": { stroke: "var(--muted)", strokeDasharray: "0" },
  "4": { stroke: "var(--muted)", strokeDasharray: "1.5 2.5" },
};

const other: LaneStyle = { stroke: "var(--muted)", strokeDasharray: "0" };

export function laneStyle(lane: string): LaneStyle {
  return styles[lane] ?? runs[lane] ?? other;
}
