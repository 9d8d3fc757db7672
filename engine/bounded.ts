/** @file How much of anything is kept, sent and drawn, where nothing asks for another number; and what is done with the rest: it is counted. */

/** Of a kind: hazards of a code, lines, names, shapes. */
export const MOST = 50;
/** Characters of a text. */
export const LONGEST = 2000;

export const clip = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text;

/** What is not listed, by kind. */
export interface Omitted<Kind> {
  readonly kind: Kind;
  readonly count: number;
}

/** The first of each kind, in their order, and how many more there are. */
export function firstOfKinds<T, Kind>(
  list: readonly T[],
  kindOf: (item: T) => Kind,
): { readonly kept: T[]; readonly omitted: Omitted<Kind>[] } {
  const counts = new Map<Kind, number>();
  const kept = list.filter((item) => {
    const kind = kindOf(item);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= MOST;
  });
  const omitted = [...counts].flatMap(([kind, count]) => (count > MOST ? [{ kind, count: count - MOST }] : []));
  return { kept, omitted };
}
