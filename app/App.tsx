/** @file The page: experiment above, lanes, charts below. */

import { ExperimentBar } from "./bars/ExperimentBar.tsx";
import { Header } from "./bars/Header.tsx";
import { Dock } from "./dock/Dock.tsx";
import { DiffDialog } from "./lanes/DiffDialog.tsx";
import { LaneList } from "./lanes/LaneList.tsx";
import { EmbedBar } from "./session/EmbedBar.tsx";
import { OriginStrip } from "./session/OriginStrip.tsx";
import { useSession } from "./session/session-context.ts";
import { UpdateNotice } from "./session/UpdateNotice.tsx";

export function App() {
  const { embedding } = useSession();
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
