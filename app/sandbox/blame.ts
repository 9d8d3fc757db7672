/** @file Who brought the process down, of those that were under way when it died. Pure. */

export interface Suspect {
  readonly crashes: number;
  readonly isOnTrial: boolean;
}

/** So often nobody goes down with others by chance. */
const MOST_CRASHES = 3;

/**
 * The one to blame, or null where it could have been any of them, or one that had ended before: they are tried one after the other. Who runs on trial
 * is it; who has gone down often enough as well.
 */
export function guiltyOf<S extends Suspect>(underWay: readonly S[]): S | null {
  const onTrial = underWay.find(({ isOnTrial }) => isOnTrial);
  return onTrial ?? underWay.find(({ crashes }) => crashes + 1 >= MOST_CRASHES) ?? null;
}
