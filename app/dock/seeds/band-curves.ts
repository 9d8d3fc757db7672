/** @file A band over seeds as a chart draws it: from the least to the greatest, darker between the quartiles, and the median as a line. Pure. */
import type { Band } from "../../../engine/study/statistics.ts";
import type { Series } from "../../../engine/train/progress.ts";
import type { Curve } from "../../charts/curve.ts";
import { type Clock, pointsOf } from "../../charts/series.ts";
import type { ChartScale } from "../../store/store.ts";

export function bandCurves(lane: string, band: Band, scale: ChartScale, clock?: Clock): Curve[] {
  const points = (series: Series) => pointsOf(series, scale, clock);
  const between = (name: string, low: Series, high: Series): Curve => ({
    key: `${lane} ${name}`,
    lane,
    weight: "band",
    points: points(high),
    floor: points(low),
  });
  return [
    between("all", band.low, band.high),
    between("quartiles", band.firstQuartile, band.thirdQuartile),
    { key: `${lane} median`, lane, weight: "full", points: points(band.median) },
  ];
}
