/** @file Which class a row is of. Of several labels that may hold at once, each combination of them is a class: the first label's bit is the lowest. */
import type { TableDataset } from "./dataset.ts";

/** Labels that may hold at once; 0 where a row is of one class. */
export const labelCount = ({ kind, targets }: Pick<TableDataset, "kind" | "targets">): number =>
  kind === "binary" && targets.length > 1 ? targets.length : 0;

/** `targets`: a column each. */
export const classOf = (targets: readonly ArrayLike<number>[], row: number): number =>
  targets.length === 1
    ? targets[0][row]
    : targets.reduce((bits, target, i) => bits + (target[row] === 1 ? 2 ** i : 0), 0);
