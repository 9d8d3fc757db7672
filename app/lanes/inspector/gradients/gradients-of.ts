/** @file The gradients that are shown of a lane. */
import type { GradientsReport } from "../../../../engine/inspect/gradients-report.ts";
import { isStale } from "../../../store/run-changes.ts";
import type { State } from "../../../store/store.ts";

/** A run tells of its last step, and knows more; without one, the live evaluation tells of the first batch. */
export function gradientsOf(state: State, id: string): GradientsReport | null {
  const frame = state.replay?.frames[id];
  if (frame !== undefined) return frame.gradients ?? state.results[id]?.report?.gradients ?? null;
  const ofRun = isStale(state, id) ? null : (state.training[id]?.progress?.gradients ?? null);
  return ofRun ?? state.results[id]?.report?.gradients ?? null;
}
