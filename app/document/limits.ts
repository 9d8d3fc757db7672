/** @file What of a document is beyond the limits of links and files, in words. It all comes from the schema: a limit that is added there is said here. */
import * as v from "valibot";
import { documentSchema, type LossDocument } from "./document.ts";

export const formatted = (count: number): string => count.toLocaleString("en-US");

export interface Excess {
  /** It is a loss: its editor says so too. */
  readonly isSource: boolean;
  /** A sentence. */
  readonly text: string;
}

/** None for a document that links take. */
export function excessesOf(document: LossDocument): readonly Excess[] {
  const { issues = [] } = v.safeParse(documentSchema, document);
  return issues.map((issue) => {
    const keys = keysOf(issue);
    return { isSource: keys.at(-1) === "source", text: `${placeOf(document, keys)} ${beyond(issue)}.` };
  });
}

type Issue = v.BaseIssue<unknown>;

export const keysOf = ({ path }: Pick<Issue, "path">): readonly unknown[] => path?.map(({ key }) => key) ?? [];

function placeOf({ lanes }: LossDocument, [first, second, ...rest]: readonly unknown[]): string {
  if (first === "lanes" && typeof second === "number") {
    const lane = `lane ${lanes[second]?.id ?? second + 1}`;
    if (rest[0] === "source") return `The loss of ${lane}`;
    return `“${rest.join(" ")}” of ${lane}`;
  }
  return `“${[first, second, ...rest].filter((key) => key !== undefined).join(" ")}”`;
}

function beyond({ type, input, message, ...issue }: Issue): string {
  const limit = "requirement" in issue ? issue.requirement : null;
  if (typeof limit !== "number") return `is not what a document holds (${message})`;
  const isMost = type.startsWith("max");
  const bound = `at ${isMost ? "most" : "least"} ${formatted(limit)}`;
  if (typeof input === "string") return `has ${formatted(input.length)} characters, ${bound} are held`;
  if (Array.isArray(input)) return `has ${formatted(input.length)} entries, ${bound} are held`;
  return `is ${String(input)}, ${bound} is held`;
}
