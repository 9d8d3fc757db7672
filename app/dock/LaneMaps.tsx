/** @file A painting for each lane, side by side; and the same for a picture that is taken along. */
import type { ReactNode } from "react";
import { LaneSwatch } from "../charts/LaneSwatch.tsx";

interface OfLane {
  readonly lane: string;
  readonly painting: ReactNode;
  /** Beside the lane's sign. */
  readonly note: string;
  /** Below its painting. */
  readonly below?: ReactNode;
}

export function LaneMaps({ maps }: { readonly maps: readonly OfLane[] }) {
  return (
    <div className={`maps count-${maps.length}`}>
      {maps.map(({ lane, painting, note, below }) => (
        <div className="map-of-lane" key={lane}>
          <p className="map-head">
            <LaneSwatch lane={lane} />
            <span className="muted">{note}</span>
          </p>
          {painting}
          {below}
        </div>
      ))}
    </div>
  );
}

/** What says which lane it is travels as text. */
export const stagedMaps = (maps: readonly OfLane[]): ReactNode => (
  <div className={`maps count-${maps.length}`}>
    {maps.map(({ lane, painting, note }) => (
      <div className="map-of-lane" key={lane}>
        <svg className="picture-head" width="100%" height={16}>
          <title>{lane}</title>
          <text x={0} y={12} fontSize={11} fill="var(--text)">
            {lane} {note}
          </text>
        </svg>
        {painting}
      </div>
    ))}
  </div>
);
