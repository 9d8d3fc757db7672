/** @file Names of columns that are longer than a document holds: they are cut, and that is said. */
import { dataLimits } from "../document/data-limits.ts";
import type { Columns } from "./table-messages.ts";

/** A sentence for each of the chosen columns whose name is cut. */
export function cutNames(names: readonly string[], { inputs, targets }: Columns): string[] {
  const longest = dataLimits.columnName;
  return [...new Set([...inputs, ...targets])].flatMap((i) => {
    const name = names[i] ?? "";
    return name.length <= longest
      ? []
      : [
          `The name “${name.slice(0, 20)}…” has ${name.length.toLocaleString("en-US")} characters; the first ${longest} are kept.`,
        ];
  });
}
