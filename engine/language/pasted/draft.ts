/** @file A pasted text while it is cleaned: each edit says what it takes off, and where that stood in what was pasted. */
import type { Range } from "../program.ts";

export type RemovalKind =
  | "fence"
  | "prose"
  | "block"
  | "prompt"
  | "output"
  | "magic"
  | "line-number"
  | "indentation"
  | "tab"
  | "space"
  | "quote"
  | "invisible"
  | "line-end";

/** What was taken off, or put in a plainer form. */
export interface Removal extends Range {
  readonly kind: RemovalKind;
  /** What stands there now; empty where nothing does. */
  readonly became: string;
}

export interface Edit extends Range {
  readonly kind: RemovalKind;
  readonly text: string;
}

export class Draft {
  readonly text: string;
  /** Where each character, and the end, stood in what was pasted. */
  readonly #origins: readonly number[];
  readonly removals: readonly Removal[];

  private constructor(text: string, origins: readonly number[], removals: readonly Removal[]) {
    this.text = text;
    this.#origins = origins;
    this.removals = removals;
  }

  static of(text: string): Draft {
    return new Draft(
      text,
      Array.from({ length: text.length + 1 }, (_, i) => i),
      [],
    );
  }

  /** The edits in order, none over another. */
  with(edits: readonly Edit[]): Draft {
    if (edits.length === 0) return this;
    const origins: number[] = [];
    const removals: Removal[] = [];
    let text = "";
    let at = 0;
    const keep = (end: number): void => {
      text += this.text.slice(at, end);
      for (let i = at; i < end; i++) origins.push(this.#origins[i]);
    };
    for (const edit of edits) {
      keep(edit.start);
      text += edit.text;
      for (let i = 0; i < edit.text.length; i++) origins.push(this.#origins[Math.min(edit.start + i, edit.end)]);
      removals.push({
        kind: edit.kind,
        start: this.#origins[edit.start],
        end: edit.end > edit.start ? this.#origins[edit.end - 1] + 1 : this.#origins[edit.start],
        became: edit.text,
      });
      at = edit.end;
    }
    keep(this.text.length);
    origins.push(this.#origins[this.text.length]);
    return new Draft(text, origins, [...this.removals, ...removals]);
  }
}

export interface Line extends Range {
  readonly text: string;
  /** The start of what follows its end. */
  readonly next: number;
}

export function linesOf(text: string): Line[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const end = start + line.length;
    const found = { text: line, start, end, next: Math.min(end + 1, text.length) };
    start = end + 1;
    return found;
  });
}

/** A line with its end, taken off. */
export const without = (kind: RemovalKind, { start, next }: Line): Edit => ({ kind, start, end: next, text: "" });
