/** @file A table that is asked for names from somebody's source. */

/** Holds what it was given and nothing else: `constructor` and `valueOf` are names like any other. */
export const byName = <Value>(table: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.freeze(Object.assign(Object.create(null), table));
