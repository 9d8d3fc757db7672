/** @file Who brought the process down, of those that were under way when it died. Pure. */

export interface Suspect {
  /** It was begun to see whether it is what brings the process down. */
  readonly isOnTrial: boolean;
}

/** Who runs on trial is given this long; each time that it goes down undecided, twice as long. */
const TRIAL = 3_000;

/**
 * The one to blame: who was on trial, if nothing else had run in the process meanwhile. Otherwise null: it could have been any of them, or one that
 * had ended before, and they are tried one after the other.
 */
export function guiltyOf<S extends Suspect>(underWay: readonly S[], isAlone: boolean): S | null {
  return underWay.find(({ isOnTrial }) => isOnTrial && isAlone) ?? null;
}

/** Who lives this long on trial is not what brought the process down, or takes longer to do it: then the next trial will tell. */
export function trialOf({ crashes }: { readonly crashes: number }): number {
  return TRIAL * 2 ** Math.max(0, crashes - 1);
}
