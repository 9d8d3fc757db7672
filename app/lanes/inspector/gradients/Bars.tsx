/** @file Bars in the small: a histogram, or a weight for each component. Drawn plainly, for they change 15 times a second. */
import type { ReactNode } from "react";

interface BarsProps {
  readonly values: readonly number[];
  /** Named one by one, where there are few enough to be told apart. */
  readonly names?: readonly string[];
  readonly color: string;
  readonly children?: ReactNode;
}

/** Zero is in sight: what is negative hangs below it. */
export function Bars({ values, names, color, children }: BarsProps) {
  const finite = values.map((value) => (Number.isFinite(value) ? value : 0));
  const top = finite.reduce((a, b) => Math.max(a, b), 0);
  const bottom = finite.reduce((a, b) => Math.min(a, b), 0);
  const span = top - bottom || 1;
  const width = 100 / Math.max(1, values.length);
  const gap = values.length > 40 ? 0.15 : width * 0.14;
  const zero = (top / span) * 100;
  return (
    <svg className="bars" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      {finite.map((value, i) => {
        const height = (Math.abs(value) / span) * 100;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar's identity is its place
            key={i}
            x={i * width + gap / 2}
            y={value < 0 ? zero : zero - height}
            width={Math.max(0.1, width - gap)}
            height={height}
            fill={color}
          >
            {names !== undefined && <title>{names[i]}</title>}
          </rect>
        );
      })}
      <path d={`M0 ${zero}H100`} stroke="var(--muted)" vectorEffect="non-scaling-stroke" />
      {children}
    </svg>
  );
}
