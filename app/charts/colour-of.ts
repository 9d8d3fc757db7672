/** @file A colour of the page's as it is seen at an element: whatever the theme, and whatever the system makes of it. For what is painted and not styled. */

export function colourOf(element: HTMLElement, name: `--${string}`): string {
  const before = element.style.color;
  element.style.color = `var(${name})`;
  const seen = getComputedStyle(element).color;
  element.style.color = before;
  return seen;
}

/** Changes of what is seen that are not the page's own. */
export const colourChanges = (): readonly MediaQueryList[] => [
  matchMedia("(forced-colors: active)"),
  matchMedia("(prefers-color-scheme: dark)"),
];
