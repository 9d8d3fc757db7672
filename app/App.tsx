/** @file The page: experiment above, lanes, charts below. */

import { useLosslab } from "./app-context.ts";
import { Dock } from "./charts/Dock.tsx";
import { LaneView } from "./lanes/LaneView.tsx";
import { ExperimentBar } from "./panels/ExperimentBar.tsx";
import { Header } from "./panels/Header.tsx";

export function App() {
  const ids = useLosslab(({ document }) => document.lanes.map(({ id }) => id).join(""));
  return (
    <>
      <Header />
      <ExperimentBar />
      <main className="lanes">
        {[...ids].map((id) => (
          <LaneView key={id} id={id} />
        ))}
      </main>
      <Dock />
    </>
  );
}
