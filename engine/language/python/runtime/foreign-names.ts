/** @file Names that every object of JavaScript's answers to, and none of Python's. */

/** What tables and objects inherit is nobody's attribute: `x.constructor` would lead out of Python. */
const foreign: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  "prototype",
  "caller",
  "arguments",
]);

export const isForeign = (name: string): boolean => foreign.has(name);
