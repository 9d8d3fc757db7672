/** @file What a newcomer is told, and the three ways to begin. It is gone for good once it is dismissed. */
import { useState } from "react";
import { useStore } from "zustand";
import { recognised } from "../../engine/language/pasted/recognise.ts";
import { examples } from "../document/examples.ts";
import { useController } from "../lanes/controller-context.ts";
import { withPane } from "../lanes/editor-panes.ts";
import { openExample } from "../lanes/open-example.ts";
import { useDesk } from "../session/session-context.ts";
import { useLosslabStore } from "../store/store-context.ts";
import { Menu } from "../ui/Menu.tsx";
import { Toolbar } from "../ui/Toolbar.tsx";
import { TourButton } from "./TourButton.tsx";
import { dismissWelcome, tour } from "./tour-state.ts";

export function WelcomeStrip() {
  const isWelcomed = useStore(tour, (state) => state.isWelcomed);
  const hasOther = useDesk(({ origin, fault, notice }) => origin !== "own" || fault !== null || notice !== null);
  const isTrained = useDesk(({ isFirst }) => isFirst);
  if (isWelcomed || hasOther) return null;
  return (
    <section className="welcome" aria-label="Welcome">
      <p className="welcome-text">
        <b>See what a loss does before you train with it.</b>{" "}
        <span className="muted">
          {isTrained
            ? "Its shapes, its gradient, where it pulls: below, two of them, trained on the same data. Change one."
            : "Its shapes, its gradient, where it pulls, as PyTorch would have it."}
        </span>
      </p>
      <Toolbar label="Ways to begin" className="welcome-actions">
        <PasteButton />
        <ExampleMenu />
        <TourButton />
        <button
          type="button"
          className="button icon quiet"
          aria-label="Dismiss"
          title="Dismiss"
          onClick={dismissWelcome}
        >
          ✕
        </button>
      </Toolbar>
    </section>
  );
}

function isLossText(text: string): boolean {
  const found = recognised(text);
  return found.isSure && found.defines;
}

/** What the clipboard holds, where the browser lets a page read it and it is a loss; else the code is selected, for the visitor's own paste. */
function PasteButton() {
  const controller = useController();
  const store = useLosslabStore();
  const [says, setSays] = useState("");
  const paste = async (): Promise<void> => {
    const { activeLane } = store.getState();
    const text = await navigator.clipboard?.readText().catch(() => "");
    const [model, pasting] = await Promise.all([controller.model(activeLane), controller.pasting()]);
    if (model === null) return;
    const isLoss = text !== undefined && text.trim() !== "" && isLossText(text);
    withPane(activeLane, (pane) => {
      pane.focus();
      if (isLoss) pasting.fill(activeLane, model, text);
      else pane.select({ start: 0, end: model.source.length });
    });
    setSays(isLoss ? "" : "Paste now: Ctrl+V, or ⌘V. What is selected is replaced; undo brings it back.");
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void paste()}>
        Paste your PyTorch loss
      </button>
      <span className="welcome-says" role="status">
        {says}
      </span>
    </>
  );
}

function ExampleMenu() {
  const store = useLosslabStore();
  const controller = useController();
  return (
    <Menu
      label="Open an example"
      isText
      actions={examples.map(({ name }) => ({
        title: name,
        run: () => openExample(store, controller, store.getState().activeLane, name),
      }))}
    >
      Open an example
    </Menu>
  );
}
