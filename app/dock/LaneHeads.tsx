/** @file The head of a table with a column for each lane. */
import type { ReactNode } from "react";
import { LaneSwatch } from "../charts/LaneSwatch.tsx";

interface LaneHeadsProps {
  /** Above the rows' names. */
  readonly first: ReactNode;
  readonly lanes: readonly string[];
  /** What stands behind a lane's letter. */
  readonly beside?: (lane: string, place: number) => ReactNode;
}

export function LaneHeads({ first, lanes, beside }: LaneHeadsProps) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {lanes.map((lane, i) => (
          <th scope="col" key={lane}>
            <LaneSwatch lane={lane} />
            {beside?.(lane, i)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
