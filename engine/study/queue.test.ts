import fc from "fast-check";
import { expect, test } from "vitest";
import { answered, ended, isOver, type Queue, queueOf, taken } from "./queue.ts";

const RUNS = 12;
const PLACES = 3;
const all = Array.from({ length: RUNS }, (_, i) => i);
/** Runs of one program, by number. */
const goesWith = (run: number, first: number): boolean => run % 2 === first % 2;

type Command =
  | { readonly kind: "take"; readonly place: number; readonly most: number }
  | { readonly kind: "answer"; readonly place: number; readonly run: number | "first" }
  | { readonly kind: "end"; readonly place: number; readonly isBlamed: boolean };

const place = fc.nat(PLACES - 1);
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ kind: fc.constant("take" as const), place, most: fc.integer({ min: 0, max: 5 }) }),
  fc.record({
    kind: fc.constant("answer" as const),
    place,
    run: fc.oneof({ weight: 3, arbitrary: fc.constant("first" as const) }, fc.nat(RUNS)),
  }),
  fc.record({ kind: fc.constant("end" as const), place, isBlamed: fc.boolean() }),
);

function follow(queue: Queue, { kind, place, ...how }: Command): Queue {
  if (kind === "take" && "most" in how) return taken(queue, place, how.most, goesWith);
  if (kind === "answer" && "run" in how)
    return answered(queue, place, how.run === "first" ? (queue.held.get(place)?.[0] ?? -1) : how.run);
  return "isBlamed" in how ? ended(queue, place, how.isBlamed) : queue;
}

/** Where each run is: in exactly one place. */
const everywhere = ({ waiting, held, over }: Queue): number[] => [...waiting, ...[...held.values()].flat(), ...over];

test("no run is lost and none is twice, whatever stops, hides or crashes; and what is over stays over", () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      let queue = queueOf(all);
      for (const command of commands) {
        const before = queue;
        queue = follow(queue, command);
        expect(everywhere(queue).sort((a, b) => a - b)).toEqual(all);
        for (const run of before.over) expect(queue.over.has(run)).toBe(true);
        for (const runs of queue.held.values()) expect(new Set(runs.map((run) => run % 2)).size).toBe(1);
      }
      // Whatever happened, it comes to an end once places answer again.
      for (let round = 0; round < 2 * RUNS && !isOver(queue); round++) {
        queue = taken(queue, 0, 5, goesWith);
        for (const [where, runs] of queue.held) for (const run of runs) queue = answered(queue, where, run);
      }
      expect(isOver(queue)).toBe(true);
      expect(queue.over.size).toBe(RUNS);
    }),
  );
});

test("a run at which its place ends goes again, and is given up the second time; those behind it only go again", () => {
  let queue = taken(queueOf([0, 2, 4]), 0, 9, goesWith);
  queue = ended(queue, 0, true);
  expect(queue.waiting).toEqual([0, 2, 4]);
  queue = ended(taken(queue, 1, 9, goesWith), 1, true);
  expect([queue.waiting, [...queue.over]]).toEqual([[2, 4], [0]]);
});

test("a place that is ended for no fault of its run costs the run nothing, however often", () => {
  let queue = queueOf([0]);
  for (let i = 0; i < 5; i++) queue = ended(taken(queue, 0, 1, goesWith), 0, false);
  expect(queue.waiting).toEqual([0]);
});
