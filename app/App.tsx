/** @file The page: experiment above, lanes, what all lanes share below. */

import { ExperimentBar } from "./bars/ExperimentBar.tsx";
import { Header } from "./bars/Header.tsx";
import { Dock } from "./dock/Dock.tsx";
import { DiffDialog } from "./lanes/DiffDialog.tsx";
import { LaneList } from "./lanes/LaneList.tsx";
import { useEditorWhenIdle } from "./lanes/use-editor-when-idle.ts";
import { EmbedBar } from "./session/EmbedBar.tsx";
import { OriginStrip } from "./session/OriginStrip.tsx";
import { useSession } from "./session/session-context.ts";
import { UpdateNotice } from "./session/UpdateNotice.tsx";
import { useLosslab, useLosslabStore } from "./store/store-context.ts";
import { Split } from "./ui/Split.tsx";
import { useIsStacked } from "./ui/use-is-narrow.ts";

export function App() {
  const { embedding } = useSession();
  if (embedding !== null) {
    return (
      <>
        <div className={`top embedded${embedding.hasControls ? "" : " without-controls"}`}>
          <EmbedBar embedding={embedding} />
        </div>
        {embedding.hasControls ? <ExperimentBar /> : <div />}
        <Panes />
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
      <Panes />
      <DiffDialog />
      <UpdateNotice />
    </>
  );
}

/** Percent of the height that lanes take while nobody has said. */
const LANES = 60;

function Panes() {
  const store = useLosslabStore();
  useEditorWhenIdle();
  const share = useLosslab((state) => state.lanesShare);
  const isStacked = useIsStacked();
  return (
    <main className="panes">
      {isStacked ? (
        <>
          <LaneList />
          <Dock />
        </>
      ) : (
        <Split
          label="Lanes and dock"
          share={share}
          automatic={LANES}
          least={[230, 120]}
          upper={<LaneList />}
          lower={<Dock />}
          onShare={(next) => store.setState({ lanesShare: next })}
        />
      )}
    </main>
  );
}
