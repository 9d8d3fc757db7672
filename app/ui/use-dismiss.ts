/** @file What opens over the page closes when one turns to something else. */
import { type RefObject, useEffect } from "react";

export function useDismiss(isOpen: boolean, root: RefObject<HTMLElement | null>, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return;
    const onElsewhere = ({ target }: Event): void => {
      if (!(target instanceof Node) || root.current?.contains(target) !== true) close();
    };
    addEventListener("pointerdown", onElsewhere);
    addEventListener("focusin", onElsewhere);
    return () => {
      removeEventListener("pointerdown", onElsewhere);
      removeEventListener("focusin", onElsewhere);
    };
  }, [isOpen, root, close]);
}
