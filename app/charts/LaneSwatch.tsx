/** @file A lane's line in small, with its letter: what legends and readouts are made of. */
import { laneStyle } from "./lane-style.ts";

interface LaneSwatchProps {
  readonly lane: string;
  /** False where the letter is said beside it. */
  readonly hasLetter?: boolean;
}

export function LaneSwatch({ lane, hasLetter = true }: LaneSwatchProps) {
  return (
    <span className="lane-swatch">
      <svg width="20" height="6" aria-hidden="true">
        <path d="M0 3H20" strokeWidth="2" fill="none" {...laneStyle(lane)} />
      </svg>
      {hasLetter && lane}
    </span>
  );
}
