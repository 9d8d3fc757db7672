/** @file What opens beside something stays on the page: it is moved sideways as far as it would be cut. */

const EDGE = 8;

/** For the `ref` of an element that is placed by its styles. */
export function keepInView(element: HTMLElement | null): void {
  if (element === null) return;
  element.style.translate = "none";
  const { left, right } = element.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const over = Math.max(0, right - (width - EDGE));
  const shift = left - over < EDGE ? EDGE - left : -over;
  if (shift !== 0) element.style.translate = `${shift}px 0`;
}
