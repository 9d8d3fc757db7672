/** @file What the columns of a table are likely to be: the last one with numbers is the target, and the others with numbers are inputs. */
import { dataLimits } from "../document/data-limits.ts";
import type { OwnData } from "../document/own-data.ts";
import type { Columns, TableFacts } from "./table-messages.ts";

/** `before`: the data that this table is the text of, if it is one of the document's own. */
export function likelyColumns({ numeric, classes, names }: TableFacts, before: OwnData | null): Columns {
  if (before !== null) {
    const { length } = before.inputs;
    return {
      inputs: before.inputs.map((_, i) => i),
      targets: before.targets.map((_, i) => length + i),
      kind: before.kind,
      keepsUnlabelled: before.targets.some(({ values }) => values.includes(null)),
    };
  }
  const target = numeric.at(-1);
  // Two columns of numbers are the least that can be fitted; where there is one, a column of texts may be what it tells apart.
  const text = names.findIndex((_, i) => !numeric.includes(i) && classes.includes(i));
  if (numeric.length < 2 && text >= 0)
    return { inputs: [...numeric], targets: [text], kind: "classes", keepsUnlabelled: false };
  return {
    inputs: numeric.slice(0, -1).slice(0, dataLimits.inputs.max),
    targets: target === undefined ? [] : [target],
    kind: "numbers",
    keepsUnlabelled: false,
  };
}
