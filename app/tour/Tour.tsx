/**
 * @file Five short steps on the page itself. The card has the focus; arrows and its buttons go on, Escape ends it, and the focus goes back to where
 * it was. The page stays what it is: one may turn to it at any time.
 */
import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { cardPlace } from "./place.ts";
import { steps } from "./steps.ts";
import { endTour } from "./tour-state.ts";

export default function Tour() {
  const id = useId();
  const [at, setAt] = useState(0);
  const card = useRef<HTMLDivElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  const step = steps[at] ?? steps[0];
  const isLast = at === steps.length - 1;

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      endTour();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  useLayoutEffect(() => {
    const about = placeOf(step?.places ?? []);
    const smooth = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    about?.scrollIntoView({ block: "center", behavior: smooth });
    card.current?.focus({ preventScroll: true });
    const put = (): void => {
      if (card.current === null || ring.current === null || about === null) return;
      const box = about.getBoundingClientRect();
      const view = { width: document.documentElement.clientWidth, height: innerHeight };
      const { left, top } = cardPlace(box, card.current.getBoundingClientRect(), view);
      Object.assign(card.current.style, { left: `${left}px`, top: `${top}px` });
      const [ringLeft, ringTop] = [Math.max(2, box.left - 3), Math.max(2, box.top - 3)];
      Object.assign(ring.current.style, {
        left: `${ringLeft}px`,
        top: `${ringTop}px`,
        width: `${Math.min(view.width - 2, box.right + 3) - ringLeft}px`,
        height: `${Math.min(view.height - 2, box.bottom + 3) - ringTop}px`,
      });
    };
    put();
    const observer = new ResizeObserver(put);
    observer.observe(document.documentElement);
    if (about !== null) observer.observe(about);
    addEventListener("scroll", put, true);
    return () => {
      observer.disconnect();
      removeEventListener("scroll", put, true);
    };
  }, [step]);

  if (step === undefined) return null;
  const go = (to: number): void => setAt(Math.max(0, Math.min(to, steps.length - 1)));
  return (
    <>
      <div className="tour-ring" ref={ring} aria-hidden="true" />
      <div
        className="tour-card"
        ref={card}
        role="dialog"
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}text`}
        tabIndex={-1}
        onKeyDown={({ key }) => {
          if (key === "ArrowRight") go(at + 1);
          if (key === "ArrowLeft") go(at - 1);
        }}
      >
        <p className="tour-count">
          {at + 1} of {steps.length}
        </p>
        <h2 id={`${id}title`}>{step.title}</h2>
        <p id={`${id}text`}>{step.text}</p>
        <p className="tour-actions">
          <button type="button" className="button quiet" onClick={endTour}>
            {isLast ? "Close" : "End the tour"}
          </button>
          <span className="spacer" />
          <button type="button" className="button" disabled={at === 0} onClick={() => go(at - 1)}>
            Back
          </button>
          <button type="button" className="button primary" onClick={() => (isLast ? endTour() : go(at + 1))}>
            {isLast ? "Done" : "Next"}
          </button>
        </p>
      </div>
    </>
  );
}

function placeOf(selectors: readonly string[]): HTMLElement | null {
  const found = selectors.flatMap((selector) => [...document.querySelectorAll<HTMLElement>(selector)]);
  return found.find((element) => element.getClientRects().length > 0) ?? null;
}
