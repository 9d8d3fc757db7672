/** @file What a data set that is shipped as a file says of itself. */
import type { TableDataset } from "../dataset.ts";

export interface RealSet<Table> {
  readonly id: string;
  readonly title: string;
  /** One sentence: what it is good for. */
  readonly about: string;
  /** In public/data/, with source and licence. */
  readonly file: string;
  read(table: Table): TableDataset;
}
