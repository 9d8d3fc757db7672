/** @file Palmer penguins: three species told apart by four measures. */
import type { RealSet } from "./real.ts";

/** Columns as public/data/penguins.json holds them. */
export interface Penguins {
  readonly species: readonly number[];
  readonly names: readonly string[];
  readonly beakLength: readonly number[];
  readonly beakDepth: readonly number[];
  readonly flipperLength: readonly number[];
  readonly bodyMass: readonly number[];
}

const title = "Penguins · 4 measures → 3 species";

export const penguins: RealSet<Penguins> = {
  id: "penguins",
  title,
  about: "342 penguins of three species: real data, class labels 0 to 2, three logits.",
  file: "penguins.json",
  read: (table) => ({
    kind: "classes",
    id: "penguins",
    title,
    inputs: [
      { name: "beak length", unit: "mm", values: Float64Array.from(table.beakLength) },
      { name: "beak depth", unit: "mm", values: Float64Array.from(table.beakDepth) },
      { name: "flipper length", unit: "mm", values: Float64Array.from(table.flipperLength) },
      { name: "body mass", unit: "g", values: Float64Array.from(table.bodyMass) },
    ],
    targets: [{ name: "species", unit: "", values: Float64Array.from(table.species) }],
    classes: table.names,
    standardize: true,
    reading: null,
  }),
};
