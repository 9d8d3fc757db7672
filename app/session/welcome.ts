/** @file Whether this browser's visitor is new here, until the welcome has been dismissed; and whether there is anything of the visitor's own. */
import { type SmallStorage, tryToGet, tryToSet } from "./browser-storage.ts";

const WELCOME = "losslab.welcome";
/** Documents are listed by a database, which answers after the page has been drawn. */
const OWN = "losslab.own";
const DISMISSED = "dismissed";

export const isNewcomer = (storage: SmallStorage): boolean => tryToGet(storage, WELCOME) !== DISMISSED;

export function dismissFor(storage: SmallStorage): void {
  tryToSet(storage, WELCOME, DISMISSED);
}

export const hasOwn = (storage: SmallStorage): boolean => tryToGet(storage, OWN) !== null;

export function rememberOwn(storage: SmallStorage): void {
  if (!hasOwn(storage)) tryToSet(storage, OWN, "1");
}
