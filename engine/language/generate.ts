/** @file Writes what is derived: declarations from the op registry, data from the package that ships them. With --check, fails where a file is not that. */
import { readFileSync, writeFileSync } from "node:fs";
import { typings } from "./typings.ts";

interface Car {
  readonly Horsepower: number | null;
  readonly Miles_per_Gallon: number | null;
}

/** The complete rows of the Auto MPG table. */
function autoMpg(): string {
  const cars = JSON.parse(readFileSync("node_modules/vega-datasets/data/cars.json", "utf8")) as readonly Car[];
  const rows = cars.filter(({ Horsepower, Miles_per_Gallon }) => Horsepower !== null && Miles_per_Gallon !== null);
  return `${JSON.stringify({
    source:
      "Auto MPG: StatLib, Carnegie Mellon University; UCI Machine Learning Repository (R. Quinlan, 1993). Table cars of the npm package vega-datasets.",
    licence: "CC BY 4.0",
    horsepower: rows.map(({ Horsepower }) => Horsepower),
    mpg: rows.map(({ Miles_per_Gallon }) => Miles_per_Gallon),
  })}\n`;
}

const files: readonly { readonly path: string; readonly text: string }[] = [
  { path: "engine/language/torch.generated.d.ts", text: typings() },
  { path: "public/data/auto-mpg.json", text: autoMpg() },
];

for (const { path, text } of files) {
  if (!process.argv.includes("--check")) {
    writeFileSync(path, text);
  } else if (readFileSync(path, "utf8") !== text) {
    console.error(`${path} is not what it is generated from. Run npm run generate.`);
    process.exitCode = 1;
  }
}
