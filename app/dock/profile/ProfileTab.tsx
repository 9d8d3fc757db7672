/** @file The dock's tab of what one sample's loss does: its curve, its pull on the prediction, and what both mean; of a distribution, its contours. */
import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { useController } from "../../lanes/controller-context.ts";
import { useLosslab, useLosslabStore } from "../../store/store-context.ts";
import "../../ui/profile.css";
import { Contours } from "./Contours.tsx";
import { Meaning } from "./Meaning.tsx";
import { type Answer, Profiler } from "./Profiler.ts";
import { SampleCharts } from "./SampleCharts.tsx";
import { isDrawn, lackOf } from "./lacks.ts";
import type { LaneCurve } from "./lines.ts";

export function ProfileTab() {
  const profiler = useProfiler();
  return profiler === null ? null : <Profile profiler={profiler} />;
}

/** It asks as long as somebody looks. */
function useProfiler(): Profiler | null {
  const store = useLosslabStore();
  const controller = useController();
  const [profiler, setProfiler] = useState<Profiler | null>(null);
  useEffect(() => {
    const made = new Profiler(store, () => controller.dataset());
    setProfiler(made);
    return () => {
      setProfiler(null);
      made.dispose();
    };
  }, [store, controller]);
  return profiler;
}

function Profile({ profiler }: { readonly profiler: Profiler }) {
  const { wish, answers } = useStore(profiler.profiles);
  const shown = useLosslab(
    useShallow(({ document, hidden }) => document.lanes.flatMap(({ id }) => (hidden.includes(id) ? [] : [id]))),
  );
  const all = useLosslab(useShallow(({ document }) => document.lanes.map(({ id }) => id)));
  const lacks = useLosslab(
    useShallow((state) =>
      shown.flatMap((lane) => {
        const lack = lackOf(state, lane, answers[lane]);
        return lack === null ? [] : [lack];
      }),
    ),
  );
  // What fails now has no profile, whatever it had before.
  const drawn = useLosslab(useShallow((state) => shown.filter((lane) => isDrawn(state, lane, answers[lane]))));
  const curves = useMemo(() => drawn.flatMap((lane) => curveOf(lane, answers[lane])), [drawn, answers]);
  const contours = useMemo(
    () =>
      drawn.flatMap((lane) => {
        const sampled = answers[lane]?.sampled;
        return sampled?.kind === "contour" ? [{ lane, contour: sampled }] : [];
      }),
    [drawn, answers],
  );
  const isEmpty = curves.length === 0 && contours.length === 0;
  return (
    <div className="profile">
      {lacks.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key
        <section className="run-notice" tabIndex={0} aria-label="About this profile">
          {lacks.map((lack) => (
            <p key={lack}>{lack}</p>
          ))}
        </section>
      )}
      {isEmpty && <p className="empty">{lacks.length > 0 ? "Nothing to draw." : "Trying the loss at many places…"}</p>}
      {curves.length > 0 && (
        <SampleCharts curves={curves} lanes={all} wish={wish} onWish={(change) => profiler.wish(change)} />
      )}
      {contours.length > 0 && (
        <Contours contours={contours} lanes={all} wish={wish} onWish={(change) => profiler.wish(change)} />
      )}
      {!isEmpty && <Meaning lanes={drawn} curves={curves} />}
    </div>
  );
}

function curveOf(lane: string, answer: Answer | undefined): LaneCurve[] {
  return answer?.sampled.kind === "curve" ? [{ lane, curve: answer.sampled }] : [];
}
