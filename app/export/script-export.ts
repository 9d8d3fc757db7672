/**
 * @file The export of a whole script: a run's file runs what of it is run here, a loss's file holds what the loss needs, and the rest stands in
 * either as comments. Run as it stands, such a file would train twice, or stop at a name that nobody has.
 */

import type { Range } from "../../engine/language/program.ts";
import { compilePython } from "../../engine/language/python/compile.ts";
import { nodesIn } from "../../engine/language/python/nodes.ts";
import { parsed } from "../../engine/language/python/parser/parse.ts";
import { needlessFor } from "../../engine/language/python/script.ts";
import { linesText } from "../verdict/paste-words.ts";
import { linesIn, passedOverWords } from "../verdict/script-words.ts";
import type { Exported, ExportRequest } from "./export-messages.ts";
import { exported } from "./exported-file.ts";

export function exportedScript(request: ExportRequest): Exported {
  const { source } = request;
  const { program, passedOver = [] } = compilePython(source);
  if (program === null || passedOver.length === 0) return exported(request, nodesIn(source));
  const left = request.kind === "train" ? passedOver : needlessFor(parsed(source), program.entry);
  const kept = commentedOut(source, left);
  // The script may have said which loss is meant by what is a comment now.
  const made = exported({ ...request, source: kept }, nodesIn(kept), program.entry.name);
  if (made.kind === "refused") return made;
  const note =
    request.kind === "train"
      ? `Of the script, this stands in the file as comments, since it is not run here either: ${passedOverWords(
          source,
          passedOver,
        )
          .map(({ where, why }) => `${where} (${why})`)
          .join("; ")}.`
      : `Of the script, the file holds what the loss needs. The rest stands in it as comments: ${linesText(
          left.flatMap((each) => linesIn(source, each)),
        )}.`;
  return { ...made, note: made.note === null ? note : `${note} ${made.note}` };
}

/** Every line stays on its line. */
export function commentedOut(source: string, left: readonly Range[]): string {
  return [...left]
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => {
      const [before, gone, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
      const isAlone = /(?:^|[\r\n])$/.test(before) && /^[ \t]*(?:#.*)?(?:[\r\n]|$)/.test(after);
      // What shares its line with other statements leaves one that does nothing.
      const instead = isAlone
        ? `# ${gone.replaceAll(/\r\n?|\n/g, "$&# ")}`
        : `(${(gone.match(/\r\n?|\n/g) ?? []).join("")})`;
      return before + instead + after;
    }, source);
}
