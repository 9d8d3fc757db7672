/** @file Whether ops leave nodes on the tape. */

let enabled = true;

export function isGradEnabled(): boolean {
  return enabled;
}

/** For Python's `with`, which has an entry and an exit; everybody else uses withGradMode. */
export function setGradMode(on: boolean): void {
  enabled = on;
}

/** Runs `work` with the tape on or off, and puts things back even when it throws. */
export function withGradMode<T>(on: boolean, work: () => T): T {
  const before = enabled;
  enabled = on;
  try {
    return work();
  } finally {
    enabled = before;
  }
}
