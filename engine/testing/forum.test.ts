import { describe, expect, test } from "vitest";
import { differences } from "./differences.ts";
import { errorProblem, type ForumCase, forumCases, outcomeOf, outputProblem } from "./forum.ts";

/** What differs from PyTorch; null if nothing does. */
function problemOf({ source, stdout, error }: ForumCase): string | null {
  const outcome = outcomeOf(source);
  return errorProblem(outcome.error, error) ?? outputProblem(outcome.stdout, stdout);
}

const programs = forumCases("programs");
const errors = forumCases("errors");
const alike = ({ name }: ForumCase) => !Object.hasOwn(differences, name);

test.each(programs.filter(alike).map((each) => [each.name, each] as const))(
  "%s prints what PyTorch prints",
  (_name, each) => {
    expect(problemOf(each)).toBeNull();
  },
);

test.each(errors.filter(alike).map((each) => [each.name, each] as const))(
  "%s raises what PyTorch raises, in its words, at its line and column",
  (_name, each) => {
    expect(problemOf(each)).toBeNull();
  },
);

describe("the deliberate differences", () => {
  const all = [...programs, ...errors];

  test.each(Object.entries(differences))("%s still is one: %s", (name) => {
    const found = all.find((each) => each.name === name);
    expect(found).toBeDefined();
    if (found !== undefined) expect(problemOf(found)).not.toBeNull();
  });

  test.each(Object.entries(differences).filter(([, reason]) => reason.startsWith("not available")))(
    "%s is refused before anything runs",
    (name) => {
      const found = all.find((each) => each.name === name);
      expect(found === undefined ? null : outcomeOf(found.source).error?.type).toBe("unsupported");
    },
  );
});
