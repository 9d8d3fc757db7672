/** @file Turning one of the numbers that a loss names is an edit of its text. Pure. */
import type { Knob, Program, Range } from "../../engine/language/program.ts";
import type { LaneLanguage } from "../document/document.ts";

/** The nth of the numbers of a name gets a value. */
export interface Turn {
  readonly name: string;
  readonly nth: number;
  readonly value: number;
}

export interface TurnedText {
  readonly range: Range;
  readonly text: string;
  /** The whole source, with it. */
  readonly source: string;
}

/** Null where the loss names no such number any more. */
export function turned(source: string, language: LaneLanguage, program: Program, turn: Turn): TurnedText | null {
  const knob = program.knobs.filter(({ name }) => name === turn.name)[turn.nth];
  if (knob === undefined) return null;
  const text = numberText(turn.value, knob, language);
  return { range: knob, text, source: source.slice(0, knob.start) + text + source.slice(knob.end) };
}

/** Several of them at once; null where one of them is named no more. */
export function turnedAll(
  source: string,
  language: LaneLanguage,
  program: Program,
  turns: readonly Turn[],
): string | null {
  const edits = turns.map((turn) => turned(source, language, program, turn));
  // From the end, so that places before it stay as they are.
  const inOrder = edits.flatMap((edit) => edit ?? []).sort((a, b) => b.range.start - a.range.start);
  if (inOrder.length < turns.length) return null;
  return inOrder.reduce(
    (text, { range, text: number }) => text.slice(0, range.start) + number + text.slice(range.end),
    source,
  );
}

/** Short, and with a point where Python would otherwise make an int of a float. */
function numberText(value: number, { isInteger }: Knob, language: LaneLanguage): string {
  const text = String(value);
  if (isInteger && Number.isInteger(value)) return text;
  return language === "python" && /^-?\d+$/.test(text) ? `${text}.0` : text;
}
