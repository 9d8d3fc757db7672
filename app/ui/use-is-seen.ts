/** @file Whether somebody comes to look at a part of the page: what nobody has seen yet need not be drawn. */
import { type RefObject, useEffect, useState } from "react";
import { isOnPaper } from "./paper.ts";
import { whenSomebodyComes } from "./presence.ts";

/** It has been seen: a page that is laid out anew is drawn at once. */
let wasSeen = false;

/** It is in sight of whoever comes: nothing need be waited for. */
export function seeAtOnce(): void {
  wasSeen = true;
}

/** True from the moment on at which an element is in sight, or somebody does something on the page. */
export function useIsSeen(element: RefObject<Element | null>): boolean {
  const [isSeen, setIsSeen] = useState(() => wasSeen || isOnPaper());
  useEffect(() => {
    const { current } = element;
    if (isSeen || current === null) return;
    const see = (): void => {
      wasSeen = true;
      setIsSeen(true);
    };
    const stop = whenSomebodyComes(see);
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) see();
    });
    observer.observe(current);
    return () => {
      stop();
      observer.disconnect();
    };
  }, [element, isSeen]);
  return isSeen;
}
