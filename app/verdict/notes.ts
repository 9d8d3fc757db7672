/** @file What deserves a word about a loss although it runs. */
import type { HazardCode } from "../../engine/inspect/hazards.ts";
import type { Diagnostic, Fix, Range } from "../../engine/language/program.ts";
import { oneLine } from "./format.ts";
import { type About, remarkOf } from "./hazard-words.ts";

export interface Note {
  readonly code: HazardCode | "type";
  readonly text: string;
  readonly place: Range | null;
  readonly fixes: readonly Fix[];
}

/** What is over a bound. */
export interface MoreNotes {
  readonly code: Note["code"];
  readonly count: number;
}

/** Of those that are not listed. */
export function moreNotesOf({ report, text }: About): MoreNotes[] {
  const ofTypes = text.compilation.omitted?.find(({ kind }) => kind === "type")?.count ?? 0;
  return [
    ...report.omitted.map(({ kind, count }) => ({ code: kind, count })),
    ...(ofTypes > 0 ? [{ code: "type" as const, count: ofTypes }] : []),
  ];
}

export function notesOf(about: About, diagnostics: readonly Diagnostic[]): Note[] {
  const ofHazards = about.report.hazards.flatMap((hazard): Note[] => {
    const remark = remarkOf(about, hazard);
    return remark === null ? [] : [{ code: hazard.code, place: about.text.place(hazard.probe), ...remark }];
  });
  return [...ofHazards, ...typeNotes(diagnostics)];
}

function typeNotes(diagnostics: readonly Diagnostic[]): Note[] {
  return diagnostics
    .filter(({ code }) => code === "type")
    .map(({ message, start, end, fix }) => ({
      code: "type",
      text: oneLine(message, 200),
      place: { start, end },
      fixes: fix === undefined ? [] : [fix],
    }));
}
