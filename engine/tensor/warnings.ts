/** @file Where PyTorch warns: whoever evaluates a loss listens here. */

export type WarningSink = (category: string, message: string) => void;

let sink: WarningSink | null = null;

export function warn(category: "UserWarning" | "DeprecationWarning", message: string): void {
  sink?.(category, message);
}

/** Puts a listener in place and returns the one before. */
export function setWarningSink(next: WarningSink | null): WarningSink | null {
  const before = sink;
  sink = next;
  return before;
}
