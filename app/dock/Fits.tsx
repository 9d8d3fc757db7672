/** @file Each lane's prediction over the data, and the points that are marked. */
import { Suspense } from "react";
import type { FitCurve } from "../../engine/train/picture.ts";
import { type Curve, CurvesContext } from "../charts/curve.ts";
import { pointsOf } from "../charts/series.ts";
import { StillAxes } from "../charts/StillAxes.tsx";
import { useIsLive } from "../charts/use-is-live.ts";
import { later } from "../ui/later.tsx";
import { inset } from "./fit-frame.ts";
import type { FitsFrameProps } from "./LiveFits.tsx";

interface FitsProps extends FitsFrameProps {
  readonly fits: readonly {
    readonly lane: string;
    readonly fit: FitCurve;
  }[];
}

export function Fits({ fits, marked, extent }: FitsProps) {
  // Of several predictions the first is drawn as one alone would be, and the others beside it.
  const curves = fits.flatMap(({ lane, fit: { x, lines, bands } }) => [
    ...bands.map(
      ({ low, high }, i): Curve => ({
        key: `${lane} band ${i}`,
        lane,
        weight: "band",
        points: pointsOf({ steps: x, values: high }, "linear"),
        floor: pointsOf({ steps: x, values: low }, "linear"),
      }),
    ),
    ...lines.map(
      (line, i): Curve => ({
        key: `${lane} ${i}`,
        lane,
        weight: i === 0 ? "bold" : "thin",
        points: pointsOf({ steps: x, values: line }, "linear"),
      }),
    ),
  ]);
  return (
    <CurvesContext value={curves}>
      <FitsFrame extent={extent} marked={marked} />
    </CurvesContext>
  );
}

const live = later(async () => (await import("./LiveFits.tsx")).LiveFits);

function FitsFrame({ extent, marked }: FitsFrameProps) {
  const isLive = useIsLive(live.load);
  const axisOf = ([from, to]: readonly [number, number]) =>
    ({ from, to, scale: "linear", ticks: [], title: null }) as const;
  const still = <StillAxes x={axisOf(extent.x)} y={axisOf(extent.y)} frame={inset} />;
  if (!isLive && marked.length === 0) return still;
  return (
    <Suspense fallback={still}>
      <live.Part extent={extent} marked={marked} />
    </Suspense>
  );
}
