/** @file What deserves a word about a loss although it runs. */
import type { Hazard, Report } from "../../engine/inspect/report.ts";
import type { Diagnostic, Fix, Range } from "../../engine/language/program.ts";
import { broadcastFixes } from "./broadcast-fixes.ts";
import { formatShape, oneLine } from "./format.ts";
import type { SourceText } from "./source-text.ts";

export interface Note {
  readonly code: string;
  readonly text: string;
  readonly place: Range | null;
  readonly fixes: readonly Fix[];
}

export function notesOf(text: SourceText, report: Report, diagnostics: readonly Diagnostic[]): Note[] {
  return [...report.hazards.flatMap((hazard) => noteOf(text, hazard, report)), ...typeNotes(diagnostics)];
}

function noteOf(text: SourceText, hazard: Hazard, { hazards, expressions }: Report): Note[] {
  const warned = hazards.some(({ code, probe }) => code === "warning" && probe === hazard.probe);
  if (hazard.code === "warning")
    return [
      { code: hazard.code, text: `PyTorch warns: ${hazard.message}`, place: text.place(hazard.probe), fixes: [] },
    ];
  if (hazard.code !== "silent-broadcast") return [];
  const [left, right, result] = [hazard.left, hazard.right, hazard.result].map(formatShape);
  const place = text.place(hazard.probe);
  return [
    {
      code: hazard.code,
      text: `Silent broadcast in ${hazard.op}: ${left} with ${right} gives ${result}, every element with every other${text.line(hazard.probe)}. ${warned ? "PyTorch only warns." : "PyTorch says nothing."} If it is meant, write ${comment(text)} on the line.`,
      place,
      fixes: [
        ...broadcastFixes(text, expressions, hazard.probe, [hazard.left, hazard.right]),
        ...(place === null ? [] : [acceptBroadcast(text, place)]),
      ],
    },
  ];
}

/** What accepts a broadcast, as the lane's language writes comments. */
const comment = ({ language }: SourceText): string => `${language === "python" ? "#" : "//"} broadcast ok`;

function acceptBroadcast(text: SourceText, place: Range): Fix {
  const end = text.source.indexOf("\n", place.end);
  const at = end < 0 ? text.source.length : end;
  return { title: `Accept: add ${comment(text)}`, edits: [{ start: at, end: at, text: ` ${comment(text)}` }] };
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
