/**
 * @file "Did you mean": the name that was most likely meant, found as CPython finds it for its own messages (Lib/traceback.py), except that
 * two neighbours that changed places (`maen`) are one move, not two.
 */

const MOVE_COST = 2;
const CASE_COST = 1;
const LONGEST_NAME = 40;

/** The nearest candidate, the first of several; null where none is near enough to be worth a word. */
export function similar(wrong: string, candidates: Iterable<string>): string | null {
  if (wrong.length > LONGEST_NAME) return null;
  let best: string | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === wrong || candidate.length > LONGEST_NAME) continue;
    const most = Math.floor(((candidate.length + wrong.length + 3) * MOVE_COST) / 6);
    // So many moves at least: most candidates are told by their length.
    const least = Math.abs(candidate.length - wrong.length) * MOVE_COST;
    if (least > most || least >= nearest) continue;
    const distance = editDistance(wrong, candidate);
    if (distance > most || distance >= nearest) continue;
    best = candidate;
    nearest = distance;
  }
  return best;
}

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}

/** Levenshtein's with neighbours that may change places, where a wrong case costs half. */
function editDistance(a: string, b: string): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j * MOVE_COST);
  for (let i = 0; i < a.length; i++) {
    const row = [(i + 1) * MOVE_COST];
    for (let j = 0; j < b.length; j++) {
      const isSwapped = i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j] && a[i] !== a[i - 1];
      row.push(
        Math.min(
          above[j] + substitution(a[i], b[j]),
          above[j + 1] + MOVE_COST,
          row[j] + MOVE_COST,
          isSwapped ? twoAbove[j - 1] + MOVE_COST : Number.POSITIVE_INFINITY,
        ),
      );
    }
    twoAbove = above;
    above = row;
  }
  return above[b.length];
}
