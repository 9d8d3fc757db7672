/** @file Whether somebody is at the page. What is only looked at needs less of it than what may be used next. */

/** Who does any of these is there. */
const signs = ["pointermove", "pointerdown", "keydown", "wheel", "touchstart"] as const;

let isThere = false;
const waiting = new Set<() => void>();

function come(): void {
  isThere = true;
  for (const sign of signs) removeEventListener(sign, come, { capture: true });
  const calls = [...waiting];
  waiting.clear();
  for (const call of calls) call();
}
for (const sign of signs) addEventListener(sign, come, { passive: true, capture: true });

/** Called once: at the first sign of somebody, or now, if there has been one. Gives what calls that off. */
export function whenSomebodyComes(call: () => void): () => void {
  if (isThere) call();
  else waiting.add(call);
  return () => void waiting.delete(call);
}
