/** @file How much data of one's own a document holds. Apart from the schema, for the worker that reads tables needs no schema. */

export const dataLimits = {
  /** Fewer cannot be split into training and validation; more are too many to keep with every change. */
  rows: { min: 5, max: 100_000 },
  /** All columns together: eight bytes each, wherever a document is. */
  numbers: 1_000_000,
  /** All columns together, that become a text at every turn: of more no link is made, and none is written ahead of its keeping. */
  light: 100_000,
  /** That are edited by hand: of more, a hand finds none. */
  edited: 5000,
  inputs: { min: 1, max: 64 },
  targets: { min: 1, max: 8 },
  classes: { min: 0, max: 20 },
  /** Characters. */
  title: 80,
  columnName: 60,
  unit: 20,
  value: { min: -1e12, max: 1e12 },
} as const;
