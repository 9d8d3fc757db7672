/** @file The page: experiment above, lanes, charts below. */

import { Dock } from "./charts/Dock.tsx";
import { DiffDialog } from "./lanes/DiffDialog.tsx";
import { LaneList } from "./lanes/LaneList.tsx";
import { ExperimentBar } from "./panels/ExperimentBar.tsx";
import { Header } from "./panels/Header.tsx";

export function App() {
  return (
    <>
      <Header />
      <ExperimentBar />
      <LaneList />
      <Dock />
      <DiffDialog />
    </>
  );
}
