/** @file Whether this browser's visitor is new here: until the welcome has been dismissed. */
import { type SmallStorage, tryToGet, tryToSet } from "./browser-storage.ts";

const WELCOME = "losslab.welcome";
const DISMISSED = "dismissed";

export const isNewcomer = (storage: SmallStorage): boolean => tryToGet(storage, WELCOME) !== DISMISSED;

export function dismissFor(storage: SmallStorage): void {
  tryToSet(storage, WELCOME, DISMISSED);
}
