/** @file Where in the curves the moment lies that fit, table and inspector show. */
import { inset } from "../charts/plot-frame.ts";
import type { Clock } from "../charts/series.ts";
import { useLosslab } from "../store/store-context.ts";

interface ReplayLineProps {
  readonly start: number;
  readonly end: number;
  readonly clock: Clock;
}

export function ReplayLine({ start, end, clock }: ReplayLineProps) {
  const shown = useLosslab(({ replay }) => replay?.shown ?? null);
  if (shown === null) return null;
  const share = (clock(shown) - start) / (end - start);
  if (share < 0 || share > 1) return null;
  return (
    <div className="replay-lines" style={{ left: inset.left, right: inset.right }} aria-hidden="true">
      <span style={{ left: `${share * 100}%` }} />
    </div>
  );
}
