/** @file The lr of a run over its steps, as a line of its own scale from 0. */

const POINTS = 120;

interface RateCurveProps {
  readonly rates: Float64Array;
  readonly width: number;
  readonly height: number;
}

export function RateCurve({ rates, width, height }: RateCurveProps) {
  return (
    <svg className="rate-curve" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={pathOf(rates, width, height)} />
    </svg>
  );
}

/** Stays a pixel within its frame. Steps that have no lr are left out. */
function pathOf(rates: Float64Array, width: number, height: number): string {
  const last = rates.length - 1;
  const count = Math.min(POINTS, rates.length);
  const most = rates.reduce((a, b) => (b > a ? b : a), 0) || 1;
  const points = Array.from({ length: count }, (_, i) => {
    const step = count < 2 ? 0 : Math.round((last * i) / (count - 1));
    const x = 1 + ((width - 2) * step) / Math.max(1, last);
    return { x, y: height - 1 - ((height - 2) * rates[step]) / most };
  }).filter(({ y }) => Number.isFinite(y));
  return points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
}
