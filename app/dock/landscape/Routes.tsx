/** @file Every lane's way through the plane: from a ring where it began to a disc where it ended, or a cross where it was lost. */
import type { Drawing } from "../../charts/plane/ContourLines.tsx";
import { laneStyle } from "../../charts/lane-style.ts";
import type { Lay } from "./lay.ts";

export function Routes({ routes, place }: Pick<Lay, "routes"> & Pick<Drawing, "place">) {
  return routes.map(({ lane, places, isLost }) => {
    const { stroke, strokeDasharray } = laneStyle(lane);
    const [first, last] = [places[0], places.at(-1)];
    if (first === undefined || last === undefined) return null;
    const d = `M${places.map(place).join("L")}`;
    const [startX, startY] = place(first).split(" ");
    const [endX, endY] = place(last).split(" ");
    return (
      <g key={lane}>
        <path d={d} fill="none" stroke="var(--panel)" strokeWidth={4} strokeOpacity={0.8} />
        <path d={d} fill="none" stroke={stroke} strokeDasharray={strokeDasharray} strokeWidth={2} />
        <circle cx={startX} cy={startY} r={3.5} fill="var(--panel)" stroke={stroke} strokeWidth={1.5} />
        {isLost ? (
          <path d={`M${endX} ${endY}m-4 -4l8 8m0 -8l-8 8`} fill="none" stroke="var(--bad)" strokeWidth={2} />
        ) : (
          <circle cx={endX} cy={endY} r={3.5} fill={stroke} stroke="var(--panel)" />
        )}
      </g>
    );
  });
}
