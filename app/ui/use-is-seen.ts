/** @file Whether somebody comes to look at a part of the page: what nobody has seen yet need not be drawn. */
import { type RefObject, useEffect, useState } from "react";
import { isOnPaper } from "./paper.ts";

/** Who does any of these is there, and may look anywhere next. */
const signs = ["pointermove", "pointerdown", "keydown", "wheel", "touchstart"] as const;

/** It has been seen: a page that is laid out anew is drawn at once. */
let wasSeen = false;

/** True from the moment on at which an element is in sight, or somebody does something on the page. */
export function useIsSeen(element: RefObject<Element | null>): boolean {
  const [isSeen, setIsSeen] = useState(() => wasSeen || isOnPaper());
  useEffect(() => {
    const { current } = element;
    if (isSeen || current === null) return;
    const listening = new AbortController();
    const see = (): void => {
      wasSeen = true;
      setIsSeen(true);
    };
    for (const sign of signs)
      addEventListener(sign, see, { signal: listening.signal, passive: true, once: true, capture: true });
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) see();
    });
    observer.observe(current);
    return () => {
      listening.abort();
      observer.disconnect();
    };
  }, [element, isSeen]);
  return isSeen;
}
