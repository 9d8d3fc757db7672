/** @file A loss that returns its total beside the parts of it, or beside what is only to be looked at. */
import type { Outcome } from "../../engine/inspect/report.ts";
import type { Fix } from "../../engine/language/program.ts";
import type { Judgement } from "./hazard-words.ts";
import { partsIn } from "./parts-in.ts";
import { postfix, type SourceText } from "./source-text.ts";

type Several = Outcome & { readonly kind: "tensor" };

const ordinals = ["first", "second", "third", "fourth"];

/** The name of a part, where each part is one number. */
const nameOf = ({ container, names }: Several, total: number): string | null =>
  container === "dict" ? (names?.[total] ?? null) : null;

export function totalWords(what: string, outcome: Several, total: number, isMade: boolean): string {
  const name = nameOf(outcome, total);
  const which = name === null ? `the ${ordinals[total] ?? `${total + 1}th`}` : `"${name}"`;
  return isMade
    ? `${what}, and ${which} is made of the others: return it alone and print the rest. To add all up would count the parts again.`
    : `${what}, of which only ${which} carries a gradient: it is the loss, the others are there to be looked at. Return it, and print the rest.`;
}

export function totalFixes(text: SourceText, probe: number | null, outcome: Several, total: number): Fix[] {
  const at = text.probe(probe);
  if (at === null) return [];
  const name = nameOf(outcome, total);
  if (outcome.container === "dict") {
    if (name === null || !/^\w+$/.test(name)) return [];
    const call = text.language === "python" ? `["${name}"]` : `.${name}`;
    return [
      {
        title: `Return ${call}`,
        edits: postfix(
          { ...at, takesPostfix: text.language === "python" && (at.takesPostfix || text.code(at).startsWith("{")) },
          call,
        ),
      },
    ];
  }
  const part = partOf(text.code(at), total);
  if (part !== null) return [{ title: `Return ${part}`, edits: [{ start: at.start, end: at.end, text: part }] }];
  return [{ title: `Return the ${ordinals[total] ?? "total"} only`, edits: postfix(at, `[${total}]`) }];
}

/** A name among names: a, b, c or (a, b, c) or [a, b, c]. */
function partOf(code: string, total: number): string | null {
  const list = /^[([]?((?:\s*\w+\s*,)+\s*\w+\s*,?)[)\]]?$/.exec(code)?.[1];
  return list?.split(",")[total]?.trim() ?? null;
}

/** [loss]: one thing in brackets, as far as the text tells. */
export function isAlone(text: SourceText, probe: number | null): boolean {
  const inside = /^\[(.*)\]$/s.exec(text.code(text.probe(probe)).trim())?.[1];
  return inside !== undefined && partsIn(inside).length < 2;
}

/** (loss, logs): a loss, and what is no tensor beside it. */
export function accompanied(text: SourceText, probe: number | null): Judgement {
  const at = text.probe(probe);
  const code = text.code(at);
  const first = /^\(?\s*(\w+)\s*,/.exec(code)?.[1];
  const fixes =
    at === null
      ? []
      : first === undefined
        ? [{ title: "Return the first only", edits: postfix(at, "[0]") }]
        : [{ title: `Return ${first}`, edits: [{ start: at.start, end: at.end, text: first }] }];
  return {
    label: "Broken",
    reason:
      "forward returns a loss and something else beside it: the first is the loss. Return it alone, and print the rest.",
    pytorch: { exception: "AttributeError", line: "'tuple' object has no attribute 'backward'" },
    fixes,
  };
}
