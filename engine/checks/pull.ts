/** @file Whether a step against the gradient leads each prediction towards its target, and where it does not. */
import type { CheckedOf } from "./kinds.ts";
import { intervals } from "./profile.ts";
import type { Studied } from "./studied.ts";

/** More intervals are a loss that oscillates. */
export const MOST_INTERVALS = 4;

/** `pushes`: the loss falls away from the target there. `rests`: it has no slope there. */
export function pull({ profile, here }: Studied): CheckedOf<"pull"> | null {
  if (profile === null) return null;
  const { axis, least, at } = profile;
  const pushes = intervals(profile, (x, slope) => axis.pull(x, slope) < -least);
  const rests = intervals(profile, (_, slope) => Math.abs(slope) <= least);
  let [pushed, resting] = [0, 0];
  const noise = least / 1e3;
  for (let sample = 0; sample < axis.samples; sample++) {
    const slope = axis.slope(here.gradient, sample);
    const towards = axis.pull(axis.placeOf(sample), slope);
    if (towards < -noise) pushed++;
    // On the axis of logits a sample that is right with room to spare needs no pull.
    else if (slope === 0 && axis.placeOf(sample) !== 0) resting++;
  }
  return {
    code: "pull",
    axis: axis.name,
    pushes: pushes.slice(0, MOST_INTERVALS),
    rests: rests.slice(0, MOST_INTERVALS),
    pushed,
    resting,
    samples: axis.samples,
    reach: at[at.length - 1],
  };
}
