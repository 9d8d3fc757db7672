/** @file Writes what is derived: declarations and facts from the op registry, data from the package that ships them. With --check, fails where a file is not that. */
import { readFileSync, writeFileSync } from "node:fs";
import { factTables } from "./facts/print.ts";
import { typings } from "./typings.ts";

interface Car {
  readonly Horsepower: number | null;
  readonly Miles_per_Gallon: number | null;
  readonly Cylinders: number;
  readonly Displacement: number;
  readonly Weight_in_lbs: number;
  readonly Acceleration: number;
  /** 1970-01-01 */
  readonly Year: string;
}

const tableOf = <Row>(name: string): readonly Row[] =>
  JSON.parse(readFileSync(`node_modules/vega-datasets/data/${name}.json`, "utf8"));

/** The complete rows of the Auto MPG table. */
function autoMpg(): string {
  const rows = tableOf<Car>("cars").filter(
    ({ Horsepower, Miles_per_Gallon }) => Horsepower !== null && Miles_per_Gallon !== null,
  );
  return `${JSON.stringify({
    source:
      "Auto MPG: StatLib, Carnegie Mellon University; UCI Machine Learning Repository (R. Quinlan, 1993). Table cars of the npm package vega-datasets.",
    licence: "CC BY 4.0",
    horsepower: rows.map(({ Horsepower }) => Horsepower),
    mpg: rows.map(({ Miles_per_Gallon }) => Miles_per_Gallon),
    cylinders: rows.map(({ Cylinders }) => Cylinders),
    displacement: rows.map(({ Displacement }) => Displacement),
    weight: rows.map(({ Weight_in_lbs }) => Weight_in_lbs),
    acceleration: rows.map(({ Acceleration }) => Acceleration),
    year: rows.map(({ Year }) => Number(Year.slice(0, 4))),
  })}\n`;
}

interface Penguin {
  readonly Species: string;
  readonly "Beak Length (mm)": number | null;
  readonly "Beak Depth (mm)": number;
  readonly "Flipper Length (mm)": number;
  readonly "Body Mass (g)": number;
}

/** The rows of the penguins table whose measures were taken. */
function penguins(): string {
  const rows = tableOf<Penguin>("penguins").filter((row) => row["Beak Length (mm)"] !== null);
  const names = [...new Set(rows.map(({ Species }) => Species))].sort();
  return `${JSON.stringify({
    source:
      "Palmer penguins: K. Gorman, Palmer Station LTER; R package palmerpenguins (Horst, Hill, Gorman, 2020). Table penguins of the npm package vega-datasets.",
    licence: "CC0 1.0",
    names,
    species: rows.map(({ Species }) => names.indexOf(Species)),
    beakLength: rows.map((row) => row["Beak Length (mm)"]),
    beakDepth: rows.map((row) => row["Beak Depth (mm)"]),
    flipperLength: rows.map((row) => row["Flipper Length (mm)"]),
    bodyMass: rows.map((row) => row["Body Mass (g)"]),
  })}\n`;
}

/** Means of whole weeks, to a hundredth of a degree. */
function seattle(): string {
  const [, ...lines] = readFileSync("node_modules/vega-datasets/data/seattle-weather.csv", "utf8").trim().split("\n");
  const days = lines.map((line) => Number(line.split(",")[2]));
  const weeks = Array.from({ length: Math.floor(days.length / 7) }, (_, week) => {
    const sum = days.slice(7 * week, 7 * week + 7).reduce((a, b) => a + b, 0);
    return Number((sum / 7).toFixed(2));
  });
  return `${JSON.stringify({
    source:
      "Daily weather of Seattle, 2012 to 2015: NOAA National Climatic Data Center. Table seattle-weather of the npm package vega-datasets.",
    licence: "Public domain (a work of the United States Government)",
    weeks,
  })}\n`;
}

const files: readonly { readonly path: string; readonly text: string }[] = [
  { path: "engine/language/torch.generated.d.ts", text: typings() },
  { path: "engine/language/facts/tables.generated.ts", text: factTables() },
  { path: "public/data/auto-mpg.json", text: autoMpg() },
  { path: "public/data/penguins.json", text: penguins() },
  { path: "public/data/seattle-weather.json", text: seattle() },
];

for (const { path, text } of files) {
  if (!process.argv.includes("--check")) {
    writeFileSync(path, text);
  } else if (readFileSync(path, "utf8") !== text) {
    console.error(`${path} is not what it is generated from. Run npm run generate.`);
    process.exitCode = 1;
  }
}
