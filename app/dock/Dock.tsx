/** @file Below the lanes, what they share: a tab for each way of looking at all of them. */
import { Suspense, useState } from "react";
import { Tabs } from "../ui/Tabs.tsx";
import { StudyBar } from "./seeds/StudyBar.tsx";
import { dockTabs } from "./dock-tabs.ts";

export function Dock() {
  const [chosen, setChosen] = useState(dockTabs[0].id);
  const Tools = dockTabs.find(({ id }) => id === chosen)?.Tools ?? null;
  return (
    <section className="dock" aria-label="Dock">
      <Tabs
        label="Dock"
        selected={chosen}
        onSelect={setChosen}
        aside={
          <>
            {Tools !== null && (
              <Suspense fallback={null}>
                <Tools />
              </Suspense>
            )}
            <StudyBar />
          </>
        }
        tabs={dockTabs.map(({ id, title, Panel, empty }) => ({
          id,
          title,
          render: () => (
            <Suspense fallback={<p className="empty dock-coming">{empty}</p>}>
              <Panel />
            </Suspense>
          ),
        }))}
      />
    </section>
  );
}
