/** @file Whether the page is being put on paper. The event comes before pages are counted, the media query changes after: what waited for that would be cut off. */

const query = matchMedia("print");
let isPrinting = false;
const listeners = new Set<() => void>();

const tell = (): void => {
  for (const listener of listeners) listener();
};
const become = (next: boolean) => (): void => {
  isPrinting = next;
  tell();
};
addEventListener("beforeprint", become(true));
addEventListener("afterprint", become(false));
query.addEventListener("change", tell);

export const isOnPaper = (): boolean => isPrinting || query.matches;

/** Told of every change; gives what ends that. */
export function followPaper(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
