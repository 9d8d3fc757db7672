/** @file Name, documents, examples, sharing, theme. */
import { lazy, Suspense, useState } from "react";
import { useStore } from "zustand";
import type { Progress } from "../../engine/train/progress.ts";
import { DocumentsButton } from "../session/DocumentsButton.tsx";
import { ShareButton } from "../session/ShareButton.tsx";
import { isTraining, type State } from "../store/store.ts";
import { useLosslab } from "../store/store-context.ts";
import { TourButton } from "../tour/TourButton.tsx";
import { startTour, tour } from "../tour/tour-state.ts";
import { MoreIcon } from "../ui/icons.tsx";
import { Menu } from "../ui/Menu.tsx";
import { Toolbar } from "../ui/Toolbar.tsx";
import { useIsNarrow } from "../ui/use-is-narrow.ts";
import { formatCount, formatRate } from "../verdict/format.ts";
import { Examples } from "./Examples.tsx";
import { menuAction, toolButton, useTools } from "./header-tools.tsx";

const ExportDialog = lazy(async () => ({ default: (await import("../export/ExportDialog.tsx")).ExportDialog }));

export function Header() {
  const isNarrow = useIsNarrow();
  const isWelcomed = useStore(tour, (state) => state.isWelcomed);
  const isSaved = useLosslab((state) => state.isSaved);
  const excess = useLosslab((state) => state.excess);
  const [isExporting, setIsExporting] = useState(false);
  const { ops, lane, diff, exporting, theme } = useTools(() => setIsExporting(true));
  return (
    <header className="header">
      <h1 className="logo">
        loss<span>lab</span>
      </h1>
      <Toolbar label="Document">
        <DocumentsButton />
        {isNarrow ? (
          <>
            <ShareButton />
            <Menu
              label="More"
              actions={[
                ...[exporting, lane, diff, ops, theme].map(menuAction),
                { title: "Take the tour", run: startTour },
              ]}
            >
              <MoreIcon />
            </Menu>
            <Examples />
          </>
        ) : (
          <>
            <Examples />
            {[ops, lane, diff].map(toolButton)}
            {isWelcomed && <TourButton />}
          </>
        )}
        <span className="spacer" />
        {!isSaved && (
          <span className="notice" role="alert">
            Not saved: this browser's storage is full or forbidden
          </span>
        )}
        {excess !== null && (
          <span className="notice" role="alert">
            {excess} It will not come back as it is.
          </span>
        )}
        <RunStatus />
        {!isNarrow && (
          <>
            {toolButton(exporting)}
            <ShareButton />
            {toolButton(theme)}
          </>
        )}
      </Toolbar>
      {isExporting && (
        <Suspense>
          <ExportDialog onClose={() => setIsExporting(false)} />
        </Suspense>
      )}
    </header>
  );
}

/** The lane that is furthest behind; one that failed or was ended holds nobody up. */
function furthestBehind({ training }: State): Progress | null {
  const runs = Object.values(training);
  const alive = runs.filter(({ progress, stopped }) => stopped === null && progress?.failure === null);
  const [first, ...others] = (alive.length > 0 ? alive : runs).flatMap(({ progress }) => progress ?? []);
  return first === undefined ? null : others.reduce((least, run) => (run.step < least.step ? run : least), first);
}

function RunStatus() {
  const progress = useLosslab(furthestBehind);
  const isRunning = useLosslab(isTraining);
  const rate =
    progress === null || progress.stepsPerSecond === 0 ? "" : ` · ${formatRate(progress.stepsPerSecond)} steps/s`;
  const step = formatCount(progress?.step ?? 0);
  return (
    <>
      {/* Fifteen changes a second are for the eye; who listens is told of the beginning and of the end. */}
      <output className="steps" aria-label="Training status" aria-live="off">
        step {step}
        {rate}
      </output>
      <span className="visually-hidden" aria-live="polite" data-announces="training">
        {progress === null ? "" : isRunning ? "Training" : `Training stands at step ${step}`}
      </span>
    </>
  );
}
