/** @file Places in a text that stands in the page: offsets to and from the browser's selection. */
import type { Selected } from "../editor/taken-over.ts";

/** What is selected in an element, as offsets of its text; null where the selection is elsewhere. */
export function selectedIn(element: HTMLElement): Selected | null {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || !element.contains(selection.anchorNode)) return null;
  const range = selection.getRangeAt(0);
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  const last = start + range.toString().length;
  const whole = element.textContent ?? "";
  // A browser that selects everything leaves the last line end out.
  const end = start === 0 && last === whole.length - 1 && whole.endsWith("\n") && last > 0 ? whole.length : last;
  const focus = document.createRange();
  focus.selectNodeContents(element);
  if (selection.focusNode !== null && element.contains(selection.focusNode))
    focus.setEnd(selection.focusNode, selection.focusOffset);
  return { start, end, isBackward: end > start && focus.toString().length === start };
}
