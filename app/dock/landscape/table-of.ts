/** @file A square of places as a table: the greatest of what goes up first, as charts have it. Pure. */
import { along, type Grid } from "../../charts/plane/grid.ts";
import { formatNumber } from "../../verdict/format.ts";
import type { HeatMap } from "../sweep/sweep-rows.ts";

const short = (value: number): string => formatNumber(Number(value.toPrecision(3)));

export function tableOf({ values, side, across, up }: Grid): HeatMap {
  return {
    across: "across",
    down: "up",
    columns: Array.from({ length: side }, (_, i) => short(along(across, i, side))),
    rows: Array.from({ length: side }, (_, j) => ({
      name: short(along(up, j, side)),
      values: values.slice(j * side, (j + 1) * side),
    })).reverse(),
  };
}
