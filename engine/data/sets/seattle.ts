/** @file Seattle's weather: the week's mean of each day's highest temperature, four years of it. */
import type { Column } from "../dataset.ts";
import type { RealSet } from "./real.ts";

/** Columns as public/data/seattle-weather.json holds them. */
export interface Seattle {
  /** From the first week of 2012 on, °C. */
  readonly weeks: readonly number[];
}

/** One season back, so that the forecast that repeats it can be told from the inputs alone. */
const SEASON = 52;
const HORIZON = 8;

const title = "Seattle · 52 weeks → the next 8";

export const seattle: RealSet<Seattle> = {
  id: "seattle",
  title,
  about: "Weekly mean of the day's highest temperature, 2012 to 2015: real, seasonal, and split in the order of time.",
  file: "seattle-weather.json",
  read: ({ weeks }) => {
    const rows = weeks.length - SEASON - HORIZON + 1;
    const column = (name: string, from: number): Column => ({
      name,
      unit: "°C",
      values: Float64Array.from(weeks.slice(from, from + rows)),
    });
    return {
      kind: "sequence",
      id: "seattle",
      title,
      inputs: Array.from({ length: SEASON }, (_, i) => column(`${SEASON - 1 - i} weeks before`, i)),
      targets: Array.from({ length: HORIZON }, (_, i) => column(`week ${i + 1}`, SEASON + i)),
      classes: [],
      standardize: true,
      reading: null,
    };
  },
};
