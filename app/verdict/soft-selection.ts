/** @file A selection by a comparison as weights that have a slope. */
import type { Fix } from "../../engine/language/program.ts";
import { softComparison } from "./cut-fixes.ts";
import type { SourceText } from "./source-text.ts";

/** e[e < limit].mean() as the mean of e with sigmoids for weights. */
export function softSelection(text: SourceText, { cause, probe }: { cause: string; probe: number | null }): Fix[] {
  const place = text.place(probe);
  if (place === null || !["gt", "ge", "lt", "le"].includes(cause)) return [];
  const weights = softComparison(text.code(place), cause.startsWith("g"));
  const before = /([\w.]+)\[$/.exec(text.source.slice(0, place.start));
  const after = text.source.slice(place.end);
  if (weights === null || before === null || !after.startsWith("].mean()") || text.language !== "python") return [];
  return [
    {
      title: "Weigh with a sigmoid",
      edits: [
        {
          start: place.start - before[0].length,
          end: place.end + "].mean()".length,
          text: `(${weights} * ${before[1]}).sum() / ${weights}.sum()`,
        },
      ],
    },
  ];
}
