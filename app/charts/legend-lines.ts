/** @file A picture's legend: what each line and mark is, in as many lines as it takes. Pure. */

export interface LegendEntry {
  readonly text: string;
  readonly sign:
    | { readonly kind: "line"; readonly stroke: string; readonly dashes: string; readonly width: number }
    | { readonly kind: "band"; readonly fill: string }
    | { readonly kind: "disc" | "ring" };
}

export interface PlacedEntry extends LegendEntry {
  readonly x: number;
  readonly line: number;
}

/** Of the sign, with the space behind it; and between two entries. */
export const SIGN = 26;
const GAP = 14;

export function placeLegend(
  entries: readonly LegendEntry[],
  width: number,
  measure: (text: string) => number,
): { readonly placed: readonly PlacedEntry[]; readonly lines: number } {
  let [x, line] = [0, 0];
  const placed = entries.map((entry): PlacedEntry => {
    const own = SIGN + measure(entry.text);
    if (x > 0 && x + own > width) [x, line] = [0, line + 1];
    const at = { ...entry, x, line };
    x += own + GAP;
    return at;
  });
  return { placed, lines: entries.length === 0 ? 0 : line + 1 };
}

/** As much of a text as fits, and an ellipsis for the rest. */
export function fitted(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  let kept = text;
  while (kept.length > 1 && measure(`${kept}…`) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
