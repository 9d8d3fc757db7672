/** @file The fragment of the page's address. Written on Share and when a link stops being what is shown, never while typing: browsers ration it. */

export function fragmentOf(): string {
  return location.hash.slice(1);
}

/** The whole address with a document in it. */
export function addressOf(fragment: string, query = ""): string {
  return `${location.origin}${location.pathname}${query}#${fragment}`;
}

/** False where the browser refused: Chromium does so silently. */
export function writeFragment(fragment: string): boolean {
  try {
    history.replaceState(null, "", `${location.pathname}${location.search}${fragment === "" ? "" : `#${fragment}`}`);
  } catch {
    return false;
  }
  return fragmentOf() === fragment;
}
