/** @file How a lane's curves are told apart: by colour and by dashes, everywhere the same. */

interface LaneStyle {
  readonly stroke: string;
  readonly strokeDasharray: string;
}

const styles: Record<string, LaneStyle> = {
  A: { stroke: "var(--a)", strokeDasharray: "0" },
  B: { stroke: "var(--b)", strokeDasharray: "6 3" },
};

const other: LaneStyle = { stroke: "var(--accent)", strokeDasharray: "2 3" };

export function laneStyle(lane: string): LaneStyle {
  return styles[lane] ?? other;
}
