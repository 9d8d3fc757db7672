/** @file Below the lanes, what they share: a tab for each way of looking at all of them. */
import { Suspense, useRef } from "react";
import { useShallow } from "zustand/react/shallow";
import { dockTabIds } from "../document/view.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { useFirstRun } from "../tour/use-first-run.ts";
import { Tabs } from "../ui/Tabs.tsx";
import { useIsSeen } from "../ui/use-is-seen.ts";
import { StudyBar } from "./seeds/StudyBar.tsx";
import { dockTab, dockTabs } from "./dock-tabs.ts";

export function Dock() {
  const dock = useRef<HTMLElement>(null);
  const isSeen = useIsSeen(dock);
  // Charts are the dearest of the page: they are drawn for who looks at them, and once, with what there is to be seen.
  const isToCome = useFirstRun(isSeen);
  const isFaulty = useLosslab(({ dataFault }) => dataFault !== null);
  const store = useLosslabStore();
  const chosen = useLosslab(({ tab }) => tab);
  const { tools } = dockTab(chosen);
  const counts = useLosslab(useShallow((state) => dockTabs.map(({ count }) => count?.(state) ?? 0)));
  return (
    <section className="dock" aria-label="Dock" ref={dock}>
      <Tabs
        label="Dock"
        selected={chosen}
        onSelect={(id) => {
          const tab = dockTabIds.find((each) => each === id);
          if (tab !== undefined) store.setState({ tab });
        }}
        aside={
          <>
            {tools !== null && isSeen && (
              <Suspense fallback={null}>
                <tools.Part />
              </Suspense>
            )}
            <StudyBar />
          </>
        }
        tabs={dockTabs.map(({ id, title, panel, empty, toCome }, i) => {
          const waits = isToCome && !isFaulty && toCome !== undefined;
          const isShown = isSeen && !waits;
          return {
            id,
            title,
            badge: (counts[i] ?? 0) === 0 ? null : { text: String(counts[i]), tone: "plain" },
            render: () => (
              <Suspense fallback={<Coming text={empty} />}>
                {isShown ? <panel.Part /> : <Coming text={waits ? toCome : empty} />}
              </Suspense>
            ),
          };
        })}
      />
    </section>
  );
}

function Coming({ text }: { readonly text: string }) {
  return <p className="empty dock-coming">{text}</p>;
}
