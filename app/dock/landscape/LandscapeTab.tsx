/** @file The dock's tab of what losses look like round the ways their runs took: contours over a plane through them, and where other starts end. */
import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { useController } from "../../lanes/controller-context.ts";
import { isTraining } from "../../store/store.ts";
import { useLosslab, useLosslabStore } from "../../store/store-context.ts";
import "../../ui/landscape.css";
import { BasinsCard } from "./BasinsCard.tsx";
import { basinsOf, surfacesOf } from "./drawn.ts";
import { LandscapeMaps } from "./LandscapeMaps.tsx";
import { PlaneForm } from "./PlaneForm.tsx";
import { Surveyor } from "./Surveyor.ts";
import { lacksOf } from "./words.ts";

export function LandscapeTab() {
  const surveyor = useSurveyor();
  return surveyor === null ? null : <Landscape surveyor={surveyor} />;
}

/** It asks as long as somebody looks. */
function useSurveyor(): Surveyor | null {
  const store = useLosslabStore();
  const { trainer } = useController();
  const [surveyor, setSurveyor] = useState<Surveyor | null>(null);
  useEffect(() => {
    const made = new Surveyor(store, (lane) => trainer.sourceOf(lane));
    setSurveyor(made);
    return () => {
      setSurveyor(null);
      made.dispose();
    };
  }, [store, trainer]);
  return surveyor;
}

function Landscape({ surveyor }: { readonly surveyor: Surveyor }) {
  const landscapes = useStore(surveyor.landscapes);
  const metric = useLosslab((state) => state.metric);
  const isRunning = useLosslab(isTraining);
  const lanes = useLosslab(useShallow(({ document }) => document.lanes.map(({ id }) => id)));
  const trained = useLosslab(
    useShallow(({ document, training }) =>
      document.lanes.flatMap(({ id }) => ((training[id]?.progress?.step ?? 0) > 0 ? [id] : [])),
    ),
  );
  const { lay, surfaces: asked, paths, basins: ends, wish } = landscapes;
  // How far it is changes many times a second; what is drawn does not.
  const surfaces = useMemo(
    () => surfacesOf({ lay, surfaces: asked, paths, basins: {} }, metric),
    [lay, asked, paths, metric],
  );
  const basins = useMemo(() => basinsOf({ lay, basins: ends, surfaces: {}, paths: {} }), [lay, ends]);
  if (trained.length === 0)
    return (
      <p className="empty">
        {isRunning
          ? "As soon as the runs have come to their end…"
          : "Train, and see the loss round the way that each run took."}
      </p>
    );
  const lacks = lacksOf(landscapes, trained);
  return (
    <div className="landscape">
      <PlaneForm surveyor={surveyor} landscapes={landscapes} surfaces={surfaces} />
      {lacks.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key
        <section className="run-notice" tabIndex={0} aria-label="About this landscape">
          {lacks.map((lack) => (
            <p key={lack}>{lack}</p>
          ))}
        </section>
      )}
      {lay !== null && surfaces.length > 0 ? (
        <>
          <LandscapeMaps lay={lay} surfaces={surfaces} wish={wish} lanes={lanes} />
          <BasinsCard surveyor={surveyor} all={basins} isBusy={landscapes.busy !== null} lay={lay} />
        </>
      ) : (
        <p className="empty">{emptyWords(landscapes.isStopped, isRunning, landscapes.busy !== null)}</p>
      )}
    </div>
  );
}

function emptyWords(isStopped: boolean, isRunning: boolean, isBusy: boolean): string {
  if (isRunning) return "As soon as the runs have come to their end…";
  if (isStopped) return "Stopped. Draw goes on with it.";
  return isBusy ? "Trying the loss all round its path…" : "Nothing to draw.";
}
