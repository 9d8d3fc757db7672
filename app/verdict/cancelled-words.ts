/** @file Errors that cancel before they are made positive, in words, and the order that keeps them. */
import type { HazardOf } from "../../engine/inspect/hazards.ts";
import type { Fix } from "../../engine/language/program.ts";
import type { SourceText } from "./source-text.ts";

type Cancelled = HazardOf<"cancelled-errors">;

export function cancelledWords(text: SourceText, { op, probe, from }: Cancelled): string {
  const positive = op === "pow" ? "the square" : `${op}()`;
  return `${text.quote(from)}${text.line(from)} adds the errors up with their signs, so those above and below cancel, and ${positive} comes only after${text.line(probe)}: the loss is 0 as soon as predictions are right on average, whichever they are. Make each error positive first, then take the mean. PyTorch says nothing.`;
}

/** (a - b).mean().abs() as (a - b).abs().mean(), and what else is written so. */
export function cancelledFixes(text: SourceText, { probe }: Cancelled): Fix[] {
  const place = text.place(probe);
  if (place === null) return [];
  const code = text.code(place);
  const forms: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
    [
      /^(.+)(\.(?:mean|sum)\([^()]*\))(\.(?:abs|square)\(\)|\.pow\(\d+\))$/s,
      ([, x, mean, even]) => `${x}${even}${mean}`,
    ],
    [
      /^torch\.(abs|square)\(torch\.(mean|sum)\((.+)\)\)$/s,
      ([, even, mean, x]) => `torch.${mean}(torch.${even}(${x}))`,
    ],
    [/^torch\.(abs|square)\((.+)\.(mean|sum)\(\)\)$/s, ([, even, x, mean]) => `torch.${mean}(torch.${even}(${x}))`],
    [/^(\(.+\))\.(mean|sum)\(\)\s*\*\*\s*(\d+)$/s, ([, x, mean, power]) => `(${x} ** ${power}).${mean}()`],
    [/^torch\.(mean|sum)\((.+)\)\s*\*\*\s*(\d+)$/s, ([, mean, x, power]) => `torch.${mean}((${x}) ** ${power})`],
    [/^abs\((.+)\.(mean|sum)\(\)\)$/s, ([, x, mean]) => `${x}.abs().${mean}()`],
    [/^abs\(torch\.(mean|sum)\((.+)\)\)$/s, ([, mean, x]) => `torch.${mean}(torch.abs(${x}))`],
  ];
  for (const [form, written] of forms) {
    const match = form.exec(code);
    if (match !== null)
      return [{ title: "Make each error positive first", edits: [{ ...place, text: written(match) }] }];
  }
  return [];
}
