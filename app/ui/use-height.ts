/** @file The height of an element, as it changes. */
import { type RefCallback, useCallback, useState } from "react";

/** Null until it is known. */
export function useHeight(): readonly [height: number | null, ref: RefCallback<HTMLElement>] {
  const [height, setHeight] = useState<number | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [height, ref];
}
