/** @file All kinds of data: whoever trains, measures, draws or exports goes by these records, and knows no kind by name. */
import type { TableDataset, TableKind } from "../../data/dataset.ts";
import { boxes } from "./boxes.ts";
import { binary, classes } from "./classes.ts";
import { distribution } from "./distribution.ts";
import { embeddings } from "./embeddings.ts";
import type { KindRecord } from "./kind.ts";
import { masks } from "./masks.ts";
import { numbers } from "./numbers.ts";
import { sequence } from "./sequence.ts";
import { survival } from "./survival.ts";

const kinds: Readonly<Record<TableKind, KindRecord>> = {
  numbers,
  distribution,
  classes,
  embeddings,
  binary,
  masks,
  boxes,
  sequence,
  survival,
};

export const kindOf = ({ kind }: Pick<TableDataset, "kind">): KindRecord => kinds[kind];
