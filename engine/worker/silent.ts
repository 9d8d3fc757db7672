/** @file The console of a loss that is experimented with: what it says there, it has said already. */
export const silent = Object.freeze({
  log: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  info: () => undefined,
  debug: () => undefined,
});
