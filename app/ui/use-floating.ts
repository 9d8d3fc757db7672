/** @file What opens over the page stands in the top layer, beside the button that opened it and within the window: nothing round it cuts it off. */
import { type RefObject, useLayoutEffect } from "react";

/** Between it and the button, and to the window's edges. */
const GAP = 4;
const EDGE = 8;

/** For an element with `popover="manual"`, which is in the document only while it is open. */
export function useFloating(
  isOpen: boolean,
  button: RefObject<HTMLElement | null>,
  floating: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    const [anchor, element] = [button.current, floating.current];
    if (!isOpen || anchor === null || element === null) return;
    element.showPopover();
    const place = (): void => {
      const { left, right, top, bottom } = anchor.getBoundingClientRect();
      const { offsetWidth: width, offsetHeight: height } = element;
      // It opens towards the middle of the page.
      const wanted = left < innerWidth / 2 ? left : right - width;
      const isBelow = bottom + GAP + height <= innerHeight - EDGE || bottom < innerHeight - top;
      const over = isBelow ? bottom + GAP : top - GAP - height;
      element.style.left = `${within(wanted, innerWidth - width)}px`;
      element.style.top = `${within(over, innerHeight - height)}px`;
    };
    place();
    const growing = new ResizeObserver(place);
    growing.observe(element);
    addEventListener("resize", place);
    addEventListener("scroll", place, true);
    return () => {
      growing.disconnect();
      removeEventListener("resize", place);
      removeEventListener("scroll", place, true);
    };
  }, [isOpen, button, floating]);
}

const within = (place: number, room: number): number => Math.max(EDGE, Math.min(place, room - EDGE));
