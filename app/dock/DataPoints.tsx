/** @file The data themselves, training and validation told apart. */
import { memo, useMemo } from "react";
import { ResponsiveContainer, Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import type { Dataset } from "../../engine/data/dataset.ts";
import { splitDataset } from "../../engine/data/split.ts";
import { Generator } from "../../engine/random/generator.ts";
import { ticksOf } from "../charts/ticks.ts";
import { formatNumber } from "../verdict/format.ts";
import { type Extent, inset, margin } from "./fit-frame.ts";

const tick = { fill: "var(--muted)", fontSize: 10, fontFamily: "var(--mono)" };

export const DataPoints = memo(function DataPoints({
  dataset,
  extent,
  seed,
}: {
  readonly dataset: Dataset;
  readonly extent: Extent;
  readonly seed: number;
}) {
  const groups = useMemo(() => {
    const { training, validation } = splitDataset(dataset, new Generator(seed));
    return dataset.targets.flatMap(({ values }, t) =>
      [training, validation].map(({ rows }, part) => ({
        key: `${t}${part}`,
        isValidation: part === 1,
        isSecond: t > 0,
        points: Array.from(rows, (row) => ({ x: dataset.input.values[row], y: values[row] })),
      })),
    );
  }, [dataset, seed]);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ScatterChart margin={margin} accessibilityLayer={false}>
        <XAxis
          dataKey="x"
          type="number"
          domain={extent.x}
          ticks={ticksOf(extent.x, "linear", 6)}
          tick={tick}
          tickFormatter={formatNumber}
          stroke="var(--line)"
          tickLine={false}
          height={inset.bottom}
        />
        <YAxis
          dataKey="y"
          type="number"
          domain={extent.y}
          ticks={ticksOf(extent.y, "linear", 6)}
          tick={tick}
          tickFormatter={formatNumber}
          width={inset.left}
          stroke="var(--line)"
          tickLine={false}
        />
        {groups.map(({ key, points, isValidation, isSecond }) => (
          <Scatter
            key={key}
            data={points}
            isAnimationActive={false}
            shape={({ cx, cy }) =>
              isSecond ? (
                <rect
                  x={(cx ?? 0) - 2}
                  y={(cy ?? 0) - 2}
                  width={4}
                  height={4}
                  className={isValidation ? "point-validation" : "point-train"}
                />
              ) : (
                <circle cx={cx} cy={cy} r={2} className={isValidation ? "point-validation" : "point-train"} />
              )
            }
          />
        ))}
      </ScatterChart>
    </ResponsiveContainer>
  );
});
