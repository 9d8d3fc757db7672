/** @file What a whole run came to, as a document keeps it: which version of the engine computed it, and the hash of its losses. */
import { ENGINE_VERSION } from "../../engine/train/fingerprint.ts";

/** `2:0123456789abcdef`. Version 1 wrote the hash alone. */
const pattern = /^(?:([1-9]\d{0,3}):)?([0-9a-f]{16})$/;

export const isRunMark = (text: string): boolean => pattern.test(text);

/** Of a run that was computed here, from `Progress.fingerprint`; null for what is no hash. */
export function runMarkOf(fingerprint: string): string | null {
  const mark = `${ENGINE_VERSION}:${fingerprint}`;
  return isRunMark(mark) ? mark : null;
}

/** How a run came out beside the author's: another version of the engine may compute other bits, and says nothing of either. */
export type Reproduction = "same" | "different" | "other-version";

export function reproduction(authors: string, ours: string): Reproduction {
  const [theirVersion, ourVersion] = [authors, ours].map((mark) => Number(pattern.exec(mark)?.[1] ?? 1));
  if (theirVersion !== ourVersion) return "other-version";
  return authors === ours ? "same" : "different";
}
