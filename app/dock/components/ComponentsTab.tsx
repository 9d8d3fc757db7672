/** @file The dock's tab of losses with several components: what each did over the run, and what handlings and weights make of two of them. */
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { useController } from "../../lanes/controller-context.ts";
import { useLosslab, useLosslabStore } from "../../store/store-context.ts";
import "../../ui/components.css";
import { FrontCard } from "./FrontCard.tsx";
import { CourseCharts } from "./CourseCharts.tsx";
import { Tracer } from "./Tracer.ts";

export function ComponentsTab() {
  const tracer = useTracer();
  return tracer === null ? null : <Components tracer={tracer} />;
}

/** It asks as long as somebody looks. */
function useTracer(): Tracer | null {
  const store = useLosslabStore();
  const { trainer } = useController();
  const [tracer, setTracer] = useState<Tracer | null>(null);
  useEffect(() => {
    const made = new Tracer(store, (lane) => trainer.sourceOf(lane));
    setTracer(made);
    return () => {
      setTracer(null);
      made.dispose();
    };
  }, [store, trainer]);
  return tracer;
}

function Components({ tracer }: { readonly tracer: Tracer }) {
  const { known, busy, isStopped } = useStore(tracer.traces);
  const hidden = useLosslab((state) => state.hidden);
  const vectors = useLosslab(
    useShallow(({ document, training }) =>
      document.lanes.flatMap(({ id }) => (training[id]?.progress?.gradients != null ? [id] : [])),
    ),
  );
  const all = useLosslab(useShallow(({ document }) => document.lanes.map(({ id }) => id)));
  const courses = vectors.flatMap((lane) => {
    const traced = known[lane]?.traced;
    return traced?.kind === "components" && !hidden.includes(lane) ? [{ lane, course: traced }] : [];
  });
  const lacks = vectors.flatMap((lane) => {
    const traced = known[lane]?.traced;
    if (traced === undefined || traced.kind === "components") return [];
    return [
      `Lane ${lane}'s run could not be taken again${"failure" in traced && traced.failure !== null ? `: ${traced.failure}` : ""}.`,
    ];
  });
  return (
    <div className="components">
      {lacks.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key
        <section className="run-notice" tabIndex={0} aria-label="About these components">
          {lacks.map((lack) => (
            <p key={lack}>{lack}</p>
          ))}
        </section>
      )}
      {courses.length > 0 ? (
        <CourseCharts courses={courses} lanes={all} />
      ) : (
        <p className="empty">
          {vectors.length === 0
            ? "A loss that returns several numbers has a course for each of them: return a vector, choose its handling, and train."
            : isStopped
              ? "Stopped."
              : "Taking the run again, and looking at its components…"}
        </p>
      )}
      {vectors.length > 0 && <FrontCard />}
      {(busy !== null || isStopped) && (
        <p className="components-busy">
          <output className="muted mono" aria-label="Components">
            {busy === null ? "" : `Lane ${busy.lane} takes its run again: ${Math.floor(100 * busy.share)} %`}
          </output>{" "}
          <button type="button" className="button small" onClick={() => (isStopped ? tracer.goOn() : tracer.stop())}>
            {isStopped ? "Go on" : "Stop"}
          </button>
        </p>
      )}
    </div>
  );
}
