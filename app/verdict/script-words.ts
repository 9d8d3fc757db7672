/** @file What is said of a loss in a script: which one may be meant, and what round it is not run. */
import type { EntryChoice, PassedOver, Range } from "../../engine/language/program.ts";
import { listed, oneLine } from "./format.ts";
import { linesText } from "./paste-words.ts";
import { lineOf } from "./source-text.ts";

/** "class, line 12: the script uses it on line 40". */
export function choiceWords(source: string, { kind, start, reason }: EntryChoice): string {
  const why =
    reason.kind === "used"
      ? `used on line ${lineOf(source, reason.offset)}`
      : `takes ${oneLine(reason.parameters.join(", "))}`;
  return `${kind}, line ${lineOf(source, start)}: ${why}`;
}

const because: Readonly<Record<PassedOver["reason"], (names: readonly string[]) => string>> = {
  missing: (names) => `${listed(names)} ${names.length === 1 ? "is" : "are"} not here`,
  after: (names) => `built on ${listed(names)}, passed over as well`,
  training: () => "trains; here the Train button does",
  main: () => 'runs only as a script, under if __name__ == "__main__"',
};

export interface PassedOverWords {
  readonly reason: PassedOver["reason"];
  /** "lines 1, 4–6". */
  readonly where: string;
  readonly why: string;
}

/** By reason, in the order of the text. */
export function passedOverWords(source: string, passedOver: readonly PassedOver[]): PassedOverWords[] {
  return [...new Set(passedOver.map(({ reason }) => reason))].map((reason) => {
    const own = passedOver.filter((each) => each.reason === reason);
    const names = [...new Set(own.map(({ name }) => name))];
    return { reason, where: linesText(own.flatMap((each) => linesIn(source, each))), why: because[reason](names) };
  });
}

/** How many lines of the text are not run. */
export const passedOverLines = (source: string, passedOver: readonly PassedOver[]): number =>
  new Set(passedOver.flatMap((each) => linesIn(source, each))).size;

/** From 1. */
export function linesIn(source: string, { start, end }: Range): number[] {
  const [first, last] = [lineOf(source, start), lineOf(source, Math.max(start, end - 1))];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
