/** @file Auto MPG: 392 cars of 1970 to 1982, with one, three or six inputs. */
import type { Column } from "../dataset.ts";
import type { RealSet } from "./real.ts";

/** Columns as public/data/auto-mpg.json holds them. */
export interface AutoMpg {
  readonly horsepower: readonly number[];
  readonly mpg: readonly number[];
  readonly cylinders: readonly number[];
  readonly displacement: readonly number[];
  readonly weight: readonly number[];
  readonly acceleration: readonly number[];
  readonly year: readonly number[];
}

type Field = Exclude<keyof AutoMpg, "mpg">;

const units: Readonly<Record<Field, string>> = {
  horsepower: "hp",
  cylinders: "",
  displacement: "in³",
  weight: "lb",
  acceleration: "s to 60 mph",
  year: "",
};

const six: readonly Field[] = ["horsepower", "weight", "displacement", "acceleration", "cylinders", "year"];

function withInputs(id: string, title: string, about: string, fields: readonly Field[]): RealSet<AutoMpg> {
  return {
    id,
    title,
    about,
    file: "auto-mpg.json",
    read: (table) => ({
      kind: "numbers",
      id,
      title,
      inputs: fields.map((name): Column => ({ name, unit: units[name], values: Float64Array.from(table[name]) })),
      targets: [{ name: "mpg", unit: "mpg", values: Float64Array.from(table.mpg) }],
      classes: [],
      standardize: true,
      reading: null,
    }),
  };
}

export const autoMpg = withInputs(
  "auto-mpg",
  "Auto MPG · horsepower → mpg",
  "392 cars of 1970 to 1982: real data, curved and noisy.",
  six.slice(0, 1),
);

export const autoMpgOf3 = withInputs(
  "auto-mpg-3",
  "Auto MPG · 3 inputs → mpg",
  "Horsepower, weight and displacement of the same cars.",
  six.slice(0, 3),
);

export const autoMpgOf6 = withInputs(
  "auto-mpg-6",
  "Auto MPG · 6 inputs → mpg",
  "All that is known of the same cars, the model year too.",
  six,
);
