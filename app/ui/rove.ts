/**
 * @file One stop for Tab in a bar of controls, and arrow keys between them, as the ARIA authoring practices have it for a toolbar. Who has begun to
 * write in one of its fields goes on to the next with Tab, as in any form, until the focus leaves the bar.
 */

const controls = "a[href], button, input, select, textarea, summary";
/** What opens over the bar has its own ways. */
const opened = "[role=menu], [role=dialog], [popover]";

export function rove(bar: HTMLElement): () => void {
  let current: HTMLElement | null = null;
  let isForm = false;
  /** A field's text is as it was when the focus came by key: arrows have nothing to do in it. */
  let isUntouched = true;

  const items = (): HTMLElement[] =>
    [...bar.querySelectorAll<HTMLElement>(controls)].filter(
      (item) => !item.matches(":disabled") && item.closest(opened) === null && item.checkVisibility(),
    );
  const update = (): void => {
    const all = items();
    if (current === null || !all.includes(current)) current = all[0] ?? null;
    for (const item of all) item.tabIndex = isForm || item === current ? 0 : -1;
  };
  const onFocus = ({ target }: Event): void => {
    if (!(target instanceof HTMLElement) || !items().includes(target)) return;
    current = target;
    isUntouched = true;
    update();
  };
  const onLeave = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && bar.contains(relatedTarget)) return;
    isForm = false;
    update();
  };
  const onInput = (): void => {
    isForm = true;
    isUntouched = false;
    update();
  };
  const onPointer = (): void => {
    // Not before the focus has come of it.
    queueMicrotask(() => {
      isUntouched = false;
    });
  };
  const onKey = (event: KeyboardEvent): void => {
    const { target, key } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const all = items();
    if (!(target instanceof HTMLElement) || !all.includes(target)) return;
    const at = all.indexOf(target);
    const to: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 };
    const next = to[key];
    if (next === undefined || (isWritten(target) && !leads(target, key, isUntouched))) return;
    event.preventDefault();
    const item = all.at(next % all.length);
    item?.focus();
    if (item instanceof HTMLInputElement && isWritten(item)) item.select();
  };

  const listening = new AbortController();
  const { signal } = listening;
  bar.addEventListener("focusin", onFocus, { signal });
  bar.addEventListener("focusout", onLeave, { signal });
  bar.addEventListener("input", onInput, { signal });
  bar.addEventListener("pointerup", onPointer, { signal });
  bar.addEventListener("keydown", onKey, { signal });
  const observer = new MutationObserver(update);
  observer.observe(bar, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled", "href"] });
  update();
  return () => {
    listening.abort();
    observer.disconnect();
  };
}

const isWritten = (item: HTMLElement): item is HTMLInputElement =>
  item instanceof HTMLInputElement && !["checkbox", "radio", "button", "range", "color", "file"].includes(item.type);

/** Whether an arrow has nothing left to do in a text: it is chosen as it came, or the cursor is at the end that the arrow points to. */
function leads(field: HTMLInputElement, key: string, isUntouched: boolean): boolean {
  if (key === "Home" || key === "End") return false;
  if (isUntouched) return true;
  const { selectionStart, selectionEnd, value } = field;
  // Where the cursor is in a number, browsers do not say; after writing it is at the end.
  if (selectionStart === null) return key === "ArrowRight";
  return selectionStart === selectionEnd && selectionStart === (key === "ArrowRight" ? value.length : 0);
}
