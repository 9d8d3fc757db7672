/** @file The page's first stop for the keyboard: over all bars, to the code. */
import { useLosslab } from "../store/store-context.ts";
import { panes } from "./editor-panes.ts";

export function SkipLink() {
  const lane = useLosslab(({ activeLane }) => activeLane);
  return (
    <a
      className="skip-link"
      href={`#loss-${lane}`}
      onClick={(event) => {
        // The fragment is a document's.
        event.preventDefault();
        const pane = panes.get(lane);
        if (pane !== undefined) pane.focus();
        else document.querySelector<HTMLElement>(`.lane-${lane} .painted-code`)?.focus();
      }}
    >
      Skip to the code
    </a>
  );
}
