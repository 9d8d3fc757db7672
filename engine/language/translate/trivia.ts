/** @file Comments and blank lines of a source, handed out in order to the statements they stand by. */
import type { Trivia } from "./tree.ts";

export interface Comment {
  readonly start: number;
  readonly end: number;
  /** Its lines, without the marks that make it a comment. */
  readonly lines: readonly string[];
}

export class TriviaReader {
  readonly #source: string;
  readonly #comments: readonly Comment[];
  #next = 0;
  /** Everything before this has been handed out. */
  #at = 0;

  constructor(source: string, comments: readonly Comment[]) {
    this.#source = source;
    this.#comments = comments;
  }

  /** What stands before something that begins at `start`. */
  before(start: number): (string | null)[] {
    const found = this.#take((comment) => comment.start < start);
    if (this.#isBlank(this.#at, start)) found.push(null);
    this.#at = Math.max(this.#at, start);
    return found;
  }

  /** Comments within what ends at `end`, which find no place inside it and move in front. */
  within(end: number): (string | null)[] {
    const found = this.#take((comment) => comment.start < end).filter((line) => line !== null);
    this.#at = Math.max(this.#at, end);
    return found;
  }

  /** The comment behind what ended last, on its line. */
  after(): string | null {
    const comment = this.#comments[this.#next];
    if (comment === undefined || comment.lines.length !== 1) return null;
    if (!/^[ \t;,]*$/.test(this.#source.slice(this.#at, comment.start))) return null;
    this.#next++;
    this.#at = comment.end;
    return comment.lines[0];
  }

  /** Comments that follow at once and belong to a block whose statements begin at `column`. */
  endOfBlock(column: number): (string | null)[] {
    const found: (string | null)[] = [];
    for (;;) {
      const comment = this.#comments[this.#next];
      if (comment === undefined || this.#columnOf(comment.start) < column) return found;
      if (this.#source.slice(this.#at, comment.start).trim() !== "") return found;
      found.push(...this.#take((each) => each === comment));
    }
  }

  /** Everything has been read up to here: a keyword, a bracket. */
  skipTo(offset: number): void {
    this.#at = Math.max(this.#at, offset);
  }

  #take(isWanted: (comment: Comment) => boolean): (string | null)[] {
    const found: (string | null)[] = [];
    for (;;) {
      const comment = this.#comments[this.#next];
      if (comment === undefined || !isWanted(comment)) return found;
      if (this.#isBlank(this.#at, comment.start)) found.push(null);
      found.push(...comment.lines);
      this.#at = comment.end;
      this.#next++;
    }
  }

  #isBlank(from: number, to: number): boolean {
    return to > from && /\n[ \t\r]*\n/.test(this.#source.slice(from, to));
  }

  #columnOf(offset: number): number {
    return offset - (this.#source.lastIndexOf("\n", offset - 1) + 1);
  }
}

export function trivia(before: readonly (string | null)[], after: string | null): Trivia {
  return { before, after };
}
