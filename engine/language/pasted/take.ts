/** @file What becomes of a lane when something is pasted into it. */
import type { Range } from "../program.ts";
import { cleaned } from "./clean.ts";
import type { PastedLanguage } from "./code-of.ts";
import type { Removal } from "./draft.ts";
import { type Recognition, recognised } from "./recognise.ts";

export interface Taken {
  readonly language: PastedLanguage;
  /** The lane's whole text. */
  readonly text: string;
  /** Their offsets are those of what was pasted. */
  readonly removals: readonly Removal[];
  /** What was pasted, as it came. */
  readonly pasted: string;
  /** What stood beside it in the lane's language was left out: no text is in two languages. */
  readonly replacesRest: boolean;
  /** It is the lane's loss now, and no part that was put into one. */
  readonly isWhole: boolean;
}

const filled = (text: string): number => text.replaceAll(/\s/g, "").length;

/** Longer texts are no loss, nor are those with longer lines: they stand as they came, since looking at all of them would hold the page up. */
const LONGEST = 60_000;
const LONGEST_LINE = 2_000;
/** So much of one says in which language it is. */
const GLANCE = 4_000;

const isLong = (text: string): boolean =>
  text.length > LONGEST || (text.length > LONGEST_LINE && text.split("\n").some(({ length }) => length > LONGEST_LINE));

const glanced = (text: string): Recognition => recognised(isLong(text) ? text.slice(0, GLANCE) : text);

/** Most of what stands in the lane. */
const MOST = 0.6;

/**
 * `source` is the lane's text with what was pasted in it. The language changes where the paste is in the other one without doubt and
 * is most of the lane, or defines something; a word or a line never changes it.
 */
export function taken(source: string, pasted: Range, language: PastedLanguage): Taken {
  const raw = source.slice(pasted.start, pasted.end);
  const rest = source.slice(0, pasted.start) + source.slice(pasted.end);
  const isAlone = rest.trim() === "";
  const asItCame = isLong(raw) ? { text: raw, removals: [] } : null;
  const clean = asItCame ?? cleaned(raw, language, isAlone);
  const found = glanced(clean.text);
  const isMost = filled(raw) >= MOST * filled(source);
  const isOther = found.isSure && found.language !== language && (isMost || found.defines);
  if (!isOther) {
    const text = source.slice(0, pasted.start) + clean.text + source.slice(pasted.end);
    return {
      language,
      text,
      removals: clean.removals,
      pasted: raw,
      replacesRest: false,
      isWhole: isMost && asItCame === null,
    };
  }
  // A lane that held half a text of that language before is one text with it.
  const before = glanced(rest);
  const keepsRest = !isAlone && before.isSure && before.language === found.language;
  const whole = keepsRest || isAlone ? clean : (asItCame ?? cleaned(raw, found.language));
  const text = keepsRest ? source.slice(0, pasted.start) + whole.text + source.slice(pasted.end) : whole.text;
  return {
    language: found.language,
    text,
    removals: whole.removals,
    pasted: raw,
    replacesRest: !keepsRest && !isAlone,
    isWhole: asItCame === null,
  };
}
