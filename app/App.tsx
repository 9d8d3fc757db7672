/** @file The page: experiment above, lanes, what all lanes share below. */

import { lazy, Suspense } from "react";
import { DataStrip } from "./bars/DataStrip.tsx";
import { ExperimentBar } from "./bars/ExperimentBar.tsx";
import { Header } from "./bars/Header.tsx";
import { Dock } from "./dock/Dock.tsx";
import { LaneList } from "./lanes/LaneList.tsx";
import { SkipLink } from "./lanes/SkipLink.tsx";
import { useEditorWhenIdle } from "./lanes/use-editor-when-idle.ts";
import { OriginStrip } from "./session/OriginStrip.tsx";
import { useSession } from "./session/session-context.ts";
import { UpdateNotice } from "./session/UpdateNotice.tsx";
import { useLosslab, useLosslabStore } from "./store/store-context.ts";
import { TourHost } from "./tour/TourHost.tsx";
import { WelcomeStrip } from "./tour/WelcomeStrip.tsx";
import { Split } from "./ui/Split.tsx";
import { useIsStacked } from "./ui/use-is-narrow.ts";

const EmbedBar = lazy(async () => ({ default: (await import("./session/EmbedBar.tsx")).EmbedBar }));

const DiffDialog = lazy(async () => ({ default: (await import("./lanes/DiffDialog.tsx")).DiffDialog }));

export function App() {
  const { embedding } = useSession();
  const isComparing = useLosslab(({ compared }) => compared !== null);
  if (embedding !== null) {
    return (
      <>
        <div className={`top embedded${embedding.hasControls ? "" : " without-controls"}`}>
          <Suspense>
            <EmbedBar embedding={embedding} />
          </Suspense>
          <DataStrip />
        </div>
        {embedding.hasControls ? <ExperimentBar /> : <div />}
        <Panes />
      </>
    );
  }
  return (
    <>
      <div className="top">
        <SkipLink />
        <Header />
        <OriginStrip />
        <WelcomeStrip />
        <DataStrip />
      </div>
      <ExperimentBar />
      <Panes />
      {isComparing && (
        <Suspense>
          <DiffDialog />
        </Suspense>
      )}
      <TourHost />
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
