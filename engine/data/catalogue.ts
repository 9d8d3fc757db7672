/** @file The data sets one can train on: one file each in `sets/`. Toy data are the same whatever the training seed. */
import type { TableDataset } from "./dataset.ts";
import { type AutoMpg, autoMpg, autoMpgOf3, autoMpgOf6 } from "./sets/auto-mpg.ts";
import { bimodal } from "./sets/bimodal.ts";
import { discs } from "./sets/discs.ts";
import { frames } from "./sets/frames.ts";
import { heteroscedastic } from "./sets/heteroscedastic.ts";
import { line } from "./sets/line.ts";
import { type Penguins, penguins } from "./sets/penguins.ts";
import { binaryMoons, blobs, circles, moons, rings, spirals, xor } from "./sets/plane.ts";
import type { RealSet } from "./sets/real.ts";
import { sine, sineWithOutliers } from "./sets/sine.ts";
import { step } from "./sets/step.ts";
import { relapse } from "./sets/relapse.ts";
import { type Seattle, seattle } from "./sets/seattle.ts";
import { fiveTasks, twoTargets } from "./sets/tasks.ts";
import type { ToyKnobs, ToySet } from "./sets/toy.ts";

export type { AutoMpg, Penguins, Seattle };

export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  /** One sentence: what it is good for. */
  readonly about: string;
}

const toys: readonly ToySet[] = [
  line,
  sine,
  sineWithOutliers,
  heteroscedastic,
  bimodal,
  step,
  twoTargets,
  fiveTasks,
  moons,
  binaryMoons,
  circles,
  spirals,
  xor,
  rings,
  blobs,
  discs,
  frames,
  relapse,
];

/** A set that is shipped as a file, with how its text is read. */
export interface FileEntry extends CatalogueEntry {
  readonly file: string;
  readonly parse: (text: string) => TableDataset;
}

/** The page ships these files itself: they are what their generator wrote. */
const shipped = <Table>(set: RealSet<Table>): FileEntry => ({
  ...set,
  parse: (text) => {
    const table: Table = JSON.parse(text);
    return set.read(table);
  },
});

const files: readonly FileEntry[] = [
  shipped(autoMpg),
  shipped(autoMpgOf3),
  shipped(autoMpgOf6),
  shipped(penguins),
  shipped(seattle),
];

const [first, ...otherFiles] = files;

export const catalogue: readonly CatalogueEntry[] = [first, ...toys, ...otherFiles];

export const autoMpgDataset = (table: AutoMpg): TableDataset => autoMpg.read(table);

/** A data set that comes in a file, by its id; null where none does. */
export const fileEntry = (id: string): FileEntry | null => files.find((entry) => entry.id === id) ?? null;

/** The record of a toy data set; null where the catalogue has none of that name. */
export const toyEntry = (id: string): ToySet | null => toys.find((entry) => entry.id === id) ?? null;

/** A toy data set by its id; null where the catalogue has none of that name. */
export function toyDataset(id: string, turned: ToyKnobs = {}): TableDataset | null {
  const entry = toyEntry(id);
  if (entry === null) return null;
  const { title, kind, classes } = entry;
  return { id, title, kind, classes, ...entry.make(turned), standardize: false, reading: null };
}
