/** @file What mends two shapes that meet in an expression: `.squeeze(-1)` on the one side or `.unsqueeze(-1)` on the other. */
import type { ExpressionFact, Shape } from "../../engine/inspect/report.ts";
import type { Fix, Operand } from "../../engine/language/program.ts";
import { oneLine } from "./format.ts";
import { postfix, type SourceText } from "./source-text.ts";

const LONGEST_TITLE = 36;

/** Names that stand for no tensor. */
const namespaces: ReadonlySet<string> = new Set(["torch", "F", "nn", "np", "math", "self", "this"]);

interface Placed {
  readonly operand: Operand;
  readonly text: string;
  /** As it was seen; null for a name of TypeScript's, which is not probed. */
  readonly shape: Shape | null;
}

export function broadcastFixes(
  text: SourceText,
  facts: readonly ExpressionFact[],
  probe: number | null,
  [left, right]: readonly [Shape, Shape],
): Fix[] {
  const pair = operandsOf(text, facts, probe, left, right);
  if (pair === null) return [];
  const [first, second] = pair;
  const moves: readonly (readonly [Placed, string, Shape | null, (moved: Shape) => boolean])[] = [
    [first, ".squeeze(-1)", squeezed(left), (moved) => fits(moved, right)],
    [second, ".squeeze(-1)", squeezed(right), (moved) => fits(left, moved)],
    [first, ".unsqueeze(-1)", [...left, 1], (moved) => fits(moved, right)],
    [second, ".unsqueeze(-1)", [...right, 1], (moved) => fits(left, moved)],
  ];
  return moves.flatMap(([{ operand, text: written }, call, moved, isMended]) => {
    if (moved === null || !isMended(moved)) return [];
    const shown = operand.takesPostfix ? written : `(${written})`;
    return [{ title: `Write ${oneLine(shown, LONGEST_TITLE)}${call}`, edits: postfix(operand, call) }];
  });
}

const squeezed = (shape: Shape): Shape | null => (shape.at(-1) === 1 ? shape.slice(0, -1) : null);

/** They broadcast, and at most one of them is expanded. */
function fits(a: Shape, b: Shape): boolean {
  const rank = Math.max(a.length, b.length);
  const at = (shape: Shape, i: number): number => shape[i - (rank - shape.length)] ?? 1;
  const pairs = Array.from({ length: rank }, (_, i) => [at(a, i), at(b, i)] as const);
  const isExpanded = (shape: Shape, mine: 0 | 1) =>
    shape.length < rank || pairs.some((pair) => pair[mine] === 1 && pair[1 - mine] !== 1);
  return pairs.every(([x, y]) => x === y || x === 1 || y === 1) && !(isExpanded(a, 0) && isExpanded(b, 1));
}

/** The two parts of an expression that have these shapes, if it is certain which they are. */
function operandsOf(
  text: SourceText,
  facts: readonly ExpressionFact[],
  probe: number | null,
  left: Shape,
  right: Shape,
): readonly [Placed, Placed] | null {
  const placed = text.operandsOf(probe).map((operand) => place(text, facts, operand));
  const tensors = placed.filter(({ text: written }) => !namespaces.has(written));
  // A condition comes first.
  const pair = /^torch\.where\b/.test(text.quote(probe)) ? tensors.slice(1) : tensors;
  const [first, second] = pair;
  if (pair.length === 2 && first !== undefined && second !== undefined)
    return mayBe(first, left) && mayBe(second, right) ? [first, second] : null;
  const known = pair.filter(({ shape }) => shape !== null);
  const one = known.filter(({ shape }) => same(shape, left));
  const other = known.filter(({ shape }) => same(shape, right));
  const [a, b] = [one[0], other[0]];
  return one.length === 1 && other.length === 1 && a !== undefined && b !== undefined && a !== b ? [a, b] : null;
}

const same = (a: Shape | null, b: Shape): boolean => a !== null && a.join() === b.join();
const mayBe = ({ shape }: Placed, wanted: Shape): boolean => shape === null || same(shape, wanted);

function place(text: SourceText, facts: readonly ExpressionFact[], operand: Operand): Placed {
  const fact = facts.find(({ probe }) => {
    const at = text.place(probe);
    return at?.start === operand.start && at.end === operand.end;
  });
  return { operand, text: text.source.slice(operand.start, operand.end), shape: fact?.shape ?? null };
}
