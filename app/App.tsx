/** @file The page: experiment above, lanes, charts below. */

import { Dock } from "./charts/Dock.tsx";
import { DiffDialog } from "./lanes/DiffDialog.tsx";
import { LaneList } from "./lanes/LaneList.tsx";
import { ExperimentBar } from "./panels/ExperimentBar.tsx";
import { Header } from "./panels/Header.tsx";
import { OriginStrip } from "./session/OriginStrip.tsx";

export function App() {
  return (
    <>
      <div className="top">
        <Header />
        <OriginStrip />
      </div>
      <ExperimentBar />
      <LaneList />
      <Dock />
      <DiffDialog />
    </>
  );
}
