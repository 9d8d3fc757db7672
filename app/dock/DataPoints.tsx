/** @file The data themselves, training and validation told apart. */
import { memo, useMemo } from "react";
import { LineChart, ResponsiveContainer, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from "recharts";
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
      [training, validation].map(
        ({ rows }, part): Group => ({
          key: `${t}${part}`,
          isValidation: part === 1,
          mark: t > 0 ? square : disc,
          x: Float64Array.from(rows, (row) => dataset.input.values[row]),
          y: Float64Array.from(rows, (row) => values[row]),
        }),
      ),
    );
  }, [dataset, seed]);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart margin={margin} accessibilityLayer={false}>
        <XAxis
          dataKey="x"
          type="number"
          domain={extent.x}
          allowDataOverflow
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
          allowDataOverflow
          ticks={ticksOf(extent.y, "linear", 6)}
          tick={tick}
          tickFormatter={formatNumber}
          width={inset.left}
          stroke="var(--line)"
          tickLine={false}
        />
        <Points groups={groups} />
      </LineChart>
    </ResponsiveContainer>
  );
});

interface Group {
  readonly key: string;
  readonly isValidation: boolean;
  /** What stands at a place, drawn from there. */
  readonly mark: string;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const disc = "m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0";
const square = "m-2-2h4v4h-4z";

/** One path for each group: as elements of their own, some ten thousand points held the page up for a second. */
function Points({ groups }: { readonly groups: readonly Group[] }) {
  const [xOf, yOf, area] = [useXAxisScale(), useYAxisScale(), usePlotArea()];
  if (xOf === undefined || yOf === undefined || area === undefined) return null;
  return groups.map(({ key, isValidation, mark, x, y }) => {
    let path = "";
    for (let i = 0; i < x.length; i++) {
      const [left, top] = [xOf(x[i]), yOf(y[i])];
      if (left !== undefined && top !== undefined) path += `M${left.toFixed(1)} ${top.toFixed(1)}${mark}`;
    }
    return <path key={key} d={path} className={isValidation ? "point-validation" : "point-train"} />;
  });
}
