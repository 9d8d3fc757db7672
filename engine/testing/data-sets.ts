/** @file Data sets in Node, for terminals, tests and measurements. The page fetches the files. */
import { readFileSync } from "node:fs";
import { fileEntry, toyDataset } from "../data/catalogue.ts";
import type { TableDataset } from "../data/dataset.ts";

/** null where there is none of this id. */
export function dataSetNamed(id: string): TableDataset | null {
  const file = fileEntry(id);
  return file === null ? toyDataset(id) : file.parse(readFileSync(`public/data/${file.file}`, "utf8"));
}
