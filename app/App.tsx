/** @file The page: experiment above, lanes, charts below. */

import { useApp } from "./app-context.ts";
import { Dock } from "./charts/Dock.tsx";
import { DiffDialog } from "./lanes/DiffDialog.tsx";
import { LaneList } from "./lanes/LaneList.tsx";
import { ExperimentBar } from "./panels/ExperimentBar.tsx";
import { Header } from "./panels/Header.tsx";
import { EmbedBar } from "./session/EmbedBar.tsx";
import { OriginStrip } from "./session/OriginStrip.tsx";
import { UpdateNotice } from "./session/UpdateNotice.tsx";

export function App() {
  const { embedding } = useApp().session;
  if (embedding !== null) {
    return (
      <>
        <div className={`top embedded${embedding.hasControls ? "" : " without-controls"}`}>
          <EmbedBar embedding={embedding} />
        </div>
        {embedding.hasControls ? <ExperimentBar /> : <div />}
        <LaneList />
        <Dock />
      </>
    );
  }
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
      <UpdateNotice />
    </>
  );
}
