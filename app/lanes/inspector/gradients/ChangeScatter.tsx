/** @file What the gradients predicted each component would change by in the last step, and what came. On the line the prediction held. */
import { formatNumber } from "../../../verdict/format.ts";
import type { ChangePoint } from "./facts.ts";

interface ChangeScatterProps {
  readonly points: readonly ChangePoint[];
  readonly color: string;
  /** Components of the row that is chosen. */
  readonly marked: ReadonlySet<number>;
}

export function ChangeScatter({ points, color, marked }: ChangeScatterProps) {
  const all = points.flatMap(({ predicted, measured }) => [predicted, measured]);
  const low = all.reduce((a, b) => Math.min(a, b), 0);
  const high = all.reduce((a, b) => Math.max(a, b), 0);
  const span = high - low || 1;
  const at = (value: number): number => 4 + ((value - low) / span) * 92;
  const zero = at(0);
  return (
    <svg className="scatter" viewBox="0 0 100 100" aria-hidden="true">
      <path d={`M${zero} 0V100M0 ${100 - zero}H100`} stroke="var(--line)" vectorEffect="non-scaling-stroke" />
      <path d="M0 100L100 0" stroke="var(--muted)" strokeDasharray="2 2" vectorEffect="non-scaling-stroke" />
      {points.map(({ component, predicted, measured }) => (
        <circle
          key={component}
          cx={at(predicted)}
          cy={100 - at(measured)}
          r={marked.has(component) ? 3 : 1.7}
          fill={measured > 0 ? "none" : color}
          stroke={color}
          strokeWidth={measured > 0 ? 1 : 0}
          opacity={marked.size === 0 || marked.has(component) ? 0.9 : 0.35}
        >
          <title>{`predicted ${formatNumber(predicted)}, came ${formatNumber(measured)}`}</title>
        </circle>
      ))}
    </svg>
  );
}
